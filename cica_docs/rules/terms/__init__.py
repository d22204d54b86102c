"""Rules on words: approved terms, names as of the day, lists of States."""
