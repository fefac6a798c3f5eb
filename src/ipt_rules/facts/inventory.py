"""Facts about people (B2): one a person, the completeness of the inventory, the triad, the formulation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ipt_rules import vocabulary as words
from ipt_rules.case.people import Relationship
from ipt_rules.facts import episode, people
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.enquiries import conflicts_asked, deaths_asked
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = episode.UNKNOWNS
SOURCE = "intake.relationships"

RELATIONSHIP = kind(
    "relationship",
    "A person of the interpersonal inventory.",
    Field("person", "key", "The person, by key.", required=True, source=SOURCE, statements=("INI-16",)),
    Field("who", "text", "The person, for reading."),
    Field("role", "term", "Who they are to the patient.", words.ROLES),
    Field("partner", "yes_no", "Partner or spouse; known with the role."),
    Field("family", "yes_no", "Of the family; known with the role."),
    Field("alive", "yes_no", "Alive; a death recorded of this person says no."),
    Field("past", "yes_no", "A relationship of the past."),
    Field("today", "yes_no", "Not known to be dead and not of the past; always known.", required=True),
    Field("closeness", "term", "How close now.", words.CLOSENESS, statements=("INI-17",)),
    Field("closeness_wished", "term", "How close the patient wishes they were.", words.CLOSENESS),
    Field("closest", "yes_no", "One of the closest people of today; always known.", required=True),
    Field("contact", "term", "How often they are in contact.", words.CONTACT),
    Field("contact_before", "term", "How often before the episode.", words.CONTACT),
    Field("contact_less", "yes_no", "Less contact than before the episode.", statements=("FOC-18",)),
    Field(
        "important",
        "yes_no",
        "Close family by role, close by rating, called important, or linked to the low mood by the patient.",
        statements=("GRI-16",),
    ),
    Field("confidant", "yes_no", "The patient can confide in this person.", statements=("INI-20",)),
    Field("supportive", "yes_no", "Gives support now.", statements=("INI-20",)),
    Field("could_support", "yes_no", "Could give support and is not asked.", statements=("INI-20",)),
    Field("withdrawn", "yes_no", "Has withdrawn from the patient.", statements=("INI-20",)),
    Field("knows_of_illness", "yes_no", "Knows about the low mood."),
    Field("lives_with", "yes_no", "Lives in the same home."),
    Field("same_group", "yes_no", "A member of the same therapy group."),
    Field("change", "term", "How the relationship changed around the onset.", words.CHANGE_OF_RELATIONSHIP),
    Field("expectations_met", "yes_no", "The expectations are met; `no` is a mismatch.", statements=("DIS-01",)),
    Field("change_wanted", "yes_no", "What the patient would like to change is recorded; always known.", required=True),
    Field("ambivalent", "yes_no", "Mixed feelings about this person."),
    Field("dependent", "yes_no", "The patient depended on this person."),
    Field("conflict", "yes_no", "There is a conflict with this person now.", source=f"{SOURCE}[].conflict"),
    Field("described", "yes_no", "Role, closeness and quality are recorded; always known.", required=True),
)
INVENTORY = kind(
    "inventory",
    "The interpersonal inventory as a whole; exactly one.",
    Field("people", "integer", "People recorded, the dead and those of the past included.", required=True),
    Field("empty", "yes_no", "Nobody is recorded; always known.", required=True, statements=("INI-13",)),
    Field("described", "integer", "People of today with role, closeness and quality.", required=True),
    Field("wanted", "integer", "How many should be described.", required=True, statements=("INI-21",)),
    Field(
        "completeness_percent",
        "integer",
        "How complete it is: people described, confidant, conflicts, deaths, expectations of the closest, a fifth each.",
        unit="%",
        required=True,
        statements=("INI-21",),
    ),
    Field("has_confidant", "yes_no", "There is a confidant; `no` only when confirmed."),
    Field("conflicts_asked", "yes_no", "Conflict was asked about; always known.", required=True),
    Field("deaths_asked", "yes_no", "Deaths were asked about; always known.", required=True, statements=("INI-18",)),
    Field("could_support", "integer", "People who could and are not asked.", required=True, statements=("INI-20",)),
    Field("withdrawn", "integer", "People who have withdrawn.", required=True, statements=("INI-20",)),
    Field("missing", "text", "What is missing, for reading.", statements=("INI-14", "INI-16")),
    single=True,
)
KINDS: tuple[FactKind, ...] = (RELATIONSHIP, INVENTORY, *episode.KINDS)


def derive(view: View) -> Iterator[Fact]:
    """One fact a person, one for the inventory, then the episode, the triad and what is not known of them."""
    closest = {one.person for one in closest_people(view)}
    yield from (_relationship(view, one, one.person in closest) for one in view.background.relationships)
    yield _inventory(view)
    yield from episode.derive(view)


def closest_people(view: View) -> tuple[Relationship, ...]:
    """The closest people of today, as many as expectations are wanted for (INI-21)."""
    return people.by_closeness(view)[: int(view.parameter("inventory_closest_people"))]


def _relationship(view: View, one: Relationship, closest: bool) -> Fact:
    conflict = one.conflict.present if one.conflict else None
    return make_fact(
        RELATIONSHIP,
        view.place(f"relationships.{one.person}"),
        person=one.person,
        who=view.who(one.person),
        role=one.role,
        partner=None if one.role is None else one.role in view.group("partners"),
        family=None if one.role is None else one.role in view.group("family"),
        alive=people.alive(view, one.person),
        past=yes(one.past),
        today=people.present(view, one),
        closeness=one.closeness,
        closeness_wished=one.closeness_wished,
        closest=closest,
        contact=one.contact,
        contact_before=one.contact_before,
        contact_less=people.less_contact(one),
        important=people.important(view, one.person),
        confidant=yes(one.confidant),
        supportive=yes(one.supportive),
        could_support=yes(one.could_support),
        withdrawn=yes(one.withdrawn),
        knows_of_illness=yes(one.knows_of_illness),
        lives_with=yes(one.lives_with),
        same_group=yes(one.same_group),
        change=one.change,
        expectations_met=yes(one.expectations_met),
        change_wanted=bool(one.change_wanted),
        ambivalent=yes(one.ambivalent),
        dependent=yes(one.dependent),
        conflict=yes(conflict),
        described=people.described(one),
    )


class Completeness(NamedTuple):
    """The five parts of INI-21, each from 0 to 1, and the people they are about."""

    today: tuple[Relationship, ...]
    wanted: int
    described: int
    confidant: bool
    conflicts: bool
    deaths: bool
    closest: tuple[Relationship, ...]
    expectations: int

    @property
    def percent(self) -> int:
        parts = (
            Fraction(min(self.described, self.wanted), self.wanted),
            Fraction(self.confidant),
            Fraction(self.conflicts),
            Fraction(self.deaths),
            Fraction(self.expectations, len(self.closest)) if self.closest else Fraction(0),
        )
        return int(100 * sum(parts, Fraction(0)) / len(parts))


def completeness(view: View) -> Completeness:
    """How complete the inventory is (INI-21). Fewer people are enough where nobody else matters."""
    today, closest = people.by_closeness(view), closest_people(view)
    wanted = int(view.parameter("inventory_people"))
    if view.background.social and view.background.social.other_people_who_matter == "no":
        wanted = max(min(wanted, len(today)), 1)
    return Completeness(
        today=today,
        wanted=wanted,
        described=sum(people.described(one) for one in today),
        confidant=_has_confidant(view) is not None,
        conflicts=conflicts_asked(view),
        deaths=deaths_asked(view),
        closest=closest,
        expectations=sum(people.has_expectations(one) for one in closest),
    )


def _has_confidant(view: View) -> bool | None:
    """Whether there is anybody to confide in; `no` only when that was confirmed."""
    answer, social = view.background.asked.get("confidants"), view.background.social
    if answer == "some" or any(one.confidant == "yes" for one in people.by_closeness(view)):
        return True
    return False if answer == "none" or (social and social.no_confidant == "yes") else None


def support_recorded(view: View) -> bool:
    """Whether anything is recorded of who gives support, could, or has withdrawn (INI-20)."""
    told = ("supportive", "could_support", "withdrawn", "confidant")
    return any(getattr(one, name) in ("yes", "no") for one in view.background.relationships for name in told)


def _inventory(view: View) -> Fact:
    all_people, state = view.background.relationships, completeness(view)
    return make_fact(
        INVENTORY,
        tuple(dict.fromkeys(place for one in all_people for place in view.place(f"relationships.{one.person}"))),
        people=len(all_people),
        empty=not all_people,
        described=state.described,
        wanted=state.wanted,
        completeness_percent=state.percent,
        has_confidant=_has_confidant(view),
        conflicts_asked=state.conflicts,
        deaths_asked=state.deaths,
        could_support=sum(one.could_support == "yes" for one in state.today),
        withdrawn=sum(one.withdrawn == "yes" for one in state.today),
        missing="; ".join(_missing(view, state)) or None,
    )


def _missing(view: View, state: Completeness) -> Iterator[str]:
    """What INI-21 still wants, in words, the people first."""
    if state.described < state.wanted:
        lacking = state.wanted - len(state.today)
        if lacking > 0:
            yield f"{lacking} more {'person' if lacking == 1 else 'people'} who matter, or that there are no others"
        for one in state.today:
            parts = people.undescribed(one)
            if parts:
                yield f"{' and '.join(parts)} of {view.who(one.person)}"
    if not state.confidant:
        yield "in whom the patient can confide, or that there is nobody"
    if not state.conflicts:
        yield "whether there are conflicts"
    if not state.deaths:
        yield "whether there were deaths"
    for one in state.closest:
        if not people.has_expectations(one):
            yield f"what the patient and {view.who(one.person)} expect of each other"
