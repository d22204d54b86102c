"""From the register to what a page needs."""
