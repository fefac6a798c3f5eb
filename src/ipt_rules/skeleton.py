"""The commented skeleton of a new rule file: it loads, its examples hold, and every line says what to replace."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ipt_rules.errors import Problem, RulebookError, UnknownNameError, did_you_mean

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

SKELETON = """\
id: {id}  # the file's name; it reads aloud: "the rule {id} spoke"
title: Say in a few words what it points out
version: 1  # raise it when the meaning changes
status: draft  # draft, active or retired; a draft speaks only with --include-drafts
phase: [any]  # or a list of not-started, initial, middle, ending, maintenance, finished
implements: [{statement}]  # the statements of the protocol it carries
purpose: >
  One or two plain sentences: why this is worth saying.
when:  # facts that must exist, or be absent; docs/facts.md lists the kinds and their fields
  - exists: enquiry
    as: asked
    where:
      topic: deaths
      answer: {{in: [some, not-known]}}  # is, is_not, in, at_least, at_most, more_than, less_than; numbers as $parameters.key
then:
  # one of alert, ask, fits, refer, phase, argues_for, argues_against, choose, stage, review, suggest, block, plan, note
  note: {{topic: {id}}}
  summary: Say it in one line
  rationale: "Say why, with facts: asked about {{asked.topic}}, the answer was {{asked.answer}}."
  consider:
    - Say what the therapist could do or think of; leave the list out when there is nothing.
evidence: []  # further sources: - {{ref: key of references.yaml, at: place, kind: manual}}
cautions:
  - Say when this advice misleads.
examples:  # each condition needs an example that would change without it
  - name: Asked about deaths, some were found
    given:
      - enquiry: {{topic: deaths, answer: some}}
    expect: fires
    says: the answer was some
  - name: Asked about deaths, none were found
    given:
      - enquiry: {{topic: deaths, answer: none}}
    expect: silent
  - name: Asked about something else
    given:
      - enquiry: {{topic: conflicts, answer: some}}
    expect: silent
review: pending
"""


def write_skeleton(folder: Path, chapter: str, chapters: Sequence[str], rule_id: str, statement: str) -> Path:
    """Write a new rule file into a chapter of the pack in `folder`; it never replaces a file."""
    if chapter not in chapters:
        raise UnknownNameError(
            f"there is no chapter `{chapter}`: {did_you_mean(chapter, chapters, ', '.join(chapters))}"
        )
    if not ID.fullmatch(rule_id):
        raise UnknownNameError(
            "a rule's id is small letters, digits and single dashes, such as `grief-death-before-onset`"
        )
    path = folder / chapter / f"{rule_id}.yaml"
    if path.exists():
        raise RulebookError([Problem(str(path), 0, "RULE-03", "the file is there already", "choose another id")])
    path.parent.mkdir(exist_ok=True)
    path.write_text(SKELETON.format(id=rule_id, statement=statement), encoding="utf-8")
    return path
