"""The plain text writer: block trees as lines for e-mail, a terminal and `diff`."""
