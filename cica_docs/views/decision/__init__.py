"""Changes of the decision: values, provisions, clauses and what hangs on them."""
