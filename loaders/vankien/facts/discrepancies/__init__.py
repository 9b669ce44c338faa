"""What does not add up within a file: one module per check, all of them called by `finding`."""
