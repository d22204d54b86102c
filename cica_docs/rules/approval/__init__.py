"""The approval of a work: its record beside it, and the signatures that prove it."""
