"""What papers, plans and recommendations say of other agreements, of others and of the measures themselves."""
