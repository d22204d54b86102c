"""Answers laid out for a reader: lists, tables, calendars, explanations."""
