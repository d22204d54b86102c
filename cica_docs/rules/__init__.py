"""The clauses and the house rules at work: one fault a file, the path is the name."""
