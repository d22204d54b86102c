"""Corrections of the record and of documents: that they name what they correct, go no further, and who makes them."""
