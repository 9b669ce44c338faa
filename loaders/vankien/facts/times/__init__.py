"""Times: years, terms, parts of a year, and what a title says of them."""
