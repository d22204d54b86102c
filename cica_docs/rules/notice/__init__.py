"""Notices of intention, extension and early termination (clauses 1.10 and 1.12)."""
