"""Pages of the site: what a page is made of, and how it is written."""
