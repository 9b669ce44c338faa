"""Clauses around values: where one ends, which time and which noun it has, what behind it only judges."""
