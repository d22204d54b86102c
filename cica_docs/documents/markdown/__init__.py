"""Markdown bodies as a tree of allowed blocks."""
