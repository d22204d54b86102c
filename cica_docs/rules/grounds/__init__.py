"""What a change must bring with the act or the decision that it records."""
