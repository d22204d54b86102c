"""What changed between two texts, block by block and word by word, as one text with the changes marked in it."""
