"""What follows from the documents: works, their lifecycle, tenures, membership, what is referred to."""
