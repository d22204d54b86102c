"""Print works, and list the printed files and the refused ones."""
