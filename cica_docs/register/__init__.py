"""What follows from the record: works, their events, stages, mandates, papers, reviews and obligations."""
