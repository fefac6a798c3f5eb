"""The measures of `rules/instruments.yaml`, and what is made of their answers and totals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from ipt_rules.instruments import (
    Instrument,
    Instruments,
    ProgressThresholds,
    band,
    change,
    cssrs_clear,
    cssrs_missing,
    cssrs_required,
    cut_offs_reached,
    deteriorated,
    item_problems,
    percent_fall,
    reliable_change,
    remission,
    response,
    total,
    total_problem,
)

FILE = Path(__file__).resolve().parents[1] / "rules" / "instruments.yaml"
DATA: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
ALL = Instruments.model_validate(DATA)
PHQ9 = ALL["phq9"]
CSSRS = ALL["cssrs"]
SCORED = [key for key, instrument in ALL.instruments.items() if instrument.total]
THRESHOLDS = ProgressThresholds(rise_from_baseline=6, rise_between_sessions=5, band_rises_in_a_row=2)
CLEAR = {"q1": "no", "q2": "no", "q6": "no"}


def _items(*values: int | None) -> dict[int, int | None]:
    return dict(enumerate(values, start=1))


def _broken(**changes: object) -> dict[str, object]:
    return {**DATA["instruments"]["phq9"], **changes}


# The file


def test_every_measure_of_the_protocol_is_there() -> None:
    """The file holds each measure of section G and no other."""
    assert set(ALL.instruments) == {
        *("phq9", "phq9_difficulty", "gad7", "cssrs", "epds", "wsas", "qids"),
        *("hrsd", "osss3", "mspss", "pg13r", "icg", "srm"),
    }


@pytest.mark.parametrize(
    ("key", "count", "lowest", "highest"),
    [
        ("phq9", 9, 0, 27),
        ("gad7", 7, 0, 21),
        ("epds", 10, 0, 30),
        ("wsas", 5, 0, 40),
        ("qids", 16, 0, 27),
        ("hrsd", 17, 0, 52),
        ("osss3", 3, 3, 14),
        ("mspss", 12, 12, 84),
        ("pg13r", 10, 10, 50),
        ("icg", 19, 0, 76),
    ],
)
def test_items_and_total(key: str, count: int, lowest: int, highest: int) -> None:
    """Each measure has its number of items and its range, and its lowest and highest answers reach both ends."""
    instrument = ALL[key]
    assert instrument.total is not None
    assert (len(instrument.items), instrument.total.min, instrument.total.max) == (count, lowest, highest)
    assert total(instrument, {item.number: item.min for item in instrument.items}).value == lowest
    assert total(instrument, {item.number: item.max for item in instrument.items}).value == highest


@pytest.mark.parametrize("key", SCORED)
def test_every_total_is_in_exactly_one_band(key: str) -> None:
    """Every total lies in one band of each view, bands follow in order, and none reaches outside the range."""
    instrument = ALL[key]
    assert instrument.total is not None
    totals = range(instrument.total.min, instrument.total.max + 1)
    for bands in (instrument.bands, *(view.bands for view in instrument.views)):
        assert [sum(one.low <= value <= one.high for one in bands) for value in totals] == [1] * len(totals)
        assert [one.low for one in bands] == sorted(one.low for one in bands)
    assert band(instrument, instrument.total.min - 1) is None
    assert band(instrument, instrument.total.max + 1) is None


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"bands": [{"name": "low", "from": 0, "to": 9}, {"name": "high", "from": 11, "to": 27}]}, "do not cover"),
        ({"bands": [{"name": "low", "from": 0, "to": 10}, {"name": "high", "from": 10, "to": 27}]}, "do not cover"),
        ({"bands": [{"name": "low", "from": 0, "to": 26}]}, "do not cover"),
        ({"total": {"min": 0, "max": 26}, "bands": [], "views": []}, "does not span"),
        ({"items": DATA["instruments"]["phq9"]["items"][1:]}, "number the items"),
        ({"score": "none"}, "exactly where there is a score"),
        ({"score": "highest-of-domain"}, "only a sum"),
        ({"response": {"statements": ["MON-04"]}}, "either percent_fall or points_fall"),
        ({"statements": []}, "at least 1"),
        ({"remision": {}}, "Extra inputs"),
    ],
)
def test_a_contradictory_definition_is_refused(changes: dict[str, object], fault: str) -> None:
    """A definition with a gap or an overlap in its bands, or that contradicts itself, does not load."""
    with pytest.raises(ValidationError, match=fault):
        Instrument.model_validate(_broken(**changes))


def test_the_definitions_read_back_from_their_own_dump() -> None:
    """A definition written as JSON under its YAML names reads back the same."""
    assert Instruments.model_validate_json(ALL.model_dump_json(by_alias=True)) == ALL


def test_numbers_to_check_are_marked() -> None:
    """The changes of EPDS and WSAS are marked to be checked before display; no other is."""
    marked = [key for key, one in ALL.instruments.items() if (c := one.reliable_change) and c.check_before_display]
    assert marked == ["epds", "wsas"]


def test_a_phq9_is_valid_for_fourteen_days() -> None:
    """The PHQ-9 feeds decisions for 14 days, and shows items 1, 2, 6 and 9 in physical illness (MEA-08, MEA-09)."""
    assert PHQ9.validity is not None
    assert PHQ9.core_items is not None
    assert (PHQ9.validity.days, PHQ9.core_items.numbers) == (14, (1, 2, 6, 9))


# Codes


def _codes(node: object) -> list[str]:
    if isinstance(node, Mapping):
        return [code for value in node.values() for code in _codes(value)]
    if isinstance(node, list):
        return [code for value in node for code in _codes(value)]
    return [node] if isinstance(node, str) and re.fullmatch(r"(LA|LL)?\d+-\d", node) else []


def _check_digit(code: str) -> int:
    digits = [int(digit) for digit in code.strip("LA").partition("-")[0]][::-1]
    doubled = [2 * digit if place % 2 == 0 else digit for place, digit in enumerate(digits)]
    return -sum(digit // 10 + digit % 10 for digit in doubled) % 10


def test_phq9_codes() -> None:
    """The PHQ-9 codes are those of MEA-02 and MEA-03, in the order of items and answers."""
    assert (PHQ9.loinc.panel, PHQ9.loinc.total, PHQ9.loinc.answer_list) == ("44249-1", "44261-6", "LL358-3")
    assert [item.loinc for item in PHQ9.items] == [
        *("44250-9", "44255-8", "44259-0", "44254-1", "44251-7"),
        *("44258-2", "44252-5", "44253-3", "44260-8"),
    ]
    answers = {answer.value: answer.loinc for answer in PHQ9.answers}
    assert answers == {0: "LA6568-5", 1: "LA6569-3", 2: "LA6570-1", 3: "LA6571-9"}


def test_phq9_difficulty_codes() -> None:
    """The difficulty item has its own code and answers, and no total (MEA-01 to MEA-03)."""
    difficulty = ALL["phq9_difficulty"]
    assert difficulty.total is None
    assert (difficulty.items[0].loinc, difficulty.loinc.answer_list) == ("69722-7", "LL359-1")
    answers = {answer.value: answer.loinc for answer in difficulty.answers}
    assert answers == {0: "LA6572-7", 1: "LA6573-5", 2: "LA6575-0", 3: "LA6574-3"}


def test_gad7_codes() -> None:
    """The GAD-7 codes are those of MEA-12."""
    gad7 = ALL["gad7"]
    assert gad7.loinc.total == "70274-6"
    expected = ["69725-0", "68509-9", "69733-4", "69734-2", "69735-9", "69689-8", "69736-7"]
    assert [item.loinc for item in gad7.items] == expected


def test_cssrs_codes() -> None:
    """The C-SSRS codes are those of MEA-14."""
    cssrs = ALL["cssrs"]
    assert (cssrs.loinc.panel, cssrs.loinc.risk_level) == ("93373-9", "93374-7")
    assert {question.key: question.loinc for question in cssrs.questions} == {
        "q1": "93246-7",
        "q2": "93247-5",
        "q3": "93248-3",
        "q4": "93249-1",
        "q5": "93250-9",
        "q6": "93267-3",
        "q6_3m": "93269-9",
    }


def test_no_unverified_code_is_used() -> None:
    """The EPDS has only its panel code; measures without a verified code carry none (MEA-19, MEA-30)."""
    assert _codes(DATA["instruments"]["epds"]) == ["71354-5"]
    for key in ("wsas", "qids", "hrsd", "osss3", "mspss", "pg13r", "icg", "srm"):
        assert _codes(DATA["instruments"][key]) == []
        assert "MEA-30" in ALL[key].statements


@pytest.mark.parametrize("code", [code for code in _codes(DATA) if code[0].isdigit()])
def test_codes_have_their_check_digit(code: str) -> None:
    """Each LOINC code ends in the check digit of its number, so that a slip of the pen is seen."""
    assert _check_digit(code) == int(code[-1])


# Totals


def test_a_complete_phq9_adds_up() -> None:
    """With all items answered the total is their sum and nothing is prorated."""
    assert total(PHQ9, _items(3, 2, 1, 0, 3, 2, 1, 0, 1)) == (13, False, ())


@pytest.mark.parametrize(
    ("items", "value", "missing"),
    [
        (_items(2, 2, 2, 2, 2, 2, 2, None, 0), 16, (8,)),  # 14 of 8 items: 15.75
        (_items(1, 1, 1, 1, 0, 0, 0, None, 0), 5, (8,)),  # 4 of 8 items: 4.5, a half goes up
        (_items(3, 2, 1, 0, 0, 0, 0, None, 0), 7, (8,)),  # 6 of 8 items: 6.75
        (_items(1, 1, 1, 1, 1, 1, None, None, 1), 9, (7, 8)),
        (_items(None, None, 1, 0, 0, 0, 0, 0, 0), 1, (1, 2)),  # 1 of 7 items: 1.29
        (_items(None, 3, 3, 3, 3, 3, 3, 3, 3), 27, (1,)),
    ],
)
def test_one_or_two_missing_items_are_prorated(
    items: dict[int, int | None], value: int, missing: tuple[int, ...]
) -> None:
    """The mean of the answered items stands for one or two missing ones, rounded half up, and is marked."""
    assert total(PHQ9, items) == (value, True, missing)


def test_three_missing_items_leave_no_total() -> None:
    """With three items missing there is no total."""
    assert total(PHQ9, _items(1, 1, 1, 1, 1, None, None, None, 1)) == (None, False, (6, 7, 8))


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=8, max_size=8))
def test_item_9_is_never_inferred(answers: list[int | None]) -> None:
    """Without item 9 there is no total, whatever the others are, and item 9 is named as missing."""
    for items in (_items(*answers), _items(*answers, None)):
        value, prorated, missing = total(PHQ9, items)
        assert (value, prorated) == (None, False)
        assert 9 in missing


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=9, max_size=9))
def test_a_total_stays_in_range_and_is_never_recorded_as_impossible(answers: list[int | None]) -> None:
    """A total, prorated or not, is in range, and fits the very items it came from."""
    found = total(PHQ9, _items(*answers))
    assert found.value is None or 0 <= found.value <= 27
    assert total_problem(PHQ9, found.value, _items(*answers)) is None


@pytest.mark.parametrize("key", [key for key in SCORED if key not in ("phq9", "qids")])
def test_other_measures_need_every_item(key: str) -> None:
    """Where no proration is defined one missing item leaves no total, and a missing item is never 0."""
    instrument = ALL[key]
    items = {item.number: item.min for item in instrument.items[1:]}
    assert total(instrument, items) == (None, False, (1,))


def test_qids_counts_the_highest_item_of_each_domain() -> None:
    """Four sleep items, appetite or weight, and movement each count once, by their highest item."""
    answers = _items(1, 3, 0, 2, 1, 2, None, None, 1, 0, 0, 0, 0, 0, 1, 2)
    assert total(ALL["qids"], answers) == (3 + 1 + 2 + 2, False, ())


def test_qids_asks_for_one_appetite_item_and_one_weight_item() -> None:
    """When neither item of a pair is answered, both are missing."""
    answers = _items(0, 0, 0, 0, 0, None, None, None, 0, 0, 0, 0, 0, 0, 0, 0)
    assert total(ALL["qids"], answers) == (None, False, (6, 7))


@pytest.mark.parametrize("key", ["cssrs", "srm", "phq9_difficulty"])
def test_what_is_never_added_up_has_no_total(key: str) -> None:
    """A screener, a diary and a single item have no total, band or total problem."""
    assert total(ALL[key], {1: 0}).value is None
    assert band(ALL[key], 0) is None
    assert total_problem(ALL[key], 3, {}) is None


@pytest.mark.parametrize(("value", "wrong"), [(-1, True), (0, False), (3, False), (4, True)])
def test_an_item_stays_in_its_range(value: int, wrong: bool) -> None:
    """An answer below or above its item's range is a problem of that item, and leaves no total."""
    items = _items(0, 0, value, 0, 0, 0, 0, 0, 0)
    assert item_problems(PHQ9, items) == ([(3, "PHQ-9 item 3 goes from 0 to 3")] if wrong else [])
    assert (total(PHQ9, items).value is None) is wrong


