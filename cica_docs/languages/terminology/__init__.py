"""The use of approved and forbidden terms in texts."""
