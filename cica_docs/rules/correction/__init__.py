"""Corrections of the record: that they name what they correct, and who makes them."""