def test_an_item_that_does_not_exist_is_a_problem() -> None:
    """An item the measure does not have is named; a blank one is no problem."""
    assert item_problems(PHQ9, {0: 1, 5: None, 10: None}) == [(0, "PHQ-9 has 9 items; there is no item 0")]


def test_the_grief_form_of_eleven_items_is_refused() -> None:
    """An eleventh PG-13-R item, or a total only that form can have, is told to be another form (MEA-27)."""
    pg13r = ALL["pg13r"]
    [(number, message)] = item_problems(pg13r, _items(*[3] * 11))
    assert number == 11
    assert "not the published PG-13-R" in message
    assert total(pg13r, _items(*[3] * 11)).value is None
    assert "not the published PG-13-R" in (total_problem(pg13r, 51, {}) or "")
    assert "not the published" not in (total_problem(pg13r, 9, {}) or "")
    assert total_problem(pg13r, 50, {}) is None


@pytest.mark.parametrize(("given_total", "wrong"), [(-1, True), (0, False), (27, False), (28, True), (None, False)])
def test_a_total_stays_in_range(given_total: int | None, wrong: bool) -> None:
    """A recorded total outside the range is a problem, also when no item is recorded."""
    assert bool(total_problem(PHQ9, given_total, {})) is wrong


def test_a_total_must_be_what_its_items_add_up_to() -> None:
    """A total that differs from complete items is a problem that names what they add up to."""
    complete = _items(*[1] * 9)
    assert total_problem(PHQ9, 9, complete) is None
    assert total_problem(PHQ9, 10, complete) == "the PHQ-9 items add up to 9, not to the total recorded"


