"""Approvals that can be proved: who may sign, what is signed, and what the signatures are worth."""
