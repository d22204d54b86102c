"""Word documents of others as text: nothing in them is followed, run or evaluated."""
