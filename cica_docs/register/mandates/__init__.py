"""Notices, appointments, mandates and the offices that follow from them."""
