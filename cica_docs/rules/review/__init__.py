"""Reviews of the implementation of measures, and contributions to them (chapter 3)."""
