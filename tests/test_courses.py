"""The courses: typed and checked at loading, their phases in numbers, and what nobody checked told wherever they show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from ipt_rules import Case, Rulebook, errors, packs, recommend
from ipt_rules.courses import Course, CoursePhase, Length, Span
from ipt_rules.docs.courses import courses_page
from ipt_rules.facts import chosen
from ipt_rules.facts.base import Fact
from ipt_rules.facts.lengths import by_number, lengths
from ipt_rules.facts.phase import split
from ipt_rules.facts.view import View
from ipt_rules.loading import Sources, build, read_sources
from ipt_rules.reading import read_document

INTAKE = date(2026, 1, 5)


def view_of(rulebook: Rulebook, held: int = 0, **intake: Any) -> View:
    sessions = [{"number": n, "date": INTAKE + timedelta(weeks=n)} for n in range(1, held + 1)]
    case = Case.from_data(
        {"schema_version": 1, "id": "t", "intake": {"date": INTAKE, **intake}, "sessions": sessions},
    )
    return View(case, INTAKE + timedelta(weeks=held), rulebook)


def fact_of(view: View, kind: str) -> Fact:
    return next(fact for fact in chosen.derive(view) if fact.kind == kind)


# What a course is


def test_every_course_of_the_protocol_is_there(rulebook: Rulebook) -> None:
    """Each of the statements CLN-01 to CLN-26 is carried by one course."""
    carried = [course.statement for course in rulebook.courses.values()]
    assert sorted(carried) == [f"CLN-{number:02d}" for number in range(1, 27)]


def test_a_course_is_frozen_and_closed() -> None:
    """A course cannot be changed, and refuses what it does not know."""
    course = Course(id="x", name="X", sessions=Length(), statement="CLN-01")
    with pytest.raises(ValidationError):
        course.name = "Y"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        Course.model_validate({"id": "x", "name": "X", "sessions": {}, "statement": "CLN-01", "length": 3})


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"sessions": {"min": 9, "max": 8}}, "do not rise"),
        ({"sessions": {"typical_max": 8}}, "typical_max needs typical"),
        ({"session_minutes": {"min": 60, "max": 50}}, "min is more than max"),
        ({"session_minutes": {}}, "at least one of min and max"),
        ({"ending": {"words": "13–16", "sessions": 3, "numbers": {"min": 13, "max": 16}}}, "different counts"),
        ({"ending": {"words": "from 13", "numbers": {"min": 13}}}, "the first and the last session"),
        ({"initial": {"words": "9", "sessions": 9}, "sessions": {"max": 8}}, "more sessions than the longest"),
        ({"from": {"ending": "ours"}}, "no value is given"),
        ({"from": {"typical": "ours"}}, "no value is given"),
    ],
)
def test_a_course_that_contradicts_itself_is_refused(data: dict[str, Any], words: str) -> None:
    """Numbers that cannot all be true are told, each in its words."""
    with pytest.raises(ValidationError, match=words):
        Course.model_validate({"id": "x", "name": "X", "sessions": {}, "statement": "CLN-01", **data})


def test_a_single_number_stands_for_both_ends() -> None:
    """`sessions: 3` is from 3 to 3; `yes` is no number."""
    assert CoursePhase.model_validate({"words": "3", "sessions": 3}).count == Span(min=3, max=3)
    with pytest.raises(ValidationError):
        CoursePhase.model_validate({"words": "3", "sessions": True})


@pytest.fixture(scope="module")
def sources() -> Sources:
    return read_sources([packs.core()])


@pytest.fixture
def courses(tmp_path: Path, sources: Sources) -> Callable[[str, str], tuple[Path, Sources]]:
    """The core pack as read, but for one text of the courses: the file, and the sources with it."""

    def written(old: str, new: str) -> tuple[Path, Sources]:
        text = (packs.core() / "courses.yaml").read_text(encoding="utf-8")
        assert old in text
        path = tmp_path / "courses.yaml"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        document = read_document(path, code="RULE", error=errors.RulebookError)
        documents = {name: one for name, one in sources.documents.items() if Path(name).stem != "courses"}
        changed = replace(
            sources,
            shared={**sources.shared, "courses": document.data},
            documents={**documents, str(path): document},
        )
        return path, changed

    return written


@pytest.mark.parametrize(
    ("old", "new", "code", "hint"),
    [
        ("session_minutes: {min: 35", "session_minute: {min: 35", "RULE-11", "did you mean `session_minutes`?"),
        ("terms: [weekly, twice-weekly]", "terms: [weekly, daily]", "RULE-13", "one of: twice-weekly, weekly"),
        ("sessions: {min: 14, typical: 14", "sessions: {min: 15, typical: 14", "RULE-14", ""),
        ("from: {typical: memory}", "from: {usual: memory}", "RULE-13", "one of: min, typical"),
        ("from: {typical: memory}", "from: {typical: book}", "RULE-13", "one of: ours, memory"),
        ("    statement: CLN-12\n", "", "RULE-12", "add it"),
        ("  - id: ipc\n", "  - id: brief\n", "PACK-06", "keep one of the two"),
    ],
)
def test_a_wrong_course_is_told_with_its_place(
    courses: Callable[[str, str], tuple[Path, Sources]], old: str, new: str, code: str, hint: str
) -> None:
    """File, line, what is wrong, and the next step; the line lies inside the course."""
    path, changed = courses(old, new)
    with pytest.raises(errors.RulebookError) as caught:
        build(changed)
    (problem,) = caught.value.problems
    assert (problem.path, problem.code) == (str(path), code)
    assert hint in problem.hint
    lines = path.read_text(encoding="utf-8").splitlines()
    begins = [at for at, line in enumerate(lines, start=1) if line.startswith("  - id: ")]
    about = next(at for at, line in enumerate(lines, start=1) if (new or "group-uganda").split("\n")[0] in line)
    assert max(at for at in begins if at <= about) <= problem.line <= about + 12


# Phases


@pytest.mark.parametrize(
    ("slug", "planned", "initial", "ending"),
    [
        ("acute", 12, 3, 10),  # its sources differ among themselves: CON-02, CON-03
        ("acute", 16, 4, 13),
        ("acute-manual", 16, 3, 13),
        ("acute-uk", 16, 4, 13),
        ("stuart-robertson", 8, 2, 7),
        ("stuart-robertson", 20, 3, 19),
        ("nice-less-severe", 8, 3, 7),
        ("nice-less-severe", 16, 3, 14),
        ("nice-more-severe", 16, 4, 13),
        ("dutch-trials", 16, 4, 13),
        ("brief", 8, 2, 8),
        ("brief", 9, 2, 9),
        ("ipc", 3, 2, 3),
        ("ipc", 6, 2, 6),
        ("ipc", 8, 2, 8),
        ("ipt-est", 3, 1, 3),
        ("who-group", 8, 1, 8),
        ("group-uganda", 16, 4, 13),
        ("group", 20, 4, 17),
        ("ipt-a", 12, 4, 10),
        ("ipt-a", 16, 4, 14),
        ("perinatal", 12, 3, 11),
        ("ptsd", 14, 3, 12),
        ("ipt-bpd", 34, 4, 31),  # two stages, which are no phases
        ("ipsrt", 13, 3, 13),
        ("ipsrt", 16, 4, 15),
        ("ipsrt", 17, 4, 15),
        ("ipsrt", 30, 4, 27),
        ("maintenance", 12, 1, 11),
        ("relapse-prevention", 4, 2, 4),
    ],
)
def test_the_phases_follow_the_course(rulebook: Rulebook, slug: str, planned: int, initial: int, ending: int) -> None:
    """The last session of the initial phase and the first of the ending, as the course has them."""
    parts = split(view_of(rulebook, course={"type": slug, "planned_sessions": planned}))
    assert (parts.initial_limit, parts.ending_starts_at, parts.mid_review_at) == (initial, ending, planned // 2)


@pytest.mark.parametrize("planned", range(1, 41))
def test_every_course_has_an_ending_and_a_beginning(rulebook: Rulebook, planned: int) -> None:
    """However many sessions are planned, both have a session, and neither reaches into the other."""
    for course in (None, *rulebook.courses.values()):
        parts = lengths(course, planned, rulebook.parameter)
        assert 1 <= parts.initial_limit <= parts.last_before_ending
        assert 1 <= parts.ending_starts_at <= planned


@pytest.mark.parametrize(("slug", "planned"), [("who-group", 7), ("who-group", 9), ("ipt-a", 17), ("brief", 12)])
def test_outside_the_range_the_number_decides(rulebook: Rulebook, slug: str, planned: int) -> None:
    """The source of a course says nothing of a length it does not have."""
    course = rulebook.courses[slug]
    assert lengths(course, planned, rulebook.parameter) == lengths(None, planned, rulebook.parameter)


@pytest.mark.parametrize(
    ("planned", "initial", "ending"),
    [
        (6, 2, 1),
        (7, 2, 2),
        (8, 2, 2),
        (9, 3, 2),
        (10, 3, 3),
        (12, 3, 3),
        (14, 3, 3),
        (15, 3, 3),
        (16, 4, 4),
        (20, 4, 4),
    ],
)
def test_the_split_by_number(rulebook: Rulebook, planned: int, initial: int, ending: int) -> None:
    """CLN-27 at its limits, just below and above."""
    assert by_number(planned, rulebook.parameter) == (initial, ending)


def test_the_planned_number_outranks_the_usual_one(rulebook: Rulebook) -> None:
    """Sixteen planned sessions of a course that usually has twelve end with the sixteenth."""
    assert split(view_of(rulebook, course={"type": "ipt-a", "planned_sessions": 16})).ending_starts_at == 14


@pytest.mark.parametrize(
    ("slug", "reckoned"), [("ipt-a", 12), ("acute", 16), ("eating", 19), ("ipsrt", 16), ("maintenance", 12), (None, 16)]
)
def test_without_a_number_the_usual_one_serves_the_initial_phase(
    rulebook: Rulebook, slug: str | None, reckoned: int
) -> None:
    """The default of sixteen, kept to what is usual in the course; the midpoint is half of it, and nobody is told it."""
    view = view_of(rulebook, 30, course={"type": slug})
    assert split(view).mid_review_at == reckoned // 2
    phase = recommend(view.case, rulebook, view.on).phase
    assert (phase["phase"], phase["planned_known"]) == ("middle", False)
    assert not {"ending_starts_at", "mid_review_at", "ending_by"} & set(phase)


# What facts say of it


def test_the_chosen_course(rulebook: Rulebook) -> None:
    """None while it is left open."""
    view = view_of(rulebook, course={"planned_sessions": 12})
    assert [fact for fact in chosen.derive(view) if fact.kind == "chosen_course"] == []
    fact = fact_of(view_of(rulebook, course={"type": "ipsrt"}), "chosen_course")
    assert (fact.get("course"), fact.places) == ("ipsrt", ("intake.course.type",))


def test_what_was_written_in_place_of_a_course_is_shown_nowhere(rulebook: Rulebook) -> None:
    """A course field may hold anybody's words: one that is not recognised decides nothing and is not repeated."""
    view = view_of(rulebook, course={"type": "as Anna's mother wished"})
    found = fact_of(view, "chosen_course")
    assert (found.get("known"), found.get("course"), found.places) == (False, None, ("intake.course.type",))
    answer = recommend(view.case, rulebook, view.on)
    assert "Anna" not in repr(answer)
    assert "course" not in answer.phase
    asked = {finding.rule_id: finding.content["question"] for finding in answer.gaps}
    assert (
        asked["course-not-known"]
        == "For you to look up: which course is planned? None has a name like the one recorded."
    )


