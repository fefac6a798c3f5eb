"""The index of rules and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.docs.marks import Used, statement_links
from ipt_rules.render.conditions import Marks, conditions
from ipt_rules.render.wording import read_as_in_words, with_unit
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.traceability import Trace

MARKS = Marks(lambda kind: f"[{kind}](../facts.md#{kind})", lambda name: f"*{name}*", lambda text: f"`{text}`")


def index_page(rulebook: Rulebook) -> str:
    """All rules, chapter by chapter."""
    lines = ["# Rules", ""]
    for chapter in rulebook.chapters:
        rules = [rule for rule in rulebook.rules.values() if rulebook.chapter_of[rule.id] == chapter]
        lines += [f"## {chapter}", ""]
        lines += [f"- [{rule.title}]({rule.id}.md) ({rule.then.conclusion})" for rule in rules] or ["None yet."]
        lines.append("")
    return "\n".join(lines)


def rule_page(rule: Rule, rulebook: Rulebook, found: Trace, used: Used) -> str:
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
        *_parameters(rule, rulebook, used),
        "",
        "## Then",
        "",
        f"*{rule.then.conclusion}*: **{rule.then.summary}**",
        "",
        rule.then.rationale,
        "",
        *_spoken_of(rule),
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
        yield from (f"- {one.text}" for one in conditions(query, MARKS))
        yield ""


def _spoken_of(rule: Rule) -> Iterator[str]:
    """The question, the alert's level, the techniques: what the conclusion carries beside its words."""
    then = rule.then
    if then.ask:
        yield f"- Question: {then.ask.question} (answered by `{then.ask.answers}`)"
    if then.alert:
        yield f"- Level {then.alert.level}, about {then.alert.about}, holds {then.alert.holding}"
    techniques = getattr(then.content, "techniques", ()) or getattr(then.content, "held", ())
    if techniques:
        yield f"- Techniques: {', '.join(map(_technique, techniques))}"


def _technique(name: str) -> str:
    return f"[{name}](../techniques.md#{name})" if name.startswith("TEC-") else name


def _parameters(rule: Rule, rulebook: Rulebook, used: Used) -> Iterator[str]:
    """The thresholds behind the numbers above."""
    for key in used.parameters_of(rule.id):
        one = rulebook.parameters[key]
        yield f"- [`{key}`](../parameters.md#{key}) is {with_unit(one.value, one.unit)}"


def _sources(rule: Rule, rulebook: Rulebook) -> Iterator[str]:
    for name in rule.implements:
        statement = rulebook.statements[name]
        yield f"- **{statement_links([name], '../')}** ({statement.grade}): {statement.statement.strip()}"
    keys = dict.fromkeys(ref for name in rule.implements for ref in rulebook.statements[name].refs)
    places = {evidence.ref: evidence.at for evidence in rule.evidence}
    for key in (*places, *(key for key in keys if key not in places)):
        reference = rulebook.references[key]
        at = f", {places[key]}" if places.get(key) else ""
        yield f"- {reference.cite}{at}{read_as_in_words(reference.read_as)}"


def _scenarios(rule: Rule, found: Trace) -> Iterator[str]:
    shown = dict.fromkeys((one.name, one.path, one.speaks) for one in found.scenarios.get(rule.id, ()))
    for name, path, speaks in shown:
        yield f"- {name} ({'speaks' if speaks else 'silent'}; `{path}`)"
    if not shown:
        yield "None."
