"""The words the tool adds, by locale: messages, labels."""
