"""How people and events are called in what is read. A case knows them by key; nobody should have to read a key.

Only words: no name decides anything, and none has a clinical meaning. Keys stay what they are in facts and JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ipt_rules import vocabulary as words

SAYS_ROLE: Mapping[str, tuple[str, ...]] = {
    "partner": ("boyfriend", "girlfriend", "fiance", "fiancee", "husband", "wife"),
    "spouse": ("husband", "wife", "partner"),
    "ex-partner": ("ex", "former"),
    "parent": ("mother", "father", "mum", "mom", "mummy", "dad", "daddy", "mama", "papa"),
    "step-parent": ("stepmother", "stepfather", "stepmum", "stepdad", "step"),
    "child": ("son", "daughter", "baby", "kid", "twin", "boy", "girl"),
    "sibling": ("brother", "sister", "twin"),
    "grandparent": ("grandmother", "grandfather", "gran", "grandma", "grandpa", "granny", "grandad"),
    "grandchild": ("grandson", "granddaughter"),
    "other-family": ("family", "aunt", "uncle", "cousin", "niece", "nephew"),
    "friend": ("flatmate", "housemate", "mate"),
    "boss": ("manager", "supervisor", "foreman", "head", "chief", "director"),
    "colleague": ("workmate", "coworker"),
    "neighbour": ("neighbor",),
    "teacher": ("coach", "tutor", "professor", "trainer"),
    "peer": ("friend", "classmate", "flatmate", "mate"),
    "carer": ("nurse",),
    "professional": (
        *("doctor", "gp", "nurse", "midwife", "psychiatrist", "psychologist", "therapist", "counsellor"),
        *("social-worker", "priest", "imam", "rabbi", "vicar", "pastor", "lawyer", "team"),
    ),
    "pet": ("dog", "cat", "horse"),
}
"""Words in a key that say the role already, beside the role's own; in the singular."""

SAYS_NOTHING = ("other",)
"""Roles that tell a reader nothing."""

ROLE_NAMES: Mapping[str, str] = {"other-family": "family"}
"""Roles that are called otherwise than their slug."""

TOGETHER = re.compile(r"\b(?:(?:\w+[- ])?in[- ]law|(?:ex|co|half|step|great)[- ]\w+|cut[- ]offs?)\b", re.IGNORECASE)
"""What keeps its hyphens: ex-wife, mother-in-law, cut-off."""

PARTNERS = words.ROLE_GROUPS["partner"]


@dataclass(frozen=True)
class Phrase:
    """How an event of one type is called: by itself, about a person, and about a partner.

    `about` is used for the roles in `only`; where there are none, for all. A `vague` type does not say what happened.
    """

    plain: str
    about: str | None = "{plain} ({who})"
    partner: str | None = None
    only: tuple[str, ...] = ()
    vague: bool = False


PHRASES: Mapping[str, Phrase] = {
    "death": Phrase("the death", "the death of {who}"),
    "pregnancy-loss": Phrase("the loss of the pregnancy", None),
    "stillbirth": Phrase("the stillbirth", None),
    "neonatal-death": Phrase("the death of the baby", "the death of {who}", only=words.BABY_ROLES),
    "death-of-pet": Phrase("the death of the pet", "the death of {who}"),
    "separation": Phrase("the separation", "the separation from {who}"),
    "divorce": Phrase("the divorce", "the divorce of {who}", "the divorce from {who}"),
    "breakup": Phrase("the breakup", "the breakup with {who}"),
    "marriage": Phrase("the marriage", "the marriage of {who}", "the marriage to {who}"),
    "moving-in-together": Phrase("moving in together", "moving in with {who}"),
    "pregnancy": Phrase("the pregnancy", None),
    "birth": Phrase("the birth", "the birth of {who}", only=words.BABY_ROLES),
    "infertility": Phrase("not being able to have a child", None),
    "children-leaving-home": Phrase("a child leaving home", "{who} leaving home"),
    "move": Phrase("the move"),
    "migration": Phrase("the move to another country"),
    "refuge": Phrase("the flight from home"),
    "loss-of-home": Phrase("the loss of the home"),
    "job-loss": Phrase("the loss of the job"),
    "job-change": Phrase("the change of job", vague=True),
    "promotion": Phrase("the promotion"),
    "demotion": Phrase("the demotion"),
    "retirement": Phrase("the retirement", "the retirement of {who}"),
    "unemployment": Phrase("being out of work"),
    "starting-school": Phrase("the start of school or studies", vague=True),
    "graduation": Phrase("the graduation", "the graduation of {who}"),
    "own-illness": Phrase("the illness", vague=True),
    "own-disability": Phrase("the disability", vague=True),
    "illness-of-relative": Phrase("the illness of a relative", "the illness of {who}"),
    "caring-for-relative": Phrase("the care of a relative", "the care of {who}"),
    "dementia-of-relative": Phrase("the dementia of a relative", "the dementia of {who}"),
    "missing-person": Phrase("the disappearance of somebody", "the disappearance of {who}"),
    "estrangement": Phrase("the estrangement", "the estrangement from {who}"),
    "coming-out": Phrase("the coming out"),
    "financial-change": Phrase("the change in finances", None, vague=True),
    "legal-trouble": Phrase("the legal trouble", vague=True),
    "trauma": Phrase("the trauma", None, vague=True),
    "betrayal": Phrase("the betrayal"),
    "leaving-violence": Phrase("leaving a place of violence", "leaving {who} because of violence"),
    "parental-separation": Phrase("the separation of the parents", None),
    "moving-between-homes": Phrase("moving between two homes", None),
    "peer-rejection": Phrase("the rejection by peers", "the rejection by {who}"),
    "change-of-role": Phrase("the change", None, vague=True),
    "other-loss": Phrase("the loss", None, vague=True),
    "other": Phrase("the event", None, vague=True),
}
"""For each type of event what it is called."""


