"""The yearly review: its scope, its contributions and its follow-ups."""
