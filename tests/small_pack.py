"""A rule pack of a few rules for the tests of commands and explanations: its own words, the shipped parameters."""

from __future__ import annotations

import shutil
from pathlib import Path

from ipt_rules import packs

PACK = """\
name: small
version: 9.9.9
language: 1
title: A small pack
chapters: [safety, gaps, focus, choice, progress, techniques, maintenance]
intended_use: [For tests.]
review: pending
"""
PROTOCOL = """\
statements:
  - {id: TST-01, section: A, statement: People matter., source: A Guide, refs: [guide], grade: known, scope: in}
"""
REFERENCES = """\
references:
  - {key: guide, cite: "Weller A, Ross B (2018). A Guide. Oxford: A Press.", read_as: memory}
"""
HEAD = """\
id: {id}
title: Title of {id}
version: 1
status: {status}
phase: [{phase}]
decides: [R-T01]
implements: [TST-01]
purpose: The purpose of {id}.
"""
TAIL = """\
cautions: [The caution of {id}.]
review: pending
"""
RULES = {
    "safety/intent-told": """\
when:
  - {exists: risk, as: risk, where: {cssrs_q4: yes}}
then:
  alert: {level: "1", about: suicide}
  summary: Suicidal intent told
  rationale: The screener has a yes to intent.
  consider: [Do not leave the person alone.]
""",
    "gaps/ask-deaths": """\
when:
  - {absent: enquiry, where: {topic: deaths}}
then:
  ask: {question: Has anybody important died?, answers: intake.asked.deaths, needed_for: focus}
  summary: Deaths were not asked about
  rationale: Nothing says that deaths were asked about.
""",
    "focus/wish": """\
when:
  - {exists: patient_priority, as: wish, where: {area: grief}}
then:
  argues_for: {area: grief, weight: strong, subject: $wish.about, counts_as: wish}
  summary: The person finds the death most pressing
  rationale: "Most pressing is {wish.who}."
""",
    "focus/asked-and-wish": """\
when:
  - {exists: enquiry, as: asked, where: {topic: deaths, answer: some}}
  - {exists: patient_priority, as: wish, where: {area: grief}}
then:
  argues_for: {area: grief, weight: moderate, subject: $wish.about, counts_as: asked}
  summary: Deaths were told when asked
  rationale: "Asked about deaths, {wish.who} was told."
""",
    "choice/choose-it": """\
when:
  - {exists: choice, as: choice, where: {status: recommended}}
then:
  choose: {role: recommend}
  summary: "Consider {choice.primary_name} as the focus"
  rationale: "The arguments for {choice.primary_name} stand out."
""",
    "progress/told-some": """\
when_any:
  deaths:
    - {exists: enquiry, as: asked, where: {topic: deaths, answer: some}}
  changes:
    - {exists: enquiry, as: asked, where: {topic: life-changes, answer: some}}
    - {exists: case, where: {age: {at_least: 18}}}
then:
  note: {topic: told}
  summary: Something was told when asked
  rationale: "Asked about {asked.topic}, there was something."
""",
    "techniques/explore": """\
when:
  - {exists: choice, where: {status: recommended, primary: grief}}
then:
  suggest: {techniques: [TEC-08]}
  summary: Explore the loss
  rationale: Grief stands out.
""",
    "maintenance/a-draft": """\
when:
  - {exists: case, where: {session_number: {at_least: 0}}}
then:
  note: {topic: draft}
  summary: A draft speaks
  rationale: It was let.
""",
}
EXAMPLES = """\
examples:
  - {name: Intent is told, given: [{risk: {cssrs_q4: yes}}], expect: fires}
  - {name: No intent, given: [{risk: {cssrs_q4: no}}], expect: silent}
"""
CASE = """\
schema_version: 1
id: anna
intake:
  date: 2026-01-10
  patient: {age: 40}
  asked: {deaths: some}
  relationships:
    - {person: mother, role: parent, alive: no}
  patient_priority: grief
  patient_priority_about: mother
"""
SHARED = ("courses", "instruments", "checklists", "techniques", "parameters", "groups")


def write_pack(folder: Path) -> Path:
    """Write the small pack into a new folder `rules` and return that."""
    pack = folder / "rules"
    pack.mkdir()
    for path in packs.core().glob("*.yaml"):
        if path.stem.split("-")[0] in SHARED:
            shutil.copy(path, pack)
    for name, text in (("pack", PACK), ("protocol", PROTOCOL), ("references", REFERENCES)):
        (pack / f"{name}.yaml").write_text(text, encoding="utf-8")
    for place, text in RULES.items():
        write_rule(pack, place, text)
    return pack


def write_rule(pack: Path, place: str, text: str, status: str = "active") -> Path:
    """Write one rule of the pack; `place` is its chapter and id."""
    chapter, _, rule_id = place.partition("/")
    path = pack / chapter / f"{rule_id}.yaml"
    path.parent.mkdir(exist_ok=True)
    state = "draft" if rule_id.endswith("draft") else status
    examples = EXAMPLES if rule_id == "intent-told" else ""
    head = HEAD.format(id=rule_id, status=state, phase="any")
    path.write_text(head + text + examples + TAIL.format(id=rule_id), encoding="utf-8")
    return path
