"""Names as readers give them: States, areas and works by id, by name in any language, or by a unique beginning."""
