"""The living document holds every scenario once, links everything it names, and never shows as passed what was not run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from click.testing import CliRunner

from ipt_rules import Rulebook
from ipt_rules.cli import main
from ipt_rules.errors import IptRulesError
from ipt_rules.features import parsed
from ipt_rules.spec import Spec, gather, to_html, to_json
from ipt_rules.spec.html.book import WORDS
from spec_pages import FEATURE, Element, checkout, read
from tests_support import shipped_rulebook

ROOT = Path(__file__).resolve().parent.parent
FEATURES = {path.relative_to(ROOT).as_posix(): path for path in sorted((ROOT / "features").rglob("*.feature"))}
STEP = re.compile(r"\s+(Given|When|Then|And|But|\*) (.*\S)\s*")
LARGEST = 6_000_000


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Spec:
    """The document of this checkout, as if nothing had been run."""
    return gather(ROOT, shipped_rulebook(), results=tmp_path_factory.mktemp("results") / "none.json")


@pytest.fixture(scope="module")
def html(spec: Spec) -> str:
    return to_html(spec)


@pytest.fixture(scope="module")
def page(html: str) -> Element:
    return read(html)


@pytest.fixture
def small(tmp_path: Path, rulebook: Rulebook) -> Spec:
    """The document of one feature that has every part of Gherkin."""
    return gather(checkout(tmp_path, all=FEATURE), rulebook)


def test_every_scenario_is_there_exactly_once(spec: Spec, page: Element) -> None:
    """As many scenarios, by feature and name, as the files have lines that begin one; so has the page."""
    written = Counter(
        (path, line.partition(":")[2].strip())
        for path, file in FEATURES.items()
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip().startswith(("Scenario:", "Scenario Outline:"))
    )
    features = [feature for chapter in spec.chapters for feature in chapter.features]
    assert Counter((feature.path, one.name) for feature in features for one in feature.scenarios) == written
    shown = {one.attributes["id"]: one for one in page.has("specification").all(class_="scenario")}
    assert list(shown) == [one.id for one in spec.scenarios]
    assert set(written.values()) == {1}


def test_no_step_and_no_row_is_lost(page: Element) -> None:
    """The steps of the page are those of the files, each as often; so are the cells of the examples."""
    texts = [file.read_text(encoding="utf-8") for file in FEATURES.values()]
    steps = Counter(match.group(1, 2) for text in texts for match in map(STEP.fullmatch, text.splitlines()) if match)
    shown = [_step(item) for steps in page.all("ul", "steps") for item in steps.inner]
    assert Counter(shown) == Counter({(key, " ".join(words.split())): n for (key, words), n in steps.items()})
    rows = sum(line.strip().startswith("|") for text in texts for line in text.splitlines())
    tables = page.has("specification").all("table")
    assert sum(len(table.all("tr")) for table in tables) == rows


def _step(item: Element) -> tuple[str, str]:
    """Keyword and words of a step, without the table or doc string below it."""
    words = "".join(item.texts)
    for below in reversed(item.inner):
        if below.name in ("div", "pre"):
            words = words.removesuffix("".join(below.texts))
    keyword = item.inner[0].text
    return keyword, " ".join(words.split()).removeprefix(f"{keyword} ")


def test_doc_strings_tables_and_descriptions_are_kept(small: Spec) -> None:
    """All that Gherkin has comes through, as data and on the page, to the last blank."""
    first, outline = small.scenarios
    assert first.steps[0].table == (("item", "answer"), ("a | b", "<3"))
    assert first.steps[1].doc_string == 'Dear "colleague",\n  <script>alert(1)</script>'
    assert first.steps[1].doc_type == "markdown"
    assert first.description == "A word of its own."
    assert [examples.name for examples in outline.examples] == ["The first", ""]
    assert len(outline.results) == 3
    shown = read(to_html(small)).has("specification")
    assert shown.all("pre")[0].texts == ['Dear "colleague",\n  <script>alert(1)</script>']
    text = shown.text
    for words in (
        "Background: Who comes",
        "a background of the rule",
        "A second paragraph.",
        "Examples: The first",
        "a | b",
    ):
        assert words in text


def test_tags_lead_to_rules_and_statements(small: Spec) -> None:
    """The rule of a feature's tag is that of all its scenarios; a scenario's own statement is its own."""
    first, outline = small.scenarios
    assert first.rules == outline.rules == ("item-9-enquire",)
    assert (first.statements, outline.statements) == ((), ("SAF-03",))
    (rule,) = [one for one in small.rules if one.slug == "item-9-enquire"]
    assert rule.scenarios == (first.id, outline.id)
    assert (rule.speaking, rule.silent) == (1, 3)
    (statement,) = [one for one in small.statements if one.name == "SAF-03"]
    assert outline.id in statement.scenarios


def test_a_text_never_becomes_markup(small: Spec) -> None:
    """Names, steps and doc strings with markup in them are shown, not obeyed."""
    page = read(to_html(small))
    assert len(page.all("script")) == 1
    assert "of markup" not in [one.text for one in page.all("b")]
    assert "alert(1)" not in page.all("script")[0].text


def test_every_rule_and_statement_has_its_place(page: Element, rulebook: Rulebook) -> None:
    """Each rule has a page and each statement, parameter, decision rule and source its place, whatever leads there."""
    ids = {one.attributes.get("id") for one in page.all()}
    assert {f"rule-{one}" for one in rulebook.rules} <= ids
    assert {f"statement-{one}" for one in rulebook.statements} <= ids
    assert {f"parameter-{one}" for one in rulebook.parameters} <= ids
    assert {f"decision-{one}" for one in rulebook.decisions} <= ids
    assert {f"source-{one}" for one in rulebook.references} <= ids


def test_no_link_leads_nowhere_and_no_name_is_given_twice(page: Element) -> None:
    """Every link within the page has its place; all ids differ."""
    ids = Counter(one.attributes["id"] for one in page.all() if "id" in one.attributes)
    assert not {name for name, times in ids.items() if times > 1}
    links = {str(one.attributes["href"]) for one in page.all("a")}
    assert not {one for one in links if one.startswith("#") and one[1:] not in ids}
    assert all(one.startswith(("#", "https://")) for one in links)


def test_each_rule_block_links_its_rule_statements_and_sources(spec: Spec, page: Element) -> None:
    """From the heading of a block it is one step to the page of its rule, its statements and their sources."""
    rules = {one.slug: one for one in spec.rules}
    blocks = [
        block for chapter in spec.chapters for feature in chapter.features for block in feature.blocks if block.rules
    ]
    places = {one.attributes.get("id"): one for one in page.has("specification").all("section")}
    for block in blocks:
        links = {str(one.attributes["href"]) for one in places[block.id].all("ul", "links")[0].all("a")}
        for rule in (rules[slug] for slug in block.rules):
            wanted = [
                rule.id,
                *(f"statement-{one}" for one in rule.statements),
                *(f"source-{one.ref}" for one in rule.sources),
            ]
            assert {f"#{one}" for one in wanted} <= links


def test_the_page_of_a_rule_has_its_numbers_with_their_range(page: Element) -> None:
    """A threshold is shown with its value, what a site may choose, and the way to its place."""
    shown = page.has("rule-anniversary-near-ask")
    assert "anniversary_near_days: 14 days (a site may choose: 14 to 31)" in shown.text
    assert "in the case" not in shown.text
    assert "there is bereavement “death” where anniversary days is at most 14" in shown.text


def test_what_was_not_run_is_not_run(spec: Spec, html: str) -> None:
    """Without results no scenario is shown as passed: not one, and not in a count."""
    assert {result.state for one in spec.scenarios for result in one.results} == {"not-run"}
    assert 'class="badge passed"' not in re.sub(r'<dl><dt><span class="badge passed">.*?</dl>', "", html)


def test_the_json_is_the_page(small: Spec) -> None:
    """The JSON reads back to the same document, and the page can be made from it alone."""
    again = Spec.model_validate_json(to_json(small))
    assert again == small
    assert to_html(again) == to_html(small)
    assert '"schema_version": 1' in to_json(small)


def test_the_json_of_the_whole_is_the_whole(spec: Spec) -> None:
    """So it is for all features."""
    assert Spec.model_validate_json(to_json(spec)) == spec


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    """No order comes from hashing, and no clock is read."""
    root = checkout(tmp_path, all=FEATURE)
    call = [sys.executable, "-m", "ipt_rules", "spec", "--root", str(root), "--html", "-"]
    made = [
        subprocess.run(call, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]


def test_a_day_is_printed_only_where_one_was_given(tmp_path: Path, rulebook: Rulebook) -> None:
    """The page bears the day of the argument."""
    root = checkout(tmp_path, all=FEATURE)
    assert "of 2026-05-02" in to_html(gather(root, rulebook, dated="2026-05-02"))


def test_the_page_needs_nothing_else(page: Element, html: str) -> None:
    """No element asks for anything from elsewhere, and the page's own policy forbids it."""
    assert not [one for one in page.all() if "src" in one.attributes or "style" in one.attributes]
    assert [one.attributes["href"] for one in page.all("link")] == ["data:,"]
    assert not re.search(r"@import|url\(|fetch\(|XMLHttpRequest", html)
    (policy,) = [one.attributes["content"] for one in page.all("meta") if "http-equiv" in one.attributes]
    assert str(policy).startswith("default-src 'none'")


