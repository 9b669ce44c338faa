"""Questions to the graph: the catalogue in words, answers as tables, the SPARQL editor."""
