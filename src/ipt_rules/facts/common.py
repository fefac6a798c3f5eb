"""Kinds that every chapter shares: the case, what is not known, and the conclusions of earlier chapters."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from ipt_rules import vocabulary as words
from ipt_rules.facts.base import Fact, Field, kind

_KEYS = (
    Field("person", "key", "The person concerned, by key."),
    Field("who", "text", "The person concerned, for reading."),
)

ENQUIRY = kind(
    "enquiry",
    "A topic that was asked about, and the answer; a topic without this fact was not asked (or not recorded).",
    Field("topic", "term", "The topic.", words.ASKED_TOPICS, required=True, source="intake.asked"),
    Field(
        "answer",
        "term",
        "None found, some found, or asked and not known.",
        ("none", "some", "not-known"),
        required=True,
    ),
)

FINDING = kind(
    "finding",
    "Any conclusion of an earlier chapter: which rule, and what kind of conclusion.",
    Field("rule", "key", "The rule that concluded.", required=True),
    Field("conclusion", "key", "The kind of conclusion, such as ask or review.", required=True),
    Field("chapter", "key", "Its chapter.", required=True),
    *_KEYS,
    complete=True,
)
ALERT = kind(
    "alert",
    "An alert that stands now, from the safety chapter.",
    Field("rule", "key", "The rule that concluded.", required=True),
    Field("level", "term", "SAF-01.", words.ALERT_LEVELS, required=True, statements=("SAF-01",)),
    Field("about", "key", "What it is about: suicide, violence ..", required=True),
    Field("holding", "term", "What it holds back.", ("all", "listed", "none"), required=True),
    *_KEYS,
    complete=True,
)
PAST_ALERT = kind(
    "past_alert",
    "An alert that the safety chapter gave at an earlier contact, by replaying that day.",
    Field("rule", "key", "The rule that concluded.", required=True),
    Field("level", "term", "SAF-01.", words.ALERT_LEVELS, required=True, statements=("SAF-01",)),
    Field("about", "key", "What it was about: suicide, violence ..", required=True),
    Field("session", "integer", "Number of the contact, 0 for the intake.", required=True),
    Field("contacts_ago", "integer", "How many held contacts ago: 1 is the one before the session now.", required=True),
    Field("days_ago", "integer", "Days before the day of the advice.", unit="days", required=True),
    Field(
        "cleared",
        "yes_no",
        "About suicide: enough clear screens in a row were recorded after it (SAF-14). About violence or another sign: "
        "it was denied since. Always known.",
        required=True,
        statements=("SAF-14",),
    ),
    Field(
        "screens_clear",
        "yes_no",
        "Enough clear screens in a row were recorded after it, whatever it was about; always known.",
        required=True,
        statements=("SAF-14",),
    ),
    *_KEYS,
    complete=True,
)
ARGUMENT = kind(
    "argument",
    "An argument for or against a focus area, from the focus chapter.",
    Field("rule", "key", "The rule that concluded.", required=True),
    Field("area", "term", "The area.", words.AREAS, required=True),
    Field("direction", "term", "For or against.", ("for", "against"), required=True),
    Field("weight", "term", "How much it counts.", ("weak", "moderate", "strong"), required=True),
    Field("counts_as", "key", "Arguments that count as the same thing count once.", required=True),
    Field("subject", "key", "The person, event or pattern it speaks of."),
    complete=True,
)
SUGGESTION = kind(
    "suggestion",
    "A technique that an earlier rule suggests.",
    Field("rule", "key", "The rule that concluded.", required=True),
    Field("technique", "key", "Its id in the catalogue.", required=True),
    *_KEYS,
    complete=True,
)
BLOCKED = kind(
    "blocked",
    "A technique or topic that an earlier rule blocks.",
    Field("rule", "key", "The rule that concluded.", required=True),
    Field("technique", "key", "Its id in the catalogue, or a topic.", required=True),
    *_KEYS,
    complete=True,
)

CONCLUSION_KINDS = (FINDING, ALERT, PAST_ALERT, ARGUMENT, SUGGESTION, BLOCKED)


def unknown(topic: str, places: Iterable[str] | str = (), **keys: str | int | None) -> Fact:
    """The fact that something is not known: `topic` as declared by the module that says it.

    `keys` may be person, who, event, what and session; the registry checks topics and names.
    """
    where = (places,) if isinstance(places, str) else tuple(places)
    values = {"topic": topic, **{name: value for name, value in keys.items() if value is not None}}
    return Fact("unknown", MappingProxyType(values), where)
