"""Stores: Oxigraph on disk or in memory, SPARQL endpoints, answers that are kept beside a store, its lock."""
