"""Restricted information (clause 4.2): consents, uses, the public view and redaction."""
