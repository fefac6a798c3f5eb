"""The report in a browser: keys, names for a screen reader, narrow screens, dark mode, paper, and how it looks."""

from __future__ import annotations

import base64
from itertools import pairwise
from pathlib import Path

import pytest

from browser import A4, DAY, DRAWN, ENTER, FOCUSED, LETTER, PAPER, TAB, Browser, missing
from report_cases import case_named, crowd, long_course, page_of
from report_pictures import MOST_SQUARES, PICTURES, Picture, difference, font_missing, opened, taken

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "all is there")

CASES = ("nils-intent", "george-partial", "barbara", "kofi-teen", "long", "crowd")
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages that are looked at, made once."""
    folder = tmp_path_factory.mktemp("pages")
    made = {"long": long_course, "crowd": crowd}
    found = {}
    for name in CASES:
        found[name] = folder / f"{name}.html"
        case = made[name]() if name in made else case_named(name)
        found[name].write_text(page_of(case), encoding="utf-8")
    return found


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_asked_of_a_network_and_nothing_goes_wrong(
    name: str, window: Browser, pages: dict[str, Path]
) -> None:
    """The page is one file: no other request, and no word on the console, not even of its own policy."""
    window.fresh(pages[name])
    assert window.addresses() <= {pages[name].as_uri()}
    assert window.log("browser") == []


@pytest.mark.parametrize("width", [320, 800, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["nils-intent", "george-partial", "crowd"])
def test_axe_finds_nothing(name: str, scheme: str, width: int, window: Browser, pages: dict[str, Path]) -> None:
    """The checker of the accessibility guidelines has no word to say, with everything open."""
    window.fresh(pages[name])
    window.size(width)
    window.colours(scheme)
    window.run(OPEN_ALL)
    assert window.axe() == []


@pytest.mark.parametrize("name", CASES)
def test_a_telephone_shows_it_without_scrolling_sideways(name: str, window: Browser, pages: dict[str, Path]) -> None:
    """At 320 CSS pixels nothing scrolls sideways or is cut off; the narrow drawings take the place of the wide ones."""
    window.fresh(pages[name])
    window.size(320, 640, mobile=True)
    window.run(OPEN_ALL)
    assert window.run("return document.documentElement.scrollWidth") <= 320
    outside = """
    const seen = [...document.querySelectorAll("main *, header *")].filter((one) => one.checkVisibility());
    const beyond = seen.filter((one) => !one.closest("svg") && one.getBoundingClientRect().right > 320.5);
    return beyond.map((one) => one.outerHTML.slice(0, 80));
    """
    assert window.run(outside) == []
    seen = "return [...document.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).length"
    assert window.run(seen, ".wide-only") == 0
    assert window.run(seen, ".narrow-only") >= 1


@pytest.mark.parametrize(("width", "height"), [(320, 640), (1280, 720)])
def test_an_alert_is_on_the_first_screen(width: int, height: int, window: Browser, pages: dict[str, Path]) -> None:
    """Whatever the screen, its first sight says that there is an alert, and of which level."""
    window.fresh(pages["nils-intent"])
    window.size(width, height)
    place = "return document.querySelector('.standing').getBoundingClientRect().bottom"
    assert window.run(place) < height
    assert "ACT NOW" in window.run("return document.querySelector('.standing').textContent")


def test_the_keyboard_goes_everywhere_and_is_seen(window: Browser, pages: dict[str, Path]) -> None:
    """The skip link comes first; each stop has an outline and stands in the window."""
    window.fresh(pages["nils-intent"])
    window.press(TAB)
    assert window.run(FOCUSED)["text"] == "Skip to the alerts"
    for _ in range(20):
        window.press(TAB)
        stop = window.run(FOCUSED)
        assert stop["outline"] == "solid", stop
        assert stop["width"] >= 2, stop
        assert stop["bottom"] > 0, stop
        assert stop["top"] < stop["view"], stop


def test_a_footnote_leads_there_and_back_by_key(window: Browser, pages: dict[str, Path]) -> None:
    """From a mark to its note, and from there back to the mark, also where that was folded away."""
    window.fresh(pages["george-partial"])
    mark = window.run("return document.querySelector('details sup a').id")
    number = mark.split("-")[1]
    window.run("location.hash = arguments[0]", f"note-{number}")
    window.run(f"document.querySelector('#note-{number} .back').focus()")
    window.press(ENTER)
    window.until(f"return document.getElementById('{mark}').checkVisibility()")
    window.run(f"document.getElementById('{mark}').focus()")
    window.press(ENTER)
    window.until(f"return location.hash === '#note-{number}'")
    window.until(f"return Math.abs(document.getElementById('note-{number}').getBoundingClientRect().top) < innerHeight")


def test_what_is_pressed_is_large_enough(window: Browser, pages: dict[str, Path]) -> None:
    """At least 24 CSS pixels high, apart from links in a sentence."""
    window.fresh(pages["george-partial"])
    window.size(320, 640, mobile=True)
    script = "return [...document.querySelectorAll('nav a, summary, .back')].map((one) => one.getBoundingClientRect().height)"
    assert min(window.run(script)) >= 24


def test_a_screen_reader_finds_its_way(window: Browser, pages: dict[str, Path]) -> None:
    """Landmarks with names, pictures told in words, tables with names, headings to go by."""
    window.fresh(pages["george-partial"])
    window.run(OPEN_ALL)
    nodes = window.devtools("Accessibility.getFullAXTree")["nodes"]
    names = [
        (one["role"]["value"], one.get("name", {}).get("value", "").strip()) for one in nodes if not one.get("ignored")
    ]
    roles = {role for role, _ in names}
    assert {"banner", "navigation", "main", "contentinfo", "table", "heading", "doc-noteref", "doc-backlink"} <= roles
    assert ("region", "Alerts") in names
    assert ("image", "PHQ-9 over the course") in names
    assert ("image", "Picture of closeness") in names
    assert ("table", "Contact by contact") in names
    assert not {role for role, name in names if role in ("link", "table", "image", "region", "navigation") and not name}


# Paper


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("name", ["nils-intent", "george-partial"])
def test_it_is_printed_whole_and_in_order(
    name: str, sheet: tuple[float, float], window: Browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    """On either sheet the parts stand in their order, what is folded on the screen too, on a bearable number of pages."""
    window.fresh(pages[name])
    window.run_async(DRAWN)
    parts = window.run("return [...document.querySelectorAll('h2')].map((one) => one.textContent)")
    folded = window.run("return [...document.querySelectorAll('details .head strong')].map((one) => one.textContent)")
    printed = window.printed(sheet, tmp_path / "report.pdf")
    whole = " ".join(printed)
    places = [whole.find(part) for part in parts]
    assert -1 not in places
    assert places[0] < whole.find(parts[1])
    assert not [text for text in folded if " ".join(text.split()) not in whole]
    assert "Skip to" not in whole
    assert 3 <= len(printed) <= 16
    assert [page.replace(" ", "").endswith(f"{at}/{len(printed)}") for at, page in enumerate(printed, start=1)].count(
        False
    ) == 0


@pytest.mark.parametrize("sheet", [A4, LETTER], ids=["A4", "Letter"])
def test_the_sheet_has_a_page_of_its_own(
    sheet: tuple[float, float], window: Browser, pages: dict[str, Path], tmp_path: Path
) -> None:
    """The page that patient and therapist write on begins with its title and holds nothing else."""
    window.fresh(pages["george-partial"])
    printed = window.printed(sheet, tmp_path / "report.pdf")
    parts = window.run("return [...document.querySelectorAll('#sheet h3')].map((one) => one.textContent)")
    (at,) = [at for at, page in enumerate(printed) if page.startswith("Keeping well: the relapse-prevention plan")]
    pages_of_sheet = printed[at : at + 2] if parts[-1] not in printed[at] else printed[at : at + 1]
    assert all(any(part in page for page in pages_of_sheet) for part in parts)
    assert "Not known" not in " ".join(pages_of_sheet)
    assert printed[at + len(pages_of_sheet)].startswith("Not known")


def test_drawings_are_not_cut_at_the_edge_of_a_page(window: Browser, pages: dict[str, Path]) -> None:
    """On paper each drawing is lower and narrower than what a sheet leaves, and is kept in one piece."""
    window.fresh(pages["long"])
    window.devtools("Emulation.setEmulatedMedia", media="print")
    window.size(PAPER, 970)
    assert window.run("return document.documentElement.scrollWidth") <= PAPER
    script = """
    return [...document.querySelectorAll(".drawing")].filter((one) => one.checkVisibility()).map((one) => {
      const box = one.getBoundingClientRect();
      return [box.width, box.height, getComputedStyle(one.closest("figure")).breakInside];
    })
    """
    drawn = window.run(script)
    assert len(drawn) == 2
    for width, height, kept in drawn:
        assert width <= PAPER
        assert height <= 800
        assert kept == "avoid"


def test_paper_is_white_in_dark_mode(window: Browser, pages: dict[str, Path]) -> None:
    """Who reads in the dark does not print in black."""
    window.fresh(pages["nils-intent"])
    values = [{"name": "prefers-color-scheme", "value": "dark"}]
    window.devtools("Emulation.setEmulatedMedia", media="print", features=values)
    look = "const style = getComputedStyle(document.body); return [style.backgroundColor, style.color]"
    assert window.run(look) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_forced_colours_leave_the_drawings_to_be_seen(window: Browser, pages: dict[str, Path]) -> None:
    """Where a reader forces colours, lines and signs take the reader's ink and do not vanish."""
    window.fresh(pages["nils-intent"])
    window.devtools("Emulation.setEmulatedMedia", features=[{"name": "forced-colors", "value": "active"}])
    script = """
    const paper = getComputedStyle(document.body).backgroundColor;
    const look = (selector) => getComputedStyle(document.querySelector(selector));
    const strokes = ["path.scores", ".limit", ".ring", ".token"].map((one) => look(one).stroke);
    const fills = ["circle.score", ".alert .icon .shape", ".drawing text"].map((one) => look(one).fill);
    return [...strokes, ...fills].map((one) => one === paper || one === "none");
    """
    assert not any(window.run(script))


