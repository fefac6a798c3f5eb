"""What is different from one contact to the next, in plain words: alerts first, then what was missed, decided, reached.

Nothing is judged here: two recommendations, and the facts behind them, are laid side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ipt_rules import vocabulary as words
from ipt_rules.case import Session
from ipt_rules.case.record import Contact
from ipt_rules.facts.base import Fact
from ipt_rules.recommendation import FocusChoice
from ipt_rules.replay import Told
from ipt_rules.timeline_alerts import alert_changes
from ipt_rules.timeline_moments import TOPICS, Change, Moment
from ipt_rules.translation import N_, Words, _, counted


def changes(before: Moment | None, now: Moment, told: Sequence[Told]) -> tuple[Change, ...]:
    """What is different now. `before` is None at the intake; `told` are the alerts of all contacts before."""
    found = [*alert_changes(before, now, told), *_contact(now), *_focus(before, now)]
    if before is not None:
        found += [*_phase(before, now), *_agreements(before, now), *_plan(before, now)]
    found += [*_progress(before, now), *_questions(before, now)]
    return tuple(sorted(found, key=lambda change: TOPICS.index(change.topic)))


# The contact itself, and the phase


def how_held(contact: Contact) -> str:
    """Whether patient and therapist met: `held`, `gap` (not held, by agreement) or `missed`."""
    if contact.held:
        return "held"
    return "gap" if isinstance(contact.part, Session) and contact.part.planned_gap == "yes" else "missed"


def _contact(now: Moment) -> Iterator[Change]:
    session, how = now.contact.part, how_held(now.contact)
    if how == "gap":
        yield Change("contact", how, _("Not held, by agreement"))
    elif how == "missed" and isinstance(session, Session):
        known = {"yes": _("Missed, with notice"), "no": _("Missed, without notice")}
        missed = known.get(session.notice_given or "", _("Missed"))
        made = session.contact_made == "yes"
        since = _("contact was made since") if made else _("no contact since is recorded")
        yield Change("contact", how, f"{missed}; {since}")


def _phase(before: Moment, now: Moment) -> Iterator[Change]:
    phase, basis = now.one("case")["phase"], now.one("case")["phase_basis"]
    if phase != before.one("case")["phase"]:
        known = _("as recorded") if basis == "recorded" else _("by the number of sessions")
        told = _("Now {phase} ({basis})").format(phase=PHASES[str(phase)], basis=known)
        yield Change("phase", str(phase), told)


PHASES: Mapping[str, str] = Words(
    {
        "not-started": N_("not started"),
        "initial": N_("the initial phase"),
        "middle": N_("the middle phase"),
        "ending": N_("the ending"),
        "maintenance": N_("maintenance"),
        "finished": N_("finished"),
    }
)


# The focus


def _focus(before: Moment | None, now: Moment) -> Iterator[Change]:
    was = before.recommendation.focus if before else None
    focus = now.recommendation.focus
    if _choice(focus) == (_choice(was) if was else _choice(NO_FOCUS)):
        return
    were_first = bool(before and before.recommendation.before_focus)
    earlier = ""
    if was and was.status != "none":
        earlier = _(" (before: {focus})").format(focus=_focus_words(was, qualified=were_first))
    first = now.recommendation.before_focus if focus.status in OFFERED else ()
    told = _focus_words(focus, qualified=bool(first))
    said = ". ".join((*first, f"{told[:1].upper()}{told[1:]}"))
    yield Change("focus", focus.status, f"{said}{earlier}")


OFFERED = ("recommended", "lean", "tie")
"""Where an area is put forward, and what is to be read before it is told with it."""
NO_FOCUS = FocusChoice("none", None, None, None, None, (), ())


def _choice(focus: FocusChoice) -> tuple[object, ...]:
    return focus.status, focus.primary, focus.primary_subject, focus.secondary, focus.tied


def _focus_words(focus: FocusChoice, *, qualified: bool) -> str:
    """The choice in words; `qualified` where something is to be read before it."""
    if focus.status == "tie":
        return _("a tie between {areas}").format(areas=_(" and ").join(map(_area, focus.tied)))
    if focus.primary is None:
        return _("no area stands out")
    named = _area(focus.primary) + (f", {focus.primary_about}" if focus.primary_about else "")
    considered = _("by the arguments alone: {area}") if qualified else _("focus to consider: {area}")
    forms = {"agreed": _("focus agreed: {area}"), "lean": _("leaning towards {area}")}
    told = forms.get(focus.status, considered).format(area=named)
    if focus.secondary is None:
        return told
    agreed = focus.status == "agreed"
    second = _("{focus}; a second one: {area}") if agreed else _("{focus}; a second one to offer: {area}")
    return second.format(focus=told, area=_area(focus.secondary))


def _area(area: str) -> str:
    return _(words.AREA_NAMES[area]).lower()


# Progress


def _progress(before: Moment | None, now: Moment) -> Iterator[Change]:
    was, progress = before.one("progress") if before else {}, now.one("progress")
    fall, worse = progress.get("fall_text"), progress.get("deterioration_text")
    response = _("Response: the PHQ-9 is {fall} the first").format(fall=fall)
    for name, reached, lost in (
        ("response", response, _("No longer a response")),
        ("deteriorated", _("Worse: {how}").format(how=worse), _("No longer counted as worse")),
    ):
        if (progress.get(name) is True) != (was.get(name) is True):
            yes = progress.get(name) is True
            yield Change("progress", name if yes else f"{name}-over", reached if yes else lost)
    yield from _remission(was, progress)
    yield from _reliable(was, progress)
    known = {fact.get("session") for fact in before.kinds.get("sudden_gain", ())} if before else set()
    for gain in now.kinds.get("sudden_gain", ()):
        if gain.get("session") not in known:
            lasted = _("The sudden gain at {when} has lasted: {direction}")
            says = lasted.format(when=gain.get("when"), direction=gain.get("direction"))
            yield Change("progress", "sudden-gain", says)


def _remission(was: Mapping[str, object], progress: Mapping[str, object]) -> Iterator[Change]:
    """Provisional until it has lasted."""
    state, before = _remission_state(progress), _remission_state(was)
    if state != before:
        says = {
            "remission-sustained": _("Remission has lasted"),
            "remission-provisional": _("In the range of remission; provisional until it has lasted"),
            "remission-over": _("No longer in the range of remission"),
        }
        what = state or "remission-over"
        yield Change("progress", what, says[what])


def _remission_state(progress: Mapping[str, object]) -> str | None:
    if progress.get("sustained_remission") is True:
        return "remission-sustained"
    return "remission-provisional" if progress.get("remission") is True else None


def _reliable(was: Mapping[str, object], progress: Mapping[str, object]) -> Iterator[Change]:
    """Nothing measured yet counts as no change: only what is reached or lost is told."""
    state, before = progress.get("reliable_change") or "none", was.get("reliable_change") or "none"
    if state != before:
        says = {
            "improved": _("Reliably better than at the first PHQ-9"),
            "worse": _("Reliably worse than at the first PHQ-9"),
            "none": _("No longer reliably different from the first PHQ-9"),
        }
        yield Change("progress", f"reliable-{state}", says[str(state)])


# What was agreed and written, and what is still to ask


def _agreements(before: Moment, now: Moment) -> Iterator[Change]:
    planned, earlier = now.one("case").get("planned_sessions"), before.one("case").get("planned_sessions")
    if planned != earlier:
        was_planned = _("not known") if earlier is None else earlier
        says = _("Planned sessions: {before} → {now}").format(before=was_planned, now=planned)
        yield Change("agreements", "planned-sessions", says)
    course, was = now.one("case").get("course"), before.one("case").get("course")
    if course is not None and course != was:
        yield Change("agreements", "course", _("New course: {course}").format(course=_course(now, course)))
    yield from _contract(before, now)
    accepted = now.one("case").get("maintenance_accepted")
    if accepted is not None and accepted != before.one("case").get("maintenance_accepted"):
        what = "accepted" if accepted else "declined"
        says = _("Maintenance is accepted") if accepted else _("Maintenance is declined")
        yield Change("agreements", f"maintenance-{what}", says)


def _course(now: Moment, slug: object) -> str:
    known = now.view.knowledge.course(str(slug))
    return known.name if known else str(slug)


def _contract(before: Moment, now: Moment) -> Iterator[Change]:
    was, contract = before.view.background.contract, now.view.background.contract
    if contract is None or contract == was:
        return
    agreed = _(", agreed with the patient") if contract.agreed == "yes" else ""
    if was is None:
        yield Change("agreements", "contract", _("A contract is recorded{agreed}").format(agreed=agreed))
    else:
        yield Change("agreements", "contract-changed", _("The contract is changed{agreed}").format(agreed=agreed))


def _plan(before: Moment, now: Moment) -> Iterator[Change]:
    for kind, field, slug, name in (
        ("plan_part", "filled", "relapse-plan", _("Relapse plan")),
        ("maintenance_part", "present", "maintenance-contract", _("Maintenance contract")),
    ):
        was, done = _done(before.kinds.get(kind, ()), field), _done(now.kinds.get(kind, ()), field)
        written, lost = [one for one in done if one not in was], [one for one in was if one not in done]
        if written:
            says = _("{plan}, now written: {parts}").format(plan=name, parts=", ".join(written))
            yield Change("plan", slug, says, count=len(written))
        if lost:
            says = _("{plan}, open again: {parts}").format(plan=name, parts=", ".join(lost))
            yield Change("plan", f"{slug}-open", says, count=len(lost))


def _done(parts: Iterable[Fact], field: str) -> list[str]:
    return [str(part.get("name")) for part in parts if part.get(field) is True]


def _questions(before: Moment | None, now: Moment) -> Iterator[Change]:
    """How many questions are no longer asked, having been answered or being no longer due, and how many are new."""
    was, asked = _asked(before), _asked(now)
    closed, opened = len(was - asked), len(asked - was)
    if closed:
        says = counted(
            "{number} question answered or no longer due", "{number} questions answered or no longer due", closed
        )
        yield Change("questions", "closed", says, count=closed)
    if opened:
        says = counted("{number} new question", "{number} new questions", opened)
        yield Change("questions", "opened", says, count=opened)


def _asked(moment: Moment | None) -> set[tuple[str, str]]:
    return {one.key for one in moment.recommendation.gaps} if moment else set()
