"""Given: what is known of a patient. A step is told at the current contact: the intake, until a session is opened."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pytest_bdd import given, parsers

from steps.story import Story, dict_of, span, words_list

ANSWERS = {"yes": "yes", "no": "no", "not known": "not-known"}


@pytest.fixture
def story() -> Story:
    """An intake on 10 January 2026 of which nothing is known."""
    return Story()


@pytest.fixture
def given_case() -> str:
    """The name of a case of the folder `cases`, when a step names one."""
    return ""


# Contacts and time


@given("a patient at intake")
@given("the intake again")
def _intake(story: Story) -> None:
    story.contact = story.intake


@given(parsers.parse("an intake on {day}"))
def _intake_on(story: Story, day: str) -> None:
    story.intake["date"] = day


@given(parsers.parse("session {number:d}"))
@given(parsers.parse("session {number:d} was held"))
def _session(story: Story, number: int) -> None:
    story.session(number)


@given(parsers.parse("session {number:d} on {day}"))
def _session_on(story: Story, number: int, day: str) -> None:
    story.session(number, date.fromisoformat(day))


@given(parsers.parse("sessions {first:d} to {last:d} were held"))
def _sessions(story: Story, first: int, last: int) -> None:
    for number in range(first, last + 1):
        story.session(number)


@given(parsers.parse("session {number:d} was missed without notice"))
def _missed(story: Story, number: int) -> None:
    story.session(number).update(attended="no", notice_given="no")


@given(parsers.parse("session {number:d} was missed with notice"))
def _missed_with_notice(story: Story, number: int) -> None:
    story.session(number).update(attended="no", notice_given="yes")


@given(parsers.parse("{number:d} sessions are planned"))
def _planned(story: Story, number: int) -> None:
    dict_of(story.background.setdefault("course", {}))["planned_sessions"] = number


@given(parsers.parse("the course is {slug}"))
def _course(story: Story, slug: str) -> None:
    dict_of(story.background.setdefault("course", {}))["type"] = slug


@given(parsers.parse("the phase is recorded as {phase}"))
def _phase(story: Story, phase: str) -> None:
    story.contact["phase"] = phase


@given(parsers.parse("the tasks done are {tasks}"))
def _tasks(story: Story, tasks: str) -> None:
    story.contact.setdefault("tasks_done", []).extend(words_list(tasks))


# Any field, by what it means

_GROUPS = (
    "patient|diagnosis|episode|social life|course|contract|preferences|risk enquiry|violence enquiry|safety plan|"
    "PHQ-9|session|decision|homework|alliance|ending|relapse plan|maintenance"
)
_ABOUT = "about (?P<group>person|conflict|event|mourning|change) (?P<key>\\S+) it is known:"
_SPAN = "(?P<number>\\d+) (?P<unit>days?|weeks?|months?|years?)"
_BESIDE_ONSET = f"{_SPAN} (?P<side>before|after) the low mood began"
_CALLED = "an? (?P<kind>[a-z-]+) called (?P<key>\\S+)"


@given(parsers.re(rf'the (?P<group>{_GROUPS}) records? "(?P<words>[^"]+)"'))
def _records(story: Story, group: str, words: str) -> None:
    story.record(group, words, "yes")


@given(parsers.re(rf'the (?P<group>{_GROUPS}) records? "(?P<words>[^"]+)" as (?P<value>.+)'))
def _records_as(story: Story, group: str, words: str, value: str) -> None:
    story.record(group, words, value)


@given(parsers.re(rf"the (?P<group>{_GROUPS}) records?:"))
def _records_table(story: Story, group: str, datatable: list[list[str]]) -> None:
    for words, value in datatable:
        story.record(group, words, value)


@given(parsers.re(rf'{_ABOUT} "(?P<words>[^"]+)"'))
def _known(story: Story, group: str, key: str, words: str) -> None:
    story.record(group, words, "yes", key)


@given(parsers.re(rf'{_ABOUT} "(?P<words>[^"]+)" as (?P<value>.+)'))
def _known_as(story: Story, group: str, key: str, words: str, value: str) -> None:
    story.record(group, words, value, key)


@given(parsers.re(_ABOUT))
def _known_table(story: Story, group: str, key: str, datatable: list[list[str]]) -> None:
    for words, value in datatable:
        story.record(group, words, value, key)


@given(parsers.parse("the patient was asked about {topic} and there were none"))
def _asked_none(story: Story, topic: str) -> None:
    _asked(story, topic, "none")


@given(parsers.parse("the patient was asked about {topic} and there were some"))
def _asked_some(story: Story, topic: str) -> None:
    _asked(story, topic, "some")


@given(parsers.parse("the patient was asked about {topic} and could not say"))
def _asked_not_known(story: Story, topic: str) -> None:
    _asked(story, topic, "not-known")


def _asked(story: Story, topics: str, answer: str) -> None:
    asked = dict_of(story.background.setdefault("asked", {}))
    asked.update({topic.replace(" ", "-"): answer for topic in words_list(topics)})


# Safety and measures


@given(parsers.re(r"C-SSRS questions? (?P<numbers>[\d, and]+) (is|are) answered (?P<answer>yes|no|not known)"))
def _cssrs(story: Story, numbers: str, answer: str) -> None:
    for number in words_list(numbers):
        _screener(story)[f"q{number}"] = ANSWERS[answer]


@given(parsers.re(r"suicidal behaviour in the last three months is answered (?P<answer>yes|no|not known)"))
def _behaviour(story: Story, answer: str) -> None:
    _screener(story)["q6_3m"] = ANSWERS[answer]


@given("the whole C-SSRS screener is answered no")
def _cssrs_no(story: Story) -> None:
    _screener(story).update({f"q{number}": "no" for number in range(1, 7)}, q6_3m="no")


def _screener(story: Story) -> dict[str, Any]:
    return dict_of(story.group("risk enquiry").setdefault("cssrs", {}))


@given("the patient was asked directly about suicide")
def _asked_directly(story: Story) -> None:
    story.group("risk enquiry")["asked_directly"] = "yes"


@given(parsers.parse("PHQ-9 item 9 is {score:d}"))
def _item_9(story: Story, score: int) -> None:
    dict_of(story.measure("phq9").setdefault("items", {}))["9"] = score


@given(parsers.parse("EPDS item 10 is {score:d}"))
def _epds_10(story: Story, score: int) -> None:
    dict_of(story.measure("epds").setdefault("items", {}))["10"] = score


@given(parsers.re(r"the (?P<name>PHQ-9|GAD-7|WSAS|EPDS|QIDS|HRSD|OSSS-3|MSPSS|PG-13-R|ICG) is (?P<score>\d+)"))
def _total(story: Story, name: str, score: str) -> None:
    story.measure(name.lower().replace("-", ""))["total"] = int(score)


@given(parsers.parse("the PHQ-9 is {score:d} with item 9 at {item:d}"))
def _total_and_item(story: Story, score: int, item: int) -> None:
    story.measure("phq9").update(total=score, items={"9": item})


@given(parsers.parse("the PHQ-9 answers are {answers}"))
def _items(story: Story, answers: str) -> None:
    """Nine answers with commas; a dash is an item not answered."""
    given = [None if one == "-" else int(one) for one in (part.strip() for part in answers.split(","))]
    story.measure("phq9")["items"] = {str(number): answer for number, answer in enumerate(given, start=1)}


# The episode, people, deaths and changes


@given(parsers.re(rf"the low mood began {_SPAN} before the intake"))
def _onset(story: Story, number: str, unit: str) -> None:
    story.set_onset(date.fromisoformat(story.intake["date"]) - span(int(number), unit))


@given(parsers.parse("{person} is the patient's {role}"))
def _person(story: Story, person: str, role: str) -> None:
    story.person(person, role=role)


@given(parsers.parse("{person} is a {closeness} {role} of the patient"))
def _close_person(story: Story, person: str, closeness: str, role: str) -> None:
    story.person(person, role=role, closeness=closeness)


@given(parsers.re(rf"(?P<person>\S+) died {_BESIDE_ONSET}"))
def _death(story: Story, person: str, number: str, unit: str, side: str) -> None:
    story.event(f"death-of-{person}", type="death", person=person, date=story.near_onset(int(number), unit, side))


@given(parsers.re(r"(?P<person>\S+) died on (?P<day>\d{4}(-\d\d){0,2})"))
def _death_on(story: Story, person: str, day: str) -> None:
    story.event(f"death-of-{person}", type="death", person=person, date=day)


@given(parsers.parse("{person} died, it is not known when"))
def _death_undated(story: Story, person: str) -> None:
    story.event(f"death-of-{person}", type="death", person=person)


@given(parsers.re(rf"{_CALLED}, {_BESIDE_ONSET}"))
def _event(story: Story, kind: str, key: str, number: str, unit: str, side: str) -> None:
    story.event(key, type=kind, date=story.near_onset(int(number), unit, side))


@given(parsers.re(rf"{_CALLED}, it is not known when"))
def _event_undated(story: Story, kind: str, key: str) -> None:
    story.event(key, type=kind)


@given(parsers.re(rf"{_CALLED}, (?P<relation>around|before|after|years-before) the onset, without a date"))
def _event_vague(story: Story, kind: str, key: str, relation: str) -> None:
    story.event(key, type=kind, onset_relation=relation)


@given(parsers.re(rf"{_CALLED} on (?P<day>\d{{4}}(-\d\d){{0,2}})"))
def _event_on(story: Story, kind: str, key: str, day: str) -> None:
    story.event(key, type=kind, date=day)


@given(parsers.re(rf"the conflict with (?P<person>\S+) began or worsened {_BESIDE_ONSET}"))
def _conflict_since(story: Story, person: str, number: str, unit: str, side: str) -> None:
    story.group("conflict", person).update(present="yes", since=story.near_onset(int(number), unit, side))


@given(parsers.parse("there is a conflict with {person}"))
def _conflict(story: Story, person: str) -> None:
    story.group("conflict", person)["present"] = "yes"


# The work of a session


@given(parsers.parse("the focus agreed is {area}"))
def _focus(story: Story, area: str) -> None:
    story.contact["focus_agreed"] = {"area": area.replace(" ", "-"), "patient_agrees": "yes"}


@given(parsers.parse("the focus agreed is {area} about {key}"))
def _focus_about(story: Story, area: str, key: str) -> None:
    story.contact["focus_agreed"] = {"area": area.replace(" ", "-"), "about": key, "patient_agrees": "yes"}


@given(parsers.parse("a second focus agreed is {area}"))
def _second_focus(story: Story, area: str) -> None:
    dict_of(story.contact["focus_agreed"])["second_area"] = area.replace(" ", "-")


@given(parsers.parse("the patient does not agree with the focus {area}"))
def _focus_not_agreed(story: Story, area: str) -> None:
    story.contact["focus_agreed"] = {"area": area.replace(" ", "-"), "patient_agrees": "no"}


@given(parsers.parse("the patient finds {area} most pressing"))
def _priority(story: Story, area: str) -> None:
    story.background["patient_priority"] = area.replace(" ", "-")


@given(parsers.re(r"the technique (?P<technique>TEC-\d\d) was used"))
def _technique(story: Story, technique: str) -> None:
    story.contact.setdefault("techniques", []).append({"technique": technique})


@given(
    parsers.re(
        r"the technique (?P<technique>TEC-\d\d) was used and is (?P<result>helped|no-change|made-worse|unfinished)"
    )
)
def _technique_result(story: Story, technique: str, result: str) -> None:
    story.contact.setdefault("techniques", []).append({"technique": technique, "result": result})


@given(
    parsers.re(
        r"the technique (?P<technique>TEC-\d\d) was used with regard to (?P<person>\S+),"
        r" result (?P<result>helped|no-change|made-worse|unfinished)"
    )
)
def _technique_with(story: Story, technique: str, person: str, result: str) -> None:
    use = {"technique": technique, "person": person, "result": result}
    story.contact.setdefault("techniques", []).append(use)


@given(parsers.parse("the relapse plan holds {part}: {entries}"))
def _relapse_plan(story: Story, part: str, entries: str) -> None:
    plan = dict_of(story.contact.setdefault("relapse_plan", {}))
    plan[part.replace("-", "_")] = [entry.strip() for entry in entries.split(";")]


@given(parsers.parse("a goal {goal} is recorded:"))
def _goal(story: Story, goal: str, datatable: list[list[str]]) -> None:
    story.entry("goals", goal, "goal", **dict(datatable))


@given(parsers.parse("the triad holds {part}: {entry}"))
def _triad(story: Story, part: str, entry: str) -> None:
    dict_of(story.background.setdefault("triad", {})).setdefault(part, []).append(entry)


@given(parsers.parse("{part} was looked for and none was found"))
def _triad_none(story: Story, part: str) -> None:
    dict_of(story.background.setdefault("triad", {})).setdefault("none_found", []).append(part)


@given(parsers.re(r"an? (?P<kind>chronic|coronary|acute|other) bodily illness is recorded"))
def _bodily_illness(story: Story, kind: str) -> None:
    dict_of(story.background.setdefault("diagnosis", {})).setdefault("medical", []).append({"kind": kind})


@given(
    parsers.re(
        r"an? (?P<kind>chronic|coronary|acute|other) bodily illness is recorded that affects relationships:"
        r" (?P<answer>yes|no|not known)"
    )
)
def _bodily_illness_and_ties(story: Story, kind: str, answer: str) -> None:
    illness = {"kind": kind, "affects_relationships": ANSWERS[answer]}
    dict_of(story.background.setdefault("diagnosis", {})).setdefault("medical", []).append(illness)


@given(
    parsers.re(
        r"an earlier (?P<kind>ipt|cbt|other-psychotherapy|medication|combined) is recorded, result"
        r" (?P<result>remission|partial|none|not known)(?P<short>, too short)?"
    )
)
def _earlier_treatment(story: Story, kind: str, result: str, short: str | None) -> None:
    """With `too short` it is known not to have been adequate; without, that is not known."""
    treatment = {"kind": kind, "result": result.replace(" ", "-"), **({"adequate": "no"} if short else {})}
    dict_of(story.background.setdefault("diagnosis", {})).setdefault("prior_treatments", []).append(treatment)


@given("no medicine is taken")
def _no_medicine(story: Story) -> None:
    story.background["medication"] = []


@given("a medicine is taken:")
def _medicine(story: Story, datatable: list[list[str]]) -> None:
    story.background.setdefault("medication", []).append({"taken": "yes", **dict(datatable)})


@given("an earlier treatment is recorded:")
def _earlier_treatment(story: Story, datatable: list[list[str]]) -> None:
    diagnosis = dict_of(story.background.setdefault("diagnosis", {}))
    diagnosis.setdefault("prior_treatments", []).append(dict(datatable))


# A published or invented case


@given(parsers.parse("the case {name}"), target_fixture="given_case")
def _given_case(name: str) -> str:
    return name
