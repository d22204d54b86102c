"""Who owes what by when, derived from dated events."""
