"""SHACL, one document at a time."""
