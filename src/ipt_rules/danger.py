"""Every sign of danger that could be told, with the latest answer: so that nobody takes a blank for a no (SAF-02, SAF-06).

Rules speak of the signs that were told. This is the other half: what nobody has recorded, at any contact.
"""

from __future__ import annotations

from collections.abc import Iterator

from ipt_rules.facts.screens import screens, standing
from ipt_rules.facts.signs import SIGNS, Source, signs, threats, violence_told
from ipt_rules.facts.view import View
from ipt_rules.recommendation import SignAnswer

VIOLENCE = ("risk.violence.now", "risk.violence.fear", "risk.violence.person", "asked.violence")
SUICIDE = ("risk.cssrs", "measures.phq9.items")
JOINING = ("risk.wish_to_join_the_dead",)


def danger_signs(view: View) -> tuple[SignAnswer, ...]:
    """All signs in a fixed order. What was answered `not known` counts as not recorded."""
    return (_suicide(view), _joining(view), _violence(view), *_signs(view))


def _signs(view: View) -> Iterator[SignAnswer]:
    told = {one.sign: one for one in signs(view)}
    for slug, source in SIGNS.items():
        one = told.get(slug)
        answer = None if one is None else "yes" if one.present else "no"
        yield SignAnswer(slug, source.name, answer, one.contact.date if one else None, tuple(_fields(source)))


def _fields(source: Source) -> Iterator[str]:
    for part, name in (("risk", source.risk), ("diagnosis", source.diagnosis), ("asked", source.asked)):
        if name:
            yield f"{part}.{name}"
    if source.diagnoses:
        yield from ("diagnosis.primary", "diagnosis.comorbid")


def _suicide(view: View) -> SignAnswer:
    """What was told in any enquiry or questionnaire: yes while something of it stands, no after a clear enquiry."""
    told = [one for one in screens(view) if one.recorded or one.items or one.other]
    held = standing(view, screens(view))
    stands = [one for found in (*held.yes.values(), *held.items.values()) for one in found]
    clear = [] if stands else [one for one in told[-1:] if one.clear]
    answer = "yes" if stands else "no" if clear else None
    day = max((one.contact.date for one in (*stands, *clear)), default=None)
    return SignAnswer("suicidal-thoughts", "suicidal thoughts, plans or acts", answer, day, SUICIDE)


def _joining(view: View) -> SignAnswer:
    told = [one for one in screens(view) if one.wish in ("yes", "no")]
    latest = told[-1] if told else None
    return SignAnswer(
        "wish-to-join-the-dead",
        "a wish to join someone who died",
        latest.wish if latest else None,
        latest.contact.date if latest else None,
        JOINING,
    )


def _violence(view: View) -> SignAnswer:
    """A yes while a threat stands; a no only where both violence and fear were denied alone, as `Told.denied` says."""
    stands = [one.contact for one in threats(view)]
    denied = [] if stands else [one.contact for one in violence_told(view) if one.denied]
    answer = "yes" if stands else "no" if denied else None
    day = max((one.date for one in (*stands, *denied)), default=None)
    return SignAnswer("violence", "violence, fear or control", answer, day, VIOLENCE)