@pytest.mark.parametrize(("given_total", "wrong"), [(7, True), (8, False), (11, False), (12, True)])
def test_a_total_beside_a_missing_item(given_total: int, wrong: bool) -> None:
    """With an item missing, a total passes exactly when some answer to that item would make it."""
    assert bool(total_problem(PHQ9, given_total, _items(*[1] * 8, None))) is wrong


def test_a_wrong_item_is_told_once() -> None:
    """Items out of range are told as such, not again as a difference from the total."""
    assert total_problem(PHQ9, 9, _items(9, 0, 0, 0, 0, 0, 0, 0, 0)) is None


# Bands and cut-offs


@pytest.mark.parametrize(
    ("key", "name", "low", "high"),
    [
        *(("phq9", "minimal", 0, 4), ("phq9", "mild", 5, 9), ("phq9", "moderate", 10, 14)),
        *(("phq9", "moderately-severe", 15, 19), ("phq9", "severe", 20, 27)),
        *(("gad7", "minimal", 0, 4), ("gad7", "mild", 5, 9), ("gad7", "moderate", 10, 14), ("gad7", "severe", 15, 21)),
        *(("epds", "below-cut-offs", 0, 9), ("epds", "range-to-look-closer", 10, 12)),
        ("epds", "range-that-suggests-depression", 13, 30),
        *(
            ("wsas", "subclinical", 0, 9),
            ("wsas", "significant", 10, 20),
            ("wsas", "moderately-severe-or-worse", 21, 40),
        ),
        *(("qids", "none", 0, 5), ("qids", "mild", 6, 10), ("qids", "moderate", 11, 15), ("qids", "severe", 16, 20)),
        ("qids", "very-severe", 21, 27),
        *(("hrsd", "none", 0, 7), ("hrsd", "mild", 8, 13), ("hrsd", "moderate", 14, 19), ("hrsd", "severe", 20, 25)),
        ("hrsd", "very-severe", 26, 52),
        *(("osss3", "poor", 3, 8), ("osss3", "moderate", 9, 11), ("osss3", "strong", 12, 14)),
        *(("pg13r", "below-threshold", 10, 29), ("pg13r", "at-or-above-threshold", 30, 50)),
        *(("icg", "below-threshold", 0, 25), ("icg", "complicated-grief-range", 26, 76)),
    ],
)
def test_band_boundaries(key: str, name: str, low: int, high: int) -> None:
    """A band holds both its ends and neither neighbour."""
    assert band(ALL[key], low) == band(ALL[key], high) == name
    assert name not in (band(ALL[key], low - 1), band(ALL[key], high + 1))


