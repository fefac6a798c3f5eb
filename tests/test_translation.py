"""The product's own words: all of them in the catalogue, said in another language without loss, and English by default."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo
from click.testing import CliRunner

import words
from ipt_rules import Case, recommend, translation
from ipt_rules.cli import main
from ipt_rules.cli.settings import LANGUAGES
from ipt_rules.render.pages import page_of
from ipt_rules.render.sections import TITLES
from ipt_rules.translation import N_, Words, _, counted
from tests_support import shipped_rulebook

SOURCE = words.SOURCE
ROOMS = (
    *("cli", "render", "report", "dialogue", "caseload", "turning", "why_not", "explaining", "timeline"),
    *("since", "storing", "chart", "techniques", "recommending"),
)
"""The beginnings of the modules whose sentences a therapist reads."""

FOR_DEVELOPERS = {
    "cli/examples.py": "commands to type, which are the same in every language",
    "cli/mutation.py": "`rules mutate` is for authors of rules",
    "cli/rules.py": "`rules` is for authors of rules",
    "cli/spec.py": "`spec` is for those who test",
    "cli/upkeep.py": "`trace`, `docs` and `packs` are for authors of rules",
    "render/conditions.py": "conditions on the pages of rules",
    "render/rules.py": "the pages of `rules show`",
}
"""Modules that speak English to those who write rules, which are written in English too."""

NO_SENTENCES = {
    "cli/dialogues.py": {"case fill {}", "session edit {} {}"},  # commands to type
    "dialogue/answers.py": {"dont know", "not asked", "not known"},  # what may be typed, beside the words shown
    "dialogue/wanted.py": {"dont know", "not known"},
    "render/sections.py": {"{technique} ({id})"},  # names alone
    "render/short.py": {"plan item"},  # a key
    "render/wording.py": {"et al", r"(?P<who>[^(]+?)[.,]? \((?P<year>\d{4})\)"},  # read in a source, not said
    "since.py": {r"\b(session) {}\b"},  # looked for in the words of rules
    "storing/plain.py": {"a case file holds no {}"},  # a mistake of ours
    "techniques.py": {"it helped"},  # a value of a fact
    "turning_bounds.py": {  # reasons in the source, never said
        "it holds the record together",
        "it says who or what an entry is about, and is no answer to a question",
        "it would be the answer itself: what was agreed, or recorded as the phase",
        "it happened, or did not: nobody is asked for it",
        "it is for a qualified person to diagnose; nothing here suggests a diagnosis",
        "it cannot have been otherwise",
        "no answer about safety is ever told as if it had been otherwise",
        "the person filled it in",
        "a date is not moved to see what follows",
    },
    "turning_fields.py": {"<Leaf {}.{}>"},
    "turning_search.py": {"<Found {} changes>"},
    "turning_values.py": {"<Value at {}>", "a rule reads only whether"},
    "report/chart.py": {"phase {}", "limit remission", "score not-counted", "mark open", "translate({} {}) scale({})"},
    "report/course.py": {"score not-counted"},  # in the report: names of looks, and transformations of drawings
    "report/drawing.py": {"drawing {}"},
    "report/events.py": {"swatch treatment", "swatch known", "swatch onset"},
    "report/inventory.py": {"translate({} {})", "ring unknown", "token died", "token over"},
    "report/notes.py": {"rule {}", "statements {}"},
    "report/sheet.py": {"line short"},
    "report/strip.py": {"known span"},
    "report/work.py": {"checks {}"},
}
"""Texts of two words and more that nobody reads as a sentence of ours."""

MARKS = ("_", "N_", "counted")
PLACE = re.compile(r"\{[a-z_]*\}")


@lru_cache(maxsize=1)
def _catalogue() -> Catalog:
    return words.catalogue()


@lru_cache(maxsize=1)
def _sources() -> dict[str, ast.Module]:
    """All modules but those of developers' rooms, by their path."""
    paths = {str(path.relative_to(SOURCE)): path for path in sorted(SOURCE.rglob("*.py"))}
    return {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in paths.items()}


