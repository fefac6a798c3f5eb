"""What is new since an earlier contact: two recommendations laid side by side, by rule and subject."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from ipt_rules.case import Case
from ipt_rules.case.record import Contact, contacts
from ipt_rules.errors import UnknownNameError
from ipt_rules.recommendation import Finding, News, Recommendation, Since
from ipt_rules.recommending import recommended_at
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _

Key = tuple[str, str]


def mark_since(
    now: Recommendation, case: Case, rulebook: Rulebook, session: int, *, include_drafts: bool = False
) -> Recommendation:
    """`now` with what is new in it since a session of its case; 0 is the intake.

    The case and the rulebook are those that `now` was made of. Raises UnknownNameError when there was no such session
    by that day.
    """
    contact = _contact(case, now.on, session)
    then = recommended_at(case, rulebook, contact, now.engine, include_drafts)[1]
    return replace(now, since=compared(then, now, session))


def compared(then: Recommendation, now: Recommendation, session: int) -> Since:
    """What `now` says and `then` did not, or said otherwise, and what of `then` is gone; each in its own order.

    A finding is the same when rule and subject are. What is held back is compared as well, since it is told too.
    """
    said, told = _by_key(then), _by_key(now)
    released = {one.finding.key for one in then.held} - {one.finding.key for one in now.held}
    news = [(one, _why(one, now, said.get(one.key), then, released)) for one in told.values()]
    return Since(
        session=session,
        date=then.on,
        new=tuple(_news(one, why, said.get(one.key)) for one, why in news if why is not None),
        standing=tuple(_news(one, "standing") for one, why in news if why is None and one.conclusion == "alert"),
        gone=tuple(_news(one, "gone") for one in said.values() if one.key not in told and not _goes_on(one, now)),
    )


def _by_key(recommendation: Recommendation) -> Mapping[Key, Finding]:
    """All findings in their order, those held back last."""
    findings = (*recommendation.findings, *(one.finding for one in recommendation.held))
    return {one.key: one for one in findings}


def _why(
    finding: Finding, now: Recommendation, before: Finding | None, then: Recommendation, released: set[Key]
) -> str | None:
    """In which way a finding is news; None when it was said before, in these words."""
    if before is None:
        return "new"
    if before.content.get("level") != finding.content.get("level"):
        return "level"
    if _words(before, then) != _words(finding, now):
        return "words"
    return "released" if finding.key in released else None


def _words(finding: Finding, recommendation: Recommendation) -> tuple[str, ...]:
    """What is said, whichever session it was said for: an outline of the next session is no news each time."""
    texts = (finding.summary, str(finding.content.get("question", "")))
    if finding.conclusion == "alert":
        return texts
    number = recommendation.phase.get("next_session")
    return tuple(re.sub(rf"\b(session) {number}\b", r"\1", text, flags=re.IGNORECASE) for text in texts)


def _goes_on(alert: Finding, now: Recommendation) -> bool:
    """Whether another alert speaks of the same matter now: then it stands, whatever rule says so."""
    return alert.conclusion == "alert" and alert.matter in (one.matter for one in now.alerts)


def _news(finding: Finding, why: str, before: Finding | None = None) -> News:
    return News(
        rule_id=finding.rule_id,
        subject=finding.subject,
        conclusion=finding.conclusion,
        why=why,
        summary=finding.summary,
        before=before.summary if before and before.summary != finding.summary else None,
        level=finding.content.get("level"),
    )


def _contact(case: Case, on: date, session: int) -> Contact:
    known = contacts(case, on)
    found = next((contact for contact in known if contact.number == session), None)
    if found is None:
        numbers = ranges([contact.number for contact in known[1:]])
        held = _("the sessions are {numbers}, and 0 is the intake").format(numbers=numbers)
        there = held if numbers else _("there is only 0, the intake")
        told = _("there is no session {number} up to {day}: {there}")
        raise UnknownNameError(told.format(number=session, day=on.isoformat(), there=there))
    return found


def ranges(numbers: Sequence[int]) -> str:
    """
    >>> ranges([1, 2, 3, 5, 8, 9])
    '1 to 3, 5, 8 to 9'
    """
    runs = [
        [number for _at, number in run]
        for _gap, run in groupby(enumerate(sorted(numbers)), lambda one: one[1] - one[0])
    ]
    span = _("{first} to {last}")
    return ", ".join(str(run[0]) if len(run) == 1 else span.format(first=run[0], last=run[-1]) for run in runs)
