"""Check a register, and report what a change adds to its findings."""
