"""The law of a day: by which day what is on record is judged, and what amended the decision."""
