"""How the treatment ends (E): what was said of parting, the outcome in the ending, and who is asked about medicine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.end_measures import ended_early, in_ending, last_of, last_phq9, latest_answer, of_course
from ipt_rules.facts.perinatal import DAYS_A_WEEK, days_after_birth, expecting, told_last
from ipt_rules.facts.phase import adult, phase_of
from ipt_rules.facts.relapse_plan import medicine_taken
from ipt_rules.facts.scores import Reading, contact_text, direction, fall_text
from ipt_rules.facts.view import View, yes
from ipt_rules.instruments import percent_fall, remission, response

UNKNOWNS: Mapping[str, str] = {}
OUTCOMES = ("remission", "partial", "none")

ENDING = kind(
    "ending",
    "What is recorded of the ending; exactly one. Blank answers are unknown.",
    Field("discussed", "yes_no", "The end was spoken of.", source="sessions[].ending", statements=("END-03",)),
    Field("feelings_recorded", "yes_no", "Feelings about parting are recorded.", required=True, statements=("END-09",)),
    Field("feelings", "text", "The latest of them, for reading."),
    Field("feels_able", "yes_no", "The patient feels able to cope alone: the latest answer.", statements=("END-11",)),
    Field("ended_early", "yes_no", "The treatment stops before the planned end.", statements=("END-16",)),
    Field(
        "earlier_offered",
        "yes_no",
        "The site offers an earlier ending to those who are well before the planned one.",
        required=True,
        statements=("MON-25",),
    ),
    Field("frequency", "term", "How often sessions are planned.", words.FREQUENCIES, source="intake.course.frequency"),
    Field(
        "overwhelmed",
        "yes_no",
        "Feelings overwhelmed in the session now; no says only that it is not recorded.",
        required=True,
    ),
    Field(
        "goals", "text", "The goals with their ratings, for reading.", required=True, statements=("END-08", "END-13")
    ),
    Field("comparison", "text", "First and newest scores, for reading.", required=True, statements=("END-15",)),
    Field("people", "integer", "People in the inventory.", unit="people", required=True, statements=("END-15",)),
    single=True,
)
OUTCOME = kind(
    "outcome",
    "The outcome in the ending, on a PHQ-9 of the ending that is still valid; none while there is no such score.",
    Field(
        "outcome",
        "term",
        "Remission; partial, which is a response without remission; or no response.",
        OUTCOMES,
        required=True,
        statements=("END-27", "END-28", "END-29", "CON-15"),
    ),
    Field("latest", "integer", "The PHQ-9 of the ending.", unit="points", required=True),
    Field("latest_when", "text", "Its contact, for reading."),
    Field("baseline", "integer", "The first usable total.", unit="points"),
    Field("direction", "text", "From the first to this one, for reading."),
    Field("fall_text", "text", "The fall or rise in per cent, for reading."),
    Field("function_latest", "integer", "The WSAS of the ending.", unit="points", statements=("MON-29",)),
    Field("function_fall", "integer", "Its fall from the first one.", unit="points", statements=("MON-29",)),
    Field("function_direction", "text", "The same, for reading."),
)
MEDICINE = kind(
    "medicine",
    "Medicine for mood, for what is said of it at the end and in maintenance; exactly one.",
    Field("taken", "yes_no", "One is taken now.", source="intake.medication", statements=("MNT-10", "SEV-14")),
    Field(
        "who_to_ask",
        "term",
        "For a known adult: the prescriber; a specialist in pregnancy, while breast-feeding, and where a bipolar illness "
        "is known or not ruled out. Unknown for anybody else: then nothing is said of medicine.",
        ("prescriber", "specialist"),
        statements=("SEV-14", "MNT-11"),
    ),
    Field("why_specialist", "text", "Why a specialist, for reading."),
    Field("whom_to_ask", "text", "Whom to ask, and why a specialist, for reading; unknown as `who_to_ask` is."),
    single=True,
)
KINDS: tuple[FactKind, ...] = (ENDING, OUTCOME, MEDICINE)


def derive(view: View) -> Iterator[Fact]:
    """The ending as recorded, the outcome where it is known, and the medicine."""
    yield _ending(view)
    yield from _outcome(view)
    yield _medicine(view)


def _ending(view: View) -> Fact:
    parts = [(c, s.ending) for c, s in view.sessions if s.ending]
    feelings = [part.feelings for _, part in parts if part.feelings]
    course = view.background.course
    return make_fact(
        ENDING,
        tuple(f"{c.place}.ending" for c, _ in parts),
        discussed=latest_answer(view, "ending", "discussed"),
        feelings_recorded=bool(feelings),
        feelings=feelings[-1] if feelings else None,
        feels_able=latest_answer(view, "ending", "patient_feels_able"),
        ended_early=ended_early(view),
        earlier_offered=bool(view.parameter("earlier_ending_offered")),
        frequency=course.frequency if course else None,
        overwhelmed=bool(view.sessions) and view.sessions[-1][1].affect == "overwhelming",
        goals=_goals(view),
        comparison=_comparison(view),
        people=len(view.background.relationships),
    )


def _goals(view: View) -> str:
    told = (
        f"{goal.what or goal.goal} ({'not rated' if goal.rating is None else f'{goal.rating} of 10'})"
        for goal in view.background.goals
    )
    return "; ".join(told) or "none recorded"


def _comparison(view: View) -> str:
    found = {scale: of_course(view, scale) for scale in view.knowledge.order("compared-at-the-end")}
    told = [
        f"{one[-1].instrument.name} {direction(one[0].total, one[-1].total)}" for one in found.values() if len(one) > 1
    ]
    return "; ".join(told) or "there are no two scores to compare yet"


def _outcome(view: View) -> Iterator[Fact]:
    last, all_of = last_phq9(view), of_course(view, "phq9")
    if last is None or phase_of(view) in ("not-started", "maintenance"):
        return
    first = all_of[0] if len(all_of) > 1 else None
    named = _named_outcome(first, last)
    if named is not None:
        yield make_fact(
            OUTCOME,
            tuple(one.place for one in (first, last) if one),
            outcome=named,
            latest=last.points,
            latest_when=contact_text(last.contact.number),
            baseline=first.points if first else None,
            direction=direction(first.points, last.points) if first else str(last.points),
            fall_text=fall_text(percent_fall(first.points, last.points)) if first else None,
            **_function(view),
        )


def _named_outcome(first: Reading | None, last: Reading) -> str | None:
    """Remission by the score itself; the rest only beside a first score."""
    if remission(last.instrument, last.points):
        return "remission"
    if first is None:
        return None
    return "partial" if response(last.instrument, first.points, last.points) else "none"


def _function(view: View) -> dict[str, int | str | None]:
    wsas = of_course(view, "wsas")
    last = last_of(view, wsas)
    if last is None or len(wsas) == 1 or in_ending(view, wsas[0].contact):
        return {"function_latest": last.points if last else None}
    return {
        "function_latest": last.points,
        "function_fall": wsas[0].points - last.points,
        "function_direction": direction(wsas[0].points, last.points),
    }


def _medicine(view: View) -> Fact:
    why, of_age = _why_specialist(view), adult(view) is True
    return make_fact(
        MEDICINE,
        view.place("medication"),
        taken=medicine_taken(view.background.medication),
        who_to_ask=None if not of_age else "specialist" if why else "prescriber",
        why_specialist=why,
        whom_to_ask=None if not of_age else f"a specialist ({why})" if why else "a prescriber",
    )


def _born_lately(view: View) -> bool:
    """The weeks since a birth are recorded, or a birth of that time is on the timeline or was due."""
    patient, days = view.background.patient, days_after_birth(view, "live-births")
    near = days is not None and days <= int(view.parameter("postpartum_weeks")) * DAYS_A_WEEK
    return near or (patient is not None and patient.weeks_postpartum is not None)


def _why_specialist(view: View) -> str | None:
    diagnosis, feeding = view.background.diagnosis, told_last(view, "breast_feeding")
    if expecting(view):
        return "pregnancy is recorded"
    if feeding and feeding[0]:
        return "breast-feeding is recorded"
    if feeding is None and _born_lately(view):
        return "a birth is recorded, and breast-feeding is not ruled out"
    named = {diagnosis.primary, *diagnosis.comorbid} if diagnosis else set()
    if named & view.group("bipolar-diagnoses") or (diagnosis and yes(diagnosis.bipolar)):
        return "a bipolar illness is recorded"
    if diagnosis and diagnosis.mania_now == "yes":
        return "signs of mania are recorded"
    asked = {str(name): answer for name, answer in view.background.asked.items()}
    denied = (diagnosis is not None and diagnosis.bipolar == "no") or asked.get("bipolar-history") == "none"
    return None if denied else "earlier mania or hypomania is not ruled out"
