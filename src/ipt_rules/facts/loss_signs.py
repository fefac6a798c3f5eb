"""What speaks for normal, severe or prolonged grief after a death: red flags, a full episode, the grief scales."""

from __future__ import annotations

from collections.abc import Container
from datetime import date

from ipt_rules.case import PartialDate
from ipt_rules.case.people import LifeEvent
from ipt_rules.case.record import Contact
from ipt_rules.case.session import Session
from ipt_rules.facts.loss_parts import Values, deaths, full_months, known_distant, mourning_of
from ipt_rules.facts.scores import Reading, all_readings, of_scale, readings
from ipt_rules.facts.screens import screens
from ipt_rules.facts.view import View, risk_of, yes
from ipt_rules.instruments import cssrs_clear, cut_offs_reached


def red_flags(view: View, event: LifeEvent) -> Values:
    """Each red flag, and all together: absent only when every one is known to be absent (settled with GRI-12)."""
    mourning = mourning_of(event)
    flags = {
        "severe_impairment": yes(mourning.severe_impairment),
        "worthlessness": yes(mourning.worthlessness),
        "slowing": yes(mourning.slowing),
        "psychosis": psychosis(view, event.date),
        "suicidal_thoughts": suicidal_thoughts(view, event.date),
    }
    known = list(flags.values())
    together = "present" if True in known else "not-known" if None in known else "absent"
    return {**flags, "red_flags": together}


def psychosis(view: View, death: PartialDate | None) -> bool | None:
    """Psychotic symptoms; a `no` counts only when it was said after the death."""
    diagnosis = view.background.diagnosis
    if _diagnosed(view, view.group("psychotic-diagnoses")) or (diagnosis is not None and diagnosis.psychosis == "yes"):
        return True
    if any(risk and risk.psychotic_signs == "yes" for risk in map(risk_of, view.contacts)):
        return True
    return False if any(_says_no_psychosis(contact) for contact in view.contacts if _after(contact, death)) else None


def _says_no_psychosis(contact: Contact) -> bool:
    told = contact.part.learned if isinstance(contact.part, Session) else contact.part
    if told is None:
        return False
    return bool(told.diagnosis and told.diagnosis.psychosis == "no") or told.asked.get("psychosis") == "none"


def suicidal_thoughts(view: View, death: PartialDate | None) -> bool | None:
    """Yes when any answer on record says so; no only with item 9 and the C-SSRS both clear since the death.

    An earlier yes is kept: here it only means that waiting is not advised.
    """
    found = all_readings(view)
    if any(_tells_of_harm(view, contact) for contact in view.contacts) or any(
        one.above_nought for one in screens(view)
    ):
        return True
    newest = next((one for one in reversed(found) if one.scale == "phq9"), None)
    clear = [_clear(view, contact) for contact in view.held if _after(contact, death)]
    screened = [one for one in clear if one is not None]
    current = newest is not None and not newest.invalid and _current(view, newest, death) and newest.self_harm == 0
    return False if current and screened and screened[-1] else None


def _tells_of_harm(view: View, contact: Contact) -> bool:
    risk = risk_of(contact)
    told = risk is not None and "yes" in (risk.wish_to_join_the_dead, risk.self_injury)
    return told or _clear(view, contact) is False


def _clear(view: View, contact: Contact) -> bool | None:
    risk = risk_of(contact)
    if risk is None or risk.cssrs is None:
        return None
    return cssrs_clear(view.knowledge.instruments["cssrs"], dict(risk.cssrs))


def _after(contact: Contact, death: PartialDate | None) -> bool:
    return death is None or contact.date >= death.latest


def _current(view: View, reading: Reading, death: PartialDate | None) -> bool:
    """Whether a questionnaire is from after the death, and young enough to decide (MEA-08)."""
    limit = reading.instrument.validity
    young = limit is None or (view.on - reading.day).days <= limit.days
    return young and (death is None or reading.day >= death.latest)


def full_episode(view: View, event: LifeEvent) -> bool | None:
    """A full depressive episode: as recorded, else by the diagnosis, else none when a current PHQ-9 is low."""
    told = yes(mourning_of(event).full_episode)
    if told is not None:
        return told
    if _diagnosed(view, view.group("full-episode-diagnoses")):
        return True
    usable = of_scale(readings(view), "phq9")
    low = usable and usable[-1].points < int(view.parameter("grief_no_episode_below_points"))
    return False if low and _current(view, usable[-1], event.date) else None


def self_worth_kept(event: LifeEvent) -> bool | None:
    """As recorded; else kept when marked worthlessness is known to be absent."""
    mourning = mourning_of(event)
    told = yes(mourning.self_worth_kept)
    worthless = yes(mourning.worthlessness)
    return told if told is not None or worthless is None else not worthless


def prolonged_grief_diagnosed(view: View) -> bool | None:
    """Prolonged grief disorder, as a qualified person diagnosed it."""
    diagnosis = view.background.diagnosis
    if _diagnosed(view, ("prolonged-grief-disorder",)):
        return True
    return yes(diagnosis.prolonged_grief) if diagnosis else None


def _diagnosed(view: View, kinds: Container[str]) -> bool:
    diagnosis = view.background.diagnosis
    return diagnosis is not None and any(one in kinds for one in (diagnosis.primary, *diagnosis.comorbid))


# The grief scales


def label_months(view: View) -> int:
    """From how many months after a death a label of prolonged grief is possible, at this person's age."""
    patient = view.background.patient
    age = patient.age if patient else None
    young = age is not None and age < int(view.parameter("prolonged_grief_adult_years"))
    return int(view.parameter("prolonged_grief_young_label_months" if young else "prolonged_grief_label_months"))


def _label_possible(view: View, event: LifeEvent) -> bool | None:
    return None if event.date is None else full_months(event.date.latest, view.on) >= label_months(view)


def scale_values(view: View, event: LifeEvent) -> Values:
    """What the newest grief scales say of this death; only of one that they can be about."""
    found = readings(view) if scale_is_about(view, event) else ()
    grief, icg = _newest(found, "pg13r", event), _newest(found, "icg", event)
    return {
        "pg13r_recorded": grief is not None,
        "pg13r_for_label": grief is not None and _months_after(event, grief.day) >= label_months(view),
        "pg13r_high": _high(grief),
        "icg_high": _high(icg),
        "label_possible": _label_possible(view, event),
        "scale_told": _told(view, event, grief or icg),
    }


def scale_is_about(view: View, event: LifeEvent) -> bool:
    """Neither a scale nor a diagnosis names a death: each is about the only one, or those longed for daily."""
    others = [other for other in deaths(view) if other.event != event.event and not known_distant(view, other)]
    return not others or mourning_of(event).daily_longing == "yes"


def _newest(found: tuple[Reading, ...], scale: str, event: LifeEvent) -> Reading | None:
    after = [one for one in of_scale(found, scale) if event.date is None or one.day >= event.date.earliest]
    return after[-1] if after else None


def _months_after(event: LifeEvent, day: date) -> int:
    return -1 if event.date is None else full_months(event.date.latest, day)


def _high(reading: Reading | None) -> bool | None:
    """Whether the first cut-off of the scale is reached."""
    if reading is None:
        return None
    return reading.instrument.cut_offs[0].name in (cut_offs_reached(reading.instrument, reading.total) or ())


def _told(view: View, event: LifeEvent, reading: Reading | None) -> str | None:
    if reading is None:
        return None
    months = _months_after(event, reading.day)
    after = f"{months} months after" if months > 0 else "after"
    return f"{reading.instrument.name} total {reading.points}, {after} {view.what(event)}"
