"""Bring in what comes in Word: a new paper, an edition that was edited, an answer of a delegation."""
