"""A request for a page → its answer, as HTML or as data."""
