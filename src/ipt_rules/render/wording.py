"""The words around a recommendation: levels, phases, the choice of focus and its confidence, sources in short."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Value
from ipt_rules.finding import shown
from ipt_rules.recommendation import Citation, Finding, FocusChoice, Recommendation
from ipt_rules.translation import _, counted

LEVELS: Mapping[str, tuple[str, str, str]] = {
    "1": ("!!", "alert", "ACT NOW"),
    "2": ("!!", "alert", "TODAY"),
    "3": ("!", "warning", "ASK IN THIS SESSION"),
    "caution": ("!", "warning", "CAUTION"),
}
"""For each level of alert its mark, its tone and its words (SAF-01)."""

AT_NEXT_CONTACT = "ASK AT THE NEXT CONTACT"
"""What level 3 says of somebody who missed the last session."""

PHASES: Mapping[str, str] = {
    "not-started": "Not started",
    "initial": "Initial phase",
    "middle": "Middle phase",
    "ending": "Ending",
    "maintenance": "Maintenance",
    "finished": "Finished",
}
STATUSES: Mapping[str, str] = {
    "agreed": "Agreed focus",
    "recommended": "Focus to consider",
    "tie": "A tie",
    "lean": "Leaning towards",
    "none": "No area stands out yet",
}
BY_ARGUMENTS_ALONE = "By the arguments alone"
CONFIDENCE_REASONS: Mapping[str, str] = {
    "lead-small": "the lead over the next area is small",
    "inventory-incomplete": "the interpersonal inventory is incomplete",
    "inventory-empty": "no relationship is recorded yet",
    "agreement-not-recorded": "the person's agreement is not recorded",
    "onset-not-known": "it is not known when the episode began",
    "event-date-not-known": "it is not known when the event was",
    "isolation-unexplained": "isolation is recorded that none of the three areas explains",
}
IMPLIED = {"inventory-empty": "inventory-incomplete"}
"""A reason that says another one, which is then left out."""

NEEDS: Mapping[str, str] = {
    "safety": "For safety",
    "course": "For the course of treatment",
    "phase": "For formulation, goals and contract",
    "focus": "For the focus",
    "progress": "For progress",
    "techniques": "For the next session",
    "ending": "For the ending",
    "maintenance": "For maintenance",
}
"""What a question is needed for."""

PLAN_STATUS: Mapping[str, str] = {
    "due": "due now",
    "open": "still open",
    "offer": "to offer",
    "recommend": "to recommend",
    "done": "done",
}
NOT_ON_SCREEN = re.compile(r"design|S\d")
"""Sources that a reader cannot look up: our own rule, and the lay pages the protocol started from."""

READ_AS: Mapping[str, str] = {
    "memory": "cited from memory, not read again",
    "mirror": "read in a copy elsewhere",
    "abstract": "only the abstract was read",
    "excerpt": "only an excerpt was read",
    "opening": "only the opening was read",
    "case": "read as a chapter with a case",
    "chapter": "one chapter was read",
    "table": "one table was read",
    "summary": "only a summary was read",
    "secondary": "read in a second-hand source",
    "tertiary": "read in a third-hand source",
    "own": "our own rule",
}
"""How much of a source was read, in words; a page that was read says nothing."""

OWN_RULE = "our own working rule"
GENERAL = "general descriptions of IPT"
SOURCES_SHOWN = 1
PLACES_SHOWN = 3


def level_words(content: Mapping[str, Any]) -> str:
    """The words for the level of an alert, from its content.

    >>> level_words({"level": "3"}), level_words({"level": "3", "away": True}), level_words({"level": "2", "away": True})
    ('ASK IN THIS SESSION', 'ASK AT THE NEXT CONTACT', 'TODAY')
    """
    level = str(content["level"])
    return AT_NEXT_CONTACT if level == "3" and content.get("away") else LEVELS[level][2]


def reminder(recommendation: Recommendation) -> str:
    """How many alerts stand at the top, and the highest; empty without one."""
    if not recommendation.alerts:
        return ""
    first, number = recommendation.alerts[0], len(recommendation.alerts)
    told = counted("{number} alert stands at the top", "{number} alerts stand at the top", number)
    return _("{mark} {told}, the highest: {level}").format(
        mark=LEVELS[str(first.content["level"])][0], told=told, level=level_words(first.content)
    )


def area_name(area: str, about: str | None = None) -> str:
    """An area for reading, with the person or event it is about.

    >>> area_name("grief", "mother (parent)")
    'Grief, mother (parent)'
    """
    name = words.AREA_NAMES.get(area, area)
    return f"{name}, {about}" if about else name


def phase_sentence(phase: Mapping[str, object]) -> str:
    """Where the treatment stands: phase, how that is known, session now and next."""
    name = PHASES.get(str(phase.get("phase")), str(phase.get("phase")))
    basis = "as recorded" if phase.get("phase_basis") == "recorded" else "by the number of sessions"
    number, planned = phase.get("session_number"), phase.get("planned_sessions")
    if not number:
        latest = "So far there was the intake"
    else:
        latest = f"Session {number}{f' of {planned}' if planned else ''} was the latest"
    left = phase.get("sessions_left")
    if left == 0:
        coming = "all planned sessions were held"
    else:
        coming = f"session {phase.get('next_session')} is next{f', {left} left with it' if left else ''}"
    return f"{name} ({basis}). {latest}; {coming}."


def focus_sentences(focus: FocusChoice, *, qualified: bool = False) -> tuple[str, ...]:
    """The choice in one line, and how sure it is in another; `qualified` where something is to be read before it."""
    told = (
        BY_ARGUMENTS_ALONE if qualified and focus.status == "recommended" else STATUSES.get(focus.status, focus.status)
    )
    if focus.status == "tie":
        told += f" between {_listed([area_name(area).lower() for area in focus.tied])}: the person's view decides."
    elif focus.primary:
        told += f": {area_name(focus.primary, focus.primary_about)}."
    else:
        told += "."
    if focus.secondary:
        told += f" Second focus{'' if focus.status == 'agreed' else ' to offer'}: {area_name(focus.secondary)}."
    sure = confidence_sentence(focus) if focus.status != "agreed" else ""
    return (told, sure) if sure else (told,)


def confidence_sentence(focus: FocusChoice) -> str:
    """How sure the choice is, and what keeps it from being surer."""
    if focus.confidence is None:
        return ""
    implied = {IMPLIED[slug] for slug in focus.confidence_reasons if slug in IMPLIED}
    because = [
        CONFIDENCE_REASONS.get(slug, slug.replace("-", " ")) for slug in focus.confidence_reasons if slug not in implied
    ]
    return f"Confidence is {focus.confidence}{': ' + '; '.join(because) if because else ''}."


def citations_shown(finding: Finding) -> tuple[Citation, ...]:
    """The sources a reader can look up."""
    return tuple(one for one in finding.references if not NOT_ON_SCREEN.fullmatch(one.key))


def sources_in_short(findings: Sequence[Finding]) -> str:
    """The first source of some findings in a few words, and how many more there are; the rule's own come first."""
    shorts = list(dict.fromkeys(short_cite(one) for finding in findings for one in citations_shown(finding)))
    if not shorts:
        lay = any(one.key != "design" for finding in findings for one in finding.references)
        return GENERAL if lay else OWN_RULE
    return _some(shorts, SOURCES_SHOWN, "; ")


