"""Text: escaping for every sink, scripts, inflection and encoding."""
