"""Draft new files: a register, a work or a reminder."""
