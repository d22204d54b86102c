"""Mandates of Coordinators and Co-coordinators (clauses 1.1 to 1.4, 1.9 to 1.12)."""
