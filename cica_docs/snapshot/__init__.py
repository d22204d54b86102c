"""Where files come from: a commit, the work tree, memory, or the tool's own shipped data."""