def places_in_short(findings: Sequence[Finding]) -> str:
    """Where in the input the facts of some findings stand."""
    places = list(dict.fromkeys(place for finding in findings for used in finding.facts for place in used.places))
    return _some(places, PLACES_SHOWN, ", ")


def read_as_in_words(read_as: str) -> str:
    """How much of a source was read, in brackets after it; nothing where all of it was.

    >>> read_as_in_words("abstract"), read_as_in_words("page")
    (' (only the abstract was read)', '')
    """
    return f" ({READ_AS[read_as]})" if read_as in READ_AS else ""


def short_cite(citation: Citation) -> str:
    """A source in a few words.

    >>> short_cite(Citation("a", "Stuart S, Robertson M (2012). Interpersonal Psychotherapy.", "chapter 3"))
    'Stuart & Robertson 2012, chapter 3'
    >>> short_cite(Citation("b", "NICE (2022). Depression in adults. NICE guideline NG222."))
    'NICE 2022 (NG222)'
    """
    found = re.match(r"(?P<who>[^(]+?)[.,]? \((?P<year>\d{4})\)", citation.cite)
    short = f"{_authors(found['who'])} {found['year']}" if found else citation.cite.split(";")[0].rstrip(".")
    guideline = re.search(r"guideline ([A-Z]+\d+)", citation.cite)
    if found and guideline:
        short += f" ({guideline[1]})"
    return f"{short}, {citation.at}" if citation.at else short


