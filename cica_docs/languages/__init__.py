"""What texts say in each language, and whether two languages say the same."""
