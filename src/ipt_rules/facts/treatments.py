"""Facts about other treatments (A5, D3): earlier ones and their result, medicines and their trial, and the wishes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ipt_rules.case.background import Medication, PriorTreatment
from ipt_rules.case.model import Preferences
from ipt_rules.case.session import Session
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.checks import weeks_of
from ipt_rules.facts.lengths import chosen_course
from ipt_rules.facts.phase import planned_sessions
from ipt_rules.facts.relapse_plan import medicine_taken
from ipt_rules.facts.scores import Reading, contact_text, of_scale, readings, valid_today
from ipt_rules.facts.view import View, yes
from ipt_rules.instruments import remission

UNKNOWNS: Mapping[str, str] = {}
TREATMENTS: Mapping[str, str] = {
    "ipt": "IPT",
    "cbt": "CBT",
    "other-psychotherapy": "another talking treatment",
    "medication": "medicine",
    "combined": "medicine together with a talking treatment",
    "other": "another treatment",
}
RESULTS = ("remission", "partial", "none")
RESULT_WORDS: Mapping[str, str] = {"remission": "remission", "partial": "a partial response", "none": "no response"}
WISHES: Mapping[str, str] = {
    "ipt": "IPT",
    "cbt": "CBT",
    "medication": "medicine",
    "combined": "medicine together with a talking treatment",
    "none": "no treatment",
    "other": "another treatment",
}
_PLACE = "diagnosis.prior_treatments"

EARLIER_TREATMENT = kind(
    "earlier_treatment",
    "A treatment recorded beside this one: an earlier one, or one that still runs.",
    Field("treatment", "term", "Which.", tuple(TREATMENTS), required=True, source=f"intake.{_PLACE}"),
    Field("text", "text", "The treatment and its result, for reading.", required=True),
    Field("talking", "yes_no", "A talking treatment other than IPT; always known.", required=True),
    Field("adequate", "yes_no", "Adequate in dose and length.", statements=("MON-22",)),
    Field("too_little", "yes_no", "Recorded as not adequate in dose or length; always known.", required=True),
    Field("result", "term", "What came of it.", RESULTS, statements=("MON-22",)),
    Field("running", "yes_no", "Still going on.", statements=("CBT-07",)),
)
TREATMENT_TRIALS = kind(
    "treatment_trials",
    "What was tried without remission so far, with the newest PHQ-9 that is valid today; exactly one.",
    Field(
        "not_remitted", "yes_no", "That PHQ-9 is above remission; always known.", required=True, statements=("MON-04",)
    ),
    Field(
        "without_remission",
        "integer",
        "Adequate treatments without remission: earlier ones marked adequate that ended so, and medicine that is taken "
        "fully, at an adequate dose and for long enough, while the PHQ-9 is above remission.",
        unit="treatments",
        required=True,
        source=f"intake.{_PLACE}, intake.medication",
        statements=("MON-22", "SEV-11"),
    ),
    Field("weeks", "integer", "Weeks of this treatment up to that PHQ-9.", unit="weeks", statements=("MON-22",)),
    Field("text", "text", "All of it, for reading.", required=True),
    single=True,
)
TREATMENT_CHOICE = kind(
    "treatment_choice",
    "What bears on the choice of a first treatment beside severity; exactly one.",
    Field("wish", "term", "The treatment preferred.", tuple(WISHES), source="preferences", statements=("SEV-12",)),
    Field("wish_known", "yes_no", "One is recorded; always known.", required=True),
    Field("wish_text", "text", "The wish, or that none is recorded, for reading.", required=True),
    Field(
        "medicine_declined",
        "yes_no",
        "The patient is recorded as not open to medicine; `no` says only that this is not recorded.",
        required=True,
        source="preferences.medication",
        statements=("SEV-12",),
    ),
    Field("medicine_text", "text", "Medicine beside IPT, and whether none is wished, for reading.", required=True),
    Field(
        "on_medicine",
        "yes_no",
        "A medicine for mood is recorded as taken; `no` says only that none is.",
        required=True,
        source="intake.medication",
        statements=("SEV-08",),
    ),
    Field(
        "brief_planned",
        "yes_no",
        "A short course is planned, by its number of sessions; `no` says only that none is recorded.",
        required=True,
        source="intake.course",
        statements=("CON-01",),
    ),
    Field("in_doubt", "text", "What puts coming in doubt, for reading."),
    Field("barriers", "yes_no", "Something stands in the way of coming.", source="preferences", statements=("SUI-16",)),
    Field(
        "no_shows",
        "integer",
        "Sessions missed so far without a word beforehand on record; agreed gaps do not count.",
        unit="sessions",
        required=True,
        source="sessions[].attended, notice_given",
        statements=("INI-46",),
    ),
    single=True,
)
KINDS: tuple[FactKind, ...] = (EARLIER_TREATMENT, TREATMENT_TRIALS, TREATMENT_CHOICE)


def derive(view: View) -> Iterator[Fact]:
    """Each earlier treatment, the trials together, and the wishes."""
    for index, one in enumerate(_earlier(view)):
        yield make_fact(
            EARLIER_TREATMENT,
            view.entry_place(_PLACE, index),
            treatment=one.kind,
            text=f"{'Runs beside this one' if one.running == 'yes' else 'Earlier treatment'}: {_told(one)}",
            talking=one.kind in view.group("other-talking-treatments"),
            adequate=yes(one.adequate),
            too_little=one.adequate == "no",
            result=_result(one),
            running=yes(one.running),
        )
    yield _trials(view)
    yield _choice(view)


def _earlier(view: View) -> tuple[PriorTreatment, ...]:
    return view.background.diagnosis.prior_treatments if view.background.diagnosis else ()


def _result(one: PriorTreatment) -> str | None:
    return one.result if one.result in RESULTS else None


def _told(one: PriorTreatment) -> str:
    result = _result(one)
    return f"{TREATMENTS[one.kind]}, with {RESULT_WORDS[result]}" if result else TREATMENTS[one.kind]


# Trials (SEV-11, MON-22)


def _trials(view: View) -> Fact:
    last = _newest_valid(view)
    above = last is not None and remission(last.instrument, last.total) is False
    ended = [one for one in _earlier(view) if one.running != "yes" and one.adequate == "yes"]
    failed = [_told(one) for one in ended if one.result in view.group("without-remission")]
    taken = [medicine_name(one) for one in view.background.medication or () if above and adequate_trial(view, one)]
    tried = [*failed, *(f"{name}, taken now" for name in taken)]
    weeks = weeks_of(view, last) if last else None
    return make_fact(
        TREATMENT_TRIALS,
        (*((last.place,) if last else ()), *view.place(_PLACE), *(view.place("medication") if taken else ())),
        not_remitted=above,
        without_remission=len(tried),
        weeks=weeks,
        text=_trials_text(last if above else None, tried, weeks),
    )


def _newest_valid(view: View) -> Reading | None:
    found = of_scale(readings(view), "phq9")
    valid = bool(found) and valid_today(view, found[-1])
    return found[-1] if valid else None


def _trials_text(last: Reading | None, tried: Sequence[str], weeks: int | None) -> str:
    score = f"PHQ-9 of {contact_text(last.contact.number)}: {last.total}, above remission" if last else None
    here = None if weeks is None else f"{weeks} weeks of this treatment"
    before = f"adequate treatments without remission: {', '.join(tried)}" if tried else None
    return "; ".join(one for one in (score, here, before) if one) or "nothing is recorded"


def adequate_trial(view: View, one: Medication) -> bool | None:
    """Whether a medicine has had a trial that counts; None while dose, weeks or adherence are open and none says no."""
    weeks = None if one.weeks is None else one.weeks >= int(view.parameter("medicine_trial_weeks"))
    taken = None if one.adherence is None else one.adherence == "full"
    answers = (yes(one.taken), yes(one.dose_adequate), weeks, taken)
    return False if False in answers else None if None in answers else True


def medicine_name(one: Medication) -> str:
    return one.name or (one.kind.replace("-", " ") if one.kind and one.kind != "other" else "a medicine for mood")


# The wishes


def _choice(view: View) -> Fact:
    told = view.case.preferences or Preferences()
    missed = sum(1 for contact in view.contacts if isinstance(contact.part, Session) and _no_show(contact.part))
    return make_fact(
        TREATMENT_CHOICE,
        "preferences" if view.case.preferences else (),
        wish=told.therapy,
        wish_known=told.therapy is not None,
        wish_text=_wish_text(told),
        medicine_declined=told.medication == "no",
        medicine_text="medicine beside IPT" + (", though none is wished so far" if told.medication == "no" else ""),
        on_medicine=medicine_taken(view.background.medication) is True,
        brief_planned=_brief(view),
        barriers=yes(told.barriers),
        no_shows=missed,
        in_doubt=_in_doubt(told, missed),
    )


def _in_doubt(told: Preferences, missed: int) -> str | None:
    sessions = f"{missed} session{'' if missed == 1 else 's'} missed, with no word beforehand on record"
    found = ("something stands in the way" if told.barriers == "yes" else "", sessions if missed else "")
    return "; ".join(filter(None, found)) or None


def _wish_text(told: Preferences) -> str:
    wishes = (WISHES[told.therapy] if told.therapy else None, "no medicine" if told.medication == "no" else None)
    wanted = ", ".join(one for one in wishes if one)
    return f"Wish: {wanted}" if wanted else "No wish is recorded"


def _brief(view: View) -> bool:
    """By the planned number, else by the usual one of the course."""
    course = chosen_course(view)
    number = planned_sessions(view) or (course.sessions.typical if course else None)
    return number is not None and number <= int(view.parameter("short_course_sessions"))


def _no_show(session: Session) -> bool:
    return session.attended == "no" and session.planned_gap != "yes" and session.notice_given != "yes"