def key_in_words(key: str) -> str:
    """A key as words: hyphens are spaces, except where English keeps them.

    >>> key_in_words("head-nurse"), key_in_words("ex-wife"), key_in_words("mother-in-law")
    ('head nurse', 'ex-wife', 'mother-in-law')
    """
    spaced = re.sub(r"[-_.]+", " ", key).strip()
    return TOGETHER.sub(lambda found: found.group().replace(" ", "-"), spaced)


def person_name(key: str, role: str | None = None) -> str:
    """A person: the key in words, with the role where the key does not say it.

    >>> person_name("husband", "spouse"), person_name("aunt", "other-family"), person_name("p2", "friend")
    ('husband', 'aunt', 'p2 (friend)')
    """
    name = key_in_words(key)
    return name if role is None or _says(key, role) else f"{name} ({ROLE_NAMES.get(role) or key_in_words(role)})"


def _says(key: str, role: str) -> bool:
    told = _tokens(key)
    own = role.split("-")
    return role in SAYS_NOTHING or set(own) <= told or not told.isdisjoint(SAYS_ROLE.get(role, ()))


def _tokens(key: str) -> set[str]:
    """The words of a key in the singular as well, without numbers."""
    found = re.findall(r"[^\W\d_]+", key.lower())
    return {*found, *(word.removesuffix("s") for word in found), *(["child"] if "children" in found else [])}


def event_name(key: str, type_: str, person: str | None = None, role: str | None = None) -> str:
    """An event: a phrase from its type and its person; with its key only where the type does not say what happened.

    >>> event_name("death-mother", "death", "mother", "parent"), event_name("e1", "promotion")
    ('the death of mother', 'the promotion')
    >>> event_name("cancer", "own-illness"), event_name("illness", "own-illness")
    ('the illness (cancer)', 'the illness')
    """
    phrase = PHRASES[type_]
    told = _about(phrase, person, role)
    return told_apart(told, key) if phrase.vague and not _tokens(key) <= _tokens(told) else told


def told_apart(name: str, key: str) -> str:
    """The name of an event with its own key, where another event has the same name.

    >>> told_apart("the move", "move-2025")
    'the move (move 2025)'
    """
    return f"{name} ({key_in_words(key)})"


def _about(phrase: Phrase, person: str | None, role: str | None) -> str:
    template = phrase.partner if phrase.partner and role in (None, *PARTNERS) else phrase.about
    if person is None or template is None or (phrase.only and role not in (None, *phrase.only)):
        return phrase.plain
    name = person_name(person, role)
    if template.endswith(")"):  # no brackets inside brackets
        name = name.replace(" (", ", ").removesuffix(")")
    return template.format(plain=phrase.plain, who=name)


def names_of(events: Iterable[tuple[str, str, str | None, str | None]]) -> dict[str, str]:
    """The names of all events of a case by key, each given as for `event_name`; no two have the same name."""
    named = {key: event_name(key, type_, person, role) for key, type_, person, role in events}
    often = list(named.values())
    return {key: told_apart(name, key) if often.count(name) > 1 else name for key, name in named.items()}
