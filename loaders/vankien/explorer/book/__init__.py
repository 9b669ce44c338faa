"""The graph as plain values, and how they are read from a store."""
