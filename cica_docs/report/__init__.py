"""Reports: the findings of a check as text for people, programs and code hosts."""
