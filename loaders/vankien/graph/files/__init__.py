"""Office files and archives whose bytes depend on their content alone."""
