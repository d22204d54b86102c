"""Staleness of translations, and exchange with translators' tools."""
