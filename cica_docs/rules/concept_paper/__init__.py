"""Concept papers (clauses 2.1 to 2.7)."""
