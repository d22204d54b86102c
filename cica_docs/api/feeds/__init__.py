"""Feeds of what is new: their form, and the one of all changes of a register."""
