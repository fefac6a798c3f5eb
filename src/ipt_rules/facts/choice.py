"""Kinds of facts about the choice of focus; `focus.py` makes them from the arguments. What the patient finds pressing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.view import View

UNKNOWNS: Mapping[str, str] = {}
STATUSES = ("agreed", "recommended", "tie", "lean", "none")

PATIENT_PRIORITY = kind(
    "patient_priority",
    "The area that the patient finds most pressing, when it was said.",
    Field(
        "area",
        "term",
        "The area.",
        words.AREAS,
        required=True,
        source="intake.patient_priority",
        statements=("FOC-12",),
    ),
    Field("area_name", "text", "The same, for reading.", required=True),
    Field("about", "key", "The person or event it is about."),
    Field("who", "text", "The same, for reading."),
)
CANDIDATE = kind(
    "candidate",
    "An area with its best subject after all arguments were added (FOC-08).",
    Field("area", "term", "The area.", words.AREAS, required=True),
    Field("area_name", "text", "The area, for reading."),
    Field("subject", "key", "The person, event or pattern its score is about."),
    Field("about", "text", "The subject, for reading."),
    Field("named", "text", "The area with its subject, for reading: `role transition, the move`."),
    Field("score", "integer", "Points for minus points against, never below 0.", required=True, statements=("FOC-08",)),
    Field("has_strong", "yes_no", "At least one strong argument for it counts.", required=True, statements=("FOC-09",)),
    Field("is_candidate", "yes_no", "Enough points and a strong argument.", required=True, statements=("FOC-09",)),
    Field(
        "allowed", "yes_no", "Not shut by the gate of interpersonal deficits.", required=True, statements=("DEF-01",)
    ),
    Field(
        "set_aside",
        "yes_no",
        "Interpersonal deficits, at a site that works with three areas.",
        required=True,
        statements=("CON-04", "FOC-03"),
    ),
    Field("rank", "integer", "Place among the four areas, 1 is the first.", required=True),
    Field("lead", "integer", "Points ahead of the best other area; negative when behind.", required=True),
    Field("lead_over_agreed", "integer", "Points ahead of the agreed area, when another one is agreed."),
    Field(
        "linked_to_first",
        "yes_no",
        "Shares a person or a change with the first.",
        required=True,
        statements=("FOC-14",),
    ),
    Field("tied", "yes_no", "One of those between which the choice is open.", required=True, statements=("FOC-09",)),
    Field(
        "wished",
        "yes_no",
        "In a tie the one that the patient finds most pressing, when it lies no more than a small lead behind the first.",
        required=True,
        statements=("FOC-12", "FOC-13"),
    ),
    complete=True,
)
CHOICE = kind(
    "choice",
    "The choice of focus as it stands; exactly one, once the focus chapter has run.",
    Field(
        "status",
        "term",
        "Agreed, recommended, a tie, a lean, or none.",
        STATUSES,
        required=True,
        statements=("FOC-09",),
    ),
    Field("primary", "term", "The area on top, where there is one.", words.AREAS),
    Field("primary_name", "text", "The same, for reading."),
    Field("primary_about", "key", "The person or event it is about."),
    Field("about_known", "yes_no", "Whether it is known which person or event that is.", required=True),
    Field("about", "text", "The same, for reading."),
    Field("named", "text", "The area on top with what it is about, for reading."),
    Field("secondary", "term", "A second focus, agreed or to offer.", words.AREAS, statements=("FOC-14",)),
    Field("confidence", "term", "How sure the choice is.", ("high", "medium", "low"), statements=("FOC-11",)),
    Field("lead", "integer", "Points ahead of the best other area."),
    Field("candidates", "integer", "How many areas are candidates.", required=True),
    Field(
        "agreed_holds", "yes_no", "Whether the arithmetic still puts the agreed focus first, or within the lead of it."
    ),
    Field("patient_differs", "yes_no", "Whether the patient finds another area most pressing.", required=True),
    Field("gaps", "integer", "How many missing answers could change the choice.", required=True),
    complete=True,
    single=True,
)
FOCUS_GAP = kind(
    "focus_gap",
    "A missing answer that could add points to an area.",
    Field("topic", "key", "What is missing, as kind and field.", required=True),
    Field("question", "text", "What is not recorded, for reading."),
    Field("area", "term", "The area it could speak for.", words.AREAS, required=True),
    Field("points", "integer", "At most how many points it could add.", required=True),
    Field("rank", "integer", "1 is the answer that could add most.", required=True),
    complete=True,
)
KINDS: tuple[FactKind, ...] = (PATIENT_PRIORITY, CANDIDATE, CHOICE, FOCUS_GAP)


def derive(view: View) -> Iterator[Fact]:
    """What the patient finds most pressing; the other kinds are made by the choice itself."""
    area = view.background.patient_priority
    if area is not None:
        about = view.background.patient_priority_about
        who = view.called(about)
        name = words.AREA_NAMES[area].lower()
        place = view.place("patient_priority")
        yield make_fact(PATIENT_PRIORITY, place, area=area, area_name=name, about=about, who=who)
