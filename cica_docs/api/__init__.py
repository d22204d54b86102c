"""The commands as functions: check, render, new, init, fix, impact, status, review packs and issues."""
