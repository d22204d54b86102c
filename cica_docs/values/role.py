"""The roles in a priority area, and the words for all Member States."""

COORDINATOR = "coordinator"
CO_COORDINATOR = "co-coordinator"
ACTING = "acting-coordinator"
LEADING = frozenset({COORDINATOR, ACTING})
ROLES = frozenset({*LEADING, CO_COORDINATOR})

EVERYBODY = "all"
"""All Member States, in the act of sending."""
MEMBER_STATES = "member-states"
"""All Member States, in the address of a note."""
