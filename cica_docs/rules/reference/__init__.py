"""What is named exists, and was what it is named as on its day."""