def _authors(text: str) -> str:
    """Surnames of persons; the name of a body as it stands."""
    people = [re.fullmatch(r"(?P<surname>.+) [A-Z]{1,4}", name.strip()) for name in text.split(",")]
    if people[0] is None:
        return text
    surnames = [person["surname"] for person in people if person]
    if len(surnames) == 2 and "et al" not in text:
        return " & ".join(surnames)
    return surnames[0] if len(people) == 1 else f"{surnames[0]} et al."


def footer(recommendation: Recommendation) -> tuple[str, ...]:
    """What the recommendation was made with, who has reviewed it, and what it is for."""
    packs = recommendation.rulebook.get("packs", ())
    versions = ", ".join(f"{pack['name']} {pack['version']}" for pack in packs)
    made = (
        f"Case {recommendation.case_id}, {recommendation.on.isoformat()}. Rules {versions} "
        f"({recommendation.rulebook.get('content_hash')}), engine {recommendation.engine}."
    )
    pending = [pack["name"] for pack in packs if pack.get("review") == "pending"]
    review = (f"No clinician has reviewed these rules yet ({', '.join(pending)}).",) if pending else ()
    use = dict.fromkeys(line for pack in packs for line in pack.get("intended_use", ()))
    site = site_sentence(recommendation.rulebook.get("site_parameters", ()))
    return (made, *([site] if site else []), *review, *use)


def rules_in_short(recommendation: Recommendation) -> str:
    """In a line or two: which rules, what a site set, who has reviewed them, and who decides."""
    packs = recommendation.rulebook.get("packs", ())
    versions = ", ".join(f"{pack['name']} {pack['version']}" for pack in packs)
    pending = any(pack.get("review") == "pending" for pack in packs)
    told = (
        _("Rules {versions}.").format(versions=versions),
        site_sentence(recommendation.rulebook.get("site_parameters", ())),
        _("No clinician has reviewed them yet.") if pending else "",
        _("It suggests; you decide."),
    )
    return " ".join(one for one in told if one)


def site_sentence(parameters: Sequence[Mapping[str, Any]]) -> str:
    """What a site set differently from the rules; empty where it set nothing.

    >>> site_sentence([{"key": "phq9_valid_days", "value": 21, "unit": "days", "default": 14, "statements": []}])
    'Set by this site: phq9_valid_days 21 days (14 in the rules).'
    """
    told = [f"{one['key']} {_set(one)} ({shown(one['default'])} in the rules)" for one in parameters]
    return f"Set by this site: {'; '.join(told)}." if told else ""


def with_unit(value: Value, unit: str) -> str:
    """The value of a parameter as a reader sees it, with its unit; a yes or no has none.

    >>> with_unit(14, "days"), with_unit(False, "yes or no")
    ('14 days', 'no')
    """
    return shown(value) if isinstance(value, bool) else f"{shown(value)} {unit}"


def _set(parameter: Mapping[str, Any]) -> str:
    value = parameter["value"]
    return shown(value) if isinstance(value, str) else with_unit(value, parameter["unit"])


def _some(texts: Sequence[str], most: int, between: str) -> str:
    more = len(texts) - most
    return between.join(texts[:most]) + (f" and {more} more" if more > 0 else "")


def _listed(texts: Sequence[str]) -> str:
    return " and ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)
