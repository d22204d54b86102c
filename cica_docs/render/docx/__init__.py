"""The DOCX writer: pandoc, and what is finished afterwards."""
