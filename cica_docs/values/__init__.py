"""Words of the field, as values that import nothing but the standard library."""
