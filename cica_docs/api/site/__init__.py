"""The register as a site: what each page says, in each language of the reader."""
