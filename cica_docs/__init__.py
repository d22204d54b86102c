"""Diplomatic documents as code: check, explain and print the papers of a small international secretariat."""

__version__ = "0.1.0"