def test_a_finding_about_a_course_cites_its_statement_and_sources(rulebook: Rulebook) -> None:
    """The range is told with the source of this very course, first."""
    view = view_of(rulebook, course={"type": "who-group", "planned_sessions": 12})
    answer = recommend(view.case, rulebook, view.on)
    (finding,) = [one for one in answer.findings if one.rule_id == "length-outside-course"]
    assert finding.statements == ("CON-01", "CLN-11")
    assert [one.key for one in finding.references][:3] == ["L03", "L04", "L05"]


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("ptsd", "14 sessions"),
        ("acute", "6 to 20 sessions, usually 12 to 16"),
        ("dutch-trials", "up to 20 sessions, usually 16 (usual number: from memory, not read again)"),
        ("relapse-prevention", "4 sessions or more, usually 4"),
        ("stuart-robertson", "8 to 20 sessions"),
        ("internet-blended", None),
    ],
)
def test_a_length_in_words(rulebook: Rulebook, slug: str, words: str | None) -> None:
    """The range, what is usual, and whatever is not verified."""
    assert chosen.length_text(rulebook.courses[slug]) == words


def test_everything_not_verified_is_said_where_the_length_shows(rulebook: Rulebook) -> None:
    """No length from memory, of our own, or unchecked is shown without saying so."""
    for course in rulebook.courses.values():
        text = chosen.length_text(course) or ""
        assert course.check_before_display == ("not checked" in text)
        for value in {"min", "typical", "max"} & set(course.origin):
            assert ("our own" if course.origin[value] == "ours" else "from memory") in text, course.id


