"""Pages of the shared knowledge: parameters, groups of terms, techniques, references."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ipt_rules.docs.marks import Used, anchor, cell, rule_links, statement_links
from ipt_rules.protocol import Group, Parameter, Technique
from ipt_rules.render.wording import read_as_in_words, with_unit
from ipt_rules.rulebook import Rulebook

SAMPLE = "site.yaml"
"""The file in `docs` that shows how a site sets parameters."""

SITES = f"""\
## What a site may set

A service may choose other values, each inside its range, for what is our own judgement. The rest is its source's, and stays. A
file names what is set, [{SAMPLE}]({SAMPLE}) for one:

```yaml
%s
```

    ipt-rules recommend my-case.yaml --parameters docs/{SAMPLE}
    ipt-rules explain my-case.yaml RULE --parameters docs/{SAMPLE}

```python
from ipt_rules.site import read_parameters

rulebook = Rulebook.load().with_parameters(read_parameters("docs/{SAMPLE}"))
```

`with_parameters` takes any mapping. The same values give the same rulebook, made once, so a service may ask for it at every
call. A value outside its range, of the wrong type, or of a parameter that is not to be changed is refused, with its place. Every
answer says what was set: in its small print, and in JSON under `rulebook.site_parameters`.

## All parameters
"""


def parameters_page(rulebook: Rulebook, used: Used, sample: str) -> str:
    """Every threshold, with what a site may choose, how, and which rules read it; `sample` is a site's file."""
    lines = [
        "# Parameters",
        "",
        *(SITES % sample.strip()).splitlines(),
        "",
        "| parameter | value | a site may choose | meaning | statements | read by |",
        "|---|---|---|---|---|---|",
    ]
    for one in sorted(rulebook.parameters.values(), key=lambda parameter: parameter.key):
        cells = (
            f"{anchor(one.key)}`{one.key}`",
            with_unit(one.value, one.unit),
            _choice(one),
            cell(one.meaning),
            statement_links(one.statements),
            rule_links(used.parameters.get(one.key, ())) or "facts",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _choice(parameter: Parameter) -> str:
    if not parameter.tune:
        return "no"
    return f"{parameter.range[0]:g} to {parameter.range[1]:g}" if parameter.range else "yes or no"


GROUPS = """\
Which terms of a case belong together, for what is derived from it: the same roles are close family wherever that is asked. Each
list rests on its statements. Where it is our own judgement, and the statement says that it may be another, the table says so: a
pack of rules may hold another list, and a site's file of parameters sets none.
"""


def groups_page(rulebook: Rulebook) -> str:
    """Every group of terms and every sorting into kinds, with its statements."""
    lines = ["# Groups of terms", "", *GROUPS.splitlines(), ""]
    lines += ["| group | of | members | meaning | statements | may be another |", "|---|---|---|---|---|---|"]
    for one in rulebook.groups.values():
        terms = ", ".join(one.members) + (" (in this order)" if one.ordered else "")
        lines.append(f"| {_group_name(one)} | {terms} | {_group_ground(one)} |")
    for sorting in rulebook.sortings.values():
        lines += ["", f"## {sorting.meaning.rstrip('.')}", ""]
        lines += ["| sorting | of | kinds | statements | may be another |", "|---|---|---|---|---|"]
        kinds = "; ".join(f"{kind}: {', '.join(terms)}" for kind, terms in sorting.into.items())
        name = f"{anchor(sorting.id)}`{sorting.id}` | {sorting.of}"
        lines.append(f"| {name} | {kinds} | {statement_links(sorting.statements)} | {_may(sorting.tune)} |")
    return "\n".join(lines)


def _group_name(group: Group) -> str:
    return f"{anchor(group.id)}`{group.id}` | {group.of}"


def _group_ground(group: Group) -> str:
    return f"{cell(group.meaning)} | {statement_links(group.statements)} | {_may(group.tune)}"


def _may(tune: bool) -> str:
    return "yes" if tune else "no"


def techniques_page(rulebook: Rulebook, used: Used) -> str:
    """The catalogue of techniques: what, how, when, when not, and which rules speak of them."""
    lines = ["# Techniques", "", "What rules may suggest for the next session, with what limits each.", ""]
    lines.append("  ".join(f"[{one.id}](#{one.id})" for one in rulebook.techniques.values()))
    for technique in rulebook.techniques.values():
        lines += ["", *_technique(technique, used)]
    return "\n".join(lines)


def _technique(technique: Technique, used: Used) -> Iterator[str]:
    yield f"## {anchor(technique.id)}{technique.name} ({technique.id})"
    yield ""
    yield f"{technique.what.strip()}"
    yield ""
    told = {
        "How": technique.how,
        "When": technique.when,
        "Not when": technique.not_when,
        "Areas": ", ".join(technique.areas),
        "Phases": ", ".join(technique.phases),
        "Courses": ", ".join(technique.courses),
        "Kind": "an add-on that is not in the IPT manuals" if technique.adjunct else _kind(technique),
        "Suggested by": rule_links(used.suggested.get(technique.id, ())),
        "Kept back by": rule_links(used.kept_back.get(technique.id, ())),
        "Statements": statement_links(technique.statements),
    }
    yield from (f"- {name}: {' '.join(text.split())}" for name, text in told.items() if text)


def _kind(technique: Technique) -> str:
    return "acting: the patient rehearses, decides or tries something" if technique.action else "exploring"


def references_page(rulebook: Rulebook) -> str:
    """The bibliography: how each source is cited, how much of it was read, and which statements rest on it."""
    resting: dict[str, list[str]] = defaultdict(list)
    for statement in rulebook.statements.values():
        for key in statement.refs:
            resting[key].append(statement.id)
    lines = [
        "# References",
        "",
        "Where a source was not read as a whole, the words in brackets say how much of it was.",
        "",
        "| source | statements |",
        "|---|---|",
    ]
    for one in rulebook.references.values():
        address = f" <{one.address}>" if one.address else ""
        cited = f"{anchor(one.key)}{cell(one.cite)}{read_as_in_words(one.read_as)}{address}"
        lines.append(f"| {cited} | {statement_links(resting[one.key])} |")
    return "\n".join(lines)


def plans_page(rulebook: Rulebook) -> str:
    """The plans, part by part: what is asked, what is usual, and on which statements it rests."""
    lines = ["# Plans", "", "Filled from a case; `ipt-rules plan` shows them. What stands in braces is filled in."]
    for plan in rulebook.plans.plans:
        lines += ["", f"## {plan.title}", "", *(f"- {text}" for text in (*plan.lead, *plan.cautions)), ""]
        lines += ["| part | asked | usual | statements |", "|---|---|---|---|"]
        for part in plan.parts:
            asked = " / ".join(text for text in (part.ask_first, part.ask, part.ask_more) if text)
            cells = (part.title, asked, " ".join(part.usual), statement_links(part.statements))
            lines.append(f"| {' | '.join(map(cell, cells))} |")
    return "\n".join(lines)
