"""Why a rule speaks of a case or stays silent, condition by condition; and why an area is not the focus.

Every answer has three values: yes, no, not known. Where a rule does not hold, the way that comes closest is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Literal

from ipt_rules.case import Case
from ipt_rules.errors import UnknownNameError, did_you_mean
from ipt_rules.explaining_places import meaning_of, place_of, would_stand
from ipt_rules.facts.base import Fact, Value, about
from ipt_rules.facts.kinds import KINDS
from ipt_rules.facts.view import View
from ipt_rules.finding import findings_of, shown
from ipt_rules.focus_gaps import TOPICS
from ipt_rules.judging import Bound, judge
from ipt_rules.matching.plain import PlainMatcher
from ipt_rules.query import Match, Pattern, Query, Ref, Term
from ipt_rules.quiet import Quiet
from ipt_rules.recommendation import Finding
from ipt_rules.recommending import run_chapters
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import N_, Words, _

Answer = Literal["yes", "no", "not-known"]
ANSWERS: Mapping[bool | None, Answer] = {True: "yes", False: "no", None: "not-known"}
OPERATOR_WORDS: Mapping[str, str] = Words(
    {
        "is": N_("is"),
        "is_not": N_("is not"),
        "in": N_("is one of"),
        "at_least": N_("is at least"),
        "at_most": N_("is at most"),
        "more_than": N_("is more than"),
        "less_than": N_("is less than"),
    }
)
WANTED_WORDS: Mapping[str, str] = Words(
    {
        "is": "",
        "is_not": N_("not"),
        "in": N_("one of"),
        "at_least": N_("at least"),
        "at_most": N_("at most"),
        "more_than": N_("more than"),
        "less_than": N_("less than"),
    }
)
OWN_WORDS = ("key", "text")
"""Types of fields that hold what somebody wrote."""

PARTIAL_WAYS = 100
"""How many ways to bind the first conditions are followed up, the closest first: enough for any real case."""


@dataclass(frozen=True, repr=False)
class Condition(Quiet):
    """One test of one field: what it asks, the answer, and what the case says (None when it is not known).

    Of keys and texts the value is left out too: they may say who somebody is, and the part names the place to look.
    `asks` is the same for reading: what the field means, `found` the value and `wants` what it must be. `places` are
    those of the answer in the case; with `stands` false it is not recorded, and would stand there. Without places it is
    worked out from other entries, those of the part.
    """

    _told = ("says", "answer")

    says: str
    answer: Answer
    value: str | None = None
    asks: str = field(default="", compare=False)
    found: str | None = field(default=None, compare=False)
    wants: str = field(default="", compare=False)
    places: tuple[str, ...] = field(default=(), compare=False)
    stands: bool = field(default=False, compare=False)


@dataclass(frozen=True, repr=False)
class Part(Quiet):
    """One `exists` or `absent` of a rule with the fact that fits best: its places, and each test.

    `recorded` says how many facts of the kind the case has, `about` whom or what this one is about, for reading.
    `would_stand` is where a first one would be told.
    """

    _told = ("kind", "name", "answer", "places")

    kind: str
    name: str
    absent: bool
    answer: Answer
    recorded: int
    places: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    about: str = ""
    would_stand: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Way(Quiet):
    """One way in which a rule can come true, with its answer; `name` is empty when there is only one."""

    _told = ("name", "answer")

    name: str
    answer: Answer
    parts: tuple[Part, ...]


@dataclass(frozen=True, repr=False)
class Explanation(Quiet):
    """One rule on one case: whether it speaks, what it says, each way, and what would have to be known.

    `site_parameters` is what a site set, as in a recommendation.
    """

    _told = ("rule_id", "on", "fires")

    case_id: str
    on: date
    rule_id: str
    title: str
    chapter: str
    version: int
    status: str
    fires: bool
    findings: tuple[Finding, ...]
    ways: tuple[Way, ...]
    missing: tuple[str, ...]
    site_parameters: tuple[Mapping[str, Any], ...] = ()


def explain(case: Case, rulebook: Rulebook, rule_id: str, on: date) -> Explanation:
    """Each condition of a rule for this case on the day `on`: yes, no or not known.

    Raises UnknownNameError when there is no such rule, CaseError when `on` is before the intake.
    """
    rule = rulebook.rules.get(rule_id)
    if rule is None:
        hint = did_you_mean(rule_id, rulebook.rules, _("`ipt-rules rules list` shows all rules"))
        raise UnknownNameError(_("there is no rule `{rule}`: {hint}").format(rule=rule_id, hint=hint))
    chapter = rulebook.chapter_of[rule_id]
    facts = run_chapters(case, rulebook, on, PlainMatcher.name, until=chapter).facts
    matches = PlainMatcher(rulebook.queries[rule_id]).match(facts)
    view = View(case, on, rulebook)
    ways = [_explained(query, facts, _first(query, matches), view) for query in rulebook.queries[rule_id]]
    return Explanation(
        case_id=case.id,
        on=on,
        rule_id=rule_id,
        title=rule.title,
        chapter=chapter,
        version=rule.version,
        status=rule.status,
        fires=bool(matches),
        findings=tuple(_said(rule, matches, rulebook, facts)),
        ways=tuple(way for way, _missing in ways),
        missing=() if matches else tuple(dict.fromkeys(text for _way, missing in ways for text in missing)),
        site_parameters=tuple(rulebook.site_parameters),
    )


def _said(rule: Rule, matches: Sequence[Match], rulebook: Rulebook, facts: Sequence[Fact]) -> list[Finding]:
    return findings_of(rule, matches, rulebook, facts) if matches else []


def _first(query: Query, matches: Sequence[Match]) -> Bound | None:
    return next((dict(match.bound) for match in matches if match.arm == query.arm), None)


def _explained(query: Query, facts: Sequence[Fact], bound: Bound | None, view: View) -> tuple[Way, tuple[str, ...]]:
    """A way with its parts, and what would have to be known for it; `bound` when it is known to hold."""
    chosen = bound if bound is not None else _closest(query, facts)
    parts = [_exists(pattern, chosen, facts, view) for pattern in query.exists]
    parts += [_absent(pattern, chosen, facts) for pattern in query.absent]
    answer = _all(part.answer for part in parts)
    missing = tuple(_missing(query, chosen, parts)) if answer == "not-known" else ()
    return Way(query.arm, answer, tuple(parts)), missing


def nearness(query: Query, facts: Sequence[Fact]) -> tuple[int, int]:
    """How far a query is from holding: its noes and its unknowns, in the way that comes closest."""
    bound = _closest(query, facts)
    answers: list[bool | None] = []
    for pattern in query.exists:
        fact = bound[pattern.name]
        answers += [judge(fact, term, bound) for term in pattern.terms] if pattern.terms else [True]
        answers += [] if fact in facts else [False]
    kept = [_absent(pattern, bound, facts).answer for pattern in query.absent]
    return answers.count(False) + kept.count("no"), answers.count(None) + kept.count("not-known")


def _closest(query: Query, facts: Sequence[Fact]) -> Bound:
    """The facts that come closest to satisfying a query: fewest noes, then fewest unknowns, then the order of facts."""
    ways: list[tuple[tuple[int, int], Bound]] = [((0, 0), {})]
    for pattern in query.exists:
        longer = []
        for (noes, unknowns), bound in ways:
            for fact in _of_kind(pattern.kind, facts, bound) or [_nothing(pattern.kind)]:
                answers = [judge(fact, term, {**bound, pattern.name: fact}) for term in pattern.terms]
                score = (noes + answers.count(False), unknowns + answers.count(None))
                longer.append((score, {**bound, pattern.name: fact}))
        ways = sorted(longer, key=lambda way: way[0])[:PARTIAL_WAYS]
    return ways[0][1]


def _of_kind(kind: str, facts: Sequence[Fact], bound: Bound) -> list[Fact]:
    return [fact for fact in facts if fact.kind == kind and fact not in bound.values()]


def _nothing(kind: str) -> Fact:
    """Stands for a fact that is not recorded: every field of it is unknown."""
    return Fact(kind, MappingProxyType({}), ())


def _exists(pattern: Pattern, bound: Bound, facts: Sequence[Fact], view: View) -> Part:
    fact = bound[pattern.name]
    recorded = sum(one.kind == pattern.kind for one in facts)
    made = Part(pattern.kind, pattern.name, False, "yes", recorded, fact.places, about=about(fact) or "")
    if fact not in facts:
        stand = would_stand(pattern.kind, view)
        return replace(made, answer=_without_facts(pattern.kind, facts), would_stand=stand)
    conditions = tuple(_condition(fact, term, bound, view) for term in pattern.terms)
    return replace(made, answer=_all(one.answer for one in conditions), conditions=conditions)


def _without_facts(kind: str, facts: Sequence[Fact]) -> Answer:
    """What the lack of any fact of a kind means: no where somebody asked, or where we would have concluded it."""
    topic = TOPICS.get(kind)
    asked = any(
        fact.kind == "enquiry" and fact.get("topic") == topic and fact.get("answer") == "none" for fact in facts
    )
    return "no" if KINDS[kind].complete or asked else "not-known"


def _absent(pattern: Pattern, bound: Bound, facts: Sequence[Fact]) -> Part:
    """The answer is yes when nothing of the kind satisfies all terms."""
    others = _of_kind(pattern.kind, facts, bound)
    answers = [_all(ANSWERS[judge(fact, term, bound)] for term in pattern.terms) for fact in others]
    refs = [term.operand for term in pattern.terms if isinstance(term.operand, Ref)]
    made = Part(pattern.kind, pattern.name, True, "yes", len(others))
    conditions = tuple(Condition(_in_words(pattern.kind, term), "yes") for term in pattern.terms)
    if "yes" in answers:
        found = others[answers.index("yes")]
        return replace(made, answer="no", places=found.places, conditions=conditions)
    unseen = "not-known" in answers or any(bound[ref.name].get(ref.field) is None for ref in refs)
    return replace(made, answer="not-known" if unseen else "yes", conditions=conditions)


def _condition(fact: Fact, term: Term, bound: Bound, view: View) -> Condition:
    value = fact.get(term.field)
    own_words = KINDS[fact.kind].fields[term.field].type in OWN_WORDS
    said = None if value is None or own_words else _value(fact.kind, term.field, value)
    places, stands = place_of(fact, term.field, view)
    return Condition(
        says=_in_words(fact.kind, term),
        answer=ANSWERS[judge(fact, term, bound)],
        value=said,
        asks=meaning_of(fact.kind, term.field),
        found=None if said is None else _plainly(fact.kind, term.field, said),
        wants=_plainly(fact.kind, term.field, _wanted(fact.kind, term)),
        places=places,
        stands=stands,
    )


def _in_words(kind: str, term: Term) -> str:
    """A test as a reader sees it: `days before onset is at most 92 days`."""
    return f"{term.field.replace('_', ' ')} {OPERATOR_WORDS[term.operator]} {_operand(kind, term)}"


def _wanted(kind: str, term: Term) -> str:
    """What a field must be, without the field: `at most 92 days`."""
    return f"{WANTED_WORDS[term.operator]} {_operand(kind, term)}".strip()


def _plainly(kind: str, field: str, words: str) -> str:
    """Words of a closed list without their hyphens."""
    return words.replace("-", " ") if KINDS[kind].fields[field].type == "term" else words


def _operand(kind: str, term: Term) -> str:
    if isinstance(term.operand, Ref):
        form = _("the {field} of {name}")
        return form.format(field=term.operand.field.replace("_", " "), name=term.operand.name)
    if isinstance(term.operand, tuple):
        return ", ".join(shown(one) for one in term.operand)
    return _value(kind, term.field, term.operand)


def _value(kind: str, field: str, value: Value) -> str:
    unit = KINDS[kind].fields[field].unit
    return f"{shown(value)} {unit}" if unit else shown(value)


def _missing(query: Query, bound: Bound, parts: Sequence[Part]) -> Iterator[str]:
    """What would have to be known, in the words of the fact dictionary."""
    for part in parts:
        if part.answer != "not-known":
            continue
        if part.absent or (not part.places and not part.conditions):
            form = _("whether there is another {kind}") if part.absent else _("whether there is any {kind}")
            yield form.format(kind=part.kind.replace("_", " "))
            continue
        fact = bound[part.name]
        pattern = next(one for one in query.exists if one.name == part.name)
        name = about(fact)
        for term in pattern.terms:
            if judge(fact, term, bound) is None:
                meaning = meaning_of(fact.kind, term.field)
                yield f"{name}: {meaning}" if name else meaning


def _all(answers: Iterator[Answer] | Sequence[Answer]) -> Answer:
    """All of several answers: one no decides, else one not known."""
    told = list(answers)
    return "no" if "no" in told else "not-known" if "not-known" in told else "yes"