def test_the_default_by_severity_is_always_told(rulebook: Rulebook) -> None:
    """One fact, with or without a measure; the fifth point decides whether there is a default."""
    assert fact_of(view_of(rulebook), "usual_length").get("by_phq9") is False
    for total, known in ((4, False), (5, True)):
        fact = fact_of(view_of(rulebook, measures={"phq9": {"total": total}}), "usual_length")
        assert fact.get("by_phq9") is known
        assert fact.get("text")


@pytest.mark.parametrize(
    "intake",
    [
        {"patient": {"age": 9}},
        {"patient": {"age": 15}},
        {"diagnosis": {"primary": "major-depression", "comorbid": ["bipolar-disorder"]}},
        {"asked": {"bipolar-history": "some"}},
        {"asked": {"psychosis": "some"}},
        {"diagnosis": {"comorbid": ["persistent-depression"]}},
    ],
)
def test_the_default_by_severity_is_for_adults_without_a_course_of_their_own(
    rulebook: Rulebook, intake: dict[str, Any]
) -> None:
    """Wherever the record says it: the age, a diagnosis beside the main one, or an answer on asking."""
    score = {"measures": {"phq9": {"total": 21}}}
    assert fact_of(view_of(rulebook, **score), "usual_length").get("by_phq9") is True
    assert fact_of(view_of(rulebook, **score, **intake), "usual_length").get("by_phq9") is False


# The page


def test_the_page_shows_every_course(rulebook: Rulebook) -> None:
    """Each with its slug, its statement, its split, and what nobody checked."""
    page = courses_page(rulebook)
    for course in rulebook.courses.values():
        assert f'\n## <a id="{course.id}"></a>{course.name}\n' in page
        assert f"[{course.statement}](traceability.md#{course.statement})" in page
    adolescents = page.split("</a>IPT for adolescents (IPT-A)\n")[1].split("\n## ")[0]
    assert "of 12: 1–4 / 5–9 / 10–12" in adolescents
    assert "Not verified: initial phase, middle phase: from memory, not read again" in adolescents
    less_severe = page.split("</a>IPT for less severe depression, NICE\n")[1].split("\n## ")[0]
    assert "initial “3” (our own reckoning)" in less_severe
    assert "not checked against the guideline yet" in less_severe
