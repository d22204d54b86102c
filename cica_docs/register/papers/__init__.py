"""Concept papers and action plans."""
