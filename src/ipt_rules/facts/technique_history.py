"""What came of techniques lately (D2): for the ranking of techniques, one fact a technique and person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.scores import sessions_text
from ipt_rules.facts.view import View

TECHNIQUE_HISTORY = kind(
    "technique_history",
    "The uses of one technique with regard to one person, or to nobody named, in the latest sessions: how many sessions "
    "back is a parameter.",
    Field("technique", "key", "Its id in the catalogue.", required=True, source="sessions[].techniques"),
    Field("person", "key", "With regard to whom, by key."),
    Field("last_session", "yes_no", "Used in the session now; always known.", required=True, statements=("TEC-41",)),
    Field(
        "unfinished",
        "yes_no",
        "Left unfinished in the session now; no where no use there says so. Always known.",
        required=True,
        statements=("TEC-41",),
    ),
    Field("result_now", "text", "What came of it in the session now, for reading."),
    Field(
        "not_working",
        "yes_no",
        "It made things worse, or brought no change so many times, and has not helped since. Speaks of what is "
        "recorded: no without a result. Always known.",
        required=True,
        source="sessions[].techniques[].result",
        statements=("TEC-41",),
    ),
    Field("outcome", "text", "Where it did not work: what came of it and when, as a sentence for reading."),
)
KINDS: tuple[FactKind, ...] = (TECHNIQUE_HISTORY,)
RESULTS: Mapping[str, str] = {
    "helped": "it helped",
    "no-change": "it brought no change",
    "made-worse": "it made things worse",
}


class _Use(NamedTuple):
    session: int  # its number
    place: str
    result: str | None


def derive(view: View) -> Iterator[Fact]:
    """One fact for each technique and person of the latest sessions, in the order of their first use."""
    uses: dict[tuple[str, str | None], list[_Use]] = {}
    for contact, session in view.sessions[-int(view.parameter("technique_lately_sessions")) :]:
        for index, use in enumerate(session.techniques):
            one = _Use(contact.number, f"{contact.place}.techniques[{index}]", use.result)
            uses.setdefault((use.technique, use.person), []).append(one)
    yield from (_history(view, technique, person, found) for (technique, person), found in uses.items())


def _history(view: View, technique: str, person: str | None, uses: Sequence[_Use]) -> Fact:
    now = [use.result for use in uses if use.session == view.now.number]
    outcome = _not_working(uses, int(view.parameter("technique_no_change_times")))
    told = [RESULTS[result] for result in now if result is not None and result in RESULTS]
    return make_fact(
        TECHNIQUE_HISTORY,
        [use.place for use in uses],
        technique=technique,
        person=person,
        last_session=bool(now),
        unfinished="unfinished" in now,
        result_now=told[-1] if told else None,
        not_working=outcome is not None,
        outcome=outcome,
    )


def _not_working(uses: Sequence[_Use], times: int) -> str | None:
    """What came of it, where that speaks against it: only what came after it helped last counts."""
    since = list(takewhile(lambda use: use.result != "helped", reversed(uses)))[::-1]
    worse = [use.session for use in since if use.result == "made-worse"]
    idle = [use.session for use in since if use.result == "no-change"]
    if worse:
        return _sentence("made-worse", worse)
    return _sentence("no-change", idle) if len(idle) >= times else None


def _sentence(result: str, sessions: Sequence[int]) -> str:
    told = f"{RESULTS[result]} in {sessions_text(tuple(dict.fromkeys(sessions)))}."
    return told[0].upper() + told[1:]
