"""Which rules, parameters and other entries differ between two rulebooks, from their files as plain data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ipt_rules.differences.cases import changed
from ipt_rules.differences.model import Change, EntryChange, Lines
from ipt_rules.render.rules import pattern_line

READS = re.compile(r"\$parameters\.([a-z0-9_]+)|\{parameters\.([a-z0-9_]+)\}")
DOES = (
    *("status", "chapter", "phase", "once", "conditions", "conclusion"),
    *("summary", "question", "rationale", "to consider", "cautions"),
)
"""What a rule does or says: when one of these changes, its version is to be raised."""

KINDS: Mapping[str, str] = {
    "parameters": "parameter",
    "groups": "group",
    "sortings": "sorting",
    "courses": "course",
    "techniques": "technique",
    "instruments": "instrument",
    "checklists": "checklist",
    "plans": "plan",
    "words": "words of plans",
    "areas": "area",
    "closings": "closing of an alert",
    "statements": "statement",
    "decisions": "decision rule",
    "references": "reference",
}
"""The shared lists, what changes answers first, and what one entry is called."""

Data = Mapping[str, Any]


def compared_rules(old: Data, new: Data) -> tuple[EntryChange, ...]:
    """The rules that are new, gone or changed, or that read a parameter with another value."""
    before, now = _rules(old), _rules(new)
    tuned = _tuned(old, new)
    found = []
    for rule_id in sorted({*before, *now}):
        was, is_ = before.get(rule_id), now.get(rule_id)
        if was is None or is_ is None:
            title = str((is_ or was or {}).get("title", ""))
            found.append(EntryChange("rule", rule_id, "gone" if is_ is None else "new", title))
        else:
            found += _changed_rule(rule_id, was, is_, tuned)
    return tuple(found)


def _rules(sources: Data) -> dict[str, Data]:
    return {str(one["data"].get("id")): {**one["data"], "chapter": one["chapter"]} for one in sources["rules"]}


def _tuned(old: Data, new: Data) -> dict[str, Change]:
    """The parameters whose value differs."""
    before, now = (_entries(one, "parameters", "parameters") for one in (old, new))
    changes = {
        key: Change(f"parameter {key}", (before[key]["value"],), (now[key]["value"],)) for key in before if key in now
    }
    return {key: one for key, one in changes.items() if one.before != one.after}


def _value(parameter: Data) -> str:
    """The value of a parameter with its unit."""
    return f"{_text(parameter.get('value'))} {parameter.get('unit', '')}".strip()


def _changed_rule(rule_id: str, before: Data, now: Data, tuned: Mapping[str, Change]) -> Iterator[EntryChange]:
    was, is_ = _parts(before), _parts(now)
    changes = [one for part in is_ for one in changed(part, was[part], is_[part])]
    read = dict.fromkeys(a or b for a, b in READS.findall(json.dumps([before, now])))
    values = [tuned[key] for key in read if key in tuned]
    if changes or values:
        does = any(one.part in DOES for one in changes)
        what = "changed" if does else "parameter" if values else "background"
        yield EntryChange(
            "rule", rule_id, what, str(now.get("title", "")), (*changes, *values), tuple(_notes(changes, before, now))
        )


def causes(rules: Iterable[EntryChange]) -> dict[str, str]:
    """How each rule differs, where that can change what is said."""
    return {one.id: one.what for one in rules if one.what != "background"}


def _notes(changes: Iterable[Change], before: Data, now: Data) -> Iterator[str]:
    parts = {one.part for one in changes}
    if not parts & set(DOES):
        return
    if before.get("version") == now.get("version"):
        yield f"It does or says something else, and its version is still {now.get('version')}: it was not raised."
    review = now.get("review")
    if isinstance(review, Mapping) and review == before.get("review"):
        yield f"Its review, of {review.get('date')}, is of the text before this change."


def _parts(rule: Data) -> dict[str, Lines]:
    """A rule part by part, what it does and says first."""
    then = dict(rule.get("then", {}))
    ask = dict(then.get("ask") or {})
    question = _lines(ask.pop("question", None))
    then = {**then, "ask": ask} if ask else then
    words = {
        "question": question,
        "summary": _lines(then.pop("summary", None)),
        "rationale": _lines(then.pop("rationale", None)),
        "to consider": _lines(then.pop("consider", None)),
        "cautions": _lines(rule.get("cautions")),
    }
    first = {
        "version": _lines(rule.get("version")),
        "status": _lines(rule.get("status")),
        "chapter": _lines(rule.get("chapter")),
        "phase": _lines(rule.get("phase")),
        "once": _lines(rule.get("once")),
        "conditions": tuple(_conditions(rule)),
        "conclusion": _lines(then),
    }
    named = {"implements": "statements", "decides": "decision rules", "evidence": "evidence"}
    last = {said: _lines(rule.get(name)) for name, said in named.items()}
    also = {name: _lines(rule.get(name)) for name in ("title", "purpose", "examples", "review")}
    return {**first, **words, **last, **also}


def _conditions(rule: Data) -> Iterator[str]:
    yield from map(_pattern, rule.get("when") or ())
    for way, patterns in (rule.get("when_any") or {}).items():
        yield from (f"way {way}: {_pattern(one)}" for one in patterns)


def _pattern(data: Data) -> str:
    return pattern_line(data.get("exists"), data.get("absent"), data.get("as"), data.get("where") or {})


def compared_shared(old: Data, new: Data) -> tuple[EntryChange, ...]:
    """The parameters, groups, courses .. that are new, gone or changed, and what the packs say of themselves."""
    files = dict.fromkeys(
        (file, listed) for one in (old, new) for file, data in one["shared"].items() for listed in data
    )
    ordered = sorted(files, key=lambda one: (list(KINDS).index(one[1]) if one[1] in KINDS else len(KINDS), one))
    found = [*_compared(_packs(old), _packs(new), "pack")]
    for file, listed in ordered:
        found += _compared(_entries(old, file, listed), _entries(new, file, listed), KINDS.get(listed, listed))
    return tuple(found)


def _packs(sources: Data) -> dict[str, Data]:
    return {str(one.get("name")): one for one in sources["info"]}


def _entries(sources: Data, file: str, listed: str) -> dict[str, Data]:
    held = sources["shared"].get(file, {}).get(listed, {})
    if listed == "parameters":
        held = [{**one, "value": _value(one)} for one in held]
    if isinstance(held, Mapping):
        return {str(key): one if isinstance(one, Mapping) else {"text": one} for key, one in held.items()}
    return {str(one.get("id", one.get("key", place))): one for place, one in enumerate(held, 1)}


def _compared(before: Mapping[str, Data], now: Mapping[str, Data], kind: str) -> Iterator[EntryChange]:
    for name in dict.fromkeys((*before, *now)):
        was, is_ = before.get(name), now.get(name)
        title = _title(is_ or was or {})
        if was is None or is_ is None:
            yield EntryChange(kind, name, "gone" if is_ is None else "new", title)
        elif was != is_:
            fields = dict.fromkeys((*was, *is_))
            changes = tuple(c for one in fields for c in changed(one, _lines(was.get(one)), _lines(is_.get(one))))
            yield EntryChange(kind, name, "changed", title, changes)


def _title(entry: Data) -> str:
    return next((str(entry[name]) for name in ("name", "title", "meaning", "cite") if entry.get(name)), "")


def _lines(value: Any) -> Lines:
    """A value as lines, each with the way to it: what differs deep inside is then one line.

    >>> _lines({"level": "1", "held": ["TEC-01", "TEC-02"]}), _lines([{"id": "a", "title": "A"}]), _lines(None)
    (('level: 1', 'held: TEC-01', 'held: TEC-02'), ('a title: A',), ())
    """
    return tuple(f"{way}: {text}" if way else text for way, text in _leaves(value, ""))


def _leaves(value: Any, way: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for name, one in value.items():
            yield from _leaves(one, f"{way} {name}".strip())
    elif isinstance(value, list | tuple) and value and all(isinstance(one, int | float) for one in value):
        yield way, " to ".join(map(_text, value))  # a range
    elif isinstance(value, list | tuple):
        for place, one in enumerate(value, 1):
            inside = one if isinstance(one, Mapping) else {}
            key = next((name for name in ("id", "key", "name") if name in inside), None)
            if key:
                rest = {name: text for name, text in inside.items() if name != key}
                yield from _leaves(rest or str(inside[key]), f"{way} {inside[key]}".strip() if rest else way)
            else:
                yield from _leaves(one, f"{way} {place}".strip() if inside else way)
    elif value is not None:
        yield way, _text(value)


def _text(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else " ".join(str(value).split())
