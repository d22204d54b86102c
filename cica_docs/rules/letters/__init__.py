"""Rules on letters and signs: alphabets, look-alikes, symbols, quotation marks, dashes, spaces."""
