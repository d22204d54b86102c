"""Rules about text that is printed otherwise than it reads."""
