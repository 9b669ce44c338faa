"""Graphs as files: Turtle and its kin, JSON-LD, the published graph, and what two of them differ in."""
