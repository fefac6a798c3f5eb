"""Facts about the episode and its onset, the timeline, the triad, and what of these nobody knows yet (B3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case.background import Episode
from ipt_rules.case.people import LifeEvent
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.enquiries import asked, deaths_asked, other_losses_asked, tasks_done
from ipt_rules.facts.timing import timing
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "onset": "in which month the episode began, where not even a year long ago is known",
    "event-date": "in which month an event happened",
    "deaths": "whether anybody important to the patient died",
    "other-losses": "whether there were other losses",
    "bipolar-history": "whether there was ever mania or hypomania",
    "medical-causes": "whether a bodily illness or a medicine could be behind the low mood",
    "medical-check": "whether a doctor has looked at a bodily illness or a medicine that may add to the low mood",
    "medication": "whether medicines for mood are taken",
}
PARTS: Mapping[str, str] = {
    "crisis": "the acute interpersonal crisis",
    "vulnerability": "what makes the person vulnerable",
    "support": "social support",
}
SOURCE = "intake.episode"
MONTHS = 12


EPISODE = kind(
    "episode",
    "The present episode, and what is recorded of earlier ones; exactly one.",
    Field(
        "onset_known",
        "yes_no",
        "Its onset is dated to the month or the day, or to a year so far back that the depression is a lasting one "
        "whatever the month; always known.",
        required=True,
        statements=("INI-25", "FOC-11"),
    ),
    Field("onset", "text", "When it began, for reading.", source=f"{SOURCE}.onset", statements=("INI-25",)),
    Field("months", "integer", "For how long it has lasted.", unit="months", source=f"{SOURCE}.duration_months"),
    Field("number", "integer", "Which episode of life.", source=f"{SOURCE}.number", statements=("MNT-05",)),
    Field("in_last_two_years", "yes_no", "An earlier one within two years.", statements=("MNT-02",)),
    Field("earlier_severe", "yes_no", "An earlier one was severe or suicidal.", statements=("MNT-05",)),
    Field("early_onset", "yes_no", "The first came early in life.", statements=("MNT-03",)),
    Field("unhelpful_coping", "yes_no", "Avoidance or rumination.", statements=("MNT-02",)),
    Field("childhood_maltreatment", "yes_no", "Maltreatment in childhood.", statements=("MNT-03",)),
    Field("family_history", "yes_no", "Depression in the family.", statements=("MNT-03",)),
    Field("warning_signs", "integer", "Personal early signs recorded.", required=True, statements=("END-18",)),
    single=True,
)
TRIAD_PART = kind(
    "triad_part",
    "A part of the interpersonal triad; always all three.",
    Field("part", "term", "Which part.", tuple(PARTS), required=True, source="intake.triad"),
    Field("name", "text", "The same, for reading."),
    Field(
        "state",
        "term",
        "Filled, looked for and none found, or empty.",
        ("filled", "none-found", "empty"),
        required=True,
        statements=("INI-31",),
    ),
)
KINDS: tuple[FactKind, ...] = (EPISODE, TRIAD_PART)


def derive(view: View) -> Iterator[Fact]:
    """The episode, the triad, and what is not known of onset, events, losses and bipolar history."""
    yield _episode(view)
    yield from (_triad_part(view, part, name) for part, name in PARTS.items())
    if not onset_known(view):
        yield unknown("onset", view.place("episode.onset"))
    for event in view.background.life_events:
        if _needs_date(view, event):
            yield unknown(
                "event-date",
                view.place(f"life_events.{event.event}"),
                event=event.event,
                person=event.person,
                who=view.who(event.person),
                what=view.what(event),
            )
    yield from _losses_not_asked(view)
    if _bipolar_unknown(view):
        yield unknown("bipolar-history", view.place("diagnosis.bipolar"))
    if not asked(view, "medical-causes") and not (view.background.diagnosis and view.background.diagnosis.medical):
        yield unknown("medical-causes", view.place("asked.medical-causes"))
    if _cause_to_check(view):
        yield unknown("medical-check", view.place("asked.medical-causes"))
    if view.background.medication is None and "medication-reviewed" not in tasks_done(view):
        yield unknown("medication", view.place("medication"))


def onset_known(view: View) -> bool:
    """Whether the onset is known well enough: to the month, for a year alone gives no timing.

    A year is enough where all of it lies so far back that the depression is a lasting one, whatever the month.
    """
    onset = view.background.episode.onset if view.background.episode else None
    if onset is None or onset.precision != "year":
        return onset is not None
    lasting = int(view.parameter("persistent_depression_months"))
    return (view.on.year - onset.latest.year) * MONTHS + view.on.month - onset.latest.month > lasting


def triad_state(view: View, part: str) -> str:
    """`filled`, `none-found` when it was looked for, else `empty`."""
    triad = view.background.triad
    if triad is not None and getattr(triad, part):
        return "filled"
    return "none-found" if triad is not None and part in triad.none_found else "empty"


def _episode(view: View) -> Fact:
    told = view.background.episode or Episode()
    return make_fact(
        EPISODE,
        view.place("episode"),
        onset_known=onset_known(view),
        onset=None if told.onset is None else str(told.onset),
        months=episode_months(view, told),
        number=told.number,
        in_last_two_years=yes(told.in_last_two_years),
        earlier_severe=yes(told.earlier_severe),
        early_onset=yes(told.early_onset),
        unhelpful_coping=yes(told.unhelpful_coping),
        childhood_maltreatment=yes(told.childhood_maltreatment),
        family_history=yes(told.family_history),
        warning_signs=len(told.warning_signs),
    )


def episode_months(view: View, told: Episode) -> int | None:
    """Whole months from the middle of the onset to the day, else the length as told at intake."""
    if told.onset is None or told.onset.precision == "year":
        return told.duration_months
    began = told.onset.middle
    months = (view.on.year - began.year) * 12 + view.on.month - began.month - (view.on.day < began.day)
    return max(months, 0)


def _triad_part(view: View, part: str, name: str) -> Fact:
    return make_fact(TRIAD_PART, view.place(f"triad.{part}"), part=part, name=name, state=triad_state(view, part))


def _needs_date(view: View, event: LifeEvent) -> bool:
    """Neither a month nor a relation to the onset is told, and the year alone does not settle it."""
    if event.onset_relation is not None or (event.date is not None and event.date.precision != "year"):
        return False
    return timing(view, event.date, None, ())["long_before_onset"] is not True


def _losses_not_asked(view: View) -> Iterator[Fact]:
    if not deaths_asked(view):
        yield unknown("deaths", view.place("asked.deaths"))
    if not other_losses_asked(view):
        yield unknown("other-losses", view.place("asked.other-losses"))


def _cause_to_check(view: View) -> bool:
    """Something was found when bodily and drug causes were asked about, and no medical check is recorded."""
    answers = {str(topic): answer for topic, answer in view.background.asked.items()}
    return answers.get("medical-causes") == "some" and "medical-check-done" not in tasks_done(view)


def _bipolar_unknown(view: View) -> bool:
    """Neither a yes nor a no about mania or hypomania is recorded, nor a diagnosis that says it."""
    diagnosis = view.background.diagnosis
    if asked(view, "bipolar-history"):
        return False
    if diagnosis is None:
        return True
    named = {diagnosis.primary, *diagnosis.comorbid} & view.group("bipolar-diagnoses")
    told = "yes" in (diagnosis.mania_now, diagnosis.bipolar) or diagnosis.bipolar == "no"
    return not named and not told
