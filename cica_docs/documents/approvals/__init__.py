"""Approval records beside a work: the names of their files, and the statement that is signed."""
