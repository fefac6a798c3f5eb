"""What was asked about and what was done, from the answers, the checklists and what is recorded."""

from __future__ import annotations

from collections.abc import Mapping

from ipt_rules.facts.view import View


def asked(view: View, topic: str) -> bool:
    """Whether the topic was asked about and answered; asked and not known is no answer."""
    answers: Mapping[str, str] = {str(name): answer for name, answer in view.background.asked.items()}
    return answers.get(topic) in ("none", "some")


def tasks_done(view: View) -> frozenset[str]:
    """The tasks recorded as done at any contact so far."""
    return frozenset(task for contact in view.held for task in contact.part.tasks_done)


def deaths_asked(view: View) -> bool:
    """Deaths were asked about, or the death of somebody is recorded."""
    recorded = any(event.type in view.group("deaths-of-people") for event in view.background.life_events)
    return recorded or asked(view, "deaths") or "losses-asked" in tasks_done(view)


def other_losses_asked(view: View) -> bool:
    """Losses other than deaths were asked about, or one is recorded."""
    recorded = any(event.type in view.group("other-losses") for event in view.background.life_events)
    return recorded or asked(view, "other-losses") or "losses-asked" in tasks_done(view)


def conflicts_asked(view: View) -> bool:
    """Conflicts were asked about, or it is recorded of somebody whether there is one."""
    answered = any(one.conflict and one.conflict.present in ("yes", "no") for one in view.background.relationships)
    return answered or asked(view, "conflicts")
