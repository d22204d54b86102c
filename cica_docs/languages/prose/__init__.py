"""Facts in running text: days, names, references, repeated words and remarks that cannot be meant."""
