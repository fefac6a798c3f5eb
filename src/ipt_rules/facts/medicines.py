"""What is recorded of each medicine for mood (A5): whether it says enough to judge a trial of it."""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.case.background import Medication
from ipt_rules.facts.base import Fact, FactKind, Field, kind, make_fact
from ipt_rules.facts.scores import words_of
from ipt_rules.facts.view import View

MEDICINE_RECORD = kind(
    "medicine_record",
    "What is recorded of one medicine for mood; one that is known not to be taken now has none.",
    Field("name", "text", "Which medicine, for reading.", required=True, source="intake.medication"),
    Field(
        "complete",
        "yes_no",
        "Drug, dose, weeks at it and how it is taken are all recorded; always known.",
        required=True,
        statements=("SEV-11",),
    ),
    Field("missing", "text", "What is not recorded, for reading."),
)
KINDS: tuple[FactKind, ...] = (MEDICINE_RECORD,)


def derive(view: View) -> Iterator[Fact]:
    """One fact for each medicine that is, or may be, taken now."""
    for one in view.background.medication or ():
        if one.taken != "no":
            missing = _missing(one)
            yield make_fact(
                MEDICINE_RECORD,
                view.place("medication"),
                name=one.name or words_of(one.kind) or "a medicine that is not named",
                complete=not missing,
                missing=", ".join(missing) or None,
            )


def _missing(medicine: Medication) -> list[str]:
    parts = {
        "which one it is": medicine.name is not None,
        "whether the dose is adequate": medicine.dose_adequate in ("yes", "no"),
        "for how many weeks at this dose": medicine.weeks is not None,
        "how regularly it is taken": medicine.adherence is not None,
    }
    return [name for name, told in parts.items() if not told]
