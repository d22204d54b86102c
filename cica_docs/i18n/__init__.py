"""The words that the tool adds, by language: messages of the program, labels of the printer."""
