"""The living document in a browser: filters, keys, names for a screen reader, a narrow screen, dark mode, paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from browser import A4, ENTER, FOCUSED, LETTER, PAPER, SHIFT, SPACE, TAB, Browser, missing
from ipt_rules.features import read_features
from ipt_rules.spec import Spec, gather, to_html
from ipt_rules.spec.results import Outcome, add_results, stamps
from tests_support import shipped_rulebook

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")

ROOT = Path(__file__).resolve().parent.parent
FAILED, SKIPPED = 7, 5  # of the results that the page is made with; one in ten was not run


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Spec:
    """The document of this checkout with made-up results of every kind."""
    results = tmp_path_factory.mktemp("results") / "results.json"
    now = stamps(ROOT, shipped_rulebook().content_hash)
    blocks = [(feature.path, block) for feature in read_features(ROOT / "features") for block in feature.blocks]
    places = [f"{path}:{line}" for path, block in blocks for one in block.scenarios for line in one.lines]
    outcomes: dict[str, Outcome] = {place: "passed" for number, place in enumerate(places) if number % 10}
    outcomes |= dict.fromkeys(list(outcomes)[100 : 100 + FAILED], "failed")
    outcomes |= dict.fromkeys(list(outcomes)[200 : 200 + SKIPPED], "skipped")
    add_results(results, outcomes, now)
    return gather(ROOT, shipped_rulebook(), results=results)


@pytest.fixture(scope="module")
def page(spec: Spec, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "spec.html"
    path.write_text(to_html(spec), encoding="utf-8")
    return path


@pytest.fixture
def browser(window: Browser, page: Path) -> Browser:
    """The window with the page as it opens."""
    window.fresh(page)
    return window


VISIBLE = "return [...document.querySelectorAll(arguments[0])].filter((one) => !one.hidden).length"


def _told(browser: Browser, name: str) -> str:
    return str(browser.run("return document.querySelector(`#${arguments[0]}-filters output`).textContent", name))


def _tick(browser: Browser, name: str, value: str) -> None:
    """Tick or clear a box as somebody does who has no mouse."""
    box = f"document.querySelector('#{name}-filters [value={value}]')"
    ticked = browser.run(f"{box}.focus(); return {box}.checked")
    browser.press(SPACE)
    browser.until(f"return {box}.checked !== {'true' if ticked else 'false'}")


def test_nothing_is_asked_of_a_network_and_nothing_goes_wrong(browser: Browser, page: Path) -> None:
    """The page is one file: no other request, no word on the console."""
    assert browser.addresses() <= {page.as_uri()}
    assert browser.log("browser") == []


def test_the_statement_filters_show_the_right_rows(browser: Browser, spec: Spec) -> None:
    """Any of what is ticked in a group, and all groups together; the count is told, and reset shows all again."""
    _tick(browser, "statement", "failed")
    failed = {one.id for one in spec.statements if "failed" in one.gaps}
    shown = browser.run(
        "return [...document.querySelectorAll('#statements .row:not([hidden]) th')].map((one) => one.id)"
    )
    assert set(shown) == failed
    assert _told(browser, "statement") == f"Shown: {len(failed)} of 538 statements"
    _tick(browser, "statement", "no-rule")
    either = [one for one in spec.statements if {"failed", "no-rule"} & set(one.gaps)]
    assert browser.run(VISIBLE, "#statements .row") == len(either) > len(failed)
    _tick(browser, "statement", "pending")
    both = [one for one in either if one.pending]
    assert browser.run(VISIBLE, "#statements .row") == len(both) < len(either)
    assert browser.run(VISIBLE, "#statements tbody") == len({one.section for one in both})
    browser.run("document.querySelector('#statement-filters button').focus()")
    browser.press(ENTER)
    browser.until("return !document.querySelector('#statements .row[hidden]')")
    assert _told(browser, "statement") == "All 538 statements shown"


def test_a_text_is_found_by_typing(browser: Browser, spec: Spec) -> None:
    """The field narrows the rows while somebody types."""
    browser.run("document.querySelector('#statement-search').focus()")
    browser.press("safety plan")
    shown = browser.run(
        "return [...document.querySelectorAll('#statements .row:not([hidden])')].map((one) => one.textContent)"
    )
    assert 0 < len(shown) < len(spec.statements)
    assert all("safety plan" in one.lower() for one in shown)


def test_the_scenario_filter_opens_what_it_finds(browser: Browser, spec: Spec) -> None:
    """Failed scenarios are seen at once, with their chapter, feature and block; nothing else is."""
    _tick(browser, "scenario", "failed")
    failed = {one.id for one in spec.scenarios if any(result.state == "failed" for result in one.results)}
    seen = browser.run(
        "return [...document.querySelectorAll('.scenario')].filter((e) => e.checkVisibility()).map((e) => e.id)"
    )
    assert set(seen) == failed
    assert browser.run(VISIBLE, "#specification .chapter") == 1


def test_the_rule_filter_counts_what_it_shows(browser: Browser, spec: Spec) -> None:
    """The number at a choice is the number of rows that it shows."""
    label = browser.run("return document.querySelector('#rule-filters [value=failed]').closest('label').textContent")
    _tick(browser, "rule", "failed")
    assert f"({browser.run(VISIBLE, '#rule-rows .row')})" in label


def test_a_link_opens_what_it_leads_to(browser: Browser, spec: Spec) -> None:
    """A place inside a closed chapter, or filtered away, is shown when somebody follows a link to it."""
    last = spec.scenarios[-1].id
    _tick(browser, "scenario", "failed")
    browser.run("location.hash = arguments[0]", last)
    browser.until(f"return document.getElementById('{last}').checkVisibility()")
    browser.until(f"return Math.abs(document.getElementById('{last}').getBoundingClientRect().top) < innerHeight")


def test_the_keyboard_goes_everywhere_and_is_seen(browser: Browser) -> None:
    """From the first key each stop has an outline and stands in the window; the skip links come first and lead on."""
    browser.press(TAB)
    first = browser.run(FOCUSED)
    assert first["text"] == "Skip to the specification"
    browser.press(TAB, ENTER)
    browser.until("return location.hash === '#matrix'")
    browser.press(TAB)
    assert browser.run("return document.activeElement.closest('#matrix') !== null")
    browser.run("document.querySelector('#scenario-filters input').focus()")
    stops = []
    for _ in range(25):
        browser.press(TAB)
        stop = browser.run(FOCUSED)
        assert stop["outline"] == "solid", stop
        assert stop["width"] >= 2, stop
        assert stop["bottom"] > 0, stop
        assert stop["top"] < stop["view"], stop
        stops.append(stop["text"])
    for wanted in ("Show all", "Open all chapters", "1 Safety", "11 Across sessions"):
        assert any(one.startswith(wanted) for one in stops), wanted
    browser.press(SHIFT + TAB)
    assert browser.run(FOCUSED)["text"] == stops[-2]


def test_a_chapter_opens_by_key(browser: Browser) -> None:
    """Enter on its heading opens it, and again closes it."""
    browser.run("document.querySelector('#specification .chapter summary').focus()")
    for expected in (True, False):
        browser.press(ENTER)
        assert browser.run("return document.querySelector('#specification .chapter').open") is expected


def test_a_screen_reader_finds_its_way(browser: Browser) -> None:
    """Landmarks with names, a status that is told, controls and tables with names, headings to go by."""
    browser.run(SOME_OF_EACH)
    nodes = browser.devtools("Accessibility.getFullAXTree")["nodes"]
    names = [
        (one["role"]["value"], one.get("name", {}).get("value", "").strip()) for one in nodes if not one.get("ignored")
    ]
    roles = {role for role, _ in names}
    assert {"banner", "navigation", "main", "form", "status", "table", "heading"} <= roles
    assert ("navigation", "Contents") in names
    assert ("form", "Filter statements") in names
    assert ("region", "Trace matrix") in names
    assert ("checkbox", "nothing carries it (0)") in names
    assert ("group", "Not covered") in names
    unnamed = {
        role for role, name in names if role in ("link", "button", "checkbox", "searchbox", "table") and not name
    }
    assert not unnamed


def test_a_telephone_shows_it_without_scrolling_sideways(browser: Browser) -> None:
    """At 320 CSS pixels, the width of a telephone or of a zoom to 400 %, only tables scroll within their frames."""
    browser.size(320, 640, mobile=True)
    browser.run("location.reload()")
    browser.until("return document.readyState === 'complete' && innerWidth === 320")
    browser.run("document.querySelectorAll('#specification .chapter')[0].open = true")
    assert browser.run("return document.documentElement.scrollWidth") <= 320
    assert browser.run("return document.querySelector('nav > details').open") is False
    assert browser.run("return [...document.querySelectorAll('fieldset label')].every((e) => e.offsetHeight >= 24)")


def test_without_script_everything_is_there(window: Browser, page: Path, spec: Spec, tmp_path: Path) -> None:
    """As a browser sees it that runs none: the filters stay away, and no row is hidden."""
    whole = page.read_text(encoding="utf-8")
    bare = re.sub("<script>.*?</script>", "", whole, flags=re.DOTALL)
    assert len(bare) < len(whole)
    (tmp_path / "bare.html").write_text(bare, encoding="utf-8")
    window.fresh(tmp_path / "bare.html")
    assert window.run("return document.querySelector('form').checkVisibility()") is False
    assert window.run(VISIBLE, "#statements .row") == len(spec.statements)
    assert window.run(VISIBLE, "#specification .scenario") == len(spec.scenarios)


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_axe_finds_nothing(browser: Browser, look: str) -> None:
    """The checker of the accessibility guidelines has no word to say."""
    browser.colours(look)
    if look == "narrow":
        browser.size(320, 640, mobile=True)
    browser.run(SOME_OF_EACH)
    assert browser.axe() == []


SOME_OF_EACH = """
// every kind of thing once or a few times: a thousand more of them would say the same
const keep = (selector, most) => [...document.querySelectorAll(selector)].slice(most).forEach((one) => one.remove());
keep("#specification .chapter", 2);
document.querySelectorAll(".chapter").forEach((one) => [...one.querySelectorAll(".feature, .rule")].slice(2)
  .forEach((other) => other.remove()));
