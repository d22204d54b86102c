"""Text in square brackets: whose it is, and whether it can be read."""
