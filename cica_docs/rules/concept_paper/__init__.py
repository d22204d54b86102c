"""Concept papers (CICA decision, clauses 2.1 to 2.7)."""
