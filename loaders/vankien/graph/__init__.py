"""Facts → triples, and everything that needs RDF: minting, writing, storing, validating, asking, exporting.

Import the submodule that you need; they load their libraries only when they are used.
"""
