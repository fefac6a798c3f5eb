"""What can be asked to turn: the focus, the phase, the alerts, or one rule; what the answer is now, and whether another
answer is another one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from ipt_rules.errors import UnknownNameError, did_you_mean
from ipt_rules.finding import shown
from ipt_rules.recommendation import Candidate, Finding, FocusChoice, Recommendation
from ipt_rules.recommending import Run
from ipt_rules.render import wording
from ipt_rules.rulebook import Rulebook
from ipt_rules.translation import _
from ipt_rules.turning_slices import Slice, concluding, slice_of
from ipt_rules.vocabulary import ALERT_LEVELS, DEFICITS

FOCUS, PHASE, ALERTS = "focus", "phase", "alerts"
WHATS = (FOCUS, PHASE, ALERTS)


class Outcome(NamedTuple):
    """What is answered: `state` to be compared, `says` for reading, `words` by the part of the state that they tell."""

    state: Any
    says: str
    words: Mapping[Any, str]

    def __repr__(self) -> str:  # what is said names people
        return "<Outcome>"


class Told(NamedTuple):
    """What of a run or of a recommendation decides an outcome."""

    phase: Mapping[str, Any]
    findings: Sequence[Finding]
    focus: FocusChoice


class Question(NamedTuple):
    """One question: the rules that are enough to answer it, its answer, and what another answer turns to (None: nothing).

    `alert_stands` and `alert` concern a question about one rule that gives an alert.
    """

    what: str
    slice: Slice
    targets: tuple[str, ...]
    outcome: Callable[[Told], Outcome]
    turned: Callable[[Outcome, Outcome], str | None]
    alert: bool = False


def of_run(run: Run) -> Told:
    case = next((fact for fact in run.facts if fact.kind == "case"), None)
    return Told(dict(case.values) if case else {}, run.findings, run.choice)


def of_recommendation(told: Recommendation) -> Told:
    """What is held back was concluded all the same."""
    return Told(told.phase, (*told.findings, *(one.finding for one in told.held)), told.focus)


def question_of(what: str, rulebook: Rulebook) -> Question:
    """The question that a word names. Raises UnknownNameError for a word that is neither an answer nor a rule."""
    if what == FOCUS:
        return Question(what, slice_of(rulebook, (), choice=True), (), _focus(rulebook), _turned_focus)
    if what == PHASE:
        targets = tuple(one for one in concluding(rulebook, "phase") if _leads(rulebook.rules[one].then.content.to))
        return Question(what, slice_of(rulebook, targets, given=True), targets, _phase, _turned_phase)
    if what == ALERTS:
        targets = tuple(concluding(rulebook, "alert"))
        return Question(what, slice_of(rulebook, targets), targets, _alerts, _raised, alert=True)
    if what not in rulebook.rules:
        hint = did_you_mean(what, (*WHATS, *rulebook.rules), _("say focus, phase, alerts, or the name of a rule"))
        raise UnknownNameError(
            _("`{what}` is no answer that could turn, and no rule: {hint}").format(what=what, hint=hint)
        )
    alert = rulebook.outlines[what].conclusion == "alert"
    return Question(what, slice_of(rulebook, (what,)), (what,), _rule(what), _turned, alert=alert)


# The focus


def _focus(rulebook: Rulebook) -> Callable[[Told], Outcome]:
    lead = int(rulebook.parameter("focus_lead_points"))

    def outcome(told: Told) -> Outcome:
        choice = told.focus
        if choice.status == "agreed":
            return _agreed(choice, lead)
        name = wording.area_name(choice.primary, choice.primary_about) if choice.primary else ""
        if choice.status == "tie":
            areas = [wording.area_name(one) for one in sorted(choice.tied)]
            return _outcome(
                (choice.status, tuple(sorted(choice.tied))), _("open between {areas}"), areas=_listed(areas)
            )
        says = {
            "recommended": _("{name}: the focus to consider"),
            "lean": _("leaning towards {name}, with too little recorded to offer it"),
        }.get(choice.status, _("no area stands out"))
        return _outcome((choice.status, choice.primary, choice.primary_subject), says, name=name)

    return outcome


def _agreed(choice: FocusChoice, lead: int) -> Outcome:
    """What was agreed stays; what can turn is whether the arguments still put it first."""
    name = wording.area_name(choice.primary or "", choice.primary_about)
    score = next((one.score for one in choice.candidates if one.area == choice.primary), 0)
    ahead = [one for one in choice.candidates if _ahead(one, choice) and one.score - score >= lead]
    if not ahead:
        return _outcome(
            ("agreed", choice.primary, None), _("{name}, as agreed; no other area is ahead of it"), name=name
        )
    other = wording.area_name(ahead[0].area, ahead[0].about)
    return _outcome(
        ("agreed", choice.primary, ahead[0].area),
        _("{name}, as agreed; by the arguments {other} is ahead of it"),
        name=name,
        other=other,
    )


def _ahead(one: Candidate, choice: FocusChoice) -> bool:
    """Whether an area may be ahead of the agreed one: deficits only where nothing else is a candidate."""
    shut = any(other.is_candidate and other.area != DEFICITS for other in choice.candidates)
    return one.is_candidate and one.area != choice.primary and not (one.area == DEFICITS and shut)


def _turned_focus(now: Outcome, then: Outcome) -> str | None:
    return then.says if then.state != now.state else None


# The phase


def _phase(told: Told) -> Outcome:
    """The phase of the session now and of the next, and what is said about going on to another phase."""
    phase, next_phase = str(told.phase.get("phase")), str(told.phase.get("next_phase"))
    steps = {
        one.rule_id: one.summary for one in told.findings if one.conclusion == "phase" and _leads(one.content.get("to"))
    }
    words = {
        "phase": _("session now: {phase}").format(phase=wording.PHASES.get(phase, phase).lower()),
        "next": _("next session: {phase}").format(phase=wording.PHASES.get(next_phase, next_phase).lower()),
        **steps,
    }
    state = (("phase", phase), ("next", next_phase), *((rule_id, "") for rule_id in sorted(steps)))
    return Outcome(state, "; ".join(words.values()), words)


def _leads(to: Any) -> bool:
    """Whether a phase that a rule names is one to go on to: the initial one is where everybody begins."""
    return to not in (None, "initial")


def _turned_phase(now: Outcome, then: Outcome) -> str | None:
    """What is said of the phase that was not said, and what no longer is."""
    came = [then.words[name] for name, value in then.state if (name, value) not in now.state]
    kept = {name for name, _value in then.state}
    went = [_("no longer: {what}").format(what=now.words[name]) for name, _value in now.state if name not in kept]
    return "; ".join([*came, *went]) or None


# Alerts


def _alerts(told: Told) -> Outcome:
    """The alerts by rule and subject, with their levels."""
    alerts = [one for one in told.findings if one.conclusion == "alert"]
    words = {one.key: f"{wording.level_words(one.content)}: {one.summary}" for one in alerts}
    levels = {one.key: ALERT_LEVELS.index(one.content["level"]) for one in alerts}
    state = tuple(sorted(words, key=lambda key: (levels[key], key)))
    return Outcome(state, "; ".join(words[key] for key in state) or _("no alert"), words)


def _raised(now: Outcome, then: Outcome) -> str | None:
    """The most urgent alert that was not there before."""
    new = next((key for key in then.state if key not in now.state), None)
    return then.words[new] if new else None


def urgency_of(to: str) -> int:
    """The place of what an alert turns to among the levels, the most urgent first; 0 for any other answer."""
    told = [_(words) for _mark, _tone, words in wording.LEVELS.values()]
    away = _(wording.AT_NEXT_CONTACT)
    return next((at for at, words in enumerate(told) if to.startswith((f"{words}: ", f"{away}: "))), 0)


# One rule


def _rule(rule_id: str) -> Callable[[Told], Outcome]:
    def outcome(told: Told) -> Outcome:
        said = [one for one in told.findings if one.rule_id == rule_id]
        if not said:
            return Outcome(False, _("the rule is silent"), {})
        return Outcome(True, _("the rule speaks: {what}").format(what=said[0].summary), {})

    return outcome


def _turned(now: Outcome, then: Outcome) -> str | None:
    return then.says if then.state != now.state else None


# Words


def _outcome(state: Any, says: str, **words: str) -> Outcome:
    return Outcome(state, says.format(**words), {})


def _listed(words: Sequence[str]) -> str:
    """
    >>> _listed(["Grief", "Role dispute"])
    'Grief and Role dispute'
    """
    return _("{first} and {last}").format(first=", ".join(words[:-1]), last=words[-1]) if len(words) > 1 else words[0]


def loses_an_alert(before: Iterable[Finding], after: Iterable[Finding]) -> bool:
    """Whether something that an alert was about is no longer about it, or only at a lower level."""
    after = [one for one in after if one.conclusion == "alert"]
    alerts = [one for one in before if one.conclusion == "alert"]
    return any(
        not any(other.matter == one.matter and _level(other) <= _level(one) for other in after) for one in alerts
    )


def _level(alert: Finding) -> int:
    return ALERT_LEVELS.index(alert.content["level"])


def value_words(value: Any) -> str:
    """A value for reading."""
    if isinstance(value, tuple):
        return ", ".join(map(value_words, value))
    return shown(value) if isinstance(value, (bool, int, float, type(None))) else str(value)


def scores(told: Told) -> tuple[tuple[str, str, int], ...]:
    """The points of every area: what a change moves before it turns the focus."""
    return tuple(sorted((one.area, one.subject, one.score) for one in told.focus.candidates))
