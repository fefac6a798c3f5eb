"""The dialogue over a case: what is asked, what is written, and how one goes on, back and away."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dialogue_store import ON, MemoryStore, answer, go_to, intake
from ipt_rules import Rulebook
from ipt_rules.dialogue import Dialogue, Scene, new_session, wording
from ipt_rules.dialogue.starting import edit_session
from ipt_rules.errors import CaseError, UnknownNameError
from ipt_rules.reading import read_document

ROOT = Path(__file__).resolve().parent.parent


def _with_sessions(*sessions: dict[str, Any], **intake_fields: Any) -> dict[str, Any]:
    return {
        "schema_version": 1,
        "id": "case-1",
        "intake": {"date": "2026-01-10", "course": {"planned_sessions": 12}, **intake_fields},
        "sessions": list(sessions),
    }


def _intake(dialogue: Dialogue) -> dict[str, Any]:
    found: dict[str, Any] = dialogue.file.content["intake"]
    return found


def test_an_answer_is_saved_at_once_where_it_belongs(rulebook: Rulebook) -> None:
    """The file holds an answer before the next question is put."""
    dialogue = intake(rulebook)
    answer(dialogue, "age", "34")
    store = dialogue.file
    assert isinstance(store, MemoryStore)
    assert store.saved is not None
    assert store.saved["intake"]["patient"] == {"age": 34}
    assert dialogue.current is not None
    assert dialogue.current.question.id == "way-of-meeting"


def test_a_skipped_question_writes_nothing(rulebook: Rulebook) -> None:
    """To press Enter at every question leaves a new case as it began, and nothing was saved."""
    dialogue = intake(rulebook)
    begun = dialogue.file.content.copy()
    while dialogue.current is not None:
        assert not dialogue.hear("").problem
    store = dialogue.file
    assert isinstance(store, MemoryStore)
    assert store.content == begun
    assert store.saved is None


def test_what_is_wrong_is_told_and_the_question_stays(rulebook: Rulebook) -> None:
    """A text that is no answer is refused in one line, and nothing is written."""
    dialogue = intake(rulebook)
    go_to(dialogue, "age")
    reply = dialogue.hear("four")
    assert reply.problem == "Write a number from 0 to 120."
    assert dialogue.current is not None
    assert dialogue.current.question.id == "age"
    assert "patient" not in _intake(dialogue)


def test_a_new_id_replaces_the_one_a_file_begins_with(rulebook: Rulebook) -> None:
    """The first question is about the id, although the file has one so that it can be saved."""
    dialogue = intake(rulebook)
    assert dialogue.current is not None
    assert wording.recorded(dialogue, dialogue.current) == "Recorded: case-1"
    dialogue.hear("case-7")
    assert dialogue.file.content["id"] == "case-7"


def test_it_begins_at_the_first_question_without_an_answer(rulebook: Rulebook) -> None:
    """A case that was begun goes on where it was left; what is there is not asked again."""
    content = _with_sessions(note="low", patient={"age": 30}, kind="video", location_known="yes")
    dialogue = intake(rulebook, content)
    assert dialogue.current is not None
    assert dialogue.current.question.id == "can-speak-freely"


def test_the_phq_9_is_kept_as_far_as_it_was_filled_in(rulebook: Rulebook) -> None:
    """Items by number; what was left blank is no nought, and no total is made up."""
    dialogue = intake(rulebook)
    go_to(dialogue, "Item 1 of the sheet")
    assert not dialogue.hear("2").problem
    dialogue.hear("")
    dialogue.hear("nearly")
    assert _intake(dialogue)["measures"]["phq9"] == {"items": {"1": 2, "3": 3}}
    assert dialogue.current is not None
    assert dialogue.current.ask == "Item 4 of the sheet: energy"


def test_a_whole_sheet_can_be_typed_in_a_row(rulebook: Rulebook) -> None:
    """Nine digits are the nine items, with a dash for one that was left blank; the next question is below the sheet."""
    dialogue = intake(rulebook)
    answer(dialogue, "Item 1 of the sheet", "22-111001")
    items = {"1": 2, "2": 2, "4": 1, "5": 1, "6": 1, "7": 0, "8": 0, "9": 1}
    assert _intake(dialogue)["measures"]["phq9"]["items"] == items
    assert dialogue.current is not None
    assert dialogue.current.question.id == "phq-9-total"


def test_without_a_sheet_one_goes_past_it(rulebook: Rulebook) -> None:
    """One key leaves the nine items open, and the total may still be told."""
    dialogue = intake(rulebook)
    go_to(dialogue, "Item 1 of the sheet")
    assert not dialogue.hear(">").problem
    assert dialogue.current is not None
    assert dialogue.current.question.id == "phq-9-total"
    assert "measures" not in _intake(dialogue)


def test_a_total_that_the_items_cannot_make_is_refused(rulebook: Rulebook) -> None:
    """What contradicts itself is not written: the case stays one."""
    dialogue = intake(rulebook)
    answer(dialogue, "Item 1 of the sheet", "22-111001")
    reply = dialogue.hear("27")
    assert "add up to 8 to 11" in reply.problem
    assert "total" not in _intake(dialogue)["measures"]["phq9"]


def test_a_row_of_the_wrong_length_is_told_so(rulebook: Rulebook) -> None:
    """Eight answers cannot be put to nine items."""
    dialogue = intake(rulebook)
    go_to(dialogue, "Item 1 of the sheet")
    assert "8 answers, and the sheet has 9" in dialogue.hear("11111111").problem


def test_the_screener_asks_on_after_a_yes_only(rulebook: Rulebook) -> None:
    """Questions 3 to 5 follow a yes to question 2, and the last three months a yes to question 6 (MEA-13)."""
    dialogue = intake(rulebook)
    answer(dialogue, "screener", "y")
    asked = [step.place[-1] for step in dialogue.steps if step.question.id == "screener-items"]
    assert asked == ["q1", "q2", "q6"]
    answer(dialogue, "question 2", "y")
    asked = [step.place[-1] for step in dialogue.steps if step.question.id == "screener-items"]
    assert asked == ["q1", "q2", "q3", "q4", "q5", "q6"]


def test_a_person_is_entered_and_then_asked_about(rulebook: Rulebook) -> None:
    """A new person is in the list at once, and the questions are about that person, by name."""
    dialogue = intake(rulebook)
    answer(dialogue, "inventory", "mother in law")
    assert dialogue.current is not None
    assert dialogue.current.question.id == "role"
    assert wording.place_of(dialogue, dialogue.current).startswith("People, mother-in-law, 1 of ")
    assert wording.choices_shown(dialogue.current, whole=False) == ("1 in law",)
    dialogue.hear("1")
    assert _intake(dialogue)["relationships"] == [{"person": "mother-in-law", "role": "in-law"}]


def test_the_next_one_can_be_gone_to(rulebook: Rulebook) -> None:
    """What was not asked of one person stays unknown, and the next may be named."""
    dialogue = intake(rulebook)
    answer(dialogue, "inventory", "boss")
    assert not dialogue.hear(">").problem
    assert dialogue.current is not None
    assert dialogue.current.ask == "Who else?"
    assert "leaves this part for later" in dialogue.hear(">").problem


def test_a_name_is_no_key(rulebook: Rulebook) -> None:
    """A capital letter is a sign of a name: it is refused, and not repeated."""
    dialogue = intake(rulebook)
    go_to(dialogue, "inventory")
    problem = dialogue.hear("Miriam").problem
    assert problem.startswith("Small letters, please")
    assert "iriam" not in problem


def test_an_event_has_its_kind_and_a_key_from_the_start(rulebook: Rulebook) -> None:
    """An event is one that the case can hold as soon as it is entered; two of a kind are told apart."""
    dialogue = intake(rulebook)
    answer(dialogue, "events", "move")
    dialogue.hear(">")
    dialogue.hear("15")
    assert [one["event"] for one in _intake(dialogue)["life_events"]] == ["move", "move-2"]


def test_who_an_event_is_about_joins_the_people(rulebook: Rulebook) -> None:
    """Somebody who is named first with an event is one of the people to be asked about."""
    dialogue = intake(rulebook)
    answer(dialogue, "events", "separation")
    dialogue.hear("husband")
    assert _intake(dialogue)["relationships"] == [{"person": "husband"}]
    assert _intake(dialogue)["life_events"][0]["person"] == "husband"


def test_a_slip_of_the_pen_makes_no_new_person(rulebook: Rulebook) -> None:
    """A word very near to somebody who is recorded is asked back; with a plus it is another person."""
    content = _with_sessions(relationships=[{"person": "husband"}])
    dialogue = intake(rulebook, content)
    answer(dialogue, "events", "separation")
    assert "Did you mean husband" in dialogue.hear("husbnd").problem
    assert not dialogue.hear("+husbnd").problem
    assert [one["person"] for one in _intake(dialogue)["relationships"]] == ["husband", "husbnd"]


def test_no_medicine_is_recorded_only_where_no_is_written(rulebook: Rulebook) -> None:
    """Enter leaves medicines unknown; `no` says that none is taken."""
    dialogue = intake(rulebook)
    go_to(dialogue, "medicines")
    assert "no: none is taken" in wording.choices_shown(dialogue.current)  # type: ignore[arg-type]
    dialogue.hear("no")
    assert _intake(dialogue)["medication"] == []


def test_back_and_the_same_answer_change_nothing(rulebook: Rulebook) -> None:
    """One may go back, sees what is recorded, and gives the same answer: the file is the same."""
    dialogue = intake(rulebook)
    answer(dialogue, "diagnosis", "major depression")
    before = dialogue.file.content
    dialogue.back()
    assert dialogue.current is not None
    assert wording.recorded(dialogue, dialogue.current) == "Recorded: major depression"
    dialogue.hear("1")
    assert dialogue.file.content == before
    assert dialogue.current is not None
    assert dialogue.current.question.id == "severity"


def test_an_answer_can_be_taken_back(rulebook: Rulebook) -> None:
    """Only the command for it takes away what is recorded."""
    dialogue = intake(rulebook)
    answer(dialogue, "age", "34")
    dialogue.back()
    assert not dialogue.hear("--").problem
    assert "age" not in _intake(dialogue).get("patient", {})
    assert "Nothing is recorded" in dialogue.hear("--").problem


def test_a_chapter_left_for_later_comes_again_and_may_be_left_for_good(rulebook: Rulebook) -> None:
    """The chapter returns when the others are done; left a second time it stays open."""
    dialogue = intake(rulebook)
    dialogue.hear(">>")
    assert dialogue.current is not None
    assert dialogue.current.chapter.id == "phq-9"
    while dialogue.current is not None and dialogue.current.chapter.id != "start":
        dialogue.skip()
    assert dialogue.current is not None
    dialogue.hear(">>")
    assert dialogue.current is None


def test_what_a_list_holds_beyond_the_choices_stays(rulebook: Rulebook) -> None:
    """A question that offers some of the tasks changes and takes back these, and leaves what else is recorded."""
    dialogue = intake(rulebook, _with_sessions(tasks_done=["safety-asked", "onset-asked"]), review=True)
    go_to(dialogue, "first-tasks")
    step = dialogue.current
    assert step is not None
    assert wording.recorded(dialogue, step) == "Recorded: asked when it began"
    answer(dialogue, "first-tasks", "symptoms, timeline")
    assert _intake(dialogue)["tasks_done"] == ["safety-asked", "symptoms-reviewed", "timeline-built"]
    dialogue.back()
    assert not dialogue.hear("--").problem
    assert _intake(dialogue)["tasks_done"] == ["safety-asked"]
    assert "Nothing is recorded" in dialogue.hear("--").problem


def test_a_contradiction_is_refused_in_plain_words(rulebook: Rulebook) -> None:
    """Whatever would make the case contradict itself is told before it is written."""
    content = _with_sessions(life_events=[{"event": "d", "type": "death", "person": "father"}])
    dialogue = intake(rulebook, content)
    go_to(dialogue, "deaths-asked")
    assert dialogue.hear("n").problem.startswith("A death is recorded and the answer is none.")


def _session(rulebook: Rulebook, content: dict[str, Any], on: date) -> Dialogue:
    return new_session(MemoryStore(content), rulebook, on, engine="plain")


def test_a_session_is_begun_with_its_first_answer(rulebook: Rulebook) -> None:
    """Until something is answered there is no session: one that was only opened was not held."""
    dialogue = _session(rulebook, _with_sessions(), date(2026, 1, 17))
    assert dialogue.file.content["sessions"] == []
    dialogue.hear("1")
    assert dialogue.file.content["sessions"] == [{"number": 1, "date": date(2026, 1, 17), "attended": "yes"}]


def test_one_item_of_a_sheet_is_not_the_whole_of_it(rulebook: Rulebook) -> None:
    """The answer to item 1 goes on with item 2, also where it is the first answer of a session."""
    dialogue = _session(rulebook, _with_sessions(), date(2026, 1, 17))
    answer(dialogue, "Item 1 of the sheet", "2")
    assert dialogue.current is not None
    assert dialogue.current.ask == "Item 2 of the sheet: low mood"


def test_a_missed_session_asks_other_things(rulebook: Rulebook) -> None:
    """Of a session that was missed one asks about notice and contact, and about no questionnaire (MIS-02)."""
    dialogue = _session(rulebook, _with_sessions(), date(2026, 1, 17))
    dialogue.hear("2")
    assert [step.question.id for step in dialogue.steps] == ["held", "notice", "contact-made", "session-note"]


def test_a_session_called_off_together_is_not_missed(rulebook: Rulebook) -> None:
    """Called off beforehand asks for no notice; changed to held, nothing of it remains (MIS-06)."""
    dialogue = _session(rulebook, _with_sessions(), date(2026, 1, 17))
    dialogue.hear("3")
    assert [step.question.id for step in dialogue.steps] == ["held", "session-note"]
    dialogue.back()
    dialogue.hear("1")
    assert dialogue.file.content["sessions"][0] == {"number": 1, "date": date(2026, 1, 17), "attended": "yes"}


@pytest.mark.parametrize(
    ("number", "chapters"),
    [
        (2, {"meeting", "phq-9", "measures", "safety", "new-people-and-events", "still-open", "work", "note"}),
        (7, {"meeting", "phq-9", "measures", "safety", "new-people-and-events", "still-open", "work", "note"}),
        (
            12,
            {
                "meeting",
                "phq-9",
                "measures",
                "safety",
                "new-people-and-events",
                "work",
                "ending",
                "maintenance",
                "note",
            },
        ),
    ],
)
def test_a_session_asks_what_matters_in_its_phase(rulebook: Rulebook, number: int, chapters: set[str]) -> None:
    """The ending is asked about in the ending; the formulation only in the initial phase."""
    held = [{"number": at, "date": f"2026-02-{at:02}", "attended": "yes"} for at in range(1, number)]
    dialogue = _session(rulebook, _with_sessions(*held), date(2026, 3, 1))
    assert {step.chapter.id for step in dialogue.steps} == chapters
    asked = {step.question.id for step in dialogue.steps}
    assert ("formulation" in asked) == (number == 2)
    assert ("on-focus" in asked) == (number != 2)


def test_what_is_known_once_is_not_asked_in_each_session(rulebook: Rulebook) -> None:
    """The emergency contact is asked for until it is known."""
    unknown = _session(rulebook, _with_sessions(), date(2026, 1, 17))
    known = _session(rulebook, _with_sessions(patient={"emergency_contact": "yes"}), date(2026, 1, 17))
    assert "emergency-contact" in {step.question.id for step in unknown.steps}
    assert "emergency-contact" not in {step.question.id for step in known.steps}
    earlier = {"number": 1, "date": "2026-01-17", "learned": {"episode": {"onset": "2025-11"}}}
    later = _session(rulebook, _with_sessions(earlier), date(2026, 1, 24))
    assert "open-onset" in {step.question.id for step in known.steps}
    assert "open-onset" not in {step.question.id for step in later.steps}


def test_what_a_session_learns_goes_with_the_person(rulebook: Rulebook) -> None:
    """Somebody from the intake is chosen by number, and what is new stands in the session."""
    dialogue = _session(rulebook, _with_sessions(relationships=[{"person": "boss", "role": "boss"}]), date(2026, 1, 17))
    answer(dialogue, "new-people", "1")
    answer(dialogue, "new-conflict", "y")
    learned = dialogue.file.content["sessions"][0]["learned"]
    assert learned == {"relationships": [{"person": "boss", "conflict": {"present": "yes"}}]}


def test_the_techniques_suggested_come_first(rulebook: Rulebook) -> None:
    """What was suggested for the session is offered first, and any other is found by its name."""
    dialogue = _session(rulebook, _with_sessions(), date(2026, 1, 17))
    go_to(dialogue, "techniques")
    step = dialogue.current
    assert step is not None
    suggested = [one for one in step.wanted.choices if one.suggested]
    assert suggested == list(step.wanted.choices[: len(suggested)])
    assert suggested
    assert len(step.wanted.choices) == len(rulebook.techniques)
    dialogue.hear("communication analysis")
    assert dialogue.file.content["sessions"][0]["techniques"] == [{"technique": "TEC-14"}]


def test_a_session_cannot_lie_before_the_last_one(rulebook: Rulebook) -> None:
    """Sessions are told in their order."""
    content = _with_sessions({"number": 1, "date": "2026-02-01"})
    with pytest.raises(CaseError, match="give a later --on"):
        _session(rulebook, content, date(2026, 1, 17))


def test_a_session_is_walked_through_with_its_answers(rulebook: Rulebook) -> None:
    """Enter keeps what is recorded; one thing is changed, and nothing else."""
    held = {"number": 1, "date": "2026-01-17", "attended": "yes", "mood_event_link": "no", "note": "as it was"}
    store = MemoryStore(_with_sessions(held))
    dialogue = edit_session(store, rulebook, 1, engine="plain")
    assert dialogue.current is not None
    assert wording.recorded(dialogue, dialogue.current) == "Recorded: it was held"
    answer(dialogue, "link", "y")
    while dialogue.current is not None:
        dialogue.skip()
    assert store.content["sessions"] == [{**held, "mood_event_link": "yes"}]


@pytest.mark.parametrize(("number", "nearest"), [(9, 3), (2, 1)])
def test_a_session_that_is_not_there_is_told_with_the_nearest(rulebook: Rulebook, number: int, nearest: int) -> None:
    """A number nobody recorded is refused, and names the nearest that is there."""
    store = MemoryStore(_with_sessions({"number": 1, "date": "2026-01-17"}, {"number": 3, "date": "2026-01-31"}))
    with pytest.raises(UnknownNameError, match=f"There is no session {number}; the nearest is {nearest}"):
        edit_session(store, rulebook, number, engine="plain")


def test_a_condition_on_what_is_unknown_does_not_hold(rulebook: Rulebook) -> None:
    """A question that follows a yes is not put while nobody answered."""
    dialogue = intake(rulebook)
    asked = {step.question.id for step in dialogue.steps}
    assert "suicide-asked" in asked
    assert not asked & {"violence-now", "mania-severe", "withdrawal", "where-reached"}


def test_the_same_questions_belong_to_every_scene_of_their_kind(rulebook: Rulebook) -> None:
    """A dialogue of no kind has no chapters that belong to the other."""
    scene = Scene("session", ("sessions", 0), ON, "middle", 1, {"number": 1, "date": ON})
    dialogue = Dialogue(tuple(rulebook.dialogue.values()), rulebook.instruments, MemoryStore(_with_sessions()), scene)
    assert all("session" in step.chapter.of for step in dialogue.steps)


@pytest.mark.parametrize("name", ["amira", "mei-illness", "tilda-postpartum", "rosa-retirement", "grace-uganda"])
def test_what_is_shown_as_recorded_can_be_typed_again(rulebook: Rulebook, name: str) -> None:
    """Walking through a kept case, the words shown for each answer are accepted, and change nothing."""
    data = read_document(ROOT / "cases" / f"{name}.yaml", code="CASE", error=CaseError).data
    last = len(data.get("sessions", ())) - 1
    scenes = [Scene("intake", ("intake",), date(2030, 1, 1))]
    scenes += [Scene("session", ("sessions", last), date(2030, 1, 1))] if last >= 0 else []
    store, shown = MemoryStore(data), 0
    for scene in scenes:
        dialogue = Dialogue(tuple(rulebook.dialogue.values()), rulebook.instruments, store, scene, review=True)
        while (step := dialogue.current) is not None:
            told = wording.recorded(dialogue, step).removeprefix("Recorded: ")
            if told and step.form == "field":
                shown += 1
                assert not dialogue.check(told), (step.question.id, dialogue.check(told))
            assert "{" not in wording.question_of(step)
            assert wording.how_to_answer(step)
            dialogue.skip()
    assert shown > 20
    assert store.content == data