def test_an_unknown_total_has_no_band() -> None:
    """Without a total there is no band and nothing is said about cut-offs."""
    assert band(PHQ9, None) is None
    assert cut_offs_reached(PHQ9, None) is None


@pytest.mark.parametrize(("value", "name"), [(15, "less-severe"), (16, "more-severe")])
def test_the_nice_view_splits_the_phq9_at_sixteen(value: int, name: str) -> None:
    """A site may show less and more severe in place of the five bands (SEV-02)."""
    assert band(PHQ9, value, "nice-split") == name


def test_a_view_that_does_not_exist_is_an_error() -> None:
    """Asking for a view the measure lacks is a mistake of the caller, not an unknown band."""
    with pytest.raises(KeyError):
        band(PHQ9, 10, "nice")


@pytest.mark.parametrize("value", range(12, 85))
def test_mspss_bands_follow_the_mean_of_its_items(value: int) -> None:
    """A mean below 3 is low, 3 to 5 moderate, above 5 high, and the bands are marked as rough (MEA-25)."""
    mean = value / len(ALL["mspss"].items)
    assert band(ALL["mspss"], value) == ("low" if mean < 3 else "moderate" if mean <= 5 else "high")
    assert ALL["mspss"].rough_bands


@pytest.mark.parametrize(
    ("key", "value", "names"),
    [
        ("phq9", 9, ()),
        ("phq9", 10, ("screening", "nhs-caseness")),
        ("gad7", 7, ()),
        ("gad7", 8, ("nhs-caseness",)),
        ("gad7", 9, ("nhs-caseness",)),
        ("gad7", 10, ("screening", "nhs-caseness")),
        ("epds", 9, ()),
        ("epds", 10, ("where-sensitivity-matters",)),
        ("epds", 12, ("where-sensitivity-matters",)),
        ("epds", 13, ("suggests-depression", "where-sensitivity-matters")),
        ("pg13r", 29, ()),
        ("pg13r", 30, ("proposed-threshold",)),
        ("icg", 25, ()),
        ("icg", 26, ("early-work",)),
        ("icg", 30, ("early-work", "trial-in-elders")),
    ],
)
def test_cut_offs(key: str, value: int, names: tuple[str, ...]) -> None:
    """A cut-off is reached at its value and not just below; the default one comes first."""
    assert cut_offs_reached(ALL[key], value) == names


