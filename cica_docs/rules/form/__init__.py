"""What a file is made of: bytes, YAML, Markdown, fields, sections."""
