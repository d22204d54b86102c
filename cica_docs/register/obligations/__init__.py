"""Obligations: who owes which duty by when, derived from dated events."""
