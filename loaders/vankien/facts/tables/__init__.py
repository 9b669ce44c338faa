"""Tables of targets, results, programmes and products → facts, row by row."""
