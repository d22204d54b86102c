"""Expert meetings (clause 1.7)."""
