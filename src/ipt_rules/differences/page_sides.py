"""What a reader must know of the two sides: what they are, whose code judged them, and on which day."""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.differences.model import Differences, Side

SAME_CODE = "Both were judged by the same code: whatever differs comes from the rules."
OTHER_CODE = "They were judged by different code: what differs may come from the code and not from a rule."


def sides(differences: Differences) -> Iterator[str]:
    """Both sides in a sentence each, and what that means for the differences."""
    yield f"Old: {_side(differences.old)}"
    yield f"New: {_side(differences.new)}"
    same = differences.old.code_hash == differences.new.code_hash
    yield SAME_CODE if same else OTHER_CODE
    yield from differences.notes


def _side(side: Side) -> str:
    name = side.name
    if side.commit:
        name = side.commit[:10] if side.commit.startswith(side.name) else f"{side.name}, {side.commit[:10]}"
    whose = "its own code" if side.judge == "own" else "the code installed here"
    told = f"{side.kind} {name} ({', '.join(side.packs)}, {side.content_hash}), judged by {whose}"
    told += f", ipt-rules {side.code}."
    if side.why_not_own:
        told += f" Its own code cannot run here ({side.why_not_own}): the version itself may say something else."
    return told


def footer(differences: Differences) -> Iterator[str]:
    """The day, what was left out, and what is not compared."""
    day = f"on {differences.on}" if differences.on else "on the day of its last contact"
    until = differences.on or "the last"
    yield f"Each case was judged {f'at each of its contacts up to {until}' if differences.every_contact else day}."
    if differences.no_cases:
        yield f"No cases, and left out: {', '.join(differences.no_cases)}."
    if differences.parameters:
        yield f"What the site sets in {differences.parameters} was set on both sides."
    yield (
        "Compared is what is said, with reasons, cautions and plan sheets; sources and places in the record are not. "
        "Rules of other installed packs are not part of it."
    )
