"""Files of a register: front matter, bodies and data, with the place of each part."""
