"""What a change does to the repository around the documents."""