keep("#rules .chapter", 2); keep("#statements tbody", 2); keep("#rule-rows .row", 6);
keep("#decisions tbody tr", 5); keep("#parameters tbody tr", 5); keep("#sources li", 8); keep("#facts dt, #facts dd", 12);
document.querySelectorAll("details").forEach((one) => { one.open = true; });
"""


def test_paper_shows_what_is_closed_on_the_screen(browser: Browser) -> None:
    """When it is printed every scenario, rule and row is there, and the controls are not; afterwards all is as it was."""
    browser.devtools("Emulation.setEmulatedMedia", media="print")
    browser.size(PAPER, 970)
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run(NOT_SEEN, ".scenario, .rule, .row, #sources li, #parameters tbody tr") == 0
    assert browser.run(NOT_SEEN, "nav, fieldset, main button") == browser.run(VISIBLE, "nav, fieldset, main button")
    assert browser.run("return document.documentElement.scrollWidth") <= PAPER, "a table is cut off at the right"
    browser.run("dispatchEvent(new Event('afterprint'))")
    assert browser.run("return document.querySelectorAll('main details[open]').length") == 0


NOT_SEEN = "return [...document.querySelectorAll(arguments[0])].filter((one) => !one.checkVisibility()).length"


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
def test_a_chapter_is_printed_whole(browser: Browser, spec: Spec, tmp_path: Path, sheet: tuple[float, float]) -> None:
    """On either sheet each scenario of a chapter that was closed on the screen is in the PDF."""
    chapter = spec.chapters[-1]
    browser.run(
        "document.querySelectorAll('main > section:not(#specification), .chapter:not(:last-child)')"
        ".forEach((one) => one.remove())"
    )
    text = " ".join(browser.printed(sheet, tmp_path / "chapter.pdf"))
    assert not [one.name for one in chapter.scenarios if one.name not in text]
