"""SSH signatures, made and verified by `ssh-keygen`; nothing else runs that program."""
