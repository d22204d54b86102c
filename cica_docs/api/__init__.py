"""The tool as functions: check, render, explain, trace, list, status."""
