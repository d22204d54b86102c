"""Arguments in, text and exit status out: the only floor that writes files, prints, or reads the clock."""
