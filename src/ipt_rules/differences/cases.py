"""What is said differently about cases: two answers laid side by side, and alerts before everything else.

`since` compares two days of one version, and leaves out what a therapist need not hear again, such as an alert whose matter
another one took up, or new reasons for the same words. Before an upgrade all of that is to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ipt_rules.differences.model import (
    ALERT_CHANGES,
    CaseDifferences,
    Change,
    Difference,
    Lines,
    NotCompared,
)
from ipt_rules.differences.said import FIRST_SCREEN, TOPICS, Key, Said, all_said
from ipt_rules.vocabulary import ALERT_LEVELS

Answer = Mapping[str, Any]
PLANS = "plans"


def without_plans(cases: Mapping[str, Any]) -> bool:
    """Whether a version makes no plan sheets at all: then there is nothing to compare those of the other with."""
    answers = [one for case in cases.values() for one in case.get("answers", ())]
    return bool(answers) and not any(PLANS in one for one in answers)


def compared_cases(
    old: Mapping[str, Any], new: Mapping[str, Any], causes: Mapping[str, str]
) -> tuple[tuple[CaseDifferences, ...], tuple[NotCompared, ...]]:
    """The cases that are told something else, alerts first, and the files that a side can say nothing about.

    `old` and `new` map each file to what that side said of it; `causes` says of each rule that differs how (`rulebooks.causes`).
    """
    cases, missing = [], []
    for file in old:
        if "problems" in old[file] or "problems" in new[file]:
            missing.append(_not_compared(file, old[file], new[file]))
            continue
        found = differences_of(old[file]["answers"], new[file]["answers"], causes)
        if found:
            cases.append(CaseDifferences(file, found))
    return tuple(sorted(cases, key=_order)), tuple(sorted(missing, key=lambda one: (len(one.sides), one.file)))


def _not_compared(file: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> NotCompared:
    told = {name: tuple(side["problems"]) for name, side in (("old", old), ("new", new)) if "problems" in side}
    return NotCompared(file, tuple(told), tuple(dict.fromkeys(line for lines in told.values() for line in lines)))


def _order(case: CaseDifferences) -> tuple[int, int, str]:
    """The case whose worst change of an alert is worst comes first; those without any by their file."""
    ranks = [rank(one) for one in case.differences if one.alert]
    return (*min(ranks, default=(len(ALERT_CHANGES), 0)), case.file)


def rank(difference: Difference) -> tuple[int, int]:
    """Of a change of an alert: what must be seen first is lowest."""
    return ALERT_CHANGES.index(str(difference.alert)), _severity(difference.level)


def _severity(level: str | None) -> int:
    return ALERT_LEVELS.index(level) if level in ALERT_LEVELS else len(ALERT_LEVELS)


def differences_of(old: Sequence[Answer], new: Sequence[Answer], causes: Mapping[str, str]) -> tuple[Difference, ...]:
    """What is said differently at each contact; the same difference at several contacts is one."""
    at: dict[Difference, list[int]] = {}
    before = {one["session"]: one for one in old}
    for answer in new:
        number = answer["session"]
        if number in before:
            for found in _of_contact(before[number], answer, causes):
                at.setdefault(found, []).append(number)
    told = [replace(one, contacts=tuple(numbers)) for one, numbers in at.items()]
    return tuple(sorted(told, key=_place))


def _place(difference: Difference) -> tuple[int, tuple[int, int]]:
    return list(TOPICS).index(difference.topic), rank(difference) if difference.alert else (len(ALERT_CHANGES), 0)


def _of_contact(old: Answer, new: Answer, causes: Mapping[str, str]) -> Iterator[Difference]:
    both_know = PLANS in old and PLANS in new
    before, now = (all_said(answer, plans=both_know) for answer in (old, new))
    for gone, came in _renamed(before, now):
        now[gone] = now.pop(came)
    for key in dict.fromkeys((*now, *before)):
        found = _difference(before.get(key), now.get(key), now.values())
        if found:
            yield replace(found, cause=causes.get(found.rule_id, "elsewhere")) if found.rule_id else found


def _renamed(before: Mapping[Key, Said], now: Mapping[Key, Said]) -> list[tuple[Key, Key]]:
    """What is said under another key now: in the same words by another rule, or by the same rule counted otherwise.

    Only of the same matter and person, and only where there is one of each: an alert about somebody else is another.
    """
    gone = {key: one for key, one in before.items() if key not in now and one.rule_id}
    came = {key: one for key, one in now.items() if key not in before and one.rule_id}
    pairs = []
    for alike in (_by_words, _by_rule):
        found = _one_of_each(gone, came, alike)
        for old, new in found:
            del gone[old], came[new]
        pairs += found
    return pairs


def _by_words(one: Said) -> tuple[str | None, ...]:
    return one.topic, one.head, *_matter(one)


def _by_rule(one: Said) -> tuple[str | None, ...]:
    return one.topic, one.rule_id, *_matter(one)


def _one_of_each(
    gone: Mapping[Key, Said], came: Mapping[Key, Said], alike: Callable[[Said], tuple[str | None, ...]]
) -> list[tuple[Key, Key]]:
    sides: list[dict[tuple[str | None, ...], list[Key]]] = [{}, {}]
    for side, said in zip(sides, (gone, came), strict=True):
        for key, one in said.items():
            side.setdefault(alike(one), []).append(key)
    old, new = sides
    return [(keys[0], new[like][0]) for like, keys in old.items() if len(keys) == len(new.get(like, ())) == 1]


def _difference(before: Said | None, now: Said | None, stands: Iterable[Said]) -> Difference | None:
    one = now or before
    assert one is not None  # a key is of one of the two
    what = "changed" if before and now else "new" if now else "gone"
    changes = tuple(_changes(before, now))
    if before and now and not changes:
        return None
    alert, level = _alert(before, now)
    lost = before if alert == "lost" else None  # the rule may say something milder now: what is lost is named
    one = lost or one
    covered = _covered(lost, stands) if lost else None
    return Difference(
        topic=one.topic,
        what=what,
        head=one.head,
        rule_id=one.rule_id,
        subject=one.subject,
        changes=changes if what == "changed" else (),
        alert="covered" if covered else alert,
        level=level,
        note=f"Of this matter speaks: {covered.head}." if covered else "",
    )


def _changes(before: Said | None, now: Said | None) -> Iterator[Change]:
    """The parts that differ; nothing of a part is said where a version is not known to tell it at all."""
    if before is None or now is None:
        return
    if before.rule_id != now.rule_id:
        yield Change("rule", (str(before.rule_id),), (str(now.rule_id),))
    for part in dict.fromkeys((*now.words, *before.words)):
        if part != FIRST_SCREEN or (part in before.words and part in now.words):
            yield from changed(part, before.words.get(part, ()), now.words.get(part, ()))


def changed(part: str, before: Lines, now: Lines) -> Iterator[Change]:
    """The lines that are not in both; all of them where only their order differs, or how often they stand."""
    if before == now:
        return
    gone, came = (tuple(one for one in lines if one not in other) for lines, other in ((before, now), (now, before)))
    yield Change(part, gone, came) if gone or came else Change(part, before, now)


def _alert(before: Said | None, now: Said | None) -> tuple[str | None, str | None]:
    """What happens to an alert, and the higher level of the two."""
    levels = [str(one.content["level"]) if one and one.topic == "alerts" else None for one in (before, now)]
    was, is_ = levels
    if was == is_:
        return None, None
    if was is None:
        return "gained", is_
    if is_ is None:
        return "lost", was
    return ("lowered", was) if _severity(is_) > _severity(was) else ("raised", is_)


def _covered(lost: Said, stands: Iterable[Said]) -> Said | None:
    """Another alert of at least this level that speaks of the same matter."""
    highest = _severity(lost.content.get("level"))
    for one in stands:
        same = one.topic == "alerts" and _matter(one) == _matter(lost)
        if same and _severity(one.content.get("level")) <= highest:
            return one
    return None


def _matter(said: Said) -> tuple[str | None, str | None]:
    """What an alert is about, and whom anything concerns."""
    return said.content.get("about"), said.content.get("person")
