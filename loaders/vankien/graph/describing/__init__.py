"""Facts → triples: the things that they are about, statements, links, periods, provenance."""
