"""Text that reads as a list, a table, a footnote or emphasis, and that is printed as running text or otherwise."""
