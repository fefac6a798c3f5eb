"""The ranking of techniques, and what is kept back with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ipt_rules import Rulebook
from ipt_rules.chart import progress_of
from ipt_rules.facts.base import Fact
from ipt_rules.recommendation import FactUsed, Finding, Held, TechniqueAdvice
from ipt_rules.techniques import advise

Advised = tuple[tuple[TechniqueAdvice, ...], tuple[TechniqueAdvice, ...]]


def finding(
    rule: str, conclusion: str, content: dict[str, Any], person: str | None = None, rests_on: str = ""
) -> Finding:
    used = (FactUsed("now", rests_on, ()),) if rests_on else ()
    return Finding(
        rule, 1, "techniques", conclusion, "info", f"{rule} in short", f"Because of {rule}.", (), content, person, person,
        facts=used,
    )  # fmt: skip


def suggest(rule: str, *techniques: str, person: str | None = None, rests_on: str = "", first: bool = False) -> Finding:
    return finding(rule, "suggest", {"techniques": techniques, "first": first}, person, rests_on)


def block(rule: str, *techniques: str, person: str | None = None) -> Finding:
    return finding(rule, "block", {"techniques": techniques}, person)


def case(**values: Any) -> Fact:
    return Fact("case", {"phase": "middle", "next_phase": "middle", **values})


def focus(area: str, status: str = "agreed") -> Fact:
    return Fact("choice", {"status": status, "primary": area})


def used(technique: str, result: str | None = None, person: str | None = None) -> Fact:
    """Used in the session now; `result` is in words, or `unfinished`."""
    unfinished = result == "unfinished"
    known = {"person": person, "result_now": None if unfinished else result}
    values = {"technique": technique, "last_session": True, "unfinished": unfinished, "not_working": False}
    return Fact("technique_history", {**values, **{name: one for name, one in known.items() if one is not None}})


def not_working(technique: str, outcome: str, person: str | None = None, **more: Any) -> Fact:
    """Used some sessions ago, and it did not work."""
    values = {"technique": technique, "last_session": False, "unfinished": False, "not_working": True}
    whose = {"person": person} if person else {}
    return Fact("technique_history", {**values, "outcome": outcome, **whose, **more})


def run(rulebook: Rulebook, *findings: Finding, facts: Sequence[Fact] = (), held: Sequence[Held] = ()) -> Advised:
    with_case = facts if any(fact.kind == "case" for fact in facts) else (case(), *facts)
    return advise(findings, held, with_case, rulebook)


def ids(advice: Sequence[TechniqueAdvice]) -> list[str]:
    return [one.id for one in advice]


def why_not(advised: Advised, technique: str) -> str:
    return " ".join(why for one in advised[1] if one.id == technique for why in one.blocked_why)


def test_at_most_three_and_the_rest_is_listed(rulebook: Rulebook) -> None:
    """In the order of the rule's list; the fourth is kept back and says so."""
    shown, kept = run(rulebook, suggest("a", "TEC-11", "TEC-28", "TEC-12", "TEC-23"))
    assert (ids(shown), ids(kept)) == (["TEC-11", "TEC-28", "TEC-12"], ["TEC-23"])
    assert "most for one session" in kept[0].blocked_why[0]


def test_first_choices_come_before_second_ones(rulebook: Rulebook) -> None:
    """What answers to the session now comes first among equal places."""
    shown, _ = run(
        rulebook, suggest("a", "TEC-11", "TEC-28"), suggest("z", "TEC-14", "TEC-16", rests_on="work"), facts=()
    )
    assert ids(shown) == ["TEC-14", "TEC-11", "TEC-16"]


def test_what_does_not_serve_the_focus_comes_last(rulebook: Rulebook) -> None:
    """Role-play is not among the techniques for grief."""
    shown, kept = run(
        rulebook,
        suggest("a", "TEC-16", rests_on="work"),
        suggest("b", "TEC-11", "TEC-28", "TEC-12"),
        facts=[focus("grief")],
    )
    assert (ids(shown), ids(kept)) == (["TEC-11", "TEC-28", "TEC-12"], ["TEC-16"])


def test_a_technique_of_several_rules_is_one_advice(rulebook: Rulebook) -> None:
    """It names the rules, the one that counts most first, and each reason once."""
    ((one,), _) = run(rulebook, suggest("a", "TEC-14"), suggest("b", "TEC-14", rests_on="work"))
    assert (one.rule_ids, one.why) == (("b", "a"), "Because of b. Because of a.")


