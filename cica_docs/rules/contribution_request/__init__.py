"""Requests for contributions (clause 1.8)."""
