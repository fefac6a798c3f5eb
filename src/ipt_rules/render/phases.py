"""Where a treatment stands, in one line from the initial phase to maintenance, and what of the phase's list is done and open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.render import wording
from ipt_rules.render.page import Item, clean
from ipt_rules.translation import N_, Words, _

COURSE = ("initial", "middle", "ending", "maintenance")
SHORT = Words({"initial": N_("Initial"), "middle": N_("Middle")})
BETWEEN = " — "
OPEN_SHOWN = 3


def phase_lines(recommendation: Recommendation) -> tuple[str, str]:
    """The course of phases in one line, and what comes next in another."""
    return phase_track(recommendation), _next(recommendation.phase)


def phase_track(recommendation: Recommendation) -> str:
    """The phases in order, what is behind marked, and the present one with its session.

    A phase is called done where the record says in which phase the treatment is, or a focus is agreed; else past, since the
    number of sessions alone does not say that its work was done.
    """
    phase = recommendation.phase
    now = str(phase.get("phase"))
    course = (*COURSE[:-1], "finished") if now == "finished" else COURSE
    at = course.index(now) if now in course else -1
    sure = phase.get("phase_basis") == "recorded" or recommendation.focus.status == "agreed"
    behind = _("{phase} [done]") if sure else _("{phase} [past]")
    told = [
        behind.format(phase=phase_name(one)) if place < at else _present(phase, one) if place == at else phase_name(one)
        for place, one in enumerate(course)
    ]
    return clean(BETWEEN.join(told if at >= 0 else [_("Not started"), *told]))


def phase_name(phase: str) -> str:
    """A phase by its name alone, without the word phase."""
    return SHORT.get(phase) or wording.PHASES.get(phase, phase)


def _present(phase: Mapping[str, Any], name: str) -> str:
    number, planned = phase.get("session_number"), phase.get("planned_sessions")
    if not number:
        return _("{phase} [now]: intake").format(phase=phase_name(name))
    if planned:
        return _("{phase} [now]: session {number} of {planned}").format(
            phase=phase_name(name), number=number, planned=planned
        )
    return _("{phase} [now]: session {number}").format(phase=phase_name(name), number=number)


def _next(phase: Mapping[str, Any]) -> str:
    left = phase.get("sessions_left")
    if left == 0:
        coming = _("All planned sessions were held.")
    elif left:
        coming = _("Session {number} is next, {left} left with it.").format(number=phase.get("next_session"), left=left)
    else:
        coming = _("Session {number} is next.").format(number=phase.get("next_session"))
    recorded = phase.get("phase_basis") == "recorded"
    basis = _("The phase is as recorded.") if recorded else _("The phase is by the number of sessions.")
    return f"{coming} {basis}"


def checklist_lines(finding: Finding) -> tuple[str, ...]:
    """How much of a list is done, and the first of what is open."""
    whole = len(finding.done) + len(finding.open)
    done = _("Done: {done} of {whole}.").format(done=len(finding.done), whole=whole)
    if not finding.open:
        return (done,)
    left = len(finding.open) - OPEN_SHOWN
    more = _("; and {left} more").format(left=left) if left > 0 else ""
    shown = "; ".join(finding.open[:OPEN_SHOWN])
    return (_("{done} Open: {open}{more}.").format(done=done, open=shown, more=more),)


def paused_checklists(recommendation: Recommendation) -> Iterator[Item]:
    """How far the list of the phase has come, where something else about the phase is read first, and is no list itself."""
    of_phase = [one for one in recommendation.findings if one.section == "phase" and one.conclusion == "phase"]
    if any(one.prominent and one.open for one in of_phase):
        return
    for one in of_phase:
        if one.content["status"] == "checklist" and not one.prominent:
            yield Item(clean(" ".join((_("Checklist, waiting."), *checklist_lines(one)))), tone="muted")


def both_stand(recommendation: Recommendation) -> Iterator[str]:
    """Why techniques are offered though a pause is advised: the alert keeps back what it lists, and no more (SAF-20)."""
    paused = [one for one in recommendation.findings if one.conclusion == "phase" and one.content["status"] == "hold"]
    if not (paused and recommendation.techniques):
        return
    listed = any(one.content["holding"] == "listed" for one in recommendation.alerts)
    some = _("The pause above and these both stand: the alert keeps back some techniques, and not these.")
    both = _("The pause above and these both stand.")
    yield clean(_("{both} Whether they wait is for you to decide.").format(both=some if listed else both))