# Change


@pytest.mark.parametrize(("earlier", "later", "points"), [(10, 14, 4), (14, 10, -4), (None, 3, None), (3, None, None)])
def test_change(earlier: int | None, later: int | None, points: int | None) -> None:
    """A rise is positive, and without both totals there is no change."""
    assert change(earlier, later) == points


@pytest.mark.parametrize(
    ("baseline", "latest", "fall"),
    [(20, 16, 20.0), (15, 9, 40.0), (10, 12, -20.0), (12, 12, 0.0), (0, 0, None), (0, 3, None), (None, 3, None)],
)
def test_percent_fall(baseline: int | None, latest: int | None, fall: float | None) -> None:
    """The fall is told in per cent of baseline, whole where it is whole; a baseline of 0 has none."""
    assert percent_fall(baseline, latest) == fall


@pytest.mark.parametrize(
    ("baseline", "latest", "responded"),
    [(20, 11, False), (20, 10, True), (20, 9, True), (19, 10, False), (19, 9, True)],
)
def test_response_is_half_of_baseline(baseline: int, latest: int, responded: bool) -> None:
    """A PHQ-9 response is a fall of 50 per cent or more (MON-04)."""
    assert response(PHQ9, baseline, latest) is responded


@pytest.mark.parametrize(("latest", "responded"), [(31, False), (30, True)])
def test_icg_response_is_told_in_points(latest: int, responded: bool) -> None:
    """An ICG response is a fall of 20 points (MEA-28)."""
    assert response(ALL["icg"], 50, latest) is responded


