"""vankien: a knowledge graph of goals, programmes and indicators, read from Vietnamese Party congress documents.

    from vankien import facts_to_dataset, find_facts, read_lexicon, read_report
    from vankien.report import report_to_outline

    lexicon = read_lexicon()
    report = read_report("bao-cao.txt")
    found = find_facts(report_to_outline(report, lexicon), lexicon)
    quads = facts_to_dataset(report, found, lexicon)

`read_report`       one file (text, Markdown, HTML, DOCX, PDF, scan) → its lines; raises `vankien.errors.CannotRead`
`report_to_outline` lines → headings, paragraphs, sentences, tables, footnotes
`read_lexicon`      the SKOS lists of ``ontology/`` that the finders know
`find_facts`        outline → facts with their evidence, and findings
`facts_to_dataset`  facts → RDF quads in the document's named graph
`validate`          quads of one document → what SHACL finds; raises `vankien.errors.MissingData`
`open_graph`        a store, an RDF file or the published graph, for notebooks: questions as tables, pictures
`open_store`        a store on disk, or an RDF file; raises `vankien.errors.StoreError`

The verbs are imported when they are first used, so that ``import vankien`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vankien.explorer.notebook import open_graph
    from vankien.facts import find_facts
    from vankien.graph.access.opening import open_store
    from vankien.graph.describing.triples import facts_to_dataset
    from vankien.graph.terms.vocabulary import read_lexicon
    from vankien.graph.validation.validate import validate_quads as validate
    from vankien.report import read_report, report_to_outline

__version__ = "0.1.0"

__all__ = [
    "__version__",
    "facts_to_dataset",
    "find_facts",
    "open_graph",
    "open_store",
    "read_lexicon",
    "read_report",
    "report_to_outline",
    "validate",
]

_HOMES = {
    "facts_to_dataset": ("vankien.graph.describing.triples", "facts_to_dataset"),
    "find_facts": ("vankien.facts", "find_facts"),
    "open_graph": ("vankien.explorer.notebook", "open_graph"),
    "open_store": ("vankien.graph.access.opening", "open_store"),
    "read_lexicon": ("vankien.graph.terms.vocabulary", "read_lexicon"),
    "read_report": ("vankien.report", "read_report"),
    "report_to_outline": ("vankien.report", "report_to_outline"),
    "validate": ("vankien.graph.validation.validate", "validate_quads"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'vankien' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value: object = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