def test_a_suggestion_for_nobody_joins_the_one_for_a_person(rulebook: Rulebook) -> None:
    """The person is kept; two people stay two."""
    shown, _ = run(
        rulebook, suggest("a", "TEC-14"), suggest("b", "TEC-14", person="boss"), suggest("c", "TEC-14", person="mother")
    )
    assert [(one.person, one.rule_ids) for one in shown] == [("boss", ("b", "a")), ("mother", ("c", "a"))]


def test_a_hold_for_one_person_leaves_others_free(rulebook: Rulebook) -> None:
    """Held for the partner: not held for the boss; what names nobody is held, since it may mean the partner."""
    offers = [suggest("a", "TEC-14", person="boss"), suggest("b", "TEC-14", person="partner"), suggest("c", "TEC-16")]
    shown, kept = run(rulebook, *offers, block("safe", "TEC-14", "TEC-16", person="partner"))
    assert [(one.id, one.person) for one in shown] == [("TEC-14", "boss")]
    assert [(one.id, one.person, one.blocked_by) for one in kept] == [
        ("TEC-14", "partner", ("safe",)),
        ("TEC-16", None, ("safe",)),
    ]


def test_an_alert_that_lists_techniques_blocks_them(rulebook: Rulebook) -> None:
    """What it lists is kept back with the words of the alert."""
    alert = finding("violence", "alert", {"level": "2", "holding": "listed", "held": ("TEC-25", "joint-sessions")})
    advised = run(rulebook, suggest("a", "TEC-25", "TEC-15"), alert)
    assert ids(advised[0]) == ["TEC-15"]
    assert why_not(advised, "TEC-25") == "violence in short"


def test_what_an_urgent_alert_holds_is_all_kept_back(rulebook: Rulebook) -> None:
    """Every suggestion is listed with the alert because of which."""
    alert = finding("intent", "alert", {"level": "1", "holding": "all"})
    one = suggest("a", "TEC-11", "TEC-28")
    shown, kept = run(rulebook, one, alert, held=[Held(one, ("intent",))])
    assert shown == ()
    assert [(k.id, k.blocked_by, k.blocked_why) for k in kept] == [
        ("TEC-11", ("intent",), ("intent in short",)),
        ("TEC-28", ("intent",), ("intent in short",)),
    ]


def test_a_block_of_all_techniques_keeps_all_back_once(rulebook: Rulebook) -> None:
    """The reason is told once, though it comes by two ways."""
    one, hold = suggest("a", "TEC-11"), block("screen", "all-techniques")
    shown, (kept,) = run(rulebook, one, hold, held=[Held(one, ("screen",))])
    assert shown == ()
    assert (kept.blocked_by, kept.blocked_why) == (("screen",), ("screen in short",))


def test_what_belongs_to_another_phase_or_course_is_kept_back(rulebook: Rulebook) -> None:
    """Rebuilding the lost relationship is middle work; the rhythm log belongs to its own course."""
    advised = run(rulebook, suggest("a", "TEC-28", "TEC-33"), facts=[case(phase="initial", next_phase="initial")])
    assert advised[0] == ()
    assert "it belongs to middle" in why_not(advised, "TEC-28")
    assert "Only in the course ipsrt" in why_not(advised, "TEC-33")
    assert ids(run(rulebook, suggest("a", "TEC-33"), facts=[case(course="ipsrt")])[0]) == ["TEC-33"]


def test_the_phase_of_the_next_session_counts(rulebook: Rulebook) -> None:
    """After the last initial session middle work is suggested, and what the initial phase left open may be caught up on."""
    at_the_turn = case(phase="initial", next_phase="middle")
    assert ids(run(rulebook, suggest("a", "TEC-28", "TEC-08"), facts=[at_the_turn])[0]) == ["TEC-28", "TEC-08"]
    before = case(phase="middle", next_phase="ending")
    assert "(ending)" in why_not(run(rulebook, suggest("a", "TEC-08"), facts=[before]), "TEC-08")


def test_add_ons_are_off_by_default(rulebook: Rulebook) -> None:
    """A site can switch them on."""
    assert "add-on" in why_not(run(rulebook, suggest("a", "TEC-32")), "TEC-32")
    switched_on = rulebook.with_parameters({"adjunct_techniques": True})
    assert ids(run(switched_on, suggest("a", "TEC-32"))[0]) == ["TEC-32"]


