"""Put acts on record."""
