"""Congresses and places, each alone and side by side."""
