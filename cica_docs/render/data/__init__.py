"""From the register to the data of pages."""
