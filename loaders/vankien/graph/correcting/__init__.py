"""What people correct, as a layer over what was read."""