@pytest.mark.parametrize(
    ("key", "below"),
    [("phq9", 5), ("qids", 6), ("hrsd", 8)],
)
def test_remission_is_below_its_limit(key: str, below: int) -> None:
    """Remission holds just below the limit and not at it."""
    assert remission(ALL[key], below - 1) is True
    assert remission(ALL[key], below) is False


def test_an_outcome_without_totals_or_definition_is_not_known() -> None:
    """Neither a missing total nor a measure without a definition reads as 'no'."""
    assert response(PHQ9, None, 3) is None
    assert response(PHQ9, 12, None) is None
    assert response(PHQ9, 0, 0) is None
    assert response(ALL["gad7"], 12, 3) is None
    assert remission(PHQ9, None) is None
    assert remission(ALL["wsas"], 3) is None
    assert reliable_change(PHQ9, None, 3) is None
    assert reliable_change(ALL["icg"], 40, 20) is None


@pytest.mark.parametrize(("key", "points"), [("phq9", 6), ("gad7", 4), ("epds", 4), ("wsas", 8)])
def test_reliable_change_begins_at_its_points(key: str, points: int) -> None:
    """One point less is no reliable change; the exact number is one, in either direction."""
    assert reliable_change(ALL[key], 12, 12 - points + 1) == "none"
    assert reliable_change(ALL[key], 12, 12 - points) == "improved"
    assert reliable_change(ALL[key], 12, 12 + points - 1) == "none"
    assert reliable_change(ALL[key], 12, 12 + points) == "worse"


def test_the_alert_between_sessions_is_earlier_than_reliable_change() -> None:
    """On the PHQ-9 five points warn between sessions, six count as an outcome (CON-14)."""
    assert PHQ9.reliable_change is not None
    assert (PHQ9.reliable_change.points, PHQ9.reliable_change.alert_points) == (6, 5)


def test_a_rise_improves_where_higher_is_better() -> None:
    """Where a higher total is better, a rise is an improvement and a fall is worse."""
    support = ALL["mspss"].model_copy(update={"reliable_change": PHQ9.reliable_change})
    assert reliable_change(support, 40, 46) == "improved"
    assert reliable_change(support, 46, 40) == "worse"


@pytest.mark.parametrize(
    ("history", "worse"),
    [
        ([10, 14], False),
        ([10, 15], True),  # five between sessions
        ([10, 13, 15], False),  # five from baseline, two and three between sessions
        ([10, 13, 16], True),  # six from baseline
        ([14, 10, 15], True),  # five between sessions, one from baseline
        ([10, 12, 16, 15], False),  # one band up, then none
        ([9, 10, 14], False),  # a new band, then the same one
        ([9, 10, 15], True),  # a new band twice in a row
        ([14, 9, 11, 15], True),
        ([4, 5, 5, 5], False),
        ([4, 5, 4, 5], False),
        ([20, 12, 6], False),
    ],
)
def test_deterioration(history: list[int], worse: bool) -> None:
    """Six from baseline, five between sessions, or a new band upward twice in a row; never one less (MON-19)."""
    assert deteriorated(PHQ9, history, THRESHOLDS) is worse


