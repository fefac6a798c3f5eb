"""`rules list|show|check|new|mutate`: reading, checking and starting rules."""

from __future__ import annotations

from pathlib import Path

import click

from ipt_rules import Rulebook
from ipt_rules.cli.completing import complete_chapters, complete_rules
from ipt_rules.cli.mutation import mutate
from ipt_rules.cli.options import columns, paint, rules_option, say
from ipt_rules.errors import UnknownNameError, did_you_mean
from ipt_rules.rule import Rule


@click.group()
def rules() -> None:
    """List, show, check and start rules."""


@rules.command("list")
@click.option("--chapter", shell_complete=complete_chapters, help="Only rules of this chapter.")
@click.option("--decides", metavar="R-ID", help="Only rules that carry this decision rule, such as R-S01.")
@click.option("--statement", metavar="ID", help="Only rules that carry this statement, such as SAF-07.")
@rules_option
def list_(chapter: str | None, decides: str | None, statement: str | None, folders: tuple[Path, ...]) -> None:
    """One line a rule: id, chapter, conclusion, title."""
    from ipt_rules.render.rules import rule_list

    rulebook = Rulebook.load(*folders)
    if chapter is not None and chapter not in rulebook.chapters:
        hint = did_you_mean(chapter, rulebook.chapters, ", ".join(rulebook.chapters))
        raise UnknownNameError(f"there is no chapter `{chapter}`: {hint}")
    chosen = [rule for rule in rulebook.rules.values() if _wanted(rule, rulebook, chapter, decides, statement)]
    say(rule_list(chosen, rulebook))


def _wanted(rule: Rule, rulebook: Rulebook, chapter: str | None, decides: str | None, statement: str | None) -> bool:
    return (
        chapter in (None, rulebook.chapter_of[rule.id])
        and (decides is None or decides in rule.decides)
        and (statement is None or statement in rule.implements)
    )


@rules.command()
@click.argument("rule_id", metavar="ID", shell_complete=complete_rules)
@rules_option
def show(rule_id: str, folders: tuple[Path, ...]) -> None:
    """One rule as a page: when it speaks, what it says, sources, cautions, examples."""
    from ipt_rules.render.rules import rule_page
    from ipt_rules.render.text import page_to_text

    rulebook = Rulebook.load(*folders)
    if rule_id not in rulebook.rules:
        hint = did_you_mean(rule_id, rulebook.rules, "`ipt-rules rules list` shows all rules")
        raise UnknownNameError(f"there is no rule `{rule_id}`: {hint}")
    say(page_to_text(rule_page(rulebook.rules[rule_id], rulebook), columns(), paint()))


@rules.command()
@rules_option
@click.pass_context
def check(ctx: click.Context, folders: tuple[Path, ...]) -> None:
    """Check the rules from their files: form, names, examples on every engine, conditions that no example pins."""
    from ipt_rules.checking import rule_problems

    problems = rule_problems(folders)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{len(problems)} problems" if problems else "No problems.", err=True)
    ctx.exit(1 if problems else 0)


@rules.command()
@click.argument("rule_id", metavar="ID")
@click.option("--chapter", required=True, shell_complete=complete_chapters, help="The chapter it belongs to.")
@click.option("--statement", metavar="ID", default="XXX-00", help="The statement of the protocol it carries.")
@rules_option
def new(rule_id: str, chapter: str, statement: str, folders: tuple[Path, ...]) -> None:
    """Write the commented skeleton of a new rule into a chapter of the pack."""
    from ipt_rules import packs
    from ipt_rules.skeleton import write_skeleton

    folder = folders[0] if folders else packs.core()
    path = write_skeleton(folder, chapter, Rulebook.load(folder).chapters, rule_id, statement)
    click.echo(f"{path} is ready: every line says what to replace; then run `ipt-rules rules check`", err=True)


rules.add_command(mutate)
