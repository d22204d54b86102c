"""Symbols of documents: their form, and that each belongs to one document."""
