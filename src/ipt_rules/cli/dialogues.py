"""`case new --guided`, `case fill`, `session add` and `session edit`: a case told by answering questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

import ipt_rules
from ipt_rules import Recommendation, Rulebook
from ipt_rules.case.record import contacts
from ipt_rules.cli.options import complete_files, on_option, parameters_option, plain_option, rulebook_of, rules_option
from ipt_rules.cli.talking import Voice, commands_line, converse, remind, tell_alerts, voice_of
from ipt_rules.dialogue import Dialogue, edit_session, fill_case, new_case, new_session, wording
from ipt_rules.dialogue.starting import first_content, session_of
from ipt_rules.dialogue.watch import Watch
from ipt_rules.render.wording import PHASES
from ipt_rules.storing import CaseFile
from ipt_rules.translation import _

case_path = click.argument("path", metavar="CASE", type=click.Path(path_type=Path), shell_complete=complete_files)


@dataclass(frozen=True)
class Setting:
    """What a dialogue needs beside its file: the rules, the day, the voice."""

    rulebook: Rulebook
    on: date
    voice: Voice


@click.command()
@case_path
@on_option
@plain_option
@rules_option
@parameters_option
def fill(path: Path, on: date, linear: bool, folders: tuple[Path, ...], parameters: str | None) -> None:
    """Go on with the guided intake of a case.

    Asks what CASE leaves open, and keeps what is there. Every answer is saved at once. With --plain, or where input is no
    terminal, it reads ordinary lines.
    """
    setting = Setting(rulebook_of(folders, parameters), on, voice_of(linear=linear))
    go_on(path, setting)


@click.command()
@case_path
@on_option
@plain_option
@rules_option
@parameters_option
def add(path: Path, on: date, linear: bool, folders: tuple[Path, ...], parameters: str | None) -> None:
    """Record a session by answering questions.

    The session is on the day of --on and has the next number; one that was missed is recorded too. Only what matters in
    its phase is asked. At the end it shows what is new in the recommendation.
    """
    setting = Setting(rulebook_of(folders, parameters), on, voice_of(linear=linear))
    record_session(path, setting)


@click.command()
@case_path
@click.argument("number", type=int)
@on_option
@plain_option
@rules_option
@parameters_option
def edit(path: Path, number: int, on: date, linear: bool, folders: tuple[Path, ...], parameters: str | None) -> None:
    """Correct a session by walking through its questions.

    Each question of session NUMBER is put with its present answer: Enter keeps it, another answer replaces it, and --
    takes it back.
    """
    setting = Setting(rulebook_of(folders, parameters), on, voice_of(linear=linear))
    correct_session(path, number, setting)


def new_guided(path: Path | None, on: date, linear: bool, folders: tuple[Path, ...], parameters: str | None) -> None:
    """`case new --guided`. Raises UsageError without a path: the answers are kept in a file."""
    if path is None:
        raise click.UsageError(_("name the file for the answers: ipt-rules case new --guided PATH"))
    guided(path, Setting(rulebook_of(folders, parameters), on, voice_of(linear=linear)))


def guided(path: Path, setting: Setting) -> None:
    """The guided intake into a new file; where the file is there, and the user agrees, it goes on with it."""
    if path.exists():
        click.echo(_("{path} is there already.").format(path=path))
        if not _agrees(setting.voice, _("Go on with it? What is there is kept. ")):
            click.echo(_("It is left as it is."))
            return
        go_on(path, setting)
        return
    file = CaseFile.create(path, first_content(setting.on))
    watch = Watch(setting.rulebook, setting.on)
    dialogue = new_case(file, setting.rulebook, setting.on, watch)
    click.echo(_("Guided intake of {day}. Each answer is saved at once in {path}.").format(day=setting.on, path=path))
    _hold(dialogue, watch, path, setting)


def go_on(path: Path, setting: Setting) -> None:
    """The guided intake over a file that is there: what it holds, and then the open questions."""
    file = CaseFile.open(path)
    watch = Watch(setting.rulebook, setting.on)
    dialogue = fill_case(file, setting.rulebook, setting.on, watch)
    click.echo(_("{path} holds so far:").format(path=path))
    for line in wording.summary(dialogue):
        click.echo(f"  {line}")
    _hold(dialogue, watch, path, setting)


def record_session(path: Path, setting: Setting) -> None:
    """A new session, and what is new with it."""
    file = CaseFile.open(path)
    last = contacts(file.case, setting.on)[-1]
    if last.number and last.date == setting.on and not _adds_another(last.number, path, setting):
        return
    watch = Watch(setting.rulebook, setting.on)
    dialogue = new_session(file, setting.rulebook, setting.on, watch)
    _say_session(dialogue)
    _hold(dialogue, watch, path, setting, since=last.number)


def _adds_another(number: int, path: Path, setting: Setting) -> bool:
    """Whether a second session of one day is meant, and not the one that was begun."""
    there = _("Session {number} of {day} is there already; to go on with it: ipt-rules session edit {path} {number}")
    click.echo(there.format(number=number, day=setting.on, path=path))
    return _agrees(setting.voice, _("Add another session of that day? "))


def correct_session(path: Path, number: int, setting: Setting) -> None:
    """The questions of a session once more, each with its answer."""
    file = CaseFile.open(path)
    watch = Watch(setting.rulebook, session_of(file.case, number).date)
    dialogue = edit_session(file, setting.rulebook, number, watch)
    _say_session(dialogue)
    click.echo(_("Enter keeps what is recorded; -- takes it back."))
    _hold(dialogue, watch, path, setting)


def _say_session(dialogue: Dialogue) -> None:
    phase = PHASES.get(dialogue.scene.phase, "")
    told = _("Session {number}, {day}.").format(number=dialogue.scene.number, day=dialogue.scene.on)
    click.echo(f"{told} {phase}." if phase else told)


def _agrees(voice: Voice, question: str) -> bool:
    try:
        return voice.ask(f"{question}y/n> ").strip().lower() in ("y", "yes")
    except (EOFError, KeyboardInterrupt):
        return False


def _hold(dialogue: Dialogue, watch: Watch, path: Path, setting: Setting, since: int | None = None) -> None:
    """The dialogue itself, from what stands at its beginning to what is to be read at its end."""
    standing = watch.standing(dialogue.file.case)
    if standing:
        past = dialogue.scene.on < contacts(dialogue.file.case, date.max)[-1].date
        tell_alerts(standing, setting.voice.paint, _("Alerts of that day") if past else _("Alerts that stand"))
    click.echo(_("Leave blank what is not known: unknown is never taken for no."))
    click.echo(commands_line())
    whole = converse(dialogue, setting.voice)
    click.echo()
    if not dialogue.written and not path.exists():
        click.echo(_("Nothing was entered, and no file was made."))
        return
    click.echo(_kept(dialogue, path, whole))
    recommendation = _recommended(dialogue, setting, since if whole else None)
    if whole:
        _show(recommendation, setting.voice)
    else:
        remind(recommendation.alerts, setting.voice.paint)


def _kept(dialogue: Dialogue, path: Path, whole: bool) -> str:
    if not dialogue.written:
        return _("Nothing was changed in {path}.").format(path=path)
    if whole:
        return _("Everything is kept in {path}.").format(path=path)
    number = dialogue.scene.number
    again = f"session edit {path} {number}" if number else f"case fill {path}"
    return _("What you entered is kept in {path}. To go on: ipt-rules {again}").format(path=path, again=again)


def _recommended(dialogue: Dialogue, setting: Setting, since: int | None) -> Recommendation:
    case = dialogue.file.case
    on = max(setting.on, dialogue.scene.on)
    recommendation = ipt_rules.recommend(case, setting.rulebook, on)
    if since is None or dialogue.written == 0:
        return recommendation
    from ipt_rules.since import mark_since

    return mark_since(recommendation, case, setting.rulebook, since)


def _show(recommendation: Recommendation, voice: Voice) -> None:
    """What `recommend` shows, and the alerts once more below it, each with its level."""
    from ipt_rules.cli.options import columns, say, style
    from ipt_rules.render.text import to_text

    click.echo()
    shown = replace(style(linear=voice.linear), height=None)  # the reminder is ours
    say(to_text(recommendation, width=columns(), paint=voice.paint, style=shown))
    remind(recommendation.alerts, voice.paint)
