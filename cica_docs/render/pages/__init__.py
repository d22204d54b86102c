"""From page data to an edition, a tree of blocks ready to print."""
