"""How severe the depression is, for the choice of a first treatment (A5): the PHQ-9, daily life, and the clinician."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case.background import Episode
from ipt_rules.facts import formats, treatments
from ipt_rules.facts.base import Fact, FactKind, Field, Value, kind, make_fact
from ipt_rules.facts.loss_signs import psychosis, suicidal_thoughts
from ipt_rules.facts.phase import adult
from ipt_rules.facts.scores import Reading, contact_text, of_scale, readings, valid_today, words_of
from ipt_rules.facts.signs import signs
from ipt_rules.facts.social import persistent
from ipt_rules.facts.suitability import bipolar, recorded
from ipt_rules.facts.view import View, yes
from ipt_rules.instruments import band

UNKNOWNS: Mapping[str, str] = {**treatments.UNKNOWNS, **formats.UNKNOWNS}

SEVERITY = kind(
    "severity",
    "How severe the depression is for planning, by the newest PHQ-9 that is valid today; exactly one.",
    Field("total", "integer", "That PHQ-9.", unit="points", source="measures.phq9", statements=("MEA-08",)),
    Field("band", "key", "Its band, as instruments.yaml names it.", statements=("SEV-01",)),
    Field(
        "planning_band",
        "key",
        "The band to plan by: one step up where severe impairment is recorded, and never below what the clinician judges.",
        source="measures.phq9.difficulty, measures.wsas, intake.diagnosis.severity",
        statements=("SEV-10", "MEA-32"),
    ),
    Field(
        "raised",
        "yes_no",
        "The band to plan by is above the band of the score; `no` only when daily life is known not to be severely "
        "impaired.",
        statements=("SEV-10",),
    ),
    Field("text", "text", "The score, its band and why another is planned by, for reading.", required=True),
    Field("daily_life", "text", "What is recorded of impairment, for reading.", required=True, statements=("SEV-10",)),
    Field("eased", "yes_no", "An earlier usable PHQ-9 lies in a higher band; always known.", required=True),
    Field(
        "below_threshold",
        "yes_no",
        "The main diagnosis is a depression below the threshold or an adjustment disorder, and neither score nor "
        "impairment speaks against it; `no` says only that this is not recorded.",
        required=True,
        source="intake.diagnosis.primary",
        statements=("SEV-04", "SUI-13"),
    ),
    Field(
        "long_or_recurrent",
        "yes_no",
        "Persistent, or recurrent with a treatment on record that brought a partial response; `no` says only that "
        "neither is recorded.",
        required=True,
        source="intake.episode, diagnosis.prior_treatments",
        statements=("CON-13", "SUI-40"),
    ),
    Field("why_combined", "text", "What makes it heavy: severe, long or returned; for reading, where one holds."),
    Field("recurrent_partial", "yes_no", "The second of these; always known.", required=True, statements=("CON-13",)),
    Field("with_course", "text", "The score, and the long course or the return, for reading.", required=True),
    Field(
        "can_wait",
        "yes_no",
        "Suicidal thoughts, psychotic symptoms and severe impairment are each known not to be there, and no earlier "
        "episode was severe; `no` where one of them is not known. Always known.",
        required=True,
        statements=("SEV-04", "GRI-12"),
    ),
    Field(
        "applies",
        "yes_no",
        "The score may guide a first treatment for depression. `no` unless the patient is known to be of age, and where "
        "another main diagnosis without depression, bipolar illness, psychosis, mania, harmful use or dependence, or more "
        "than mildly impaired cognition is recorded. Always known.",
        required=True,
        source="patient.age, diagnosis, asked.bipolar-history",
        statements=("SUI-08", "SUI-27", "SAF-17", "SAF-23", "SAF-24"),
    ),
    single=True,
)
KINDS: tuple[FactKind, ...] = (SEVERITY, *treatments.KINDS, *formats.KINDS)


def derive(view: View) -> Iterator[Fact]:
    """The severity, the treatments so far and the wishes, the format and what speaks against a group."""
    yield _severity(view)
    yield from treatments.derive(view)
    yield from formats.derive(view)


def _severity(view: View) -> Fact:
    found = of_scale(readings(view), "phq9")
    last = found[-1] if found and valid_today(view, found[-1]) else None
    impaired = severe_impairment(view)
    bands = _bands(view, last, impaired)
    course = _course(view, str(bands["text"]))
    return make_fact(
        SEVERITY,
        (*((last.place,) if last else ()), *view.place("diagnosis.severity")),
        **bands,
        daily_life=_daily_life(view, impaired),
        eased=last is not None and any(_step(one) > _step(last) for one in found[:-1]),
        below_threshold=_below_threshold(view, last, impaired),
        **course,
        why_combined=_why_combined(bands.get("planning_band"), course),
        can_wait=_can_wait(view, impaired),
        applies=_applies(view),
    )


def _step(reading: Reading) -> int:
    """The place of its band, the lightest first."""
    return _names(reading).index(str(band(reading.instrument, reading.total)))


def _names(reading: Reading) -> list[str]:
    return [one.name for one in reading.instrument.bands]


def _bands(view: View, last: Reading | None, impaired: bool | None) -> dict[str, Value | None]:
    """The band of the score, the band to plan by, and both in words."""
    if last is None:
        return {"text": "No PHQ-9 is recorded that is valid today"}
    names, own = _names(last), _step(last)
    steps = int(view.parameter("severe_impairment_band_steps")) if impaired else 0
    lifted = min(own + steps, len(names) - 1)
    judged = names.index(judgement) if (judgement := _judged(view)) in names else 0
    planned = max(own, lifted, judged)
    told = f"PHQ-9 of {contact_text(last.contact.number)}: {last.total}, in the {words_of(names[own])} range"
    why = "the clinician judges it so" if judged > lifted else "daily life is severely impaired"
    return {
        "total": last.total,
        "band": names[own],
        "planning_band": names[planned],
        "raised": True if planned > own else None if impaired is None else False,
        "text": told if planned == own else f"{told}; taken as {words_of(names[planned])} because {why}",
    }


def _judged(view: View) -> str | None:
    """Severity as the clinician judges it; its terms are those of the bands, but for the heaviest but one."""
    return view.diagnosis.severity


# Impairment (SEV-10)


def severe_impairment(view: View) -> bool | None:
    """Severe when the difficulty item or the WSAS says so; not severe when one is recorded and neither does."""
    known = [high for _, high in _impairment(view)]
    return None if not known else any(known)


def _impairment(view: View) -> Iterator[tuple[str, bool]]:
    """What is recorded of impairment, in words, and whether it is severe."""
    usable = of_scale(readings(view), "phq9")
    difficulty = getattr(usable[-1].score, "difficulty", None) if usable and valid_today(view, usable[-1]) else None
    if difficulty is not None:
        yield f"PHQ-9 difficulty item {difficulty}", difficulty >= int(view.parameter("severe_difficulty_points"))
    wsas = of_scale(readings(view), "wsas")
    if wsas:
        yield f"WSAS {wsas[-1].points}", wsas[-1].points >= int(view.parameter("severe_impairment_points"))


def _daily_life(view: View, impaired: bool | None) -> str:
    told = ", ".join(text for text, _ in _impairment(view))
    if impaired is None:
        return "How hard daily life has become is not recorded"
    return f"Daily life is {'' if impaired else 'not '}severely impaired ({told})"


# What else bears on the choice


def _below_threshold(view: View, last: Reading | None, impaired: bool | None) -> bool:
    if last is None or view.diagnosis.primary not in view.group("below-threshold-diagnoses") or impaired:
        return False
    low = last.points <= int(view.parameter("below_threshold_points"))
    return low and _judged(view) != "severe"


def _course(view: View, score: str) -> dict[str, Value | None]:
    """A long course, or one that came back after a treatment that helped in part (CON-13)."""
    number = view.background.episode.number if view.background.episode else None
    recurrent = number is not None and number >= int(view.parameter("recurrent_episodes"))
    partly = any(one.result == "partial" for one in view.diagnosis.prior_treatments)
    returned = recurrent and partly
    told = (
        (persistent(view) is True, "the depression is a lasting one (recorded as persistent, or by its length)"),
        (returned, f"episode {number}, and an earlier treatment brought a partial response"),
    )
    there = [text for holds, text in told if holds]
    return {"long_or_recurrent": bool(there), "recurrent_partial": returned, "with_course": "; ".join((score, *there))}


def _why_combined(planned: Value | None, course: Mapping[str, Value | None]) -> str | None:
    if planned == "severe":
        return "Severe"
    if course["recurrent_partial"]:
        return "Back after a partial response"
    return "Long-lasting" if course["long_or_recurrent"] else None


def _can_wait(view: View, impaired: bool | None) -> bool:
    absent = (suicidal_thoughts(view, None), psychosis(view, None), impaired, _severe_before(view))
    return all(answer is False for answer in absent)


def _severe_before(view: View) -> bool | None:
    """Whether an earlier episode was severe; no when this is told to be the first, and nothing says otherwise."""
    episode = view.background.episode or Episode()
    told = yes(episode.earlier_severe)
    return False if told is None and episode.number == 1 else told


def _applies(view: View) -> bool:
    diagnosis, named = view.diagnosis, set(recorded(view))
    depression = view.group("depressive-diagnoses") | view.group("below-threshold-diagnoses")
    elsewhere = (
        diagnosis.primary is not None and not named & depression,
        bool(named & view.group("psychotic-diagnoses")) or bipolar(view) is True,
        any(one.present for one in signs(view) if one.sign in view.group("signs-treated-first")),
        "substance-use" in named
        or diagnosis.substance_use in view.group("heavy-use")
        or diagnosis.withdrawal_risk == "yes",
        diagnosis.cognition in view.group("impaired-cognition"),
    )
    return adult(view) is True and not any(elsewhere)
