"""What a report is, in every form, and that no text in it can forge any of them."""
