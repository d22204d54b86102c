"""Recommendations to governing bodies (CICA decision, clause 1.5)."""
