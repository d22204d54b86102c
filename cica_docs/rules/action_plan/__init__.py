"""Action plans (CICA decision, clauses 1.6, 2.8 and 2.9)."""
