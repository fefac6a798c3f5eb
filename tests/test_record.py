"""What is known on a day: the intake, and what each later contact added or corrected."""

from __future__ import annotations

from datetime import date

from ipt_rules import Case
from ipt_rules.case.record import contacts, known_on


def _case() -> Case:
    return Case.from_data(
        {
            "schema_version": 1,
            "id": "c1",
            "intake": {
                "date": "2026-01-01",
                "diagnosis": {"primary": "major-depression", "psychosis": "no"},
                "relationships": [{"person": "mother", "role": "parent", "conflict": {"present": "yes"}}],
                "asked": {"deaths": "none"},
            },
            "sessions": [
                {"number": 1, "date": "2026-01-08", "attended": "no"},
                {
                    "number": 2,
                    "date": "2026-01-15",
                    "learned": {
                        "diagnosis": {"psychosis": "yes"},
                        "relationships": [
                            {"person": "mother", "closeness": "close", "conflict": {"stage": "impasse"}},
                            {"person": "p2", "role": "friend"},
                        ],
                        "asked": {"deaths": "some", "violence": "none"},
                    },
                },
            ],
        }
    )


def test_an_earlier_day_knows_nothing_of_a_later_session() -> None:
    """On the day of the missed session only the intake is known."""
    record = known_on(_case(), date(2026, 1, 8))
    assert record.background.diagnosis is not None
    assert record.background.diagnosis.psychosis == "no"
    assert [one.person for one in record.background.relationships] == ["mother"]


def test_a_later_entry_fills_and_corrects_and_blanks_change_nothing() -> None:
    """What session 2 learned is laid over the intake, field by field."""
    background = known_on(_case(), date(2026, 1, 15)).background
    mother, friend = background.relationships
    assert (mother.role, mother.closeness, friend.person) == ("parent", "close", "p2")
    assert mother.conflict is not None
    assert (mother.conflict.present, mother.conflict.stage) == ("yes", "impasse")
    assert background.diagnosis is not None
    assert (background.diagnosis.primary, background.diagnosis.psychosis) == ("major-depression", "yes")
    assert background.asked == {"deaths": "some", "violence": "none"}


def test_every_part_knows_where_it_stands() -> None:
    """Places name the contact that said it; an entry told twice has two."""
    record = known_on(_case(), date(2026, 1, 15))
    assert record.place("diagnosis.primary") == ("intake.diagnosis.primary",)
    assert record.place("diagnosis.psychosis") == ("sessions[1].learned.diagnosis.psychosis",)
    assert record.place("relationships.mother") == (
        "intake.relationships[0]",
        "sessions[1].learned.relationships[0]",
    )
    assert record.place("diagnosis.mania_now") == ("sessions[1].learned.diagnosis",)


def test_a_missed_session_is_a_contact_that_was_not_held() -> None:
    """The intake counts as session 0; a missed session is kept and not held."""
    assert [(one.number, one.held) for one in contacts(_case(), date(2026, 2, 1))] == [(0, True), (1, False), (2, True)]


def test_further_diagnoses_illnesses_and_treatments_are_added_to() -> None:
    """Naming another one takes nothing back, the same one is told once, and each has the place where it was told first."""
    case = Case.from_data(
        {
            "schema_version": 1,
            "id": "c1",
            "intake": {
                "date": "2026-01-01",
                "diagnosis": {"comorbid": ["bipolar-disorder"], "medical": [{"kind": "coronary"}]},
            },
            "sessions": [
                {
                    "number": 1,
                    "date": "2026-01-08",
                    "learned": {
                        "diagnosis": {
                            "comorbid": ["bipolar-disorder", "ptsd"],
                            "medical": [{"kind": "chronic"}],
                            "prior_treatments": [{"kind": "cbt", "result": "none"}],
                        }
                    },
                },
            ],
        }
    )
    record = known_on(case, date(2026, 1, 8))
    diagnosis = record.background.diagnosis
    assert diagnosis is not None
    assert diagnosis.comorbid == ("bipolar-disorder", "ptsd")
    assert [one.kind for one in diagnosis.medical] == ["coronary", "chronic"]
    assert record.place("diagnosis.comorbid[0]") == ("intake.diagnosis.comorbid[0]",)
    assert record.place("diagnosis.comorbid[1]") == ("sessions[0].learned.diagnosis.comorbid[1]",)
    assert record.place("diagnosis.medical[1]") == ("sessions[0].learned.diagnosis.medical[0]",)
    assert record.place("diagnosis.prior_treatments[0]") == ("sessions[0].learned.diagnosis.prior_treatments[0]",)
    before = known_on(case, date(2026, 1, 1)).background.diagnosis
    assert before is not None
    assert before.comorbid == ("bipolar-disorder",)
