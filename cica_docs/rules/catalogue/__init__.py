"""Changes of the Catalogue, and documents that name what is not in it on their day (chapter 3)."""
