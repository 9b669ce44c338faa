"""The questions of ``queries/``, their answers, and why a node is in the graph."""
