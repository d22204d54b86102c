"""Reports: what a check found, written for people, for programs and for code hosts. Values in, text out."""
