"""Numbers → quantities: value, unit, comparator, range; which of them belong together."""
