"""The dictionary of facts: what a rule author works from."""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.docs.marks import Used, cell, rule_links, statement_links
from ipt_rules.facts.base import FactKind
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS


def facts_page(used: Used) -> str:
    """The dictionary of facts: what a rule author works from."""
    lines = [
        "# Facts",
        "",
        "What rules read. A value that is not known is not in a fact: no condition can take it for *no*.",
        "**Always known** fields may be tested under `absent`; so may every field of a kind marked *whole*.",
        "",
        " ".join(f"[{name}](#{name})" for name in KINDS),
    ]
    for kind in KINDS.values():
        lines += ["", *_kind(kind, used)]
    lines += ["", "## What may be unknown", "", "| topic | what is not known |", "|---|---|"]
    lines += [f"| {topic} | {meaning} |" for topic, meaning in UNKNOWN_TOPICS.items()]
    return "\n".join(lines)


def _kind(kind: FactKind, used: Used) -> Iterator[str]:
    yield f"## {kind.name}"
    yield ""
    yield kind.meaning + (" *Whole.*" if kind.complete else "")
    yield ""
    yield f"Read by: {rule_links(used.kinds.get(kind.name, ())) or 'code only'}."
    yield ""
    yield "| field | type | unit | meaning | from | statements |"
    yield "|---|---|---|---|---|---|"
    for one in kind.fields.values():
        of = f"{one.type}: {', '.join(one.terms)}" if one.terms else one.type
        known = " **Always known.**" if one.required else ""
        cells = (
            f"`{one.name}`",
            of,
            one.unit,
            cell(one.meaning) + known,
            cell(one.source),
            statement_links(one.statements),
        )
        yield f"| {' | '.join(cells)} |"
