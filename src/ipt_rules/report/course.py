"""The course of the PHQ-9: the drawing, what its signs mean, the same as a table, and what rules say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ipt_rules.markup import Html, el, joined
from ipt_rules.render import wording
from ipt_rules.render.phases import phase_name
from ipt_rules.render.sections import progress_lines
from ipt_rules.report import scores
from ipt_rules.report.chart import WIDE, Chart, alert_mark, contact_mark, contact_short
from ipt_rules.report.drawing import circle, drawing, line, sign
from ipt_rules.report.events import Event, day_in_words
from ipt_rules.report.material import Material
from ipt_rules.report.notes import Notes
from ipt_rules.report.saying import points
from ipt_rules.report.scores import Course, Row
from ipt_rules.translation import _, counted

NARROW = 320


def course(material: Material, events: Sequence[Event], notes: Notes) -> Html:
    """The whole part: a drawing where there is a score to draw, the table where there was a contact, and the findings."""
    found = scores.course_of(material)
    said = [one for one in material.recommendation.findings if one.section == "progress" and one.conclusion != "ask"]
    return joined(
        [
            _figure(found, events, notes)
            if found.scored
            else el("p", _("No PHQ-9 is recorded: there is no course to draw.")),
            (el("p", line) for line in progress_lines(material.recommendation.progress)),
            _ends_before(material),
            el("details", el("summary", _("The course as a table")), _table(found)),
            points(said, notes),
        ]
    )


def _ends_before(material: Material) -> Html | None:
    """The drawing ends with the last contact: how long ago that was is said in words."""
    last, on = material.stops[-1].contact.date, material.recommendation.on
    if on <= last:
        return None
    ago = counted("{number} day", "{number} days", (on - last).days)
    told = _("The last contact was on {day}, {ago} before the day of this report.").format(day=last, ago=ago)
    return el("p", told)


def _figure(found: Course, events: Sequence[Event], notes: Notes) -> Html:
    drawings = []
    for name, width, look in (("scores", WIDE, "wide-only"), ("scores-narrow", NARROW, "narrow-only")):
        chart = Chart(found, events, width)
        title = _("{instrument} over the course").format(instrument=found.instrument.name)
        drawings.append(drawing(name, title, _about(found), chart.width, chart.height, chart.content, look))
    return el("figure", drawings, _caption(found, events, notes), class_="course")


def _about(found: Course) -> str:
    """What the drawing shows, in one piece of text; the table has the same contact by contact."""
    usable = [row for row in found.rows if row.usable]
    told = [f"{contact_short(row.number)} {row.total}" for row in usable]
    missing = [contact_short(row.number) for row in found.rows if row.total is None]
    parts = [", ".join(told)] if told else []
    if missing:
        parts.append(_("no score at {contacts}").format(contacts=", ".join(missing)))
    return " ".join(["; ".join(parts) + ".", _("The table below has the same, contact by contact.")])


def _caption(found: Course, events: Sequence[Event], notes: Notes) -> Html:
    return el(
        "figcaption",
        el("ul", (el("li", shape, " ", words) for shape, words in _legend(found)), class_="legend"),
        el("p", list(_limits(found, notes)), class_="small"),
        _lettered(found, events),
    )


def _legend(found: Course) -> Iterator[tuple[Html, str]]:
    """The signs that the drawing holds, and no others."""
    states = {row.state for row in found.rows}
    yield sign([line(0, 8, 16, 8, "scores"), circle(8, 8, 4, "score")]), _("score")
    if scores.NOT_COUNTED in states:
        yield sign(circle(8, 8, 4, "score not-counted")), _("score that is not counted")
    if states & {scores.NONE, scores.INCOMPLETE}:
        yield sign(contact_mark(scores.NONE, 8, 8)), _("contact without a score: a gap in the line")
    if scores.MISSED in states:
        yield sign(contact_mark(scores.MISSED, 8, 8)), _("session missed")
    if scores.GAP in states:
        yield sign(contact_mark(scores.GAP, 8, 8)), _("not held, by agreement")
    levels = [one for one in wording.LEVELS if any(row.level == one for row in found.rows)]
    for level in levels:
        yield (
            sign(alert_mark(level, 8, 8)),
            _("alert: {level}").format(level=wording.level_words({"level": level}).lower()),
        )


def _limits(found: Course, notes: Notes) -> Iterator[Html | str]:
    """What the two lines rest on."""
    instrument = found.instrument
    if scores.numbers_left_out(found.rows):
        yield _("Sessions that are not recorded are gaps in the line, too.") + " "
    if found.response_at is not None and instrument.response:
        yield _("Response is reckoned from the first score that counts.")
        yield notes.statements(_("Response on the PHQ-9"), instrument.response.statements)
        yield " "
    if found.remission_below is not None and instrument.remission:
        yield _("A single score in the range of remission is provisional.")
        yield notes.statements(_("Remission on the PHQ-9"), instrument.remission.statements)


def _lettered(found: Course, events: Sequence[Event]) -> Html | None:
    """The events that the drawing marks by letter."""
    start, end = min(row.filled_in for row in found.rows), max(row.day for row in found.rows)
    shown = [one for one in events if one.within(min(start, found.rows[0].day), end)]
    items = [
        el("li", el("span", one.letter, class_="letter"), f" {one.name}, {day_in_words(one.when)}")
        for one in shown
        if one.when
    ]
    return el("ul", items, class_="legend") if items else None


# The table


def _table(found: Course) -> Html:
    """The same as the drawing, contact by contact."""
    columns = [_("Contact"), _("Phase"), found.instrument.name, _("Highest alert")]
    heads = el("tr", (el("th", one, scope="col") for one in columns))
    caption = el("caption", _("Contact by contact"))
    return el("table", caption, el("thead", heads), el("tbody", map(_row, found.rows)), class_="course-table")


def _row(row: Row) -> Html:
    level = wording.level_words({"level": row.level, "away": row.away}) if row.level else _("none")
    cells = [phase_name(row.phase), _score(row), level]
    return el(
        "tr",
        el("th", contact_short(row.number), el("br"), el("span", str(row.day), class_="small"), scope="row"),
        (el("td", one) for one in cells),
    )


def _score(row: Row) -> str:
    if row.total is None:
        return scores.reasons()[row.state]
    told = f"{row.total}, {row.band}" if row.band else str(row.total)
    if row.filled_in != row.day:
        told = _("{score}, filled in on {day}").format(score=told, day=row.filled_in)
    return told if row.usable else f"{told} ({scores.reasons()[row.state]})"
