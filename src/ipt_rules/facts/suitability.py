"""Facts on whom IPT fits (A1, A2): the diagnoses, what they say together, what ties symptoms to people, the features."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from ipt_rules import vocabulary as words
from ipt_rules.case.background import Medication
from ipt_rules.facts import birth, fit, health
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.common import unknown
from ipt_rules.facts.signs import signs
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "mood-stabiliser": "whether a medicine that steadies mood is taken, where a bipolar illness is recorded",
    "cognition": "how memory and thinking are: never recorded",
    "psychosis-now": "whether there are psychotic symptoms now: never recorded",
    "mania-now": "whether there is mania, hypomania or a mixed state now: never recorded",
    **birth.UNKNOWNS,
}
FLAGS: Mapping[str, str] = {
    "bipolar": "bipolar-disorder",
    "persistent_depression": "persistent-depression",
    "prolonged_grief": "prolonged-grief-disorder",
}
"""A yes that says a diagnosis, and which one."""
SAID_ALREADY: Mapping[str, str] = {"bipolar": "bipolar-diagnoses", "persistent_depression": "persistent-diagnoses"}
"""The groups of diagnoses of which any says the same; elsewhere only the diagnosis itself does."""
PAST_MANIA = "bipolar disorder, or mania or hypomania in the past"
_SOURCE = "intake.diagnosis"

DIAGNOSIS = kind(
    "diagnosis",
    "One recorded diagnosis; one that only a yes of the record says (bipolar, persistent, prolonged grief) is one too.",
    Field("name", "term", "Which.", words.DIAGNOSES, required=True, source=f"{_SOURCE}.primary, comorbid"),
    Field("name_text", "text", "The same, for reading.", required=True),
    Field("primary", "yes_no", "Recorded as the main diagnosis; always known.", required=True),
)
DIAGNOSIS_PICTURE = kind(
    "diagnosis_picture",
    "What the diagnoses and the answers about health say together; exactly one.",
    Field("primary", "term", "The main diagnosis.", words.DIAGNOSES, source=f"{_SOURCE}.primary"),
    Field("primary_known", "yes_no", "A main diagnosis is recorded; always known.", required=True),
    Field("told", "text", "The diagnoses, the main one first, for reading; left out when there is none."),
    Field("comorbid_text", "text", "Those beside the main one, for reading; left out when there is none."),
    Field(
        "unipolar_depression",
        "yes_no",
        "A depressive diagnosis is recorded, and bipolar illness, psychosis and mania now are each known not to be there; "
        "`no` when one of them is, or when there is no depressive diagnosis.",
        source="diagnosis, asked",
        statements=("SUI-08", "SAF-17"),
    ),
    Field(
        "depression_recorded",
        "yes_no",
        "A depressive diagnosis is recorded; `no` only with another main diagnosis.",
        statements=("SUI-08",),
    ),
    Field(
        "other_than_depression",
        "yes_no",
        "A main diagnosis is recorded, and no depression that meets the criteria of an illness: none, or one below the "
        "threshold; `no` also while no main diagnosis is recorded. Always known.",
        required=True,
        source=f"{_SOURCE}.primary, comorbid",
        statements=("SUI-08", "INI-07"),
    ),
    Field(
        "comorbid_depression",
        "yes_no",
        "A depressive diagnosis stands beside another main one; `no` only when other illnesses were asked about.",
        source=f"{_SOURCE}.comorbid",
        statements=("SUI-35", "SUI-50"),
    ),
    Field(
        "bipolar",
        "yes_no",
        "Bipolar disorder, cyclothymia, or mania or hypomania in the past.",
        source=f"{_SOURCE}.bipolar, asked.bipolar-history",
        statements=("SUI-27", "SUI-28"),
    ),
    Field("bipolar_text", "text", "Which of these, for reading."),
    Field(
        "bipolar_medicated",
        "yes_no",
        "A mood stabiliser or an antipsychotic is taken now; `no` when it is recorded that none is.",
        source="intake.medication",
        statements=("SUI-27",),
    ),
    Field("psychosis", "yes_no", "Psychotic symptoms: the answer that stands.", statements=("SAF-17",)),
    Field("mania_now", "yes_no", "Mania, hypomania or mixed features now: the answer that stands."),
    Field("substance_use", "term", "Use of alcohol or drugs.", words.SUBSTANCE_USE, statements=("SAF-23",)),
    Field("cognition", "term", "Cognition.", words.COGNITION, source=_SOURCE, statements=("SAF-24",)),
    Field("intellectual_disability", "yes_no", "As recorded.", source=_SOURCE, statements=("SUI-20",)),
    Field(
        "coronary_illness",
        "yes_no",
        "A coronary illness; `no` only when other illnesses were asked about and there is none.",
        source=f"{_SOURCE}.medical, asked.other-illness",
        statements=("SUI-46",),
    ),
    Field("chronic_illness", "yes_no", "A long-lasting bodily illness, in the same way.", statements=("SUI-45",)),
    single=True,
)
KINDS: tuple[FactKind, ...] = (
    DIAGNOSIS,
    DIAGNOSIS_PICTURE,
    health.HEALTH_STATUS,
    *fit.KINDS,
    *birth.KINDS,
)


def derive(view: View) -> Iterator[Fact]:
    """The diagnoses, their picture, the fit, and what is not known of medicine and cognition."""
    yield from _diagnoses(view)
    picture = _picture(view)
    yield picture
    yield from health.statuses(view, picture, "substance-use" in recorded(view))
    yield from fit.derive(view)
    yield from birth.derive(view)
    yield from _unknowns(view, picture)


def _unknowns(view: View, picture: Fact) -> Iterator[Fact]:
    if picture.get("bipolar") and picture.get("bipolar_medicated") is None:
        yield unknown("mood-stabiliser", view.place("medication"))
    open_ = {"cognition": "cognition", "psychosis-now": "psychosis", "mania-now": "mania_now"}
    for topic, answer in open_.items():
        if picture.get(answer) is None:
            yield unknown(topic, view.place(f"diagnosis.{answer}"))


def recorded(view: View) -> Mapping[str, tuple[str, ...]]:
    """The diagnoses by name, the main one first, each once, with its places."""
    told = view.diagnosis
    found = {told.primary: view.place("diagnosis.primary")} if told.primary else {}
    for name in told.comorbid:
        found.setdefault(name, view.place("diagnosis.comorbid"))
    for flag, name in FLAGS.items():
        sayings = view.group(SAID_ALREADY[flag]) if flag in SAID_ALREADY else {name}
        if getattr(told, flag) == "yes" and sayings.isdisjoint(found):
            found[name] = view.place(f"diagnosis.{flag}")
    return found


def _diagnoses(view: View) -> Iterator[Fact]:
    primary = view.diagnosis.primary
    for name, places in recorded(view).items():
        yield make_fact(DIAGNOSIS, places, name=name, name_text=_in_words(view, [name]), primary=name == primary)


def _picture(view: View) -> Fact:
    told, found = view.diagnosis, tuple(recorded(view))
    depression = _depression(view, found)
    stands = {one.sign: one.present for one in signs(view)}
    psychosis = True if stands.get("psychotic-signs") else stands.get("psychosis")
    bipolar_told, mania = bipolar(view), stands.get("mania")
    return make_fact(
        DIAGNOSIS_PICTURE,
        tuple(place for at in recorded(view).values() for place in at) or view.place("diagnosis"),
        primary=told.primary,
        primary_known=told.primary is not None,
        told=_in_words(view, found),
        comorbid_text=_in_words(view, [name for name in found if name != told.primary]),
        unipolar_depression=_unipolar(view, found, depression, (bipolar_told, psychosis, mania)),
        depression_recorded=depression,
        other_than_depression=told.primary is not None and not set(found) & _illnesses(view),
        comorbid_depression=_comorbid_depression(view, found),
        bipolar=bipolar_told,
        bipolar_text=_bipolar_text(view, found) if bipolar_told else None,
        bipolar_medicated=steadying_medicine(view),
        psychosis=psychosis,
        mania_now=mania,
        substance_use=told.substance_use or ("none" if _answered(view, "substance-use") == "none" else None),
        cognition=told.cognition,
        intellectual_disability=yes(told.intellectual_disability),
        coronary_illness=_illness(view, {"coronary"}),
        chronic_illness=_illness(view, view.group("lasting-illnesses")),
    )


def _in_words(view: View, names: Sequence[str]) -> str | None:
    """Diagnoses for reading; a yes about bipolar illness may mean mania or hypomania in the past."""
    told = view.diagnosis
    listed = (told.primary, *told.comorbid)
    texts = (
        PAST_MANIA if name == "bipolar-disorder" and name not in listed else words.DIAGNOSIS_NAMES[name]
        for name in names
    )
    return ", ".join(texts) or None


def _illnesses(view: View) -> frozenset[str]:
    """The depressions that meet the criteria of an illness."""
    return view.group("full-episode-diagnoses") | view.group("persistent-diagnoses")


def _answered(view: View, topic: str) -> str | None:
    answers = {str(name): answer for name, answer in view.background.asked.items()}
    return answers.get(topic)


def _depression(view: View, found: tuple[str, ...]) -> bool | None:
    if not view.group("depressive-diagnoses").isdisjoint(found):
        return True
    return False if view.diagnosis.primary is not None else None


def _unipolar(
    view: View, found: tuple[str, ...], depression: bool | None, others: tuple[bool | None, ...]
) -> bool | None:
    """A psychotic depression of which psychosis is denied by now is left open."""
    if depression is False or True in others:
        return False
    open_ = None in others or not view.group("psychotic-diagnoses").isdisjoint(found)
    return None if depression is None or open_ else True


def _comorbid_depression(view: View, found: tuple[str, ...]) -> bool | None:
    told = view.diagnosis
    beside = set(told.comorbid if told.primary is None else found) - {told.primary}
    if beside & view.group("depressive-diagnoses"):
        return True
    return False if told.primary is not None and _answered(view, "other-illness") == "none" else None


def bipolar(view: View) -> bool | None:
    """Whether a bipolar illness is or was told: a yes anywhere stands; a no needs to have been said."""
    found = recorded(view)
    told, asked = yes(view.diagnosis.bipolar), _answered(view, "bipolar-history")
    if not view.group("bipolar-diagnoses").isdisjoint(found) or told or asked == "some":
        return True
    return False if told is False or asked == "none" else None


def _bipolar_text(view: View, found: tuple[str, ...]) -> str:
    return _in_words(view, [name for name in found if name in view.group("bipolar-diagnoses")]) or PAST_MANIA


def steadying_medicine(view: View) -> bool | None:
    """Whether a mood stabiliser or an antipsychotic is taken.

    No when the list is empty, when nothing on it is taken, or when one is on it and not taken, and nothing else on it
    could be one; a list that names another medicine only says nothing of this one.
    """
    medication, steadying = view.background.medication, view.group("steadying-medicines")
    if medication is None:
        return None
    if any(_takes(one) and one.kind in steadying for one in medication):
        return True
    maybe = [one for one in medication if _takes(one) is not False]
    told = not maybe or any(one.kind in steadying for one in medication)
    return False if told and all(one.kind == "antidepressant" for one in maybe) else None


def _takes(one: Medication) -> bool | None:
    return False if one.adherence == "none" else yes(one.taken)


def _illness(view: View, kinds: Container[str]) -> bool | None:
    if any(one.kind in kinds for one in view.diagnosis.medical):
        return True
    return False if _answered(view, "other-illness") == "none" else None
