"""Mandates of Coordinators and Co-coordinators (CICA decision, clauses 1.1 to 1.4, 1.9 to 1.12)."""
