"""What is under negotiation: proposals in brackets, and the comments of delegations."""
