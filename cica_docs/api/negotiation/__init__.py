"""Texts under negotiation: the ledger of proposals in brackets, the comments of delegations, and views of a text."""