@pytest.mark.parametrize("history", [[], [18]])
def test_deterioration_needs_two_totals(history: list[int]) -> None:
    """With fewer than two totals it is not known, which is not 'no'."""
    assert deteriorated(PHQ9, history, THRESHOLDS) is None


def test_a_lower_threshold_of_a_site_is_followed() -> None:
    """The cut points come from the caller: a site that alerts at two points is alerted at two."""
    strict = THRESHOLDS._replace(rise_between_sessions=2)
    assert deteriorated(PHQ9, [10, 11], strict) is False
    assert deteriorated(PHQ9, [10, 12], strict) is True


# C-SSRS


@pytest.mark.parametrize(
    ("answers", "required"),
    [
        ({}, ("q1", "q2", "q6")),
        ({"q2": "no"}, ("q1", "q2", "q6")),
        ({"q2": "yes"}, ("q1", "q2", "q3", "q4", "q5", "q6")),
        ({"q6": "yes"}, ("q1", "q2", "q6", "q6_3m")),
        ({"q2": "yes", "q6": "yes"}, ("q1", "q2", "q3", "q4", "q5", "q6", "q6_3m")),
    ],
)
def test_required_questions_follow_the_answers(answers: dict[str, str | None], required: tuple[str, ...]) -> None:
    """1, 2 and 6 always; 3 to 5 after a yes to 2; the last three months after a yes to 6 (MEA-13)."""
    assert cssrs_required(CSSRS, answers) == required


@pytest.mark.parametrize("blank", [None, "not-known"])
def test_an_answer_that_is_not_known_is_missing(blank: str | None) -> None:
    """A blank, and an answer told as not known, both remain to be asked."""
    assert cssrs_missing(CSSRS, {**CLEAR, "q6": blank}) == ("q6",)
    assert cssrs_missing(CSSRS, {**CLEAR, "q2": "yes", "q3": "no", "q4": blank}) == ("q4", "q5")
    assert cssrs_missing(CSSRS, CLEAR) == ()


@pytest.mark.parametrize("key", ["q1", "q2", "q3", "q4", "q5", "q6_3m"])
def test_any_yes_is_not_clear_whatever_is_missing(key: str) -> None:
    """A single yes decides, alone or beside other answers (MEA-15)."""
    assert cssrs_clear(CSSRS, {key: "yes"}) is False
    assert cssrs_clear(CSSRS, {**CLEAR, key: "yes"}) is False


@pytest.mark.parametrize("key", ["q1", "q2", "q6"])
def test_a_missing_answer_is_never_clear(key: str) -> None:
    """Without every required answer the screener is not clear and not positive, but not known."""
    assert cssrs_clear(CSSRS, {**CLEAR, key: None}) is None
    assert cssrs_clear(CSSRS, {}) is None


def test_a_clear_screener() -> None:
    """Clear are all required answers no; old behaviour is clear only once the last three months are known (SAF-14)."""
    assert cssrs_clear(CSSRS, CLEAR) is True
    assert cssrs_clear(CSSRS, {**CLEAR, "q6": "yes"}) is None
    assert cssrs_clear(CSSRS, {**CLEAR, "q6": "yes", "q6_3m": "no"}) is True


@given(
    st.fixed_dictionaries({key: st.sampled_from(["yes", "no", None]) for key in ("q1", "q2", "q3", "q4", "q5", "q6")})
)
def test_clear_is_said_only_when_nothing_is_missing(answers: dict[str, str | None]) -> None:
    """Clear never stands beside a missing answer, nor beside a yes to questions 1 to 5."""
    if cssrs_clear(CSSRS, answers):
        assert cssrs_missing(CSSRS, answers) == ()
        assert "yes" not in [answers[key] for key in ("q1", "q2", "q3", "q4", "q5")]


def test_no_band_says_what_a_person_has() -> None:
    """A band or a cut-off speaks of the questionnaire: neither probable nor possible nor likely, and no disorder."""
    for instrument in ALL.instruments.values():
        for named in (
            *instrument.bands,
            *instrument.cut_offs,
            *(one for view in instrument.views for one in view.bands),
        ):
            assert not {"probable", "possible", "likely", "disorder"} & set(named.name.split("-"))
