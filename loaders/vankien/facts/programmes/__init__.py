"""Programmes, schemes and projects: their names, who set them, where they are listed."""
