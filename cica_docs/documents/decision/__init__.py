"""A decision as data: its provisions, their law on a day, and the status that follows from its acts."""
