"""Letters, punctuation and their corrections."""
