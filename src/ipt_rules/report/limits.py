"""The end of the page: what is not known, what was made with what, and what the page is no substitute for."""

from __future__ import annotations

from ipt_rules.markup import Html, el, joined
from ipt_rules.recommendation import Recommendation
from ipt_rules.render import wording
from ipt_rules.report.focus import missing_answers
from ipt_rules.report.notes import Notes
from ipt_rules.report.safety import questions
from ipt_rules.report.saying import points
from ipt_rules.translation import _


def not_known(recommendation: Recommendation, notes: Notes) -> Html:
    """The questions that wait, the answers that could change the choice of focus, and what is told beside."""
    waiting = [one for one in recommendation.gaps if not one.prominent]
    answers = list(missing_answers(recommendation))
    others = [one for one in recommendation.findings if one.section == "notes" and one.conclusion != "ask"]
    return joined(
        [
            el("p", _("What nobody asked cannot count here, and a blank is never taken for no.")),
            questions(waiting, notes) if waiting else None,
            _answers(answers) if answers else None,
            points(others, notes) if others else None,
        ]
    )


def _answers(answers: list[str]) -> Html:
    items = el("ul", (el("li", one) for one in answers), class_="consider")
    return joined([el("h3", _("Answers that could change the choice of focus")), items])


def made_with(recommendation: Recommendation) -> Html:
    """The small print: versions, what a site set, who reviewed the rules, and what they are for."""
    return joined(el("p", one) for one in wording.footer(recommendation))