def _marked(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield node


def _texts_of(call: ast.Call) -> list[ast.expr]:
    """What a call gives to the translator."""
    assert isinstance(call.func, ast.Name)
    return call.args[: 2 if call.func.id == "counted" else 1]


def _unsaid(tree: ast.Module) -> set[int]:
    """What is no text to be read: docstrings, options of commands, assertions, parts of another text, and what is marked."""
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            found.add(id(node.value))
        elif isinstance(node, ast.Assert) and node.msg:
            found.update(map(id, ast.walk(node.msg)))
        elif isinstance(node, ast.JoinedStr):
            found.update(id(one) for one in node.values if isinstance(one, ast.Constant))
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("click.option", "click.argument", "re.compile"):
            found.update(map(id, ast.walk(node)))
    return found | {id(one) for call in _marked(tree) for text in call.args for one in ast.walk(text)}


def _sentences(tree: ast.Module) -> Iterator[str]:
    """Every text of two words or more, a value in it counted as a word, that is not marked."""
    unsaid = _unsaid(tree)
    for node in ast.walk(tree):
        if id(node) in unsaid:
            continue
        text = ""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        elif isinstance(node, ast.JoinedStr):
            text = "".join(str(one.value) if isinstance(one, ast.Constant) else "{}" for one in node.values)
        found = re.findall(r"[^\W\d_]{2,}|\{\}", text)
        if " " in text.strip() and len(found) > 1 and set(found) != {"{}"}:
            yield text.strip()


@pytest.mark.parametrize("room", ROOMS)
def test_no_sentence_escapes_the_translator(room: str) -> None:
    """In the rooms that speak to therapists every sentence is marked, or stands in the table of exceptions."""
    said = {
        name: set(_sentences(tree))
        for name, tree in _sources().items()
        if name.startswith(room) and name not in FOR_DEVELOPERS
    }
    assert said
    escaped = {name: texts - NO_SENTENCES.get(name, set()) for name, texts in said.items()}
    assert not {name: texts for name, texts in escaped.items() if texts}
    gone = {name: NO_SENTENCES.get(name, set()) - texts for name, texts in said.items()}
    assert not {name: texts for name, texts in gone.items() if texts}, "exceptions that are no more"


def test_no_heading_escapes_the_translator() -> None:
    """A heading may be one word: the first thing that a section is given is no bare text."""
    bare = []
    for name, tree in _sources().items():
        if not name.startswith(ROOMS) or name in FOR_DEVELOPERS:
            continue
        calls = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and ast.unparse(one.func) == "Section"]
        titles = [one.args[0] for one in calls if one.args]
        bare += [f"{name}: {one.value}" for one in titles if isinstance(one, ast.Constant) and one.value]
    assert not bare


def test_a_translator_sees_every_text_that_is_marked() -> None:
    """Nothing is put together before it is marked, and all that is marked is in the catalogue."""
    found = {text for one in _catalogue() if one.id for text in ([one.id] if isinstance(one.id, str) else one.id)}
    for name in (str(path.relative_to(SOURCE)) for path in words.speakers()):
        for call in _marked(_sources()[name]):
            for text in _texts_of(call):
                assert not isinstance(text, (ast.JoinedStr, ast.BinOp)), f"{name}:{call.lineno}"
                if isinstance(text, ast.Constant):
                    assert text.value in found, f"{name}:{call.lineno}: inside another text nobody finds it"


def test_the_catalogue_is_not_stale() -> None:
    """`make words` was run after the last change of a word."""
    made = words.template(_catalogue())
    assert words.TEMPLATE.read_text(encoding="utf-8") == made, "run `make words`"
    assert not re.search(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}", made)


# The functions themselves


def test_words_are_turned_when_they_are_said(wrapped: Callable[[], None]) -> None:
    """A table that was made before the language was chosen follows it; the empty text stays empty."""
    table = Words({"alerts": N_("Alerts"), "none": ""})
    assert dict(table) == {"alerts": "Alerts", "none": ""}
    wrapped()
    assert dict(table) == {"alerts": "⟦Alerts⟧", "none": ""}
    assert len(table) == 2
    assert table.get("other", "as it is") == "as it is"
    assert counted("{number} point", "{number} points", 1) == "⟦1 point⟧"
    assert counted("{number} point", "{number} points", 2) == "⟦2 points⟧"
    assert _("no catalogue has this") == "no catalogue has this"


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (["xx"], "⟦Alerts⟧"),
        (["yy", "xx_YY.UTF-8"], "⟦Alerts⟧"),
        (["en_GB.UTF-8", "xx"], "Alerts"),
        (["C", "xx"], "Alerts"),
        (["yy"], "Alerts"),
        ([], "Alerts"),
    ],
)
def test_the_first_language_that_is_there_is_spoken(pseudo: Path, wanted: list[str], said: str) -> None:
    """English needs no catalogue: whoever names it first is spoken to in it."""
    translation.use_language(wanted, pseudo)
    assert _("Alerts") == said
    assert translation.languages(pseudo) == ("en", "xx")


