"""How people and events are called in what is read. A case knows them by key; nobody should have to read a key.

Only words: no name decides anything, and none has a clinical meaning. Keys stay what they are in facts and JSON.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

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

CLOSER_ROLES: Mapping[str, tuple[str, ...]] = {"in-law": ("in", "law"), "ex-partner": ("ex",), "step-parent": ("step",)}
"""Words that make of another role this one: a mother-in-law is no mother."""

SAYS_NOTHING = ("other",)
"""Roles that tell a reader nothing."""

ROLE_NAMES: Mapping[str, str] = {"other-family": "family"}
"""Roles that are called otherwise than their slug."""

TOGETHER = re.compile(r"\b(?:(?:\w+[- ])?in[- ]law|(?:ex|co|half|step|great)[- ]\w+|cut[- ]offs?)\b", re.IGNORECASE)
"""What keeps its hyphens: ex-wife, mother-in-law, cut-off."""


@dataclass(frozen=True)
class Phrase:
    """How an event of one type is called: by itself, about a person, and about a partner.

    With `baby` the person is named only where it can be the baby. A `vague` type does not say what happened.
    """

    plain: str
    about: str | None = "{plain} ({who})"
    partner: str | None = None
    baby: bool = False
    vague: bool = False


PHRASES: Mapping[str, Phrase] = {
    "death": Phrase("the death", "the death of {who}"),
    "pregnancy-loss": Phrase("the loss of the pregnancy", None),
    "stillbirth": Phrase("the stillbirth", None),
    "neonatal-death": Phrase("the death of the baby", "the death of {who}", baby=True),
    "death-of-pet": Phrase("the death of the pet", "the death of {who}"),
    "separation": Phrase("the separation", "the separation from {who}"),
    "divorce": Phrase("the divorce", "the divorce of {who}", "the divorce from {who}"),
    "breakup": Phrase("the breakup", "the breakup with {who}"),
    "marriage": Phrase("the marriage", "the marriage of {who}", "the marriage to {who}"),
    "moving-in-together": Phrase("moving in together", "moving in with {who}"),
    "pregnancy": Phrase("the pregnancy", None),
    "birth": Phrase("the birth", "the birth of {who}", baby=True),
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


def roles_said(key: str) -> tuple[str, ...]:
    """The roles that a key seems to say.

    >>> roles_said("mother"), roles_said("husband"), roles_said("mother-in-law"), roles_said("p2")
    (('parent',), ('partner', 'spouse'), ('in-law',), ())
    """
    told = _tokens(key)
    closer = tuple(role for role, words in CLOSER_ROLES.items() if told.issuperset(words))
    return closer or tuple(role for role, words in SAYS_ROLE.items() if told & {role, *words})


def _tokens(key: str) -> set[str]:
    """The words of a key in the singular as well, without numbers."""
    found = re.findall(r"[^\W\d_]+", key.lower())
    return {*found, *(word.removesuffix("s") for word in found), *(["child"] if "children" in found else [])}


def event_name(key: str, type_: str, who: str | None = None, *, partner: bool = False, baby: bool = False) -> str:
    """An event: a phrase from its type and its person; with its key only where the type does not say what happened.

    `who` is the person for reading, perhaps a `partner`, or somebody who can be the `baby` of a birth.

    >>> event_name("death-mother", "death", "mother"), event_name("d1", "divorce", "wife", partner=True)
    ('the death of mother', 'the divorce from wife')
    >>> event_name("cancer", "own-illness"), event_name("illness", "own-illness")
    ('the illness (cancer)', 'the illness')
    """
    phrase = PHRASES[type_]
    told = _about(phrase, who, partner, baby)
    return _with_key(told, key) if phrase.vague and not _tokens(key) <= _tokens(told) else told


def _about(phrase: Phrase, who: str | None, partner: bool, baby: bool) -> str:
    template = phrase.partner if phrase.partner and partner else phrase.about
    if who is None or template is None or (phrase.baby and not baby):
        return phrase.plain
    if template.endswith(")"):  # no brackets inside brackets
        who = who.replace(" (", ", ").removesuffix(")")
    return template.format(plain=phrase.plain, who=who)


def _with_key(name: str, key: str) -> str:
    return f"{name} ({key_in_words(key)})"


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """The names of events by key, with the key where two have the same.

    >>> told_apart({"m1": "the move", "m2": "the move", "d1": "the death of mother"})
    {'m1': 'the move (m1)', 'm2': 'the move (m2)', 'd1': 'the death of mother'}
    """
    told = list(names.values())
    return {key: _with_key(name, key) if told.count(name) > 1 else name for key, name in names.items()}
