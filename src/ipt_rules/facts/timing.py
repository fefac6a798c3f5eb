"""When something happened beside the onset of the episode: numbers where dates tell, words where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ipt_rules import vocabulary as words
from ipt_rules.case import PartialDate
from ipt_rules.facts.base import Field, Value
from ipt_rules.facts.view import View, days_text

FIELDS = (
    Field(
        "days_before_onset",
        "integer",
        "Days from the event to the onset; negative after it. From the middle of dates known to the month. Unknown when "
        "a date is known to the year only, or not at all.",
        unit="days",
        source="date, intake.episode.onset",
        statements=("FOC-06", "FOC-07"),
    ),
    Field(
        "long_before_onset", "yes_no", "Surely earlier than the period in which timing counts.", statements=("FOC-06",)
    ),
    Field("days_ago", "integer", "Days from the event to the day of the advice.", unit="days", statements=("FOC-07",)),
    Field("onset_relation", "term", "Where it lies beside the onset, as told without a date.", words.ONSET_RELATIONS),
    Field("linked", "yes_no", "Patient or therapist links it to the low mood; yes or unknown.", source="linked_by"),
    Field("timing_known", "yes_no", "Whether a date or a relation to the onset is known; always known.", required=True),
    Field("when", "text", "When it was, for reading: `8 weeks before the low mood began`."),
)


def timing(
    view: View, when: PartialDate | None, relation: str | None, linked_by: Sequence[str]
) -> dict[str, Value | None]:
    """The values of FIELDS for something dated `when`, or only known to lie `before|around|after|years-before`."""
    onset = view.background.episode.onset if view.background.episode else None
    days = days_before(when, onset)
    told_long_before = days is None and relation == "years-before"  # dates outweigh what was told
    long_before = told_long_before or _surely_long_before(view, when, onset)
    return {
        "days_before_onset": days,
        "long_before_onset": True if long_before else None if days is None else False,
        "days_ago": _days_ago(view.on, when),
        "onset_relation": relation,
        "linked": True if linked_by else None,
        "timing_known": days is not None or long_before or relation is not None or bool(linked_by),
        "when": _in_words(view.on, when, days, relation, bool(linked_by)),
    }


def days_before(when: PartialDate | None, onset: PartialDate | None) -> int | None:
    """Days from the middle of `when` to the middle of `onset`; None when either is known to the year only.

    >>> days_before(PartialDate("2025-09"), PartialDate("2025-11"))
    61
    """
    if when is None or onset is None or "year" in (when.precision, onset.precision):
        return None
    return (onset.middle - when.middle).days


def surely_after(view: View, when: PartialDate | None, relation: str | None) -> bool:
    """Whether something is known to have come after the onset; where the dates leave that open, as it was told."""
    onset = view.background.episode.onset if view.background.episode else None
    if when is None or onset is None:
        return relation == "after"
    told_after = days_before(when, onset) is None and relation == "after"  # dates outweigh what was told
    return when.earliest > onset.latest or told_after


def _surely_long_before(view: View, when: PartialDate | None, onset: PartialDate | None) -> bool:
    if when is None or onset is None:
        return False
    return (onset.earliest - when.latest).days > int(view.parameter("timing_weak_days"))


def days_since(on: date, when: PartialDate | None) -> int | None:
    """Days since `when`, negative for what is to come; None when its month is not known.

    >>> days_since(date(2026, 3, 5), PartialDate("2026-03")), days_since(date(2026, 3, 5), PartialDate("2026-04-05"))
    (2, -31)
    """
    if when is None or when.precision == "year":
        return None
    if when.earliest <= on <= when.latest:
        return (on - when.earliest).days // 2  # within the month it is known to
    return (on - when.middle).days


def _days_ago(on: date, when: PartialDate | None) -> int | None:
    return None if when is None or when.precision == "year" else max((on - when.middle).days, 0)


def _in_words(on: date, when: PartialDate | None, days: int | None, relation: str | None, linked: bool) -> str | None:
    if days is not None:
        return _beside_onset(days)
    told: dict[str, Any] = {
        "before": "before the low mood began",
        "around": "around the time the low mood began",
        "after": "after the low mood began",
        "years-before": "years before the low mood began",
    }
    if relation:
        return str(told[relation])
    if when is not None:
        return f"in {when}" if when.precision != "day" else f"on {when}"
    return "at a time not known, but linked to the low mood" if linked else "at a time not known"


def _beside_onset(days: int) -> str:
    if days == 0:
        return "when the low mood began"
    span = days_text(abs(days))
    return f"{span} before the low mood began" if days > 0 else f"{span} after the low mood began"
