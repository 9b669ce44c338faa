"""A query's tokens, as far as they say what it may not do: calls to other servers, updates; and whether it names graphs.

Strings, comments, IRIs, variables and the local parts of names are skipped. Oxigraph's parser reads ``1<'>'`` as a
comparison where the grammar has the IRI ``<'>``; therefore the look-out for SERVICE reads whatever could be either in
both ways, and finds it in either. Every character is looked at once or twice, however long the query.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LOCAL = r": (?: [\w.\-:] | \\. | %[0-9A-Fa-f]{2} )*+"
_OTHERS = rf"""
  | \#[^\n\r]*+
  | \"{{3}} (?: [^"\\] | \\. | "(?!"") )*+ (?: \"{{3}} )?
  | '{{3}} (?: [^'\\] | \\. | '(?!'') )*+ (?: '{{3}} )?
  | " (?: [^"\\\n\r] | \\. )*+ "?
  | ' (?: [^'\\\n\r] | \\. )*+ '?
  | [?$]\w++
  | @[A-Za-z]++ (?: -[A-Za-z0-9]++ )*+
  | (?: \d++ (?: \.\d*+ )? | \.\d++ ) (?: [eE][+-]?\d++ )?
  | (?P<name> [^\W\d][\w.\-]*+ ) (?P<local> {_LOCAL} )?
  | (?P<bare> {_LOCAL} )
  | .
"""
_IN_IRI = r"""(?: [^<>"{}|^`\\\x00-\x20] | \\u[0-9A-Fa-f]{4} )*+ >"""
_ANY_IRI = re.compile("<" + _IN_IRI + _OTHERS, re.VERBOSE | re.DOTALL)
_SURE_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*+://" + _IN_IRI + _OTHERS, re.VERBOSE | re.DOTALL)

_UPDATES = frozenset(("insert", "delete", "load", "clear", "drop", "create", "add", "move", "copy", "with"))


@dataclass(frozen=True, slots=True)
class Scan:
    """What was seen: the words outside of everything that is skipped, in small letters, and the prefixes of names."""

    words: tuple[str, ...]
    used: tuple[str, ...]
    declared: frozenset[str]
    calls_out: bool

    @property
    def names_graphs(self) -> bool:
        """True for a query with FROM or FROM NAMED."""
        return "from" in self.words or "from" in {p.lower() for p in self.used if p not in self.declared}

    @property
    def is_update(self) -> bool:
        """True for what begins like an update, after its prologue."""
        return next((w for w in self.words if w not in ("prefix", "base", "version")), "") in _UPDATES

    def undeclared(self, known: frozenset[str]) -> str | None:
        """The first prefix that is neither declared nor known."""
        return next((p for p in self.used if p not in self.declared and p not in known and p != "_"), None)


def scan(query: str) -> Scan:
    """Read the tokens of a query; what is no SPARQL at all gives some tokens too.

    >>> seen = scan("PREFIX a: <http://a.org/> SELECT * FROM a:g { ?service a:service 'SERVICE' # SERVICE\\n }")
    >>> seen.names_graphs, seen.calls_out, seen.is_update, seen.undeclared(frozenset())
    (True, False, False, None)
    >>> scan("ASK { SERVICE SILENT <http://127.0.0.1/> {} }").calls_out
    True
    """
    words: list[str] = []
    used: list[str] = []
    declared: set[str] = set()
    before = ""
    for token in _ANY_IRI.finditer(query):
        name, is_prefix = token["name"] or "", token["local"] is not None or token["bare"] is not None
        if is_prefix and before == "prefix":
            declared.add(name)
        elif is_prefix:
            used.append(name)
        elif name:
            words.append(name.lower())
        if not token[0].isspace():
            before = name.lower() if name and not is_prefix else ""
    return Scan(tuple(words), tuple(used), frozenset(declared), _calls_out(query))


def _calls_out(query: str) -> bool:
    """True where SERVICE stands outside of what is skipped, on its own or glued to what is beside it."""
    return any(
        "service" in (token["name"] or "").lower()
        for pattern in (_ANY_IRI, _SURE_IRI)
        for token in pattern.finditer(query)
    )
