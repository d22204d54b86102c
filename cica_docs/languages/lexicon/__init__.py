"""Words, numbers, phrases and terms of a language."""
