"""Explanations as pages for reading: each condition of a rule, why something is not proposed, what would change it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from ipt_rules import Case, Rulebook, explain
from ipt_rules.cli.options import print_page
from ipt_rules.explaining import Condition, Explanation, Part, Way
from ipt_rules.reading import Document, loc_of
from ipt_rules.render import wording
from ipt_rules.render.page import Item, Page, Row, Section, clean, cleaned
from ipt_rules.translation import _
from ipt_rules.why_not import WhyNot, why_not
from ipt_rules.why_not_named import Waiting, WhyNotNamed, named, why_not_named

Lines = Callable[[str], int]
"""The line of a place in the file of a case; 0 where none is known."""

TONES = {"yes": "strong", "no": "muted", "not-known": "warning"}


def lines_of(document: Document) -> Lines:
    """Where each place stands in the file; for a place that is not there, where it would stand."""
    return lambda place: document.line(loc_of(place))


def _answers() -> dict[str, str]:
    return {"yes": _("yes"), "no": _("no"), "not-known": _("not known")}


def _widest() -> int:
    """The room that the longest answer takes."""
    return max(map(len, _answers().values()))


def print_explanation(case: Case, rulebook: Rulebook, rule: str, on: date, form: str, document: Document) -> None:
    told = explain(case, rulebook, rule, on)

    def page() -> Page:
        return explanation_page(told, lines_of(document), _next(case, rulebook, told))

    print_page(form, lambda: _data(told), page)


def _next(case: Case, rulebook: Rulebook, told: Explanation) -> Section:
    """Of an alert that stands what it waits for; of a silent rule a few missing answers with which it would speak."""
    from ipt_rules.turning import first_answers
    from ipt_rules.turning_closing import closings
    from ipt_rules.turning_page import turn_line, until_words

    if told.fires:
        alerts = [one for one in told.findings if one.conclusion == "alert"]
        waits = dict.fromkeys(until_words(one) for one in closings(alerts, rulebook))
        return Section(_("What closes the alert"), items=tuple(Item(clean(one)) for one in waits))
    turns = first_answers(case, rulebook, told.on, told.rule_id) if told.status == "active" else ()
    items = tuple(Item(clean(turn_line(turn)), "?") for turn in turns)
    return Section(_("With one of these answers it would speak"), items=items)


def print_why_not(case: Case, rulebook: Rulebook, name: str, on: date, form: str, document: Document) -> None:
    """Why an area, a technique or a phase is not proposed, or why a rule is silent."""
    sort, key = named(name, rulebook)
    if sort == "rule":
        print_explanation(case, rulebook, key, on, form, document)
    elif sort == "area":
        why = why_not(case, rulebook, key, on)
        print_page(form, lambda: _data(why), lambda: why_not_page(why))
    else:
        other = why_not_named(case, rulebook, sort, key, on)
        print_page(form, lambda: _data(other), lambda: named_page(other))


def print_turning(case: Case, rulebook: Rulebook, what: str, on: date, form: str) -> None:
    from ipt_rules.turning import what_would_change
    from ipt_rules.turning_page import turning_page

    told = what_would_change(case, rulebook, on, what)
    print_page(form, lambda: _data(told), lambda: turning_page(told))


def _data(told: Any) -> Any:
    from ipt_rules.render.json_ import plain

    return plain(told)


# One rule


NOTHING = Section("")


def explanation_page(explanation: Explanation, line: Lines = lambda _place: 0, further: Section = NOTHING) -> Page:
    """Whether the rule speaks, each condition with its answer and place, and what would have to be known."""
    about = Section(_("Rule"), lead=cleaned(_about(explanation)))
    ways = _ways(explanation.ways, line)
    said = Section(_("What it says"), items=tuple(_said(one.summary, one.rationale) for one in explanation.findings))
    asks = Section(_("Not known"), items=tuple(Item(clean(text), "?") for text in explanation.missing))
    sections = tuple(section for section in (about, *ways, said, asks, further) if not section.empty)
    turn = _("What would change it: add --what-would-change {rule} in place of the rule.").format(
        rule=explanation.rule_id
    )
    return Page(clean(explanation.title), sections, (*cleaned([turn]), *_footer(explanation)))


def _about(explanation: Explanation) -> list[str]:
    title = f"{explanation.rule_id}: {explanation.title}."
    state = _("Chapter {chapter}, version {version}, {status}.").format(
        chapter=explanation.chapter, version=explanation.version, status=explanation.status
    )
    if explanation.fires:
        return [title, state, _("It speaks of this case.")]
    open_ = any(way.answer == "not-known" for way in explanation.ways)
    if open_:
        return [title, state, _("It is silent on this case: what it needs is not known.")]
    return [title, state, _("It is silent on this case: at least one condition is not met.")]


def _ways(ways: Sequence[Way], line: Lines) -> list[Section]:
    """Each way with its conditions; ways that read the same stand together."""
    together: dict[tuple[Item, ...], list[Way]] = {}
    for way in ways:
        items = tuple(_part(part, line) for part in way.parts if part.conditions or part.name != "case")
        together.setdefault(items, []).append(way)
    return [Section(_way_title(same, several=len(ways) > 1), items=items) for items, same in together.items()]


def _way_title(ways: Sequence[Way], *, several: bool) -> str:
    if not several:
        return _("Conditions")
    names, answer = ", ".join(way.name.replace("-", " ") for way in ways), _answers()[ways[0].answer]
    form = _("Ways {names}: {answer}") if len(ways) > 1 else _("Way {names}: {answer}")
    return form.format(names=names, answer=answer)


def _part(part: Part, line: Lines) -> Item:
    mark = f"{_answers()[part.answer]:<{_widest()}}"
    if part.absent:
        return Item(clean(_absence(part, line)), mark, TONES[part.answer])
    if not part.recorded or (part.would_stand and not part.conditions):
        head = _("{kind}: none is recorded").format(kind=_kind(part))
        would = [_("would stand at {place}").format(place=_place(one, line)) for one in part.would_stand[:1]]
        return Item(clean(head), mark, TONES[part.answer], says=cleaned(would))
    places = "; ".join(_place(one, line) for one in part.places)
    head = f"{_kind(part)}: {part.about}" if part.about else _kind(part)
    points = cleaned(_condition(one, line) for one in part.conditions)
    return Item(clean(head), mark, TONES[part.answer], says=cleaned([places] if places else []), points=points)


def _place(place: str, line: Lines) -> str:
    number = line(place)
    return _("{place}, line {number}").format(place=place, number=number) if number else place


def _absence(part: Part, line: Lines) -> str:
    tests = _(" and ").join(one.says for one in part.conditions)
    kind = part.kind.replace("_", " ")
    text = _("no {kind} where {tests}").format(kind=kind, tests=tests) if tests else _("no {kind}").format(kind=kind)
    if part.answer != "no":
        return text
    places = "; ".join(_place(one, line) for one in part.places)
    return (
        _("{text}: there is one at {places}").format(text=text, places=places)
        if places
        else _("{text}: there is one").format(text=text)
    )


def _kind(part: Part) -> str:
    kind = part.kind.replace("_", " ")
    own = part.name.replace("_", " ")
    return kind if own == kind or part.name.startswith("fact_") else f"{kind} ({own})"


def _condition(condition: Condition, line: Lines) -> str:
    """The answer, what is asked, what the case says and what is wanted, and where that stands or would stand."""
    asks = condition.asks.partition(";")[0] or condition.says
    text = f"{_answers()[condition.answer]}: {asks}: {_found(condition)}"
    if not condition.places:
        return text
    place = _place(condition.places[0], line)
    form = _("{text} (at {place})") if condition.stands else _("{text} (would stand at {place})")
    return form.format(text=text, place=place)


def _found(condition: Condition) -> str:
    """What the case says beside what is wanted; of names and words only the latter."""
    if condition.answer == "not-known":
        return _("not known; wanted: {wants}").format(wants=condition.wants)
    if condition.found is None:
        return _("wanted: {wants}").format(wants=condition.wants)
    if condition.found == condition.wants:  # beside the answer a bare no would read as one
        return _("no, as wanted") if condition.found == "no" else condition.found
    return _("{value}; wanted: {wants}").format(value=condition.found, wants=condition.wants)


def _said(summary: str, rationale: str) -> Item:
    return Item(clean(summary), says=(clean(rationale),))


# An area, a technique, a phase


def why_not_page(why: WhyNot) -> Page:
    """Why the area is or is not the focus, its arguments, and the answers that could add to it."""
    name = wording.area_name(why.area, why.about)
    lines = tuple((f"{one.points:+d}", clean(one.rationale), "") for one in why.arguments)
    state = _("{name}: the focus") if why.chosen else _("{name}: not the focus")
    section = Section(
        clean(state.format(name=name)),
        lead=cleaned(why.reasons),
        header=(_("Area"), _("Points"), _("For and against")),
        rows=(Row(clean(name), str(why.points), lines),) if lines else (),
        after_rows=cleaned(
            _("? {question} ({bearing})").format(question=gap.question, bearing=_bearing(gap.points))
            for gap in why.missing
        ),
    )
    elsewhere = (
        [_("Other services call it: {names}.").format(names=", ".join(why.also_called))] if why.also_called else []
    )
    turn = _("What would change the focus: add --what-would-change focus in place of --why-not.")
    return Page(section.title, (section,), (*cleaned([*elsewhere, turn]), *_footer(why)))


def _bearing(points: int) -> str:
    """What a missing answer could do to the points of an area."""
    if points > 0:
        return _("could add {points}").format(points=points)
    if points < 0:
        return _("could take away {points}").format(points=-points)
    return _("could add something that is not recorded yet")


def named_page(why: WhyNotNamed) -> Page:
    """Why a technique or a phase is not proposed, and the rules that could propose it."""
    states = {
        ("technique", True): _("{name}: suggested"),
        ("technique", False): _("{name}: not suggested"),
        ("phase", True): _("{name}: the phase now"),
        ("phase", False): _("{name}: not the phase now"),
    }
    section = Section(clean(states[why.sort, why.proposed].format(name=why.name)), lead=cleaned(why.reasons))
    rules = Section(_("Rules that could say it"), items=tuple(map(_rule, why.rules)))
    return Page(section.title, tuple(one for one in (section, rules) if not one.empty), _footer(why))


def _rule(rule: Waiting) -> Item:
    mark = f"{_answers()[rule.answer]:<{_widest()}}"
    points = cleaned(_("not known: {what}").format(what=text) for text in rule.missing)
    return Item(clean(f"{rule.title} ({rule.rule_id})"), mark, TONES[rule.answer], points=points)


def _footer(told: Explanation | WhyNot | WhyNotNamed) -> tuple[str, ...]:
    site = wording.site_sentence(told.site_parameters)
    case = _("Case {case}, {on}.").format(case=told.case_id, on=told.on.isoformat())
    return cleaned([case, *([site] if site else [])])
