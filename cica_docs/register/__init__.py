"""Law and record: works, their events, stages, mandates, papers, reviews and obligations."""