# A language of brackets


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of a language `xx`, in which every message stands in brackets."""
    folder = tmp_path_factory.mktemp("locale")
    made = Catalog(locale=None)
    for one in _catalogue():
        if one.id:
            turned = f"⟦{one.id}⟧" if isinstance(one.id, str) else tuple(f"⟦{text}⟧" for text in one.id)
            made.add(one.id, turned)
    path = folder / "xx" / "LC_MESSAGES" / f"{translation.DOMAIN}.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, made)
    return folder


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    translation.use_language([])


@pytest.fixture
def wrapped(pseudo: Path) -> Callable[[], None]:
    return lambda: translation.use_language(["xx"], pseudo)


CASES = Path(__file__).resolve().parent.parent / "cases"
AMIRA, CLARA = str(CASES / "amira.yaml"), str(CASES / "clara.yaml")
ON = ("--on", "2026-03-14")
PAGES = {
    "recommend": (("recommend", AMIRA, *ON), ("Alerts", "Phase", "Focus", "Next session", "Not shown here")),
    "everything": (("recommend", CLARA, "--sources", "--engine", "plain", *ON), ("Fit and referral", "Focus")),
    "brief": (("recommend", AMIRA, "--brief", *ON), ("Alerts", "Score")),
    "note": (("recommend", CLARA, "--note", *ON), ("What was read", "What this was")),
    "since": (("recommend", AMIRA, "--since", "1", *ON), ("To ask",)),
    "session list": (("session", "list", AMIRA, *ON), ("Contact", "Was", "Risk enquiry")),
    "timeline": (("timeline", AMIRA, "--engine", "plain", "--on", "2026-02-07"), ("Alerts", "Contact by contact")),
    "plan": (("plan", CLARA, *ON), ("From the record",)),
    "why not": (
        ("explain", AMIRA, "--why-not", "role-dispute", "--format", "markdown", *ON),
        ("Area",),
    ),
    "a rule": (("explain", AMIRA, "item-9-enquire", *ON), ("Rule", "Conditions", "yes")),
    "report": (("report", AMIRA, "-o", "-", "--engine", "plain", *ON), ("Alerts", "Phase")),
    "a mistake": (("explain", AMIRA, "no-such-rule-at-all", *ON), ()),
}


def _run(arguments: tuple[str, ...], language: str) -> str:
    environment = {**dict.fromkeys(LANGUAGES, ""), "LANG": language, "COLUMNS": "200"}
    result = CliRunner().invoke(main, ["--no-config", *arguments], env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.output


@pytest.mark.parametrize("name", PAGES)
def test_a_page_in_another_language(name: str, pseudo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings and sentences are turned, values filled in, nothing breaks, and without the language English is back."""
    arguments, expected = PAGES[name]
    monkeypatch.setattr(translation, "LOCALE", pseudo)
    turned, after = _run(arguments, "xx"), _run(arguments, "de_DE.UTF-8")
    assert "⟦" not in after
    assert turned.count("⟦") == turned.count("⟧") > 0
    assert not PLACE.search(re.sub(r"<style>.*?</style>", "", turned, flags=re.DOTALL))
    said = turned.casefold()
    assert not [one for one in expected if f"⟦{one.casefold()}⟧" not in said]


def test_a_language_that_is_not_there_is_english_to_the_byte() -> None:
    """`LANG=de_DE` without a German catalogue says what no language at all says."""
    page = PAGES["recommend"][0]
    assert _run(page, "") == _run(page, "de_DE.UTF-8") == _run(page, "C")


@pytest.mark.parametrize("name", ["nils-intent", "rania-violence"])
def test_no_alert_is_lost_in_another_language(name: str, wrapped: Callable[[], None]) -> None:
    """What rules say is said as it is, every heading is turned, and the alerts are those of the English page."""
    case, rulebook = Case.from_file(CASES / f"{name}.yaml"), shipped_rulebook()
    on = case.sessions[-1].date if case.sessions else case.intake.date
    english = recommend(case, rulebook, on, engine="plain")
    assert english.alerts
    wrapped()
    told = recommend(case, rulebook, on, engine="plain")
    assert told.alerts == english.alerts
    for detail in ("short", "all", "brief"):
        page = page_of(told, detail)
        assert not [one.title for one in page.sections if not one.title.startswith("⟦")]
        alerts = next(one for one in page.sections if one.title == TITLES["alerts"])
        shown = " ".join(text for item in alerts.items for text in (item.head, *item.says))
        assert not [one.summary for one in told.alerts if one.summary not in shown]
