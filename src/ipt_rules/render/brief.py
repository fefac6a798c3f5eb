"""One small screen: alerts whole, the first questions, and a line each on phase, focus, score and what to do next.

Whatever is left out is counted in the last line. How many questions fit depends on the lines they take, so a format takes the
fullest page that fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.recommendation import Finding, Recommendation, holds_all
from ipt_rules.render import wording
from ipt_rules.render.alerts import alerts_section
from ipt_rules.render.page import Item, Page, Section, clean, cleaned
from ipt_rules.render.phases import phase_track
from ipt_rules.render.sections import ARGUMENTS, head_of, progress_lines, sentence, technique_name
from ipt_rules.render.short import asked_first
from ipt_rules.translation import _, counted


def brief_pages(recommendation: Recommendation) -> Iterator[Page]:
    """The brief page with as many questions as are read first, then with fewer and fewer."""
    questions = asked_first(recommendation)
    for shown in range(len(questions), min(1, len(questions)) - 1, -1):
        yield _page(recommendation, questions, shown)


def _page(recommendation: Recommendation, questions: Sequence[tuple[str, bool]], shown: int) -> Page:
    sections = (
        alerts_section(recommendation),
        _questions(questions, shown),
        Section(_("Phase"), lead=(phase_track(recommendation),)),
        Section(_("Focus"), lead=_focus(recommendation)),
        Section(_("Score"), lead=_score(recommendation)),
        Section(_("Next"), lead=_next(recommendation)),
        Section(_("Not here"), lead=(_left_out(recommendation),)),
    )
    title = clean(_("Case {case}, {day}").format(case=recommendation.case_id, day=recommendation.on.isoformat()))
    footer = (clean(" ".join((f"{title}.", wording.rules_in_short(recommendation)))),)
    return Page(title, tuple(one for one in sections if not one.empty), footer, brief=True)


def _questions(questions: Sequence[tuple[str, bool]], shown: int) -> Section:
    """The first questions, those for safety before the others, and how many more there are."""
    items = [Item(clean(question), mark="?") for question, _safety in questions[:shown]]
    rest = questions[shown:]
    for_safety = sum(safety for _question, safety in rest)
    if rest:
        more = counted("{number} more question", "{number} more questions", len(rest))
        some = _(", {number} of them for safety").format(number=for_safety)
        part = _(", for safety") if for_safety == len(rest) else some if for_safety else ""
        items.append(Item(f"{more}{part}", "", "warning" if for_safety else "muted"))
    return Section(_("To ask"), items=tuple(items))


def _focus(recommendation: Recommendation) -> tuple[str, ...]:
    told = wording.focus_sentences(recommendation.focus, qualified=bool(recommendation.before_focus))[0]
    return cleaned((" ".join((*(f"{one}." for one in recommendation.before_focus), told)),))


def _score(recommendation: Recommendation) -> tuple[str, ...]:
    """The change of the score where a rule tells it, else all scores, and the first point to look at again."""
    told = [head_of(one) for one in _headlines(recommendation)]
    scored = any(one.conclusion == "note" for one in _headlines(recommendation))
    history = recommendation.progress.get("history", ())
    last = [_("The last is of {day}.").format(day=history[-1]["date"])] if history else []
    scores = () if scored else (" ".join((*progress_lines(recommendation.progress), *last)),)
    return cleaned(map(sentence, (*filter(None, scores), *told)))


def _headlines(recommendation: Recommendation) -> list[Finding]:
    """The first note and the first review of those about progress that are read first."""
    first = [one for one in recommendation.findings if one.section == "progress" and one.prominent]
    return [one for kind in ("note", "review") for one in [one for one in first if one.conclusion == kind][:1]]


def _paused(recommendation: Recommendation) -> list[Finding]:
    return [one for one in recommendation.findings if one.conclusion == "phase" and one.content["status"] == "hold"][:1]


def _next(recommendation: Recommendation) -> tuple[str, ...]:
    """What the next contact is for: what is paused, or the first technique."""
    holding = [one for one in recommendation.findings if holds_all(one)]
    if holding and recommendation.held:
        return cleaned((_("No technique is suggested while this stands: {what}").format(what=holding[0].summary),))
    paused = [one.summary for one in _paused(recommendation)]
    return cleaned((*paused, *(technique_name(one) for one in recommendation.techniques[:1])))


def _left_out(recommendation: Recommendation) -> str:
    """What is not here, and how to see it."""
    here = (*_headlines(recommendation), *_paused(recommendation))
    elsewhere = ("alert", "ask", "suggest", "block", "choose", *ARGUMENTS)
    others = sum(one.conclusion not in elsewhere and one not in here for one in recommendation.findings)
    techniques = len(recommendation.techniques) - 1
    told = [
        _("Reasons"),
        _("the arguments on the focus"),
        *([counted("{number} technique", "{number} techniques", techniques)] if techniques > 0 else []),
        *([counted("{number} other point", "{number} other points", others)] if others else []),
    ]
    return _("{what}: leave out --brief.").format(what=", ".join(told))
