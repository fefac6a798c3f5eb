"""Answers about health that bear on the choice of treatment, one fact each (SUI-20, SAF-23, SAF-24)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.facts.base import Fact, Field, kind, make_fact
from ipt_rules.facts.view import View

HEALTH_STATUS = kind(
    "health_status",
    "One answer about health that bears on the choice of treatment; what is not known has no such fact.",
    Field(
        "about",
        "term",
        "What it is about.",
        ("bipolar", "psychosis", "mania", "substance-use", "cognition", "intellectual-disability"),
        required=True,
        source="diagnosis, asked",
        statements=("SUI-20", "SAF-23", "SAF-24"),
    ),
    Field(
        "answer",
        "key",
        "The answer: `yes` or `no`; of substance use none, use, harmful or dependence (`disorder` where only the diagnosis "
        "says it); of cognition normal, mild-impairment, moderate-impairment or severe-impairment.",
        required=True,
    ),
    Field("name_text", "text", "The same, for reading.", required=True),
)
FIELDS: Mapping[str, str] = {
    "psychosis": "psychosis",
    "mania": "mania_now",
    "substance-use": "substance_use",
    "cognition": "cognition",
    "intellectual-disability": "intellectual_disability",
}
"""The field of the diagnosis that says it, where there is one."""
IN_WORDS: Mapping[tuple[str, str], str] = {
    ("psychosis", "yes"): "psychotic symptoms",
    ("mania", "yes"): "mania, hypomania or mixed features now",
    ("intellectual-disability", "yes"): "intellectual disability",
    ("substance-use", "harmful"): "harmful use of alcohol or drugs",
    ("substance-use", "dependence"): "dependence on alcohol or drugs",
    ("substance-use", "disorder"): "a substance use disorder",
    ("cognition", "mild-impairment"): "mildly impaired cognition",
    ("cognition", "moderate-impairment"): "moderately impaired cognition",
    ("cognition", "severe-impairment"): "severely impaired cognition",
}


def statuses(view: View, picture: Fact, substance_diagnosed: bool) -> Iterator[Fact]:
    """The answers that are known; a diagnosis outweighs an answer that says less."""
    use = picture.get("substance_use")
    answers = {
        "bipolar": picture.get("bipolar"),
        "psychosis": picture.get("psychosis"),
        "mania": picture.get("mania_now"),
        "substance-use": "disorder" if substance_diagnosed and use not in view.group("heavy-use") else use,
        "cognition": picture.get("cognition"),
        "intellectual-disability": picture.get("intellectual_disability"),
    }
    for about, answer in answers.items():
        if answer is not None:
            told = ("yes" if answer else "no") if isinstance(answer, bool) else str(answer)
            named = picture.get("bipolar_text") if about == "bipolar" else IN_WORDS.get((about, told))
            text = str(named or f"{about.replace('-', ' ')}: {told.replace('-', ' ')}")
            places = view.place(f"diagnosis.{FIELDS[about]}") if about in FIELDS else picture.places
            yield make_fact(HEALTH_STATUS, places, about=about, answer=told, name_text=text)
