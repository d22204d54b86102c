"""Documents made ready for print, and written as PDF, DOCX and HTML."""
