"""Every fact kind, by name. A module of derivations declares its own; this page only gathers them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ipt_rules.facts import (
    alternatives,
    changes,
    choice,
    chosen,
    course,
    disputes,
    inventory,
    losses,
    openers,
    outcome,
    plans,
    risk,
    sessions,
    severity,
    social,
    suitability,
    work,
)
from ipt_rules.facts.base import FactKind, Field, kind
from ipt_rules.facts.common import CONCLUSION_KINDS, ENQUIRY

MODULES = (
    course,
    chosen,
    risk,
    outcome,
    inventory,
    losses,
    disputes,
    changes,
    openers,
    social,
    suitability,
    severity,
    alternatives,
    choice,
    work,
    sessions,
    plans,
)
"""The modules of derivations, in the order of their facts.

A module declares all that it derives: KINDS of its own, SHARED_KINDS that another declares, UNKNOWNS by topic.
"""

UNKNOWN_TOPICS: Mapping[str, str] = MappingProxyType(
    {topic: meaning for module in MODULES for topic, meaning in module.UNKNOWNS.items()}
)
"""What may be reported as not known, with what it means; the topics of every module."""

UNKNOWN = kind(
    "unknown",
    "Something the case leaves open and a rule may need: not asked, left blank, or answered as not known.",
    Field("topic", "term", "What is not known; see the list of topics.", tuple(UNKNOWN_TOPICS), required=True),
    Field("person", "key", "The person concerned, by key."),
    Field("who", "text", "The person concerned, for reading."),
    Field("event", "key", "The event concerned, by key."),
    Field("what", "text", "The event concerned, for reading."),
    Field("session", "integer", "The session concerned."),
    complete=True,
)

KINDS: Mapping[str, FactKind] = MappingProxyType(
    {
        one.name: one
        for one in (
            *(declared for module in MODULES for declared in module.KINDS),
            ENQUIRY,
            UNKNOWN,
            *CONCLUSION_KINDS,
        )
    }
)
