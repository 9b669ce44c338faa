"""Reports on disk → a store: read in parallel, written as a whole, only what is new or has changed."""
