"""A note for the record: what was considered, on which data, and what was not known; no advice, no question, no diagnosis.

It is made of the reasons that rules give, which begin with what is recorded, and never of summaries or of what to consider,
which may advise. `NOTED` says whose reasons are taken; a test holds the wording of all rules to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta

from ipt_rules.recommendation import Candidate, Finding, Recommendation, TechniqueAdvice, holds_all
from ipt_rules.render import wording
from ipt_rules.render.curve import curve_of
from ipt_rules.render.page import Item, Page, Section, clean, cleaned
from ipt_rules.render.phases import phase_track
from ipt_rules.render.sections import progress_lines, technique_name
from ipt_rules.translation import N_, Words, _

LEVELS: Mapping[str, str] = Words(
    {
        "1": N_("Alert, level 1 of 3 (the most urgent)"),
        "2": N_("Alert, level 2 of 3 (same day)"),
        "3": N_("Alert, level 3 of 3 (enquiry)"),
        "caution": N_("Caution"),
    }
)
NOTED = ("alert", "refer", "review", "stage")
"""The conclusions whose reasons stand in the note, beside the arguments on the focus, headlines of progress, and questions."""

FOCUS: Mapping[str, str] = Words(
    {
        "agreed": N_("The agreed focus on record was {area}."),
        "recommended": N_("Most spoke for {area}; confidence was {confidence}."),
        "lean": N_("What was recorded leaned towards {area}; confidence was {confidence}."),
        "tie": N_("{tied} were tied."),
        "none": N_("No area stood out."),
    }
)


def note_page(recommendation: Recommendation) -> Page:
    """The note as a page."""
    made = (
        Section(_("What was read"), lead=cleaned(_data(recommendation))),
        Section(_("Alerts considered"), items=tuple(_alerts(recommendation)), lead=_no_alert(recommendation)),
        Section(_("Also considered"), items=tuple(_points(recommendation)), tight=True),
        Section(_("Focus considered"), lead=cleaned(_choice(recommendation)), items=tuple(_areas(recommendation))),
        Section(_("Techniques considered"), lead=cleaned(_techniques(recommendation))),
        Section(_("Not known at the time"), items=tuple(_not_known(recommendation)), tight=True),
        Section(_("What this was"), lead=cleaned(_meaning())),
    )
    title = _("Note on decision support, case {case}, {day}").format(
        case=recommendation.case_id, day=recommendation.on.isoformat()
    )
    sections = tuple(section for section in made if not section.empty)
    return Page(clean(title), sections, cleaned(wording.footer(recommendation)))


def _meaning() -> Iterator[str]:
    yield _("This was decision support for Interpersonal Psychotherapy, made from the record alone.")
    yield _("It set no diagnosis and decided nothing; the therapist decides.")


# On which data


def _data(recommendation: Recommendation) -> Iterator[str]:
    phase, on = recommendation.phase, recommendation.on
    number, since = phase.get("session_number"), phase.get("days_since_intake")
    intake = _(" of {day}").format(day=_days_before(recommendation, since)) if isinstance(since, int) else ""
    latest = phase.get("days_since_session")
    held = _(" of {day}").format(day=_days_before(recommendation, latest)) if isinstance(latest, int) else ""
    sessions = _(" and the sessions up to session {number}{day}").format(number=number, day=held) if number else ""
    yield _("On {day} the record of case {case} was read as it stood: the intake{intake}{sessions}.").format(
        day=on.isoformat(), case=recommendation.case_id, intake=intake, sessions=sessions
    )
    yield from recommendation.notices
    yield _("Phase: {phase}.").format(phase=phase_track(recommendation))
    curve = curve_of(recommendation.progress, phase)
    yield from (curve.line,) if curve else progress_lines(recommendation.progress)


def _days_before(recommendation: Recommendation, days: object) -> str:
    return (recommendation.on - timedelta(days=int(str(days)))).isoformat()


# What was considered


def _no_alert(recommendation: Recommendation) -> tuple[str, ...]:
    return () if recommendation.alerts else (_("None from what was recorded."),)


def _alerts(recommendation: Recommendation) -> Iterator[Item]:
    """Every alert, each with its level, its reason and its rule."""
    for alert in recommendation.alerts:
        level = LEVELS[str(alert.content["level"])]
        yield Item(clean(f"{level}: {alert.rationale}"), says=(_("Rule {rule}.").format(rule=alert.rule_id),))


def _points(recommendation: Recommendation) -> Iterator[Item]:
    """What else was found that called for a look, and the headlines of progress; what a reason goes on to say of it waits."""
    found = (one for one in recommendation.findings if one.conclusion != "alert" and (_noted(one) or _headline(one)))
    yield from (Item(text, tone="plain") for text in _once(_first_sentence(one.rationale) for one in found))


def _noted(finding: Finding) -> bool:
    return finding.conclusion in NOTED


def _headline(finding: Finding) -> bool:
    return finding.conclusion == "note" and finding.section == "progress" and bool(finding.content.get("headline"))


def _choice(recommendation: Recommendation) -> Iterator[str]:
    focus = recommendation.focus
    yield FOCUS[focus.status].format(
        area=wording.area_name(focus.primary, focus.primary_about) if focus.primary else "",
        confidence=wording.CONFIDENCE[focus.confidence] if focus.confidence else None,
        tied=", ".join(map(wording.area_name, focus.tied)),
    )


def _areas(recommendation: Recommendation) -> Iterator[Item]:
    """The areas that something spoke for or against, with all that counted."""
    for candidate in recommendation.focus.candidates:
        says = [*_arguments(candidate, _("For"), 1), *_arguments(candidate, _("Against"), -1)]
        if says:
            name = wording.area_name(candidate.area, candidate.about)
            yield Item(clean(name), says=cleaned(says))


def _arguments(candidate: Candidate, name: str, sign: int) -> Iterator[str]:
    told = _once(one.rationale for one in candidate.arguments if one.counted and one.points * sign > 0)
    if told:
        yield _("{name}: {arguments}").format(name=name, arguments=" ".join(told))


def _techniques(recommendation: Recommendation) -> Iterator[str]:
    if any(map(holds_all, recommendation.findings)) and recommendation.held:
        yield _("Technique suggestions were kept back, for the reasons above.")
    elif recommendation.techniques:
        yield _("Named for the next session: {names}.").format(names=_named(recommendation.techniques))
    kept = [one for one in recommendation.blocked_techniques if one.blocked_by or one.waits_for]
    if kept and recommendation.techniques:
        yield _("Kept back: {names}.").format(names=_named(kept))


def _named(advised: Iterable[TechniqueAdvice]) -> str:
    return "; ".join(dict.fromkeys(map(technique_name, advised)))


def _not_known(recommendation: Recommendation) -> Iterator[Item]:
    """What was not recorded, in the whole words of the rules that wait for it; what safety waits for first."""
    asked = sorted(recommendation.gaps, key=lambda one: one.section != "safety")
    yield from (Item(text, tone="plain") for text in _once(one.rationale for one in asked))


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?]) (?=[A-Z])", text, maxsplit=1)[0]


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(map(clean, texts)))
