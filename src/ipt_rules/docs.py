"""Writes the pages that the rules and the code already know, or says which are stale. Nobody edits them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from ipt_rules.case import Case
from ipt_rules.facts.base import FactKind
from ipt_rules.facts.kinds import KINDS, UNKNOWN_TOPICS
from ipt_rules.query import Pattern, Ref, Term
from ipt_rules.recommend import recommend
from ipt_rules.render.text import to_text
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.steps import steps_page
from ipt_rules.traceability import Trace, trace

DEMO_CASE, DEMO_LINES = "ellen-postpartum.yaml", 48
DEMO_BEGINS, DEMO_ENDS = "<!-- demo -->", "<!-- /demo -->"
MADE = "<!-- Made by `ipt-rules docs`; do not edit. -->\n\n"


def pages(root: Path, rulebook: Rulebook, help_texts: Mapping[str, str]) -> dict[str, str]:
    """Every generated page: path below `docs`, and its text. `help_texts` is the help of each command by its name."""
    found = trace(rulebook, root / "features")
    made = {
        "facts.md": facts_page(),
        "parameters.md": parameters_page(rulebook),
        "plans.md": plans_page(rulebook),
        "traceability.md": trace_page(rulebook, found),
        "cli.md": cli_page(help_texts),
        "steps.md": steps_page(root / "tests" / "steps"),
        "rules/README.md": index_page(rulebook),
    }
    made |= {f"rules/{rule.id}.md": rule_page(rule, rulebook, found) for rule in rulebook.rules.values()}
    whole = {name: MADE + text.rstrip() + "\n" for name, text in made.items()}
    return {**whole, "../README.md": readme(root, rulebook)}


def write_pages(root: Path, rulebook: Rulebook, help_texts: Mapping[str, str]) -> list[str]:
    """Write what is stale, remove pages of rules that are gone; returns what changed."""
    made = pages(root, rulebook, help_texts)
    changed = _stale(root, made)
    for name in changed:
        path = root / "docs" / name
        if name in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[name], encoding="utf-8")
        else:
            path.unlink()
    return changed


def stale_pages(root: Path, rulebook: Rulebook, help_texts: Mapping[str, str]) -> list[str]:
    """The pages that differ from what would be written now, the ones to be removed included."""
    return _stale(root, pages(root, rulebook, help_texts))


def _stale(root: Path, made: Mapping[str, str]) -> list[str]:
    folder = root / "docs"
    there = {path.relative_to(folder).as_posix() for path in folder.glob("rules/*.md")}
    differing = [
        name
        for name, text in made.items()
        if not (folder / name).is_file() or (folder / name).read_text("utf-8") != text
    ]
    return sorted({*differing, *(there - set(made))})


def readme(root: Path, rulebook: Rulebook) -> str:
    """The README with the beginning of what `make demo` prints."""
    text = (root / "README.md").read_text(encoding="utf-8")
    before, rest = text.split(DEMO_BEGINS)
    after = rest.split(DEMO_ENDS)[1]
    case = Case.from_file(root / "cases" / DEMO_CASE)
    shown = to_text(recommend(case, rulebook, case.intake.date)).splitlines()[:DEMO_LINES]
    block = "\n".join(["", "```", *shown, "..", "```", ""])
    return f"{before}{DEMO_BEGINS}{block}{DEMO_ENDS}{after}"


def facts_page() -> str:
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
        lines += ["", *_kind(kind)]
    lines += ["", "## What may be unknown", "", "| topic | what is not known |", "|---|---|"]
    lines += [f"| {topic} | {meaning} |" for topic, meaning in UNKNOWN_TOPICS.items()]
    return "\n".join(lines)


def _kind(kind: FactKind) -> Iterator[str]:
    yield f"## {kind.name}"
    yield ""
    yield kind.meaning + (" *Whole.*" if kind.complete else "")
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
            _cell(one.meaning) + known,
            _cell(one.source),
            ", ".join(one.statements),
        )
        yield f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def parameters_page(rulebook: Rulebook) -> str:
    """Every threshold, with what a site may choose."""
    lines = [
        "# Parameters",
        "",
        "| parameter | value | a site may choose | meaning | statements |",
        "|---|---|---|---|---|",
    ]
    for one in sorted(rulebook.parameters.values(), key=lambda parameter: parameter.key):
        choice = f"{one.range[0]:g} to {one.range[1]:g}" if one.tune and one.range else "yes" if one.tune else "no"
        value = f"{one.value} {one.unit}"
        lines.append(f"| `{one.key}` | {value} | {choice} | {_cell(one.meaning)} | {', '.join(one.statements)} |")
    return "\n".join(lines)


def plans_page(rulebook: Rulebook) -> str:
    """The plans, part by part: what is asked, what is usual, and on which statements it rests."""
    lines = ["# Plans", "", "Filled from a case; `ipt-rules plan` shows them. What stands in braces is filled in."]
    for plan in rulebook.plans.plans:
        lines += ["", f"## {plan.title}", "", *(f"- {text}" for text in (*plan.lead, *plan.cautions)), ""]
        lines += ["| part | asked | usual | statements |", "|---|---|---|---|"]
        for part in plan.parts:
            asked = " / ".join(text for text in (part.ask_first, part.ask, part.ask_more) if text)
            cells = (part.title, asked, " ".join(part.usual), ", ".join(part.statements))
            lines.append(f"| {' | '.join(map(_cell, cells))} |")
    return "\n".join(lines)


def index_page(rulebook: Rulebook) -> str:
    """All rules, chapter by chapter."""
    lines = ["# Rules", ""]
    for chapter in rulebook.chapters:
        rules = [rule for rule in rulebook.rules.values() if rulebook.chapter_of[rule.id] == chapter]
        lines += [f"## {chapter}", ""]
        lines += [f"- [{rule.title}]({rule.id}.md) ({rule.then.conclusion})" for rule in rules] or ["None yet."]
        lines.append("")
    return "\n".join(lines)


def rule_page(rule: Rule, rulebook: Rulebook, found: Trace) -> str:
    """One rule for a reader: what it says, when, on what ground, and how it is shown."""
    review = (
        "pending: no clinician has reviewed this rule"
        if rule.review == "pending"
        else f"{rule.review.by}, {rule.review.date}"
    )
    chapter, phases = rulebook.chapter_of[rule.id], ", ".join(rule.phase)
    lines = [
        f"# {rule.title}",
        "",
        rule.purpose.strip(),
        "",
        f"`{rule.id}`, version {rule.version}, {rule.status}. Chapter {chapter}. Phase: {phases}.",
        f"Review: {review}.",
        "",
        "## When",
        "",
        *_when(rule, rulebook),
        "",
        "## Then",
        "",
        f"*{rule.then.conclusion}*: **{rule.then.summary}**",
        "",
        rule.then.rationale,
        "",
        *[f"- {line}" for line in rule.then.consider],
        "",
        "## Cautions",
        "",
        *[f"- {line}" for line in rule.cautions],
        "",
        "## Statements and sources",
        "",
        *_sources(rule, rulebook),
        "",
        "## Scenarios",
        "",
        *_scenarios(rule, found),
    ]
    return "\n".join(lines)


def _when(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    for query in rulebook.queries[rule.id]:
        if query.arm:
            yield f"Way *{query.arm}*:"
            yield ""
        for pattern in query.exists:
            if pattern.kind != "case" or pattern.terms:
                yield f"- there is {_pattern(pattern)}"
        for pattern in query.absent:
            yield f"- there is no {_pattern(pattern)}"
        yield ""


def _pattern(pattern: Pattern) -> str:
    terms = " and ".join(_term(term) for term in pattern.terms)
    name = (
        f" *{pattern.name}*" if not pattern.name.startswith(("fact_", "none_")) and pattern.name != pattern.kind else ""
    )
    kind = f"[{pattern.kind}](../facts.md#{pattern.kind}){name}"
    return f"{kind} with {terms}" if terms else kind


def _term(term: Term) -> str:
    operand = term.operand
    if isinstance(operand, Ref):
        shown = f"that of *{operand.name}* (`{operand.field}`)"
    elif isinstance(operand, tuple):
        shown = ", ".join(f"`{value}`" for value in operand)
    else:
        shown = f"`{'yes' if operand is True else 'no' if operand is False else operand}`"
    words = {"is": "is", "is_not": "is known and is not", "in": "is one of"}
    return f"`{term.field}` {words.get(term.operator, term.operator.replace('_', ' '))} {shown}"


def _sources(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    for name in rule.implements:
        statement = rulebook.statements[name]
        yield f"- **{name}** ({statement.grade}): {statement.statement.strip()}"
    keys = dict.fromkeys(ref for name in rule.implements for ref in rulebook.statements[name].refs)
    places = {evidence.ref: evidence.at for evidence in rule.evidence}
    for key in (*places, *(key for key in keys if key not in places)):
        reference = rulebook.references[key]
        at = f", {places[key]}" if places.get(key) else ""
        yield f"- {reference.cite}{at} (read as: {reference.read_as})"


def _scenarios(rule: Rule, found: Trace) -> Iterator[str]:
    shown = dict.fromkeys((one.name, one.path, one.speaks) for one in found.scenarios.get(rule.id, ()))
    for name, path, speaks in shown:
        yield f"- {name} ({'speaks' if speaks else 'silent'}; `{path}`)"
    if not shown:
        yield "None."


def trace_page(rulebook: Rulebook, found: Trace) -> str:
    """Statements and decision rules, with what carries them."""
    lines = ["# Traceability", "", "## Decision rules", "", "| decision | when | rules |", "|---|---|---|"]
    for decision in rulebook.decisions.values():
        by = ", ".join(f"[{one}](rules/{one}.md)" for one in found.decided_by.get(decision.id, ())) or decision.scope
        lines.append(f"| {decision.id} | {_cell(decision.when)} | {by} |")
    lines += ["", "## Statements", "", "| statement | grade | scope | carried by |", "|---|---|---|---|"]
    for statement in rulebook.statements.values():
        by = ", ".join(_linked(one) for one in found.carriers.get(statement.id, ())) or (statement.why_out or "")
        lines.append(f"| {statement.id} | {statement.grade} | {statement.scope} | {by} |")
    return "\n".join(lines)


def _linked(carrier: str) -> str:
    kind, _, name = carrier.partition(" ")
    return f"[{name}](rules/{name}.md)" if kind == "rule" else carrier


def cli_page(help_texts: Mapping[str, str]) -> str:
    """The help of every command, as the command line prints it."""
    lines = ["# Command line", ""]
    for name, text in help_texts.items():
        lines += [f"## {name}", "", "```", text.rstrip(), "```", ""]
    return "\n".join(lines)
