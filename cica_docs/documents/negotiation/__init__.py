"""Documents under negotiation: comments of delegations beside a work, and proposals written into its text."""
