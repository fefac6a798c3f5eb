"""`session list`: what is recorded of each contact; what is not recorded is never told as a no."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ipt_rules import Case, Rulebook
from ipt_rules.cli import main
from ipt_rules.errors import CaseError
from ipt_rules.render.contacts import contacts_to_data, contacts_to_markdown, contacts_to_text
from ipt_rules.timeline_list import ContactLine, contact_list

CASES = Path(__file__).resolve().parent.parent / "cases"
ITEMS = {"items": [1, 1, 1, 1, 1, 1, 1, 1, 0]}
DATA: dict[str, Any] = {
    "schema_version": 1,
    "id": "a1",
    "intake": {
        "date": "2026-01-10",
        "measures": {"phq9": {"total": 16}},
        "risk": {"asked_directly": "no", "note": "her secret words"},
    },
    "sessions": [
        {
            "number": 1,
            "date": "2026-01-17",
            "attended": "yes",
            "measures": {"phq9": ITEMS},
            "risk": {"cssrs": {"q1": "no"}},
        },
        {"number": 2, "date": "2026-01-24", "attended": "no", "note": "more secret words"},
        {"number": 3, "date": "2026-01-31", "attended": "no", "planned_gap": "yes"},
        {"number": 4, "date": "2026-02-07", "measures": {"phq9": {"items": {"1": 2}}}, "risk": {"cssrs": {"q1": None}}},
        {
            "number": 5,
            "date": "2026-02-14",
            "attended": "yes",
            "phase": "middle",
            "measures": {"phq9": {"total": 20, "by_patient": "no"}},
            "risk": {"asked_directly": "yes"},
        },
        {"number": 6, "date": "2026-02-21", "attended": "yes", "measures": {"phq9": {"total": 8}}},
        {"number": 7, "date": "2026-02-28", "attended": "yes", "measures": {"phq9": {"total": 8}}},
        {"number": 8, "date": "2026-03-07"},
    ],
}
TEXT = """\
Contact  Date        Was                  PHQ-9          Phase   Risk enquiry      Note
intake   2026-01-10  held                 16             -       not asked         yes
1        2026-01-17  held                 8 (−8)         -       answers recorded  -
2        2026-01-24  missed               -              -       -                 yes
3        2026-01-31  not held, as agreed  -              -       -                 -
4        2026-02-07  -                    incomplete     -       -                 -
5        2026-02-14  held                 20, not valid  middle  asked directly    -
6        2026-02-21  held                 8 (±0)         -       -                 -
7        2026-02-28  held                 8 (±0)         -       -                 -

- means: not recorded here. That is not a no.
1 contact is dated later than 2026-03-01.
"""


@pytest.fixture
def lines(rulebook: Rulebook) -> tuple[ContactLine, ...]:
    return contact_list(Case.from_data(DATA), rulebook, date(2026, 3, 1)).contacts


def test_what_stands_in_a_line(lines: tuple[ContactLine, ...]) -> None:
    """Held, missed, or nothing said; scores that cannot be used are not compared; an empty form of risk is no enquiry."""
    assert [one.contact for one in lines] == ["held", "held", "missed", "gap", None, "held", "held", "held"]
    assert [one.phq9_state for one in lines[:6]] == ["usable", "usable", None, None, "incomplete", "not-valid"]
    assert [one.phq9_change for one in lines] == [None, -8, None, None, None, None, 0, 0]
    assert [one.risk for one in lines] == ["not-asked", "answers", None, None, None, "asked", None, None]
    assert [one.session for one in lines if one.note] == [0, 2]


def test_as_text_and_markdown(rulebook: Rulebook) -> None:
    """Columns, and what a dash means; the words of notes are nowhere."""
    listed = contact_list(Case.from_data(DATA), rulebook, date(2026, 3, 1))
    assert contacts_to_text(listed) == TEXT
    told = contacts_to_markdown(listed)
    assert "| 2 | 2026-01-24 | missed | - | - | - | yes |" in told.splitlines()
    assert "secret" not in TEXT + told + json.dumps(contacts_to_data(listed)) + repr(listed)


def test_a_day_before_the_intake(rulebook: Rulebook) -> None:
    """As everywhere, that is an error."""
    with pytest.raises(CaseError, match="CASE-40"):
        contact_list(Case.from_data(DATA), rulebook, date(2026, 1, 1))


def test_the_command() -> None:
    """Every format, for a case of ours."""
    words = ["session", "list", str(CASES / "pavel-missed.yaml"), "--on", "2026-03-19"]
    text = CliRunner().invoke(main, words)
    assert (text.exit_code, text.output.splitlines()[5][:24]) == (0, "4        2026-03-12  missed"[:24])
    told = json.loads(CliRunner().invoke(main, [*words, "--format", "json"]).output)
    assert [one["contact"] for one in told["contacts"]] == ["held"] * 4 + ["missed"] * 2
    assert told["until"] == "2026-03-19"
    assert (
        CliRunner()
        .invoke(main, [*words, "--format", "markdown"])
        .output.startswith("# Contacts of case invented-pavel\n")
    )
