"""Given: a row of scores, one a session."""

from __future__ import annotations

from pytest_bdd import given, parsers

from steps.story import Story, words_list


@given(parsers.parse("the PHQ-9 from session {first:d} on is {totals}"))
def _row(story: Story, first: int, totals: str) -> None:
    """The sessions are held a week apart, the last of them is the one that later steps speak of."""
    for number, total in enumerate(words_list(totals), start=first):
        story.session(number)
        story.measure("phq9")["total"] = int(total)


@given(parsers.re(r"item (?P<number>\d+) of the (?P<name>QIDS|HRSD) is (?P<score>\d)"))
def _item_of(story: Story, number: str, name: str, score: str) -> None:
    story.measure(name.lower()).setdefault("items", {})[number] = int(score)
