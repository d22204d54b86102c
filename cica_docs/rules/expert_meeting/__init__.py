"""Expert meetings (CICA decision, clause 1.7)."""
