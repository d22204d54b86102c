"""Notices of intention, extension and early termination (CICA decision, clauses 1.10 and 1.12)."""
