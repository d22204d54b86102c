"""Reports of Coordinators that complete their duties (clause 1.3)."""
