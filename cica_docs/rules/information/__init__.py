"""Information exchanged under measures, and the consent to its use (CICA decision, clauses 4.1 and 4.2)."""
