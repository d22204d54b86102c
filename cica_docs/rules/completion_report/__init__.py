"""Reports of Coordinators that complete their duties (CICA decision, clause 1.3)."""
