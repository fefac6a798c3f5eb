"""Which missing answers could change the choice of focus, and by how many points (FOC-09, R-M20)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.facts.base import Fact, about
from ipt_rules.facts.kinds import KINDS
from ipt_rules.judging import FactsByKind, Possible, by_kind, possible
from ipt_rules.recommendation import Finding, FocusGap
from ipt_rules.rule import Rule
from ipt_rules.rulebook import CHAPTERS_OF_CHOICE, Rulebook
from ipt_rules.vocabulary import DEFICITS

TOPICS = {"loss": "deaths", "dispute": "conflicts", "life_change": "life-changes"}
"""Facts that an enquiry finds: where none is recorded and nobody asked, the enquiry itself is the missing answer."""


TIMES = frozenset(
    {
        "days_before_onset",
        "long_before_onset",
        "beside_onset",
        "around_onset",
        "told_near_onset",
        "after_onset",
        "onset_from_anniversary_days",
    }
)
"""Fields that follow from when something was."""

WORKED_OUT = frozenset({"change_type", "predates_pregnancy", "people", "recalled_near_onset", "mourns_old_self"})
"""Fields that follow from other entries: nobody can be asked for them."""


def focus_gaps(facts: Sequence[Fact], findings: Sequence[Finding], rulebook: Rulebook) -> tuple[FocusGap, ...]:
    """The missing answers that could add points to an area, the one that could add most first."""
    fired = {(finding.rule_id, finding.subject or "") for finding in findings}
    grouped = by_kind(facts)
    points: dict[tuple[str, str, str], dict[str, int]] = {}
    rules: dict[tuple[str, str, str], set[str]] = {}
    without = DEFICITS if rulebook.parameter("three_area_model") else None
    for rule_id in rulebook.active(CHAPTERS_OF_CHOICE[0]):
        if rulebook.outlines[rule_id].conclusion != "argues_for":
            continue
        for topic, question in _missing_for(rule_id, grouped, fired, rulebook):
            argument = rulebook.rules[rule_id].then.content
            if argument.area == without:
                break
            weight = int(rulebook.parameter(f"weight_{argument.weight}_points"))
            key = (argument.area, topic, question)
            known = points.setdefault(key, {})
            known[argument.counts_as] = max(known.get(argument.counts_as, 0), weight)
            rules.setdefault(key, set()).add(rule_id)
    ranked = sorted(points.items(), key=lambda entry: (-sum(entry[1].values()), entry[0]))
    return tuple(
        FocusGap(topic, question, area, sum(weights.values()), rank, tuple(sorted(rules[area, topic, question])))
        for rank, ((area, topic, question), weights) in enumerate(ranked, start=1)
    )


def _missing_for(
    rule_id: str, facts: FactsByKind, fired: set[tuple[str, str]], rulebook: Rulebook
) -> Iterator[tuple[str, str]]:
    """The single answers that alone keep an argument from being made: topic and what is not recorded."""
    for query in rulebook.queries[rule_id]:
        wanted = {pattern.kind for pattern in query.exists}
        for kind, topic in TOPICS.items():
            if kind in wanted and _not_asked(kind, topic, facts):
                yield topic, f"whether there were any {topic.replace('-', ' ')}"
        for way in possible(query, facts):
            if way.missing and len(set(way.missing)) == 1 and not _already(rulebook.rules[rule_id], way, fired):
                fact, field = way.missing[0]
                if field not in WORKED_OUT:
                    yield _named(fact, field)


def _not_asked(kind: str, topic: str, facts: FactsByKind) -> bool:
    return kind not in facts and not any(fact.get("topic") == topic for fact in facts.get("enquiry", ()))


def _already(rule: Rule, way: Possible, fired: set[tuple[str, str]]) -> bool:
    """Whether the rule speaks of that subject in another way already."""
    subject = rule.then.content.subject or ""
    if subject.startswith("$"):
        name, _, field = subject[1:].partition(".")
        subject = str(dict(way.bound)[name].get(field) or "")
    return (rule.id, subject) in fired


def _named(fact: Fact, field: str) -> tuple[str, str]:
    """A missing answer as topic and words; all that one date would settle is one question."""
    name = about(fact)
    if field in TIMES:
        return f"{fact.kind}.timing", f"{name}: when that was, beside the onset" if name else "when that was"
    meaning = KINDS[fact.kind].fields[field].meaning
    text = meaning.split(". ")[0].split("; ")[0].rstrip(".")  # its first sentence says what it is
    text = f"{text[:1].lower()}{text[1:]}"
    return f"{fact.kind}.{field}", f"{name}: {text}" if name else text
