"""Acts of documents: their kinds, and those that count after corrections."""
