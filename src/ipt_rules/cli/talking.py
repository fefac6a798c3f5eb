"""Puts the questions of a dialogue in a terminal, with or without its arts: the same words in the same order."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Protocol

import click

from ipt_rules.cli.options import columns, say, style
from ipt_rules.dialogue import Dialogue, Reply, wording
from ipt_rules.dialogue.conversation import QUIT
from ipt_rules.dialogue.steps import Step
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.render.lines import Paint, wrap
from ipt_rules.render.page import Item, Page, Section, clean, cleaned
from ipt_rules.render.sections import TITLES, head_of, mark_of
from ipt_rules.render.text import NARROWEST, WIDEST, page_to_text, unpainted
from ipt_rules.translation import _


class Voice(Protocol):
    """Reads one line; raises EOFError at the end of input and KeyboardInterrupt when it is broken off.

    `paint` gives what is said its look, or none.
    """

    linear: bool
    """Whether what is shown must stand in one column, with nothing drawn."""

    @property
    def paint(self) -> Paint: ...
    def ask(self, prompt: str, dialogue: Dialogue | None = None) -> str: ...


class PlainVoice:
    """Ordinary line input, and no look at all: for screen readers, simple terminals and scripts."""

    linear = True
    paint = staticmethod(unpainted)

    def ask(self, prompt: str, dialogue: Dialogue | None = None) -> str:
        click.echo(prompt, nl=False)
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            told = _("The input is not in the encoding of this terminal. What was answered before is kept.")
            raise click.ClickException(told) from None
        if not sys.stdin.isatty():
            click.echo()
        if not line:
            raise EOFError
        return line.rstrip("\r\n")


def voice_of(*, linear: bool) -> Voice:
    """The voice that fits: with completion and a line of commands where reader, terminal and installation can."""
    simple = linear or os.environ.get("ACCESSIBLE") or os.environ.get("TERM", "dumb") == "dumb"
    if simple or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return PlainVoice()
    try:
        from ipt_rules.cli.prompting import PromptVoice
    except ImportError:
        click.echo(
            _("For completion and a line of commands, install the extra: pip install 'ipt-rules[dialogue]'"), err=True
        )
        return PlainVoice()
    return PromptVoice()


def commands_line() -> str:
    """The commands in one line, as it stands below the prompt."""
    return _("Enter skip   < back   > next one   >> later   -- take back   ? help   q quit")


def converse(dialogue: Dialogue, voice: Voice) -> bool:
    """Put question after question; whether it came to its end. Nothing that was answered is lost when it is broken off."""
    teller = _Teller(dialogue, voice)
    try:
        while (step := dialogue.current) is not None:
            teller.put(step)
            typed = voice.ask(wording.mark_of_prompt(step), dialogue)
            teller.answer(step, dialogue.hear(typed))
            if typed.strip() == QUIT:
                return False
    except (EOFError, KeyboardInterrupt):
        click.echo()
        dialogue.hear(QUIT)
        return False
    return True


class _Teller:
    """Says the questions and what comes of the answers, and remembers what need not be said again."""

    def __init__(self, dialogue: Dialogue, voice: Voice) -> None:
        self._dialogue = dialogue
        self._paint, self._linear = voice.paint, voice.linear
        self._chapter = ""
        self._listed: set[str] = set()
        self._explained: set[str] = set()
        self._again = ""

    def put(self, step: Step) -> None:
        """The question with its place, its choices, and what is recorded; after a mistake nothing again."""
        if self._again == step.id:
            return
        if step.chapter.id != self._chapter:
            self._chapter = step.chapter.id
            click.echo()
            title = step.chapter.title.upper()
            left = self._dialogue.was_postponed(step.chapter)
            click.echo(self._paint(_("{title} (left for later)").format(title=title) if left else title, "heading"))
            self._say(step.chapter.intro, "")
        place, question = wording.place_of(self._dialogue, step), wording.question_of(step)
        click.echo()
        self._say(f"{place}. {question}", "strong")
        if step.wanted.kind == "item" and self._is_new(step, self._explained):
            self._say(wording.how_to_answer(step), "muted", indent="  ")
        whole = not wording.is_long(step) or (self._lists_long(step) and self._is_new(step, self._listed))
        self._choices(step, whole=whole)
        self._say(wording.recorded(self._dialogue, step), "muted", indent="  ")

    def _lists_long(self, step: Step) -> bool:
        """Whether a long list is shown unasked: at the intake, where there are no suggestions that come first."""
        return self._dialogue.scene.kind == "intake" and not wording.has_suggestions(step)

    def _is_new(self, step: Step, seen: set[str]) -> bool:
        new = step.question.id not in seen
        seen.add(step.question.id)
        return new

    def _choices(self, step: Step, *, whole: bool) -> None:
        listed = wording.choices_shown(step, whole=whole)
        self._say("   ".join(one.replace(" ", "\N{NO-BREAK SPACE}") for one in listed), "", indent="  ")
        if not whole:
            more = (
                _("Others by number or word; ? shows them all.")
                if listed
                else _("By number or word; ? shows the choices.")
            )
            self._say(more, "muted", indent="  ")

    def answer(self, step: Step, reply: Reply) -> None:
        """What came of an answer: why it was none, an alert, help, or what the scores say."""
        now = self._dialogue.current
        self._again = step.id if now is not None and now.id == step.id else ""
        if reply.problem:
            self._say(reply.problem, "warning", indent="  ")
        self._say(reply.note, "muted", indent="  ")
        if reply.alerts:
            tell_alerts(reply.alerts, self._paint)
        if reply.told == "help":
            self._help(step)
        elif reply.told == "progress":
            _tell_progress(self._dialogue.recommendation, self._paint, linear=self._linear)
        if self._again and not (reply.problem or reply.told):
            self._again = ""

    def _say(self, text: str, look: str, indent: str = "") -> None:
        paragraph(text, look, self._paint, indent)

    def _help(self, step: Step) -> None:
        self._say(step.question.help, "", indent="  ")
        if wording.is_long(step):
            self._choices(step, whole=True)
        self._say(_("Answer with: {how}.").format(how=wording.how_to_answer(step)), "", indent="  ")
        self._say(commands_line(), "muted", indent="  ")


def tell_alerts(alerts: Sequence[Finding], paint: Paint, title: str = "") -> None:
    """Alerts in words and whole, between two blank lines."""
    click.echo()
    items = tuple(_alert(one) for one in alerts)
    section = Section(title or _("Alert"), items=items)
    say(page_to_text(Page("", (section,), ()), columns(), paint).rstrip("\n") + "\n")


def _alert(alert: Finding) -> Item:
    mark, tone = mark_of(alert)
    return Item(clean(head_of(alert)), mark, tone, cleaned((alert.rationale,)), cleaned(alert.consider))


def remind(alerts: Sequence[Finding], paint: Paint) -> None:
    """The alerts once more, a line each: they must not be out of sight at the end."""
    if alerts:
        click.echo()
        paragraph(_("Before you close:"), "strong", paint)
        for one in alerts:
            mark, tone = mark_of(one)
            paragraph(f"{mark} {clean(head_of(one))}", tone, paint)


def _tell_progress(recommendation: Recommendation | None, paint: Paint, *, linear: bool) -> None:
    """What the scores say, in the words of the recommendation."""
    if recommendation is None:
        return
    from ipt_rules.render.pages import page_of

    told = [one for one in page_of(recommendation).sections if one.title == TITLES["progress"]]
    if told:
        click.echo()
        say(page_to_text(Page("", tuple(told), ()), columns(), paint, style(linear=linear)).rstrip("\n") + "\n")


def paragraph(text: str, look: str, paint: Paint, indent: str = "") -> None:
    """Text in lines of bearable length."""
    width = max(NARROWEST, min(columns(), WIDEST))
    for line in wrap(text, width, indent, indent) if text else ():
        line = line.replace("\N{NO-BREAK SPACE}", " ")
        click.echo(paint(line, look) if look else line)
