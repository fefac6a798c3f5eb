"""Mutants that mean the same as the rule: listed by id, each with the reason why nothing could notice it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pydantic import ValidationError

from ipt_rules.errors import Problem, RulebookError
from ipt_rules.mutation.survey import Outcome
from ipt_rules.reading import read_document
from ipt_rules.rule import Strict
from ipt_rules.validation import problems_of

NAME = "equivalent-mutants.yaml"


class Equivalent(Strict):
    """One mutant, or all whose ids begin so (`id: some-rule:when.1*`), and why it can change no answer."""

    id: str
    reason: str

    def covers(self, mutant_id: str) -> bool:
        return mutant_id.startswith(self.id[:-1]) if self.id.endswith("*") else mutant_id == self.id


class Equivalents(Strict):
    """The file: a list under `equivalent`."""

    equivalent: tuple[Equivalent, ...] = ()


def read_equivalents(path: Path) -> tuple[Equivalent, ...]:
    """The list in a file; empty without the file. Raises RulebookError with every problem of the file."""
    if not path.is_file():
        return ()
    document = read_document(path, code="MUTANT", error=RulebookError)
    try:
        return Equivalents.model_validate(document.data).equivalent
    except ValidationError as error:
        raise RulebookError(problems_of(error, Equivalents, str(path), document, code="MUTANT")) from None


def split(
    outcomes: Iterable[Outcome], equivalents: Iterable[Equivalent]
) -> tuple[tuple[Outcome, ...], Mapping[str, str]]:
    """The outcomes that count, and the reason of each survivor that is listed as equivalent.

    A listed mutant that something does notice is no equivalent: it counts, and the entry is told as stale.
    """
    listed = tuple(equivalents)
    reasons = {
        outcome.id: entry.reason
        for outcome in outcomes
        if outcome.survived
        for entry in listed
        if entry.covers(outcome.id)
    }
    return tuple(outcome for outcome in outcomes if outcome.id not in reasons), reasons


def stale(outcomes: Iterable[Outcome], equivalents: Iterable[Equivalent], path: Path) -> Iterator[Problem]:
    """Entries that name no survivor of these outcomes; entries of rules that were not tried are left alone."""
    told = list(outcomes)
    tried = {outcome.of for outcome in told}
    for entry in equivalents:
        of = entry.id.partition(":")[0]
        about = [one for one in told if entry.covers(one.id)]
        if (of in tried or of == "parameter") and not any(one.survived for one in about) and (about or of in tried):
            what = "is noticed after all" if about else "names no mutant"
            yield Problem(str(path), 0, "MUTANT-90", f"the entry {entry.id} {what}", "take it out of the list")
