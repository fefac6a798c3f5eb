"""What makes a relapse more likely (MNT-02, MNT-03): each factor as known, counted without guessing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from ipt_rules import vocabulary as words
from ipt_rules.case.background import Episode
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.end_measures import last_phq9, of_course
from ipt_rules.facts.episode import episode_months
from ipt_rules.facts.people import alive
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "episode-number": "which episode of life this is",
    "episode-recent": "whether an earlier episode lies within the last two years",
}
NAMES: Mapping[str, str] = {
    "recurrence": "earlier episodes",
    "residual": "symptoms left at the end",
    "coping": "avoidance or rumination",
    "severity": "severe depression or impairment in this episode",
    "other-illness": "another long-lasting illness",
    "circumstances": "strain that is still there (conflict, isolation or an event that goes on)",
    "childhood-maltreatment": "maltreatment in childhood",
    "early-onset": "a first episode early in life",
    "chronic": "a long or chronic course",
    "comorbidity": "anxiety or substance use beside the depression",
    "family-history": "depression in the family",
}
FACTORS = tuple(NAMES)
NICE = ("MNT-02",)
FURTHER = ("MNT-03",)

RISK_FACTOR = kind(
    "risk_factor",
    "One thing that makes a relapse more likely; always all of them. What is not known is neither yes nor no.",
    Field("factor", "term", "Which.", FACTORS, required=True, statements=NICE + FURTHER),
    Field("name", "text", "The same, for reading."),
    Field("present", "yes_no", "It is there.", statements=NICE + FURTHER),
    Field("known", "yes_no", "Whether it is there is known; always known.", required=True),
)
RELAPSE_RISK = kind(
    "relapse_risk",
    "What is known of the risk of relapse; exactly one. It is a count of recorded factors, never a score.",
    Field(
        "count", "integer", "Factors known to be there.", unit="factors", required=True, statements=("MNT-04",), least=0
    ),
    Field("factors", "text", "These factors, for reading.", statements=NICE + FURTHER),
    Field("unknown_count", "integer", "Factors of which it is not known.", unit="factors", required=True, least=0),
    Field("not_known", "text", "These factors, for reading."),
    Field("episodes", "integer", "Which episode of life this is.", source="intake.episode.number", statements=NICE),
    Field("recent", "yes_no", "An earlier episode within two years.", statements=("MNT-02", "MNT-05")),
    Field("chronic", "yes_no", "A course of so many months, or persistent depression.", statements=("MNT-05",)),
    Field("phq9_at_end", "integer", "The PHQ-9 of the ending or of maintenance, while it is valid.", unit="points"),
    Field("earlier_severe", "yes_no", "An earlier episode was severe or suicidal.", statements=("MNT-05",)),
    Field(
        "cognition", "term", "Cognition.", words.COGNITION, source="intake.diagnosis.cognition", statements=("MNT-13",)
    ),
    Field(
        "later_life_normal",
        "yes_no",
        "In later life and with cognition recorded as normal; `no` where one of them is not known. Always known.",
        required=True,
        source="intake.patient.age, diagnosis.cognition",
        statements=("MNT-13", "CON-28"),
    ),
    Field("severe", "yes_no", "This episode was severe, in symptoms or impairment.", statements=("MNT-02", "MNT-11")),
    single=True,
)
KINDS: tuple[FactKind, ...] = (RISK_FACTOR, RELAPSE_RISK)


def derive(view: View) -> Iterator[Fact]:
    """Every factor, the count, and what of earlier episodes is not known."""
    found = {factor: present(view) for factor, present in PRESENT.items()}
    for factor, there in found.items():
        yield make_fact(RISK_FACTOR, (), factor=factor, name=NAMES[factor], present=there, known=there is not None)
    yield _summary(view, found)
    told = _episode(view)
    if told.number is None:
        yield unknown("episode-number", view.place("episode.number"))
    elif told.number > 1 and yes(told.in_last_two_years) is None:
        yield unknown("episode-recent", view.place("episode.in_last_two_years"))


def _summary(view: View, found: Mapping[str, bool | None]) -> Fact:
    there = [NAMES[factor] for factor, present in found.items() if present]
    open_ = [NAMES[factor] for factor, present in found.items() if present is None]
    told, last = _episode(view), last_phq9(view)
    return make_fact(
        RELAPSE_RISK,
        (*view.place("episode"), *((last.place,) if last else ())),
        count=len(there),
        factors="; ".join(there) or "none",
        unknown_count=len(open_),
        not_known="; ".join(open_) or "nothing",
        episodes=told.number,
        recent=False if told.number == 1 else yes(told.in_last_two_years),
        chronic=found["chronic"],
        phq9_at_end=last.points if last else None,
        earlier_severe=False if told.number == 1 else yes(told.earlier_severe),
        severe=found["severity"],
        cognition=view.diagnosis.cognition,
        later_life_normal=_later_life(view) and view.diagnosis.cognition == "normal",
    )


def _later_life(view: View) -> bool:
    age = view.background.patient.age if view.background.patient else None
    return age is not None and age >= int(view.parameter("late_life_years"))


def any_of(*answers: bool | None) -> bool | None:
    """Yes when one of them is; no only when every one is known to be no.

    >>> any_of(False, None, True), any_of(False, False), any_of(False, None)
    (True, False, None)
    """
    if True in answers:
        return True
    return None if None in answers else False


def _episode(view: View) -> Episode:
    return view.background.episode or Episode()


def _named(view: View, diagnoses: AbstractSet[str]) -> bool:
    diagnosis = view.diagnosis
    return not diagnoses.isdisjoint({diagnosis.primary, *diagnosis.comorbid})


def _asked(view: View, topic: str) -> bool | None:
    answers = {str(name): answer for name, answer in view.background.asked.items()}
    return {"none": False, "some": True}.get(answers.get(topic, ""))


def _recurrence(view: View) -> bool | None:
    told = _episode(view)
    return told.number > 1 if told.number is not None else True if told.in_last_two_years == "yes" else None


def _residual(view: View) -> bool | None:
    last = last_phq9(view)
    limit = last.instrument.remission if last else None
    return last.points >= limit.below if last and limit else None


def _severity(view: View) -> bool | None:
    severity, totals = view.diagnosis.severity, [one.points for one in of_course(view, "phq9")]
    told = None if severity is None else severity == "severe"
    measured = max(totals) >= int(view.parameter("severe_episode_points")) if totals else None
    depression = True if _named(view, view.group("severe-diagnoses")) or told or measured else _either(told, measured)
    wsas = [one.points for one in of_course(view, "wsas")]
    impairment = max(wsas) >= int(view.parameter("severe_impairment_points")) if wsas else None
    return any_of(depression, impairment)


def _either(*answers: bool | None) -> bool | None:
    """The first that is known."""
    return next((answer for answer in answers if answer is not None), None)


def _other_illness(view: View) -> bool | None:
    diagnosis = view.diagnosis
    lasting = any(one.kind in view.group("lasting-illnesses") for one in diagnosis.medical)
    others = {diagnosis.primary, *diagnosis.comorbid} - {None} - view.group("no-other-illness")
    return True if lasting or others else _asked(view, "other-illness")


def _circumstances(view: View) -> bool | None:
    social = view.background.social
    lonely = any_of(yes(social.isolated), yes(social.lacks_support)) if social else None
    living = [one for one in view.background.relationships if alive(view, one.person) is not False]
    conflicts = [yes(one.conflict.present) if one.conflict else None for one in living]
    told = any_of(*conflicts) if conflicts else None
    events = [False if e.resolved == "yes" else yes(e.goes_on) for e in view.background.life_events]
    strain = any_of(*events) if events else _asked(view, "life-changes")
    return any_of(lonely, _either(told, _none_of(view, "conflicts")), strain)


def _chronic(view: View) -> bool | None:
    months, diagnosis = episode_months(view, _episode(view)), view.diagnosis
    long = None if months is None else months >= int(view.parameter("persistent_depression_months"))
    persistent = True if _named(view, view.group("persistent-diagnoses")) else yes(diagnosis.persistent_depression)
    return any_of(long, persistent)


def _comorbidity(view: View) -> bool | None:
    use = view.diagnosis.substance_use
    heavy = _none_of(view, "substance-use") if use is None else use in view.group("heavy-use")
    substance = True if _named(view, {"substance-use"}) else heavy
    anxiety = True if _named(view, view.group("anxiety-diagnoses")) else _none_of(view, "other-illness")
    return any_of(substance, anxiety)


def _none_of(view: View, topic: str) -> bool | None:
    """No when it was asked and there is none; an answer of `some` says here neither which nor how much."""
    return None if _asked(view, topic) else _asked(view, topic)


PRESENT: Mapping[str, Callable[[View], bool | None]] = {
    "recurrence": _recurrence,
    "residual": _residual,
    "coping": lambda view: yes(_episode(view).unhelpful_coping),
    "severity": _severity,
    "other-illness": _other_illness,
    "circumstances": _circumstances,
    "childhood-maltreatment": lambda view: _either(
        yes(_episode(view).childhood_maltreatment), _asked(view, "childhood-maltreatment")
    ),
    "early-onset": lambda view: yes(_episode(view).early_onset),
    "chronic": _chronic,
    "comorbidity": _comorbidity,
    "family-history": lambda view: _either(yes(_episode(view).family_history), _asked(view, "family-history")),
}
