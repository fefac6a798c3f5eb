"""Takes an answer apart: each thing it says, with the topic it is read in, a key, and its words part by part.

Answers come as plain data from any version. What a version does not tell is not taken for something it says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from ipt_rules.recommendation import FocusChoice
from ipt_rules.render import wording
from ipt_rules.sections import SECTIONS, section_of

TOPICS: Mapping[str, str] = {
    "alerts": "Alerts",
    "questions": "To ask",
    "safety": "Safety",
    "suitability": "Suits, and referral",
    "phase": "Phase",
    "focus": "Focus",
    "progress": "Progress",
    "techniques": "Techniques",
    "ending": "Ending",
    "maintenance": "Maintenance",
    "plans": "Plan sheets",
    "notes": "Notes",
}
"""What differences are read in, first to last."""

IN_WORDS = ("question", "level", "held", "first", "away")
"""Parts of a conclusion that are told otherwise here, or only order what is said."""

FIRST_SCREEN = "on the first screen"
"""The part that says so; earlier versions do not tell it."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Said:
    """One thing an answer says. `words` maps each part, such as `reasons`, to its lines."""

    topic: str
    key: Key
    head: str
    words: Mapping[str, tuple[str, ...]]
    rule_id: str | None = None
    subject: str | None = None
    content: Mapping[str, Any] = field(default_factory=dict)


def all_said(answer: Mapping[str, Any], *, plans: bool = True) -> dict[Key, Said]:
    """All that an answer says, by key, in the order in which it is read; the plan sheets if wanted."""
    found: dict[Key, Said] = {}
    for one in (*_all(answer), *(_plans(answer) if plans else ())):
        found.setdefault(one.key, one)
    return found


def _plans(answer: Mapping[str, Any]) -> Iterator[Said]:
    for plan in answer.get("plans", {}).values():
        yield from (_part(plan, part) for part in plan.get("parts", ()))


def _all(answer: Mapping[str, Any]) -> Iterator[Said]:
    for finding in answer["findings"]:
        yield _finding(finding)
    for held in answer.get("held", ()):
        yield _finding(held["finding"], because=held["because"])
    yield _line("phase", "phase", wording.phase_sentence(answer["phase"]))
    yield from _focus(answer["focus"])
    progress = answer.get("progress", {}).get("lines")
    if progress:
        yield Said("progress", ("progress",), "Scores", {"said": tuple(progress)})
    yield from _techniques(answer)
    for notice in answer.get("notices", ()):
        yield _line("notes", notice, notice)


def _line(topic: str, name: str, said: str) -> Said:
    return Said(topic, (topic, name), said, {"said": (said,)})


def _finding(data: Mapping[str, Any], because: Sequence[str] = ()) -> Said:
    content = data["content"]
    words: dict[str, tuple[str, ...]] = {
        "level": _level(content),
        "said": (data["summary"],),
        "question": _told(content.get("question")),
        "reasons": _told(data["rationale"]),
        "to consider": tuple(data["consider"]),
        "holds back": tuple(content.get("held") or ()),
        "held back because of": tuple(because),
        **{name.replace("_", " "): _told(value or None) for name, value in content.items() if name not in IN_WORDS},
        "done": tuple(data.get("done", ())),
        "open": tuple(data.get("open", ())),
        "cautions": tuple(data.get("cautions", ())),
    }
    if "prominent" in data:
        words[FIRST_SCREEN] = ("yes" if data["prominent"] else "no",)
    return Said(
        _topic(data),
        ("finding", data["rule_id"], data.get("subject") or ""),
        data["summary"],
        words,
        data["rule_id"],
        data.get("subject"),
        {**content, "person": data.get("person")},
    )


def _topic(data: Mapping[str, Any]) -> str:
    if data["conclusion"] == "ask":
        return "questions"
    section = data.get("section")
    return section if section in SECTIONS else section_of(data["conclusion"], data["chapter"], data["content"])


def _level(content: Mapping[str, Any]) -> tuple[str, ...]:
    """The level of an alert in its words; one that this version does not know as it stands."""
    level = content.get("level")
    if level is None:
        return ()
    return (wording.level_words(content) if level in wording.LEVELS else str(level),)


def _told(value: Any) -> tuple[str, ...]:
    """
    >>> _told(True), _told(["a", "b"]), _told(None)
    (('yes',), ('a', 'b'), ())
    """
    if value is None or value == "":
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, list | tuple):
        return tuple(text for one in value for text in _told(one))
    return (str(value),)


def _focus(data: Mapping[str, Any]) -> Iterator[Said]:
    known = {one.name: data.get(one.name) for one in fields(FocusChoice)}
    tidy: dict[str, Any] = {name: () if value is None and name in _LISTS else value for name, value in known.items()}
    choice, *more = wording.focus_sentences(FocusChoice(**tidy))
    yield Said("focus", ("focus", "choice"), choice, {"said": (choice,), "confidence": tuple(more)})
    for one in data.get("candidates", ()):
        name = wording.area_name(one["area"], one.get("about"))
        points = (f"{one['score']} points{'' if one['is_candidate'] else ', no candidate'}",)
        yield Said("focus", ("candidate", one["area"], one["subject"]), name, {"points": points})


_LISTS = ("confidence_reasons", "candidates", "gaps", "tied")


def _techniques(answer: Mapping[str, Any]) -> Iterator[Said]:
    for place, one in enumerate(answer.get("techniques", ()), 1):
        yield _technique(one, {"place": (str(place),)})
    for one in answer.get("blocked_techniques", ()):
        yield _technique(one, {"place": ("not now",), "not now because": tuple(one.get("blocked_why", ()))})


def _technique(data: Mapping[str, Any], more: Mapping[str, tuple[str, ...]]) -> Said:
    who = data.get("who")
    parts = {
        "how": "how",
        "not_when": "not when",
        "lately": "lately",
    }  # why: the reasons of what suggests it, told there
    words = {said: _told(data.get(name)) for name, said in parts.items()}
    head = f"{data['name']}, with regard to {who}" if who else data["name"]
    return Said("techniques", ("technique", data["id"], data.get("person") or ""), head, {**more, **words})


def _part(plan: Mapping[str, Any], part: Mapping[str, Any]) -> Said:
    """A part of a plan. Of what it holds only how much: that is in the record's own words."""
    parts = {"status": "status", "ask": "question", "usual": "usual", "why": "why"}
    words = {said: _told(part.get(name)) for name, said in parts.items()}
    words["entries from the record"] = (str(len(part.get("holds", ()))),)
    return Said("plans", ("plan", plan["plan"], part["part"]), f"{plan['title']}: {part['title']}", words)
