"""The formats of answers, by media type, in our order of preference; some have a second, looser name."""

from __future__ import annotations

from pyoxigraph import QueryResultsFormat, RdfFormat

RESULTS = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
"""What SELECT and ASK are answered in."""

GRAPHS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/json": RdfFormat.JSON_LD,
}
"""What CONSTRUCT and DESCRIBE, and the description of the service, are answered in."""

NAMED = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv", None),
    "tsv": ("text/tab-separated-values", None),
    "ttl": (None, "text/turtle"),
    "nt": (None, "application/n-triples"),
}
"""What the parameter ``format`` may say, for links and forms that send no Accept header: the types for rows and triples."""

JSON_RESULTS, TURTLE, PLAIN = "application/sparql-results+json", "text/turtle", "text/plain"


def content_type(media_type: str) -> str:
    """The Content-Type header for a media type: texts name their encoding.

    >>> content_type("text/csv"), content_type("application/json")
    ('text/csv; charset=utf-8', 'application/json')
    """
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
