"""A comparison for reading: a summary, every change of an alert, then the cases, then the rules and what they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ipt_rules.differences.cases import rank
from ipt_rules.differences.model import CaseDifferences, Change, Difference, Differences, NotCompared
from ipt_rules.differences.page_rules import MARKS, counted, rule_sections, shared_sections
from ipt_rules.differences.page_sides import footer, sides
from ipt_rules.differences.page_words import change_lines
from ipt_rules.differences.said import TOPICS
from ipt_rules.render.page import Item, Page, Section, clean, cleaned
from ipt_rules.render.wording import LEVELS
from ipt_rules.since import ranges

Alike = tuple[str, str, str, tuple[Change, ...] | str]
Together = list[tuple[str, Difference]]
SEVERAL = 3
"""From so many cases on, the same difference is told once, with the cases."""

ALERTS: Mapping[str, tuple[str, str]] = {
    "lost": ("LOST", "loses an alert"),
    "lowered": ("LOWER", "has an alert lowered"),
    "covered": ("GONE", "loses an alert whose matter another one still tells"),
    "raised": ("HIGHER", "has an alert raised"),
    "gained": ("NEW", "gains an alert"),
}
NO_ALERT = "No case loses or gains an alert, and no alert changes its level."
JUDGED_BY: Mapping[tuple[str, ...], str] = {
    ("new",): "can be judged by the old version only.",
    ("old",): "can be judged by the new version only.",
    ("old", "new"): "can be judged by neither version.",
}
CAUSES: Mapping[str, str] = {
    "new": "the rule is new",
    "gone": "the rule is gone",
    "changed": "the rule changed, see below",
    "parameter": "the rule reads a parameter that changed, see below",
    "elsewhere": "the rule is the same; what it rests on differs",
}


def page_of(differences: Differences, *, whole: bool = False) -> Page:
    """The comparison as a page; a section that has nothing to say is not there, apart from the alerts.

    What several cases have alike is told once, unless the page is to be `whole`: then each case stands for itself.
    """
    often = {} if whole else _often(differences.cases)
    sections = (
        Section("Summary", lead=cleaned(_summary(differences))),
        _alerts(differences.cases),
        Section("Could not be compared", items=tuple(map(_missing, differences.not_compared))),
        Section("By topic", lead=tuple(_topics(differences.cases))),
        Section("In several cases", items=tuple(map(_together, often.values())), tight=True),
        *_cases(differences.cases, often),
        *rule_sections(differences.rules),
        *shared_sections(differences.shared),
    )
    title = f"Differences between {differences.old.name} and {differences.new.name}"
    return Page(clean(title), tuple(one for one in sections if not one.empty), cleaned(footer(differences)))


# The summary


def _summary(differences: Differences) -> Iterator[str]:
    yield from _alert_counts(differences.cases)
    number, of = len(differences.cases), differences.compared
    if number:
        yield f"{number} of {counted(of, 'case')} {'is' if number == 1 else 'are'} told something else."
    else:
        yield f"No case is told something else, of {of}."
    judged = Counter(one.sides for one in differences.not_compared)
    yield from (f"{counted(judged[sides], 'file')} {told}" for sides, told in JUDGED_BY.items() if judged[sides])
    whats = Counter(one.what for one in differences.rules)
    read = f"; {whats['parameter']} more read a parameter that changed" if whats["parameter"] else ""
    behind = f"; {whats['background']} changed in sources or examples only" if whats["background"] else ""
    yield f"Rules: {whats['new']} new, {whats['gone']} gone, {whats['changed']} changed{read}{behind}."
    kept = sum(1 for one in differences.rules if one.notes)
    if kept:
        yield f"{counted(kept, 'changed rule')}: the version was not raised, or the review is of the text before."
    yield from sides(differences)


def _alert_counts(cases: Sequence[CaseDifferences]) -> Iterator[str]:
    """How many cases lose an alert, and so on: the first line of all."""
    for kind, (_, told) in ALERTS.items():
        number = sum(1 for case in cases if any(one.alert == kind for one in case.differences))
        if number:
            plural = (
                told if number == 1 else told.replace("loses", "lose").replace("gains", "gain").replace("has", "have")
            )
            yield f"{counted(number, 'case')} {plural}."
    if not any(one.alert for case in cases for one in case.differences):
        yield NO_ALERT


# Alerts


def _alerts(cases: Sequence[CaseDifferences]) -> Section:
    found = [(one, case.file) for case in cases for one in case.differences if one.alert]
    ordered = sorted(found, key=lambda pair: rank(pair[0]))
    items = tuple(_alert(one, file) for one, file in ordered)
    return Section("Alerts", lead=() if items else (NO_ALERT,), items=items)


def _alert(one: Difference, file: str) -> Item:
    level = LEVELS[str(one.level)][2] if one.level in LEVELS else str(one.level)
    moved = next((change for change in one.changes if change.part == "level"), None)
    told = f"before {', '.join(moved.before)}, now {', '.join(moved.after)}" if moved else level
    says = [text for text in (one.note, *_contacts(one)) if text]
    return Item(
        clean(f"{ALERTS[str(one.alert)][0]}  {file}: {one.head} ({told})"),
        "!!",
        "alert" if one.alert in ("lost", "lowered") else "warning",
        says=cleaned(says),
        small=cleaned(_because(one)),
    )


# Cases


def _topics(cases: Sequence[CaseDifferences]) -> Iterator[str]:
    """How many things are new, gone and changed in each topic, over all cases."""
    counts = Counter((one.topic, one.what) for case in cases for one in case.differences)
    for topic, title in TOPICS.items():
        told = [f"{counts[topic, what]} {what}" for what in MARKS if counts[topic, what]]
        if told:
            yield f"{title}: {', '.join(told)}"


def _alike(one: Difference) -> Alike:
    """Equal for differences that are told together: those of one rule in the same parts, whoever it speaks of.

    Where there is no rule, only the very same.
    """
    words = "".join(f"{change.part};" for change in one.changes) if one.rule_id else one.changes
    return one.topic, one.what, one.rule_id or one.head, words


def _often(cases: Sequence[CaseDifferences]) -> Mapping[Alike, Together]:
    """The differences that several cases have alike, most cases first; never a change of an alert."""
    found: dict[Alike, Together] = {}
    for case in cases:
        for one in case.differences:
            if not one.alert:
                found.setdefault(_alike(one), []).append((case.file, one))
    several = {alike: told for alike, told in found.items() if len({file for file, _ in told}) >= SEVERAL}
    topics = list(TOPICS)
    return dict(sorted(several.items(), key=lambda pair: (topics.index(pair[0][0]), -len(pair[1]))))


def _together(told: Together) -> Item:
    """Differences that are alike; where they are not the very same, the first one as an example."""
    file, first = told[0]
    files = sorted({Path(file).name for file, _ in told})
    same = len({(one.head, one.changes) for _, one in told}) == 1
    example = "" if same else f", shown as in {Path(file).name}"
    return _item(replace(first, contacts=()), (f"{counted(len(files), 'case')}{example}: {', '.join(files)}.",))


def _cases(cases: Sequence[CaseDifferences], often: Mapping[Alike, Together]) -> Iterator[Section]:
    """A section for each case, without what several have alike; one that is told nothing else is only named."""
    nothing_else = []
    for case in cases:
        own = [one for one in case.differences if one.alert or _alike(one) not in often]
        left = len(case.differences) - len(own)
        more = f", {left} of them told above, as in several cases" if left else ""
        lead = f"{case.file}: {counted(len(case.differences), 'difference')}{more}."
        if own:
            yield Section(clean(Path(case.file).stem), lead=(clean(lead),), items=tuple(map(_item, own)), tight=True)
        else:
            nothing_else.append(Path(case.file).name)
    if nothing_else:
        yield Section("Nothing else differs for", lead=(clean(f"{', '.join(nothing_else)}."),))


def _item(one: Difference, more: Sequence[str] = ()) -> Item:
    before = [change for change in one.changes if change.part == "said"]
    says = [*(f"before: {' '.join(change.before)}" for change in before), *_words(one.changes), *_contacts(one)]
    mark = "!!" if one.alert else MARKS[one.what]
    tone = "alert" if one.alert else "strong"
    told = f"{ALERTS[one.alert][0]}: " if one.alert else ""
    head = f"{TOPICS[one.topic]}: {told}{one.head}"
    return Item(clean(head), mark, tone, says=cleaned(says), small=cleaned([*more, *_because(one)]))


def _words(changes: Sequence[Change]) -> Iterator[str]:
    for change in changes:
        if change.part != "said":
            yield from change_lines(change)


def _because(one: Difference) -> Iterator[str]:
    if one.rule_id:
        yield f"{one.rule_id}: {CAUSES.get(one.cause, one.cause)}"


def _contacts(one: Difference) -> Iterator[str]:
    """At which contacts, where more than the last one was looked at."""
    if len(one.contacts) > 1:
        sessions = [number for number in one.contacts if number]
        first = ["the intake"] if 0 in one.contacts else []
        yield f"At {' and '.join([*first, *([f'sessions {ranges(sessions)}'] if sessions else [])])}."


def _missing(one: NotCompared) -> Item:
    return Item(
        clean(f"{one.file} {JUDGED_BY[one.sides]}"),
        "!",
        "warning",
        points=cleaned(_problem(one.file, of) for of in one.problems),
    )


def _problem(file: str, told: str) -> str:
    """A problem without the file, which stands above it.

    >>> _problem("a.yaml", "a.yaml:3: CASE-11 there is no field `x` in intake\\n    did you mean `y`?")
    'line 3: CASE-11 there is no field `x` in intake; did you mean `y`?'
    """
    text = re.sub(r"\n\s*", "; ", told)
    return re.sub(r"^:(\d+)", r"line \1", text.removeprefix(file)).removeprefix(": ")
