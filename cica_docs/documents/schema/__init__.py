"""Validation of front matter against JSON Schema."""
