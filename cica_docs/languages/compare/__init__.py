"""Compare a translation with its original, passage by passage."""
