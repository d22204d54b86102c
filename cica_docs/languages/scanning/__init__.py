"""Search for many words in one pass over a text."""
