"""The command line: reads arguments, prints, writes files and sets the exit status; nothing else reads the clock."""
