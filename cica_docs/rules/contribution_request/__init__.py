"""Requests for contributions (CICA decision, clause 1.8)."""
