"""Targets of running text: what is to be reached, by when."""