def test_what_was_used_last_time_rests_unless_unfinished(rulebook: Rulebook) -> None:
    """Unfinished goes on, and comes first; without a result the reason says that it is not recorded."""
    shown, kept = run(
        rulebook,
        suggest("a", "TEC-11", "TEC-28", "TEC-12"),
        facts=[used("TEC-11"), used("TEC-28", "it helped"), used("TEC-12", "unfinished")],
    )
    assert (ids(shown), ids(kept)) == (["TEC-12"], ["TEC-11", "TEC-28"])
    assert "not recorded" in kept[0].blocked_why[0]
    assert kept[1].blocked_why == ("Used in the last session; it helped. If it is unfinished, go on with it.",)


def test_what_changed_nothing_last_time_is_not_to_be_gone_on_with(rulebook: Rulebook) -> None:
    """Only what helped, or of which nothing is known, may be unfinished."""
    advised = run(rulebook, suggest("a", "TEC-11"), facts=[used("TEC-11", "it brought no change")])
    assert why_not(advised, "TEC-11") == "Used in the last session; it brought no change."


def test_what_did_not_work_lately_moves_down_and_says_so(rulebook: Rulebook) -> None:
    """Behind what does not even serve the focus; it is still shown while there is room."""
    outcome = "It made things worse in session 5."
    offers = (suggest("a", "TEC-28", "TEC-11"), suggest("b", "TEC-16"))
    shown, _ = run(rulebook, *offers, facts=[focus("grief"), not_working("TEC-28", outcome)])
    assert [(one.id, one.lately) for one in shown] == [("TEC-11", None), ("TEC-16", None), ("TEC-28", outcome)]


def test_what_moved_down_past_the_last_place_says_so_too(rulebook: Rulebook) -> None:
    """The reason names both that it comes after the others and what came of it."""
    advised = run(
        rulebook,
        suggest("a", "TEC-28", "TEC-11", "TEC-12", "TEC-23"),
        facts=[not_working("TEC-28", "It brought no change in sessions 4 and 6.")],
    )
    assert ids(advised[0]) == ["TEC-11", "TEC-12", "TEC-23"]
    assert why_not(advised, "TEC-28").endswith("It brought no change in sessions 4 and 6.")
    assert "comes after" in why_not(advised, "TEC-28")


def test_what_is_unfinished_comes_first_even_where_it_went_badly_before(rulebook: Rulebook) -> None:
    """The therapist took it up again; what came of it before is told beside it."""
    outcome = "It made things worse in session 4."
    taken_up = not_working("TEC-12", outcome, last_session=True, unfinished=True)
    shown, _ = run(rulebook, suggest("a", "TEC-11", "TEC-12"), facts=[taken_up])
    assert [(one.id, one.lately) for one in shown] == [("TEC-12", outcome), ("TEC-11", None)]


def test_what_was_used_with_one_person_says_nothing_of_another(rulebook: Rulebook) -> None:
    """A use with nobody named may mean anybody, and so may a suggestion."""
    offers = [suggest("a", "TEC-14", person="boss"), suggest("b", "TEC-14", person="mother")]
    with_boss, with_nobody = [used("TEC-14", person="boss")], [used("TEC-14")]
    assert [one.person for one in run(rulebook, *offers, facts=with_boss)[0]] == ["mother"]
    assert run(rulebook, *offers, facts=with_nobody)[0] == ()
    assert run(rulebook, suggest("c", "TEC-14"), facts=with_boss)[0] == ()


def test_a_technique_that_needs_consent_waits_for_the_answer(rulebook: Rulebook) -> None:
    """Whichever rule suggests it: not known is no consent, and the reason says what to ask."""
    asked = Fact("unknown", {"topic": "consent-to-involving"})
    waiting = run(rulebook, suggest("a", "TEC-25", "TEC-15"), facts=[asked])
    assert ids(waiting[0]) == ["TEC-15"]
    assert why_not(waiting, "TEC-25") == "Ask first whether the patient agrees that others are invited."
    assert waiting[1][0].waits_for == ("consent-to-involving",)
    assert ids(run(rulebook, suggest("a", "TEC-25", "TEC-15"))[0]) == ["TEC-25", "TEC-15"]


def test_every_technique_says_how_in_a_line(rulebook: Rulebook) -> None:
    """A suggestion without a way to do it helps nobody; a page of it neither."""
    assert [one.id for one in rulebook.techniques.values() if not 20 < len(one.how) < 240] == []


