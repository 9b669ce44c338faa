"""Pictures and tables of the graph: pure functions from the dataclasses in `model` to SVG or HTML text.

They know no store, no RDF and no clock: the same data gives the same bytes. Their look is in ``charts.css``.
"""
