"""Sources of files: a commit, the work tree, memory, and the data packaged with the tool."""
