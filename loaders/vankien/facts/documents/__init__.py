"""Documents: the one that is read, those that it cites, and the short names it calls them by."""
