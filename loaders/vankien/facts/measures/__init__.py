"""Sentences → measures: value, unit, bounds, time and label of each number that says how much."""
