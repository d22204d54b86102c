"""What is written: front matter and bodies with the place of everything in them."""
