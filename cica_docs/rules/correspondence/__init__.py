"""Notes verbales: number, date, addressee, enclosure, formulae."""
