"""When and then: the contacts of a case, one line each."""

from __future__ import annotations

from pytest_bdd import parsers, then, when

from ipt_rules import Rulebook
from ipt_rules.render.contacts import BLANK, contacts_to_markdown
from ipt_rules.timeline_list import ContactList, contact_list
from steps.recommendation import the_case
from steps.story import Story
from steps.timeline import CONTACT

COLUMNS = {"PHQ-9": 3, "phase": 4, "risk enquiry": 5, "note": 6}


@when("the contacts are listed", target_fixture="listed")
def _listed(story: Story, given_case: str, rulebook: Rulebook) -> ContactList:
    case = the_case(story, given_case)
    return contact_list(case, rulebook, max([case.intake.date, *(one.date for one in case.sessions)]))


def _cells(listed: ContactList, contact: str) -> list[str]:
    """The line of a contact as it is shown."""
    name = contact.removeprefix("session ").removeprefix("the ")
    rows = [line.strip("| ").split(" | ") for line in contacts_to_markdown(listed).splitlines() if line.startswith("|")]
    return next(row for row in rows if row[0] == name)


@then(parsers.re(rf'of {CONTACT} the list says "(?P<words>[^"]+)"'))
def _says(listed: ContactList, contact: str, words: str) -> None:
    assert words in _cells(listed, contact)


@then(parsers.re(rf"of {CONTACT} the list says nothing about the (?P<column>PHQ-9|phase|risk enquiry|note)"))
def _says_nothing(listed: ContactList, contact: str, column: str) -> None:
    assert _cells(listed, contact)[COLUMNS[column]] == BLANK
