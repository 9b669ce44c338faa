"""Opening a store, whatever it is, and building at one that is far away."""
