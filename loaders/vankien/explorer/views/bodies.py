"""The bodies: all of them by level and kind, and each with what it leads, issued and answers for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from vankien.explorer.addresses.paths import iri_of, rests_of
from vankien.explorer.bodies import LEVELS, Role, answers_for, roles_of, succession_of
from vankien.explorer.book.book import Book
from vankien.explorer.pages.context import Context
from vankien.explorer.pages.page import Rows, Shown
from vankien.explorer.pages.route import Route
from vankien.explorer.targets.setters import setter_key

UNKNOWN = "unknown"
"""The key of a level or kind that is not known."""


def level_of(role: Role) -> str:
    """The level of a body as the key of a filter."""
    return role.body.level or UNKNOWN


def kind_of(role: Role) -> str:
    """The kind of a body as the key of a filter."""
    return role.body.kind or UNKNOWN


def _word(c: Context, scheme: str, key: str) -> str:
    return c.t("chưa rõ", "not known") if key == UNKNOWN else c.word(scheme, key)


def groups(roles: Iterable[Role]) -> dict[str, dict[str, list[Role]]]:
    """Bodies by level, the highest first, and by kind, the most frequent first; those with most to do first in each."""
    found: dict[str, dict[str, list[Role]]] = {}
    order = {level: i for i, level in enumerate(LEVELS)}
    held = sorted(roles, key=lambda r: order.get(r.body.level, len(LEVELS)))
    for role in held:
        found.setdefault(level_of(role), {}).setdefault(kind_of(role), []).append(role)
    for level, kinds in found.items():
        for members in kinds.values():
            members.sort(key=lambda r: -(len(r.charges) + len(r.issued)))
        found[level] = dict(sorted(kinds.items(), key=lambda x: (-len(x[1]), x[0])))
    return found


def _rows(c: Context, roles: Iterable[Role]) -> Rows:
    columns = ("name", "level", "kind", "leads", "coordinates", "documents_issued", "lines", "iri")
    rows = []
    for r in roles:
        lines = "; ".join(f"{s.report}:{s.line}" for s in r.body.sources)
        row = [c.say(r.body.name), _word(c, "levels", level_of(r)), _word(c, "body-kinds", kind_of(r))]
        rows.append([*row, str(r.leads), str(len(r.charges) - r.leads), str(len(r.issued)), lines, r.body.iri])
    return Rows(columns, rows)


def bodies(c: Context, rest: str) -> Shown | None:
    """All bodies, or those of a kind and level."""
    if rest:
        return None
    everything = list(roles_of(c.book).values())
    level, kind = c.params.get("level", ""), c.params.get("kind", "")
    shown = [r for r in everything if level in ("", level_of(r)) and kind in ("", kind_of(r))]
    kinds = Counter(map(kind_of, everything))
    levels = Counter(map(level_of, everything))
    filling = {
        "groups": groups(shown),
        "count": len(shown),
        "levels": [(k, levels[k], _word(c, "levels", k)) for k in (*LEVELS, UNKNOWN) if levels[k]],
        "kinds": [(k, n, _word(c, "body-kinds", k)) for k, n in sorted(kinds.items(), key=lambda x: (-x[1], x[0]))],
        "level": level,
        "kind": kind,
        "word_of": lambda scheme, key: _word(c, scheme, key),
    }
    nodes = [r.body.iri for r in shown]
    return Shown(c.t("Cơ quan", "Bodies"), "bodies.html", filling, nodes, _rows(c, shown), "bodies")


# --- one of them ----------------------------------------------------------------------------------------------


def instances(book: Book) -> Iterable[str]:
    """The pages of all bodies."""
    return rests_of(book, "body", book.bodies)


def congresses_of(book: Book, body: str) -> Sequence[str]:
    """The congresses of an organisation."""
    return [g.iri for g in book.congresses.values() if g.organisation == body]


def body(c: Context, rest: str) -> Shown | None:
    """A body."""
    role = roles_of(c.book).get(iri_of(c.book, "body", rest))
    if role is None:
        return None
    answers = answers_for(c.book, role.body.iri)
    relations = c.book.relations_from.get(role.body.iri, ())
    filling = {
        "b": role.body,
        "role": role,
        "charges": sorted(role.charges, key=lambda a: (a.role != "lead", a.role)),
        "issued": sorted(role.issued, key=lambda d: (d.date or "9999", d.name.vi)),
        "answers": answers,
        "sets": len(c.book.targets_of[role.body.iri]),
        "key": setter_key(c.book, role.body.iri),
        "congresses": congresses_of(c.book, role.body.iri),
        "relations": relations,
        "succession": succession_of(c.book, role.body),
    }
    columns = ("what", "name", "role_or_date", "lines", "iri")
    rows = [
        ["in charge of", c.name(a.task), a.role, "; ".join(f"{s.report}:{s.line}" for s in a.sources), a.task]
        for a in role.charges
    ]
    rows += [["issued", c.say(d.name), d.date, "", d.iri] for d in role.issued]
    rows += [
        [
            c.word("relations", r.relation),
            c.name(r.object),
            "",
            "; ".join(f"{s.report}:{s.line}" for s in r.sources),
            r.object,
        ]
        for r in relations
    ]
    nodes = [role.body.iri, *(a.iri for a in role.charges)]
    return Shown(c.say(role.body.name), "body.html", filling, nodes, Rows(columns, rows), "bodies")


ROUTES = (Route("bodies", bodies, params=("level", "kind")), Route("body", body, instances))
