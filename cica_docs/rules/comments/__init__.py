"""Comments of delegations: where they belong, and that they stay as they were received."""
