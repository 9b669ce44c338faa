"""vankien: a knowledge graph of goals, programmes and indicators, read from Vietnamese Party congress documents."""

__version__ = "0.1.0"
