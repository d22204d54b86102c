"""Language versions: what makes three texts one."""
