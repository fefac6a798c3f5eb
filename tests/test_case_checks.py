"""Contradictions of a case are found, all at once, each with its place, and without quoting a key or an answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipt_rules import Case, Rulebook, errors, recommend
from ipt_rules.case.checks import not_yet
from ipt_rules.case.template import json_schema, template


def _problems(
    intake: dict[str, Any] | None = None, sessions: list[dict[str, Any]] | None = None
) -> list[errors.Problem]:
    data = {
        "schema_version": 1,
        "id": "c1",
        "intake": {"date": "2026-01-10", **(intake or {})},
        "sessions": sessions or [],
    }
    try:
        Case.from_data(data)
    except errors.CaseError as error:
        return list(error.problems)
    return []


def _session(number: int, day: str, **more: Any) -> dict[str, Any]:
    return {"number": number, "date": day, **more}


@pytest.mark.parametrize(
    ("intake", "sessions", "code", "field"),
    [
        ({}, [_session(1, "2026-01-09")], "CASE-31", "sessions[0].date"),
        ({}, [_session(1, "2026-01-17"), _session(1, "2026-01-24")], "CASE-32", "sessions[1].number"),
        ({}, [_session(2, "2026-01-17"), _session(1, "2026-01-24")], "CASE-33", "sessions[1].number"),
        ({}, [_session(1, "2026-01-24"), _session(2, "2026-01-17")], "CASE-34", "sessions[1].date"),
        ({"relationships": [{"person": "p2"}, {"person": "p2"}]}, [], "CASE-35", "intake.relationships[1].person"),
        (
            {"life_events": [{"event": "e", "type": "move", "part_of": "x"}]},
            [],
            "CASE-36",
            "intake.life_events[0].part_of",
        ),
        (
            {},
            [_session(1, "2026-01-17", focus_agreed={"area": "grief", "about": "nobody"})],
            "CASE-36",
            "sessions[0].focus_agreed.about",
        ),
        ({"measures": {"phq9": {"items": {"one": 1}}}}, [], "CASE-37", "intake.measures.phq9.items.?"),
        ({"measures": {"phq9": {"items": [0, 4]}}}, [], "CASE-38", "intake.measures.phq9.items.2"),
        ({"measures": {"phq9": {"items": {"10": 1}}}}, [], "CASE-38", "intake.measures.phq9.items.10"),
        ({"measures": {"phq9": {"total": 8, "items": [1] * 9}}}, [], "CASE-39", "intake.measures.phq9.total"),
        ({"measures": {"phq9": {"total": 28}}}, [], "CASE-39", "intake.measures.phq9.total"),
        ({"measures": {"phq9": {"total": 8, "date": "2026-01-11"}}}, [], "CASE-42", "intake.measures.phq9.date"),
        ({"episode": {"onset": "2026-02"}}, [], "CASE-43", "intake.episode.onset"),
        (
            {"asked": {"deaths": "none"}, "life_events": [{"event": "d", "type": "death"}]},
            [],
            "CASE-44",
            "intake.asked.deaths",
        ),
        (
            {
                "life_events": [{"event": "d", "type": "death", "person": "p2"}],
                "relationships": [{"person": "p2", "alive": "yes"}],
            },
            [],
            "CASE-45",
            "intake.relationships[0].alive",
        ),
        ({"life_events": [{"event": "e"}]}, [], "CASE-46", "intake.life_events[0].type"),
        ({"life_events": [{"type": "move"}]}, [], "CASE-12", "intake.life_events[0].event"),
        ({"relationships": [{"role": "friend"}]}, [], "CASE-12", "intake.relationships[0].person"),
        ({"goals": [{"what": "to talk"}]}, [], "CASE-12", "intake.goals[0].goal"),
    ],
)
def test_a_contradiction_is_found_at_its_place(
    intake: dict[str, Any], sessions: list[dict[str, Any]], code: str, field: str
) -> None:
    """One contradiction, one problem, at the field that is wrong."""
    assert [(one.code, one.field) for one in _problems(intake, sessions)] == [(code, field)]


@pytest.mark.parametrize(
    ("intake", "sessions"),
    [
        ({"measures": {"phq9": {"total": 9, "items": [1] * 9}}}, []),
        ({"measures": {"phq9": {"items": [3] * 9}}}, []),
        (
            {"asked": {"deaths": "none"}},
            [_session(1, "2026-01-17", learned={"life_events": [{"event": "d", "type": "death"}]})],
        ),
        ({}, [_session(1, "2026-01-10"), _session(2, "2026-01-10")]),
        ({"life_events": [{"event": "d", "type": "death", "person": "uncle"}]}, []),
        ({"episode": {"onset": "2026"}}, []),
        (
            {"life_events": [{"event": "e", "type": "move"}]},
            [_session(1, "2026-01-17", learned={"life_events": [{"event": "e", "resolved": "yes"}]})],
        ),
    ],
)
def test_what_is_no_contradiction_passes(intake: dict[str, Any], sessions: list[dict[str, Any]]) -> None:
    """A right total, a later correction, two contacts on a day, a dead person outside the inventory, a vague date."""
    assert not _problems(intake, sessions)


def test_all_contradictions_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    """A file with three contradictions names three places and lines."""
    path = tmp_path / "case.yaml"
    path.write_text(
        "schema_version: 1\nid: c1\nintake:\n  date: 2026-01-10\n  measures:\n    phq9:\n      total: 30\n"
        "  relationships:\n    - person: planted-key\n    - person: planted-key\n"
        "sessions:\n  - number: 1\n    date: 2026-01-01\n"
    )
    with pytest.raises(errors.CaseError) as caught:
        Case.from_file(path)
    assert [(one.code, one.line) for one in caught.value.problems] == [("CASE-39", 7), ("CASE-35", 10), ("CASE-31", 13)]
    assert "planted" not in str(caught.value)


def test_form_and_contradictions_are_told_together() -> None:
    """A field that cannot be read does not hide what contradicts itself elsewhere."""
    found = _problems(
        {
            "patient": {"age": "old"},
            "mediction": [],
            "relationships": [{"person": "p2"}, {"person": "p2", "role": "king"}],
        },
        [_session(1, "2026-01-09")],
    )
    assert sorted(one.code for one in found) == ["CASE-11", "CASE-13", "CASE-15", "CASE-31", "CASE-35"]


def test_the_nearest_key_is_named_by_its_place() -> None:
    """A reference to a key that was mistyped points at the entry that has the nearest one."""
    (problem,) = _problems(
        {"relationships": [{"person": "mother"}], "risk": {"violence": {"now": "yes", "person": "mothr"}}}
    )
    assert problem.field == "intake.risk.violence.person"
    assert "intake.relationships[0]" in problem.hint
    assert "moth" not in str(problem)


def test_an_event_in_the_future_of_the_day_is_refused(rulebook: Rulebook) -> None:
    """Advice on a day cannot know an event of a later day; a date known to the month may still lie before it."""
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c1",
            "intake": {
                "date": "2026-01-10",
                "life_events": [
                    {"event": "a", "type": "move", "date": "2026-01-11"},
                    {"event": "b", "type": "move", "date": "2026-01"},
                ],
            },
        }
    )
    assert [one.code for one in not_yet(case, date(2026, 1, 10))] == ["CASE-41"]
    assert not not_yet(case, date(2026, 1, 11))
    with pytest.raises(errors.CaseError, match="CASE-41"):
        recommend(case, rulebook, date(2026, 1, 10))
    with pytest.raises(errors.CaseError, match="CASE-40"):
        recommend(case, rulebook, date(2026, 1, 9))


def test_another_schema_version_is_told_as_such() -> None:
    """A case of a later version is not read as a list of unknown fields."""
    with pytest.raises(errors.CaseError, match="schema version 2; this version reads 1"):
        Case.from_data({"schema_version": 2, "id": "c1", "new_thing": {}})


def test_the_template_is_a_case_that_passes(tmp_path: Path) -> None:
    """The template can be read as it stands, and names every field of the intake and of a session."""
    text = template(date(2026, 1, 10))
    path = tmp_path / "new.yaml"
    path.write_text(text)
    assert Case.from_file(path).intake.date == date(2026, 1, 10)
    for name in ("not_eating_or_drinking", "began_with_event", "previous_done", "relapse_plan", "mourning"):
        assert f"{name}:" in text


def test_every_entry_of_the_template_can_be_used(tmp_path: Path) -> None:
    """With the # removed a list entry is read: its fields exist, and only required ones are missing."""
    lines = [
        line.replace("# - ", "- ", 1).replace("#   ", "  ", 1) for line in template(date(2026, 1, 10)).splitlines()
    ]
    path = tmp_path / "all.yaml"
    path.write_text("\n".join(lines))
    with pytest.raises(errors.CaseError) as caught:
        Case.from_file(path)
    assert {one.code for one in caught.value.problems} == {"CASE-12"}


def test_the_json_schema_describes_every_field() -> None:
    """Editors complete from the schema; each property says what it means."""
    schema = json_schema()
    fields = schema["$defs"]["Risk"]["properties"]
    assert all("description" in field for field in fields.values())
    assert schema["properties"]["schema_version"]["const"] == 1