def test_the_session_now_comes_before_the_general_order(rulebook: Rulebook) -> None:
    """What the alliance and the course of the middle phase show counts as the session now."""
    general = suggest("a", "TEC-15", "TEC-14")
    for kind in ("work", "alliance", "middle_work"):
        assert ids(run(rulebook, general, suggest("z", "TEC-21", rests_on=kind))[0]) == ["TEC-21", "TEC-15", "TEC-14"]


def test_what_a_rule_marks_first_comes_before_all_else(rulebook: Rulebook) -> None:
    """Before what is unfinished, serves the focus, is of more rules or answers to the session now."""
    shown, _ = run(
        rulebook,
        suggest("a", "TEC-26", rests_on="work"),
        suggest("b", "TEC-16", "TEC-26", rests_on="alliance"),
        suggest("z", "TEC-37", first=True),
        facts=[focus("role-dispute"), used("TEC-26", "unfinished")],
    )
    assert ids(shown) == ["TEC-37", "TEC-26", "TEC-16"]


def test_what_a_rule_marks_first_does_not_rest(rulebook: Rulebook) -> None:
    """Used last time it is not kept back, and what came of it is told beside it."""
    outcome = "It brought no change in sessions 4 and 6."
    history = not_working("TEC-37", outcome, last_session=True)
    shown, _ = run(rulebook, suggest("a", "TEC-11"), suggest("z", "TEC-37", first=True), facts=[history])
    assert [(one.id, one.lately) for one in shown] == [("TEC-37", outcome), ("TEC-11", None)]


def test_what_a_rule_marks_first_is_held_like_any_other(rulebook: Rulebook) -> None:
    """An urgent alert keeps it back too."""
    one = suggest("z", "TEC-37", first=True)
    alert = finding("intent", "alert", {"level": "1", "holding": "all"})
    assert run(rulebook, one, alert, held=[Held(one, ("intent",))])[0] == ()


def test_strain_between_the_two_comes_before_what_else_the_session_showed(rulebook: Rulebook) -> None:
    """Of equal places; how many rules suggest the other does not matter."""
    others = [suggest(rule, "TEC-16", rests_on="work") for rule in ("a", "b")]
    shown, _ = run(rulebook, *others, suggest("z", "TEC-21", rests_on="alliance"))
    assert ids(shown) == ["TEC-21", "TEC-16"]


def test_how_many_are_suggested_is_a_parameter(rulebook: Rulebook) -> None:
    """A site that wants one gets one."""
    one = rulebook.with_parameters({"techniques_at_most": 1})
    assert ids(run(one, suggest("a", "TEC-11", "TEC-28"))[0]) == ["TEC-11"]


def test_the_order_does_not_depend_on_the_order_of_findings(rulebook: Rulebook) -> None:
    """The same findings in another order give the same advice."""
    offers = [
        suggest("a", "TEC-11", "TEC-28"),
        suggest("b", "TEC-12", "TEC-11"),
        suggest("c", "TEC-23", rests_on="work"),
    ]
    assert run(rulebook, *offers) == run(rulebook, *reversed(offers))


def test_progress_is_passed_on_as_plain_values() -> None:
    """Usable scores in order, the outcome, a line for reading; nothing without a score."""
    values = {
        "instrument": "phq9",
        "usable": True,
        "session": 0,
        "when": "the intake",
        "day": "2026-01-05",
        "total": 18,
    }
    scores = [Fact("measure", values), Fact("measure", {**values, "usable": False}), Fact("progress", {"latest": 18})]
    assert progress_of([]) == {}
    assert progress_of(scores) == {
        "instrument": "phq9",
        "history": [{"session": 0, "date": "2026-01-05", "total": 18}],
        "latest": 18,
        "lines": ["PHQ-9 18, at the intake."],
    }


def test_a_technique_about_no_single_person_is_offered_with_regard_to_nobody(rulebook: Rulebook) -> None:
    """Support is looked for with others than the one a rule is about."""
    shown, _ = run(rulebook, suggest("a", "TEC-12", "TEC-23", person="wife"))
    assert [(one.id, one.person) for one in shown] == [("TEC-12", "wife"), ("TEC-23", None)]


def test_what_belongs_to_every_session_does_not_rest(rulebook: Rulebook) -> None:
    """The log of social rhythms is gone through again; other techniques that were used last time rest."""
    facts = [case(course="ipsrt"), used("TEC-33", "helped"), used("TEC-29", "helped")]
    shown, kept = run(rulebook, suggest("a", "TEC-33"), suggest("b", "TEC-29"), facts=facts)
    assert (ids(shown), ids(kept)) == (["TEC-33"], ["TEC-29"])