# How it looks


@pytest.fixture
def drawn() -> None:
    lacking = font_missing()
    if lacking:
        pytest.skip(f"{DAY}: the font of the pictures is not there ({lacking}); see .ci/browser")


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize("picture", PICTURES, ids=lambda one: one.path.stem)
def test_it_looks_as_it_did(picture: Picture, window: Browser, pages: dict[str, Path], tmp_path: Path) -> None:
    """A part of the page is drawn as on the golden picture; `report_pictures.py` says what may differ and why."""
    opened(window, picture, pages[picture.case])
    now = taken(window, picture.part)
    kept = tmp_path / picture.path.name
    kept.write_bytes(base64.b64decode(now))
    found = difference(window, base64.b64encode(picture.path.read_bytes()).decode(), now)
    assert isinstance(found, int), found
    assert found <= MOST_SQUARES, f"{found} squares differ; look at {kept}"


@pytest.mark.usefixtures("drawn")
@pytest.mark.parametrize(
    ("picture", "mark"),
    [(PICTURES[2], "path.mark"), (PICTURES[3], ".conflict"), (PICTURES[5], ".alert .icon")],
    ids=["a missed session", "a conflict", "the sign of an alert"],
)
def test_a_mark_that_vanished_would_be_noticed(
    picture: Picture, mark: str, window: Browser, pages: dict[str, Path]
) -> None:
    """The comparison is no formality: without the smallest of marks it fails."""
    opened(window, picture, pages[picture.case])
    before = taken(window, picture.part)
    smallest = f"{picture.part} .wide-only {mark}" if "figure" in picture.part else f"{picture.part} {mark}"
    window.run("document.querySelector(arguments[0]).style.visibility = 'hidden'", smallest)
    found = difference(window, before, taken(window, picture.part))
    assert isinstance(found, int)
    assert found > MOST_SQUARES


def test_the_pictures_are_those_that_are_compared() -> None:
    """No golden picture is left that nothing looks at."""
    assert {one.path for one in PICTURES} == set(PICTURES[0].path.parent.glob("*.png"))
    assert all(one != other for one, other in pairwise(PICTURES))
