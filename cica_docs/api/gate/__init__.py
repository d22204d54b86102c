"""What must hold around a register for its check to decide what is merged."""
