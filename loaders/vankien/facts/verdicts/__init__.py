"""Verdicts: which result was called met, exceeded or missed, and by which words."""
