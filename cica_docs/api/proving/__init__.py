"""Prove approvals from a clone alone: what was signed, by whom, and when it entered the history."""
