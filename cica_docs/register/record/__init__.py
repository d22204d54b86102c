"""The record: whether acts agree with fields, with one another, with the notes that carried them and the calendar."""
