"""The terms of the graph: vocabulary, IRIs, names → concepts, sheets of triples, days, scales."""
