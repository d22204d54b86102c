"""Rules about facts and words in running text."""