def test_the_page_stays_small(html: str) -> None:
    """It opens in a browser and travels by mail: all features, rules and statements in under 6 MB."""
    assert len(html.encode()) < LARGEST


def test_headings_descend_one_by_one(page: Element) -> None:
    """One heading of the first level; below it none is left out, so that a screen reader can go from one to the next."""
    levels = [int(one.name[1]) for one in page.all() if re.fullmatch("h[1-6]", one.name)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_says_what_it_is(page: Element) -> None:
    """Each table but those of steps has a caption and headings with a scope; each control has a label."""
    for table in page.all("table"):
        if table.all("thead"):
            assert table.all("caption")
            assert all(one.attributes.get("scope") for one in table.all("th"))
    labelled = {one.attributes.get("for") for one in page.all("label")}
    within = [box for label in page.all("label") for box in label.all("input")]
    assert all(one.attributes.get("id") in labelled or one in within for one in page.all("input"))


def test_every_state_and_gap_is_told_in_words(page: Element) -> None:
    """What a result means is said on the page, for each state."""
    legend = page.has("summary").text
    assert all(words in legend for words in WORDS.values())


# Mistakes of a user


def test_a_feature_that_is_not_gherkin_is_named_with_its_line(tmp_path: Path, rulebook: Rulebook) -> None:
    """Every file that cannot be read is told at once, without a traceback."""
    root = checkout(tmp_path, one="Feature: a\n  Scenario: b\n    Wrong c\n    Given x\n    What?\n", two="nothing\n")
    with pytest.raises(IptRulesError) as error:
        gather(root, rulebook)
    assert {one.path for one in error.value.problems} == {"features/01-one/one.feature", "features/01-one/two.feature"}
    assert all(one.line for one in error.value.problems)


def test_a_file_of_comments_is_no_feature() -> None:
    """It is read and holds nothing."""
    assert parsed("features/x.feature", "# nothing yet\n") == ()


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        ([], 2, "--html spec.html"),
        (["--html", "-", "--json", "-"], 2, "cannot be the page and the JSON at once"),
        (["--html", "-", "--date", "May"], 2, "write it as 2026-05-02"),
        (["--html", "-", "--since", "v9"], 1, "is no git repository"),
        (["--html", "/dev/null/x"], 2, "cannot write /dev/null/x"),
    ],
)
def test_a_mistake_is_told_with_the_next_step(tmp_path: Path, options: list[str], code: int, says: str) -> None:
    """Each mistake has its message and exit code."""
    result = CliRunner().invoke(main, ["spec", "--root", str(checkout(tmp_path, all=FEATURE)), *options])
    assert (result.exit_code, says in result.output) == (code, True), result.output


def test_a_folder_without_features_is_told(tmp_path: Path) -> None:
    """The message says how to name the checkout."""
    result = CliRunner().invoke(main, ["spec", "--root", str(tmp_path), "--html", "-"])
    assert result.exit_code == 1
    assert "--root" in result.output


def test_page_and_json_are_written_in_one_call(tmp_path: Path) -> None:
    """Folders that are not there are made; the JSON reads back."""
    root = checkout(tmp_path, all=FEATURE)
    html, data = tmp_path / "build" / "spec.html", tmp_path / "build" / "spec.json"
    result = CliRunner().invoke(main, ["spec", "--root", str(root), "--html", str(html), "--json", str(data)])
    assert result.exit_code == 0, result.output
    assert html.read_text(encoding="utf-8") == to_html(Spec.model_validate_json(data.read_text(encoding="utf-8")))
