"""Congresses, and which of them a report stands between: what it looks back on, what it sets goals for."""
