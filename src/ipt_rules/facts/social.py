"""Facts about isolation and support (C5), how long the depression has lasted, and the enquiry before deficits (DEF-01)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ipt_rules.case import PartialDate
from ipt_rules.case.background import Episode
from ipt_rules.case.people import SocialLife
from ipt_rules.facts import people
from ipt_rules.facts.base import Fact, FactKind, Field, Value, kind, make_fact
from ipt_rules.facts.change_parts import is_role_change, life_changes
from ipt_rules.facts.common import unknown
from ipt_rules.facts.dispute_parts import is_dispute, is_over
from ipt_rules.facts.enquiries import asked
from ipt_rules.facts.loss_parts import deaths
from ipt_rules.facts.view import View, yes

UNKNOWNS: Mapping[str, str] = {
    "isolation-start": "whether isolation is long-standing, or began with this episode or with an event",
    "social-anxiety": "whether social anxiety is behind isolation that no event and no episode explains",
}
SIGNS: Mapping[str, str] = {
    "isolated": "isolated or lonely",
    "lacks_support": "lacks support",
    "hard_to_form_ties": "finds it hard to make or keep relationships",
    "left_out": "feels left out",
    "poor_skills": "needs practice with people",
}
"""The indicators of DEF-02 by their fields of `SocialLife`, in words."""
GATE = "deficits-gate"
_SOURCE = "intake.social"

ISOLATION = kind(
    "isolation",
    "What is known of isolation and support apart from single people; at most one.",
    Field(
        "any_sign",
        "yes_no",
        "Isolated or lonely, lacking support, hard to make or keep ties, left out, or few social skills.",
        source=f"{_SOURCE}.{', '.join(SIGNS)}",
        statements=("DEF-02",),
    ),
    Field("told", "text", "Which of these, for reading."),
    Field("isolated", "yes_no", "Isolated or lonely now.", source=_SOURCE, statements=("DEF-02",)),
    Field("lacks_support", "yes_no", "Lacks support.", source=_SOURCE, statements=("DEF-02",)),
    Field("long_standing", "yes_no", "A pattern of many years.", source=_SOURCE, statements=("DEF-03",)),
    Field("told_long_standing", "yes_no", "Recorded as a pattern of many years; always known.", required=True),
    Field("uneasy", "yes_no", "Uneasy with people.", source=f"{_SOURCE}.uneasy_with_people", statements=("DEF-03",)),
    Field("began_with_episode", "yes_no", "Began with this episode.", source=_SOURCE, statements=("FOC-18",)),
    Field("functioned_before", "yes_no", "Had ties and skills before the episode.", statements=("FOC-18",)),
    Field(
        "contact_less_percent",
        "decimal",
        "With how many of the people whose contact now and before is known contact became rarer.",
        unit="percent",
        source="relationships[].contact, contact_before",
        statements=("FOC-18",),
    ),
    Field("contact_compared", "integer", "How many people that is known of.", unit="people", required=True),
    Field("before", "text", "How it was before the episode, for reading."),
    Field("began_with_event", "key", "The event it began with.", source=_SOURCE, statements=("DFX-12",)),
    Field("began_after_event", "yes_no", "It began with an event; yes or unknown.", statements=("DFX-12",)),
    Field("began_with", "text", "That event, for reading."),
    Field("wishes_more_contact", "yes_no", "Wishes for more contact.", source=_SOURCE, statements=("DEF-05",)),
    Field("distressed", "yes_no", "Distressed by being alone.", source=_SOURCE, statements=("DEF-05",)),
    Field("reduced_functioning", "yes_no", "Very poor social functioning.", source=_SOURCE, statements=("CBT-10",)),
    Field(
        "people",
        "integer",
        "How many people of today there are, once it is said that nobody else matters.",
        unit="people",
        source=f"relationships, {_SOURCE}.other_people_who_matter",
        statements=("DEF-04",),
    ),
    single=True,
)
CHRONICITY = kind(
    "chronicity",
    "How long the depression has lasted, as far as it is known; at most one.",
    Field(
        "persistent",
        "yes_no",
        "Diagnosed as persistent, or surely lasting that long.",
        required=True,
        source="diagnosis.persistent_depression, episode.onset, episode.duration_months",
        statements=("SUI-40", "TRA-15"),
    ),
    Field("months", "integer", "For how many months at least.", unit="months", source="intake.episode"),
    single=True,
)
FULL_ENQUIRY = kind(
    "full_enquiry",
    "Whether all that comes before interpersonal deficits was asked about; exactly one.",
    Field("complete", "yes_no", "Every topic of the gate was asked and answered.", required=True),
    Field(
        "none_found",
        "yes_no",
        "Every one of them was answered with none, and none of it has come up since.",
        required=True,
        statements=("DEF-01",),
    ),
    single=True,
)
KINDS: tuple[FactKind, ...] = (ISOLATION, CHRONICITY, FULL_ENQUIRY)


def derive(view: View) -> Iterator[Fact]:
    """Isolation, how long the depression has lasted, the enquiry, and what is not known behind isolation."""
    isolation = _isolation(view)
    if isolation is not None:
        yield isolation
    lasting = persistent(view)
    if lasting is not None:
        months = _months(view)
        yield make_fact(CHRONICITY, view.place("episode"), persistent=lasting, months=months[0] if months else None)
    yield _full_enquiry(view)
    if isolation is not None and (isolation.get("any_sign") or isolation.get("long_standing")):
        yield from _unknowns(view, isolation)


def _isolation(view: View) -> Fact | None:
    social = view.background.social or SocialLife()
    compared = _contact_compared(view)
    if not social.model_fields_set and not compared:
        return None
    event = view.events.get(social.began_with_event) if social.began_with_event else None
    return make_fact(
        ISOLATION,
        view.place("social"),
        **_signs(social),
        isolated=yes(social.isolated),
        lacks_support=yes(social.lacks_support),
        long_standing=yes(social.long_standing),
        told_long_standing=social.long_standing == "yes",
        uneasy=yes(social.uneasy_with_people),
        began_with_episode=yes(social.began_with_episode),
        functioned_before=yes(social.functioned_before),
        contact_less_percent=100 * sum(compared) / len(compared) if compared else None,
        contact_compared=len(compared),
        before=_before(social, compared),
        began_with_event=social.began_with_event,
        began_after_event=True if social.began_with_event else None,
        began_with=view.what(event),
        wishes_more_contact=yes(social.wishes_more_contact),
        distressed=yes(social.distressed_by_it),
        reduced_functioning=yes(social.reduced_functioning),
        people=_people(view),
    )


def isolation_told(view: View) -> str | None:
    """Isolation for reading, when any sign of it or a pattern of many years is recorded."""
    social = view.background.social or SocialLife()
    told = _signs(social)["told"]
    lasting = "few ties for many years" if social.long_standing == "yes" else None
    return "; ".join(str(one) for one in (told, lasting) if one) or None


def _signs(social: SocialLife) -> dict[str, Value | None]:
    """Whether any indicator of DEF-02 is there, and which; `no` only when each was answered no."""
    answers = {name: yes(getattr(social, name)) for name in SIGNS}
    there = [name for name, answer in answers.items() if answer]
    none = all(answer is False for answer in answers.values())
    return {
        "any_sign": True if there else False if none else None,
        "told": ", ".join(SIGNS[name] for name in there) or None,
    }


def _contact_compared(view: View) -> tuple[bool, ...]:
    """For each person of today whose contact now and before is known: whether it became rarer."""
    answers = (people.less_contact(one) for one in people.by_closeness(view))
    return tuple(answer for answer in answers if answer is not None)


def _before(social: SocialLife, compared: tuple[bool, ...]) -> str | None:
    """What is recorded of the time before the episode, in words."""
    told = (
        (social.began_with_episode == "yes", "isolation began with this episode"),
        (social.functioned_before == "yes", "there were ties and skills before this episode"),
        (any(compared), f"contact became rarer with {sum(compared)} of {len(compared)} people"),
    )
    return "; ".join(words for there, words in told if there) or None


def _people(view: View) -> int | None:
    """How many people there are, once it is said that nobody else matters (INI-21)."""
    social = view.background.social
    if social is None or social.other_people_who_matter != "no":
        return None
    return len(people.by_closeness(view))


# How long the depression has lasted


def persistent(view: View) -> bool | None:
    """Persistent by diagnosis or by its length; not persistent when said so, or surely too short."""
    diagnosis = view.diagnosis
    named = not view.group("persistent-diagnoses").isdisjoint((diagnosis.primary, *diagnosis.comorbid))
    months = _months(view)
    wanted = int(view.parameter("persistent_depression_months"))
    if named or diagnosis.persistent_depression == "yes" or (months and months[0] >= wanted):
        return True
    if diagnosis.persistent_depression == "no" or (months and months[1] < wanted):
        return False
    return None


def _months(view: View) -> tuple[int, int] | None:
    """How many whole months the episode has lasted, at least and at most; None when nothing tells."""
    episode = view.background.episode or Episode()
    if episode.onset is not None:
        return _months_since(view, episode.onset)
    told = episode.duration_months
    if told is None:
        return None
    # Told at some contact up to now: it may have grown since the intake.
    return told, told + _whole_months((view.on - view.case.intake.date).days) + 1


def _months_since(view: View, onset: PartialDate) -> tuple[int, int]:
    return _whole_months((view.on - onset.latest).days), _whole_months((view.on - onset.earliest).days)


def _whole_months(days: int) -> int:
    """
    >>> _whole_months(730), _whole_months(731), _whole_months(-3)
    (23, 24, 0)
    """
    return max(days * 12 * 400 // 146_097, 0)  # 400 years of the calendar have 146,097 days


# The enquiry, and what is not known


def _full_enquiry(view: View) -> Fact:
    """DEF-01 by the checklist of the gate; its items are topics to be asked about."""
    topics = _gate(view)
    return make_fact(
        FULL_ENQUIRY,
        tuple(place for topic in topics for place in view.place(f"asked.{topic}")),
        complete=bool(topics) and all(asked(view, topic) for topic in topics),
        none_found=asked_and_none(view),
    )


def _gate(view: View) -> tuple[str, ...]:
    gate = view.knowledge.checklists.get(GATE)
    return tuple(item.id for item in gate.items) if gate else ()


def asked_and_none(view: View) -> bool:
    """Whether all that the gate asks about was answered with none, and none of it has come up since."""
    topics = _gate(view)
    answers: Mapping[str, str] = {str(name): answer for name, answer in view.background.asked.items()}
    return bool(topics) and all(answers.get(topic) == "none" for topic in topics) and not _came_up(view)


def _came_up(view: View) -> bool:
    """Whether a death, a loss, a change or a conflict is on record all the same, told after it was denied."""
    changed = any(is_role_change(view, one) or one.type in view.group("other-losses") for one in life_changes(view))
    in_conflict = any(is_dispute(view, one) and not is_over(view, one) for one in view.people.values())
    return changed or in_conflict or bool(deaths(view))


def _unknowns(view: View, isolation: Fact) -> Iterator[Fact]:
    place = view.place("social")
    explained = any(isolation.get(name) for name in ("began_with_episode", "functioned_before", "began_with_event"))
    if not explained and not isolation.get("long_standing"):
        yield unknown("isolation-start", place)
    diagnosis = view.diagnosis
    diagnosed = "social-anxiety" in (diagnosis.primary, *diagnosis.comorbid)
    if not explained and not diagnosed and not asked(view, "social-anxiety"):
        yield unknown("social-anxiety", place)
