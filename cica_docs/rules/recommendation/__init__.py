"""Recommendations to governing bodies (clause 1.5)."""
