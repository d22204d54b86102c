"""Wordings: what a text must not say, by the words of each language's lexicon."""
