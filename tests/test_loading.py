"""Loading packs: every problem of every file at once, with its place; the compiled form; parameters of a site."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from ipt_rules import Rulebook, compiled, errors, packs
from ipt_rules.entries import Entries
from ipt_rules.facts.base import Fact
from ipt_rules.loading import build, read_sources
from ipt_rules.matching.ruleset import Ruleset

RULE: dict[str, Any] = {
    "id": "a-rule",
    "title": "A rule",
    "version": 1,
    "status": "active",
    "phase": ["any"],
    "implements": ["FOC-01"],
    "purpose": "To test.",
    "when": [{"exists": "case", "where": {"age": {"at_least": "$parameters.old_years"}}}],
    "then": {"note": {"topic": "x"}, "summary": "Old", "rationale": "Old enough."},
    "cautions": ["None."],
    "examples": [],
    "review": "pending",
}
PARAMETER = {
    "key": "old_years",
    "value": 60,
    "unit": "years",
    "range": [50, 70],
    "meaning": "Old.",
    "statements": ["FOC-01"],
    "tune": True,
    "since": "1",
}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A small pack of one rule and one parameter."""
    folder = tmp_path / "rules"
    (folder / "focus").mkdir(parents=True)
    info = {"name": "small", "version": "1", "language": 1, "title": "Small", "chapters": ["focus", "choice"]}
    _write(folder / "pack.yaml", {**info, "intended_use": ["To test."], "review": "pending"})
    _write(folder / "parameters.yaml", {"parameters": [PARAMETER]})
    _write(folder / "focus" / "a-rule.yaml", RULE)
    return folder


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, sort_keys=False))


def test_a_pack_loads_with_its_parameters_put_in(pack: Path) -> None:
    """A small pack of its own is a rulebook."""
    rulebook = Rulebook.load(pack)
    assert list(rulebook.rules) == ["a-rule"]
    assert rulebook.queries["a-rule"][0].exists[0].terms[0].operand == 60


def test_every_problem_of_every_file_is_told_at_once(pack: Path) -> None:
    """A broken rule, a rule under another name, an unknown file and an unknown chapter are told together, with lines."""
    _write(pack / "focus" / "broken.yaml", {**RULE, "id": "broken", "title": 3, "wen": []})
    _write(pack / "focus" / "other-name.yaml", {**RULE, "id": "named-otherwise"})
    (pack / "focus" / "syntax.yaml").write_text("id: [\n")
    with pytest.raises(errors.RulebookError) as first:
        Rulebook.load(pack)
    assert [problem.code for problem in first.value.problems] == ["RULE-R07"]
    (pack / "focus" / "syntax.yaml").unlink()
    with pytest.raises(errors.RulebookError) as caught:
        Rulebook.load(pack)
    told = [(Path(one.path).name, one.line, one.code) for one in caught.value.problems]
    assert ("broken.yaml", 2, "RULE-15") in told
    line = (pack / "focus" / "broken.yaml").read_text().splitlines().index("wen: []") + 1
    assert ("broken.yaml", line, "RULE-11") in told
    assert ("other-name.yaml", 1, "RULE-01") in told
    assert "did you mean `when`?" in str(caught.value)


def test_a_folder_without_a_pack_is_refused(tmp_path: Path) -> None:
    """A folder of no pack is told as such."""
    with pytest.raises(errors.RulebookError, match=r"pack\.yaml"):
        Rulebook.load(tmp_path)


def test_a_site_may_choose_a_value_in_its_range(pack: Path) -> None:
    """A parameter inside its range changes the query and the hash; outside, the error names range and statement."""
    rulebook = Rulebook.load(pack)
    tuned = rulebook.with_parameters({"old_years": 65})
    assert tuned.queries["a-rule"][0].exists[0].terms[0].operand == 65
    assert tuned.content_hash != rulebook.content_hash
    with pytest.raises(errors.RulebookError, match=r"50 to 70 years \(FOC-01\)"):
        rulebook.with_parameters({"old_years": 71})
    with pytest.raises(errors.RulebookError, match="did you mean `old_years`"):
        rulebook.with_parameters({"old_year": 65})


def cache_of(pack: Path) -> Path:
    return pack.parent / ".cache" / f"{pack.name}-{compiled.NAME}"


def test_a_changed_rule_is_seen(pack: Path) -> None:
    """The compiled form is made again when a rule file changed, and used when none did."""
    before = Rulebook.load(pack).content_hash
    made = cache_of(pack).stat().st_ino
    assert Rulebook.load(pack).content_hash == before
    assert cache_of(pack).stat().st_ino == made
    _write(pack / "focus" / "a-rule.yaml", {**RULE, "title": "Another title"})
    assert Rulebook.load(pack).rules["a-rule"].title == "Another title"


def test_changed_code_is_seen(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The code says what rules may hold: what other code compiled is made again."""
    Rulebook.load(pack)
    made = cache_of(pack).stat().st_ino
    monkeypatch.setattr(compiled, "_PACKAGE", pack.parent)
    Rulebook.load(pack)
    assert cache_of(pack).stat().st_ino != made


@pytest.mark.parametrize(
    "damage", [lambda whole: whole[:100], lambda whole: whole.replace(b"Old enough", b"Old_enough")]
)
def test_a_damaged_compiled_form_is_made_again(pack: Path, damage: Callable[[bytes], bytes]) -> None:
    """Half a file in the cache, or one with another letter, is not read, and is replaced."""
    Rulebook.load(pack)
    whole = cache_of(pack).read_bytes()
    cache_of(pack).write_bytes(damage(whole))
    assert Rulebook.load(pack).rules["a-rule"].then.rationale == "Old enough."
    assert cache_of(pack).read_bytes() == whole


def test_the_compiled_form_is_the_pack() -> None:
    """A rulebook that was compiled holds what one that is built of the files holds, to the last script of the engine."""
    built, read = build(read_sources([packs.core()])), Rulebook.load(packs.core())
    for name in (one.name for one in fields(Rulebook) if one.compare):
        mine, other = getattr(read, name), getattr(built, name)
        assert (dict(mine), list(mine)) == (dict(other), list(other)) if isinstance(other, Mapping) else mine == other
    assert read.outlines == built.outlines
    for chapter in built.chapters:
        queries = [query for rule_id in built.active(chapter) for query in built.queries[rule_id]]
        worked_out = Ruleset(queries).as_data()
        assert read.scripts[chapter].as_data() == worked_out


def test_an_entry_is_read_when_it_is_asked_for_and_is_one_for_all_threads() -> None:
    """What threads read at the same moment is given to all of them as one thing; the rest is never read."""
    together, reads = threading.Barrier(4), list[bytes]()

    def read(text: bytes) -> list[bytes]:
        together.wait(timeout=30)  # all four have found nothing made yet
        reads.append(text)
        return [text]

    entries, found = Entries({"a": b"1", "b": b"2"}, read), list[list[bytes]]()
    threads = [threading.Thread(target=lambda: found.append(entries["a"])) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[b"1"]] * 4
    assert len(set(map(id, found))) == 1
    assert set(reads) == {b"1"}
    assert ("b" in entries, "c" in entries, list(entries), len(entries)) == (True, False, ["a", "b"], 2)
    with pytest.raises(KeyError):
        entries["c"]


def test_what_was_worked_out_serves_those_rules_alone(pack: Path) -> None:
    """Where other rules of a chapter are active, or a site changed a value, the engine is told of these."""
    pytest.importorskip("durable_rules_engine", reason="2026-11-27: durable-rules is not installed")
    _write(pack / "focus" / "b-rule.yaml", {**RULE, "id": "b-rule", "status": "draft"})
    rulebook = Rulebook.load(pack)
    draft = {"a-rule": rulebook.rules["a-rule"].model_copy(update={"status": "draft"})}
    others = replace(rulebook, rules={**rulebook.rules, **draft}, matchers={})
    sixty = [Fact("case", {"phase": "initial", "age": 60})]
    for told, drafts, fired in (
        (rulebook, False, ["a-rule"]),
        (rulebook, True, ["a-rule", "b-rule"]),
        (others, False, []),
        (rulebook.with_parameters({"old_years": 61}), False, []),
    ):
        matches = told.matcher("focus", "rete", drafts=drafts).match(sixty)
        assert [match.rule_id for match in matches] == fired


def test_loading_at_once_is_safe(pack: Path) -> None:
    """Several threads that compile at the same time all get the whole rulebook."""
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(Rulebook.load(pack).content_hash)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len(set(found)) == 1


def test_a_rulebook_past_the_limits_of_the_engine_is_refused(pack: Path) -> None:
    """What would kill the engine in production is refused when the pack is loaded."""
    many = [{"exists": "unknown", "where": {"person": "$case.course"}} for _ in range(17)]
    _write(pack / "focus" / "a-rule.yaml", {**RULE, "when": many})
    with pytest.raises(errors.RulebookError, match="ENGINE-01"):
        Rulebook.load(pack)


def test_what_an_answer_looks_up_must_be_there(pack: Path) -> None:
    """A technique or a checklist that nothing defines is refused at loading, not on the first case that needs it."""
    then = {"suggest": {"techniques": ["TEC-98"]}, "summary": "s", "rationale": "r"}
    _write(pack / "focus" / "a-rule.yaml", {**RULE, "then": then})
    then = {"plan": {"part": "p", "checklist": "no-list"}, "summary": "s", "rationale": "r"}
    _write(pack / "focus" / "b-rule.yaml", {**RULE, "id": "b-rule", "then": then})
    with pytest.raises(errors.RulebookError) as caught:
        Rulebook.load(pack)
    assert [one.code for one in caught.value.problems] == ["RULE-30", "RULE-31"]
    assert all(one.line for one in caught.value.problems)


def test_the_core_pack_comes_the_way_of_any_other() -> None:
    """The core is found under the same entry point as installed packs, and first."""
    assert next(iter(packs.installed())) == "core"


def test_a_copy_of_the_core_pack_is_the_same_rulebook(tmp_path: Path, rulebook: Rulebook) -> None:
    """Content decides the hash, not the place."""
    folder = tmp_path / "rules"
    shutil.copytree(packs.core(), folder)
    assert Rulebook.load(folder).content_hash == rulebook.content_hash


class _Entry:
    """An entry point as an installed package would have it."""

    def __init__(self, name: str, folder: object) -> None:
        self.name = name
        self._folder = folder

    def load(self) -> Any:
        if isinstance(self._folder, Exception):
            raise self._folder
        return lambda: self._folder


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A pack with one rule for the core's chapters, using a parameter of the core."""
    folder = tmp_path / "other"
    (folder / "focus").mkdir(parents=True)
    info = {"name": "other", "version": "2", "language": 1, "title": "Other", "chapters": ["focus"]}
    _write(folder / "pack.yaml", {**info, "intended_use": ["To test."], "review": "pending"})
    condition = {"exists": "case", "where": {"planned_sessions": {"at_most": "$parameters.short_course_sessions"}}}
    _write(folder / "focus" / "others-rule.yaml", {**RULE, "id": "others-rule", "when": [condition]})
    return folder


def test_an_installed_pack_joins_the_core(other: Path, monkeypatch: pytest.MonkeyPatch, rulebook: Rulebook) -> None:
    """A package that offers a pack adds its rules; they may use what the core defines."""
    monkeypatch.setattr(packs, "entry_points", lambda group: [_Entry("other", other)])
    both = Rulebook.load()
    assert set(both.rules) - set(rulebook.rules) == {"others-rule"}
    assert [pack.name for pack in both.packs] == ["core", "other"]
    assert both.chapters == rulebook.chapters
    assert both.content_hash != rulebook.content_hash


def test_two_packs_cannot_define_the_same_rule(other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rule of an id that another pack has is refused, with its file."""
    (other / "focus" / "others-rule.yaml").unlink()
    _write(other / "focus" / "focus-tie.yaml", {**RULE, "id": "focus-tie", "when": [{"exists": "case"}]})
    monkeypatch.setattr(packs, "entry_points", lambda group: [_Entry("other", other)])
    with pytest.raises(errors.RulebookError, match="another rule is called `focus-tie`"):
        Rulebook.load()


@pytest.mark.parametrize("folder", [ImportError("no such module"), Path("/nowhere")])
def test_a_pack_that_cannot_be_loaded_is_named(folder: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stranger's pack that fails is named, with what to do."""
    monkeypatch.setattr(packs, "entry_points", lambda group: [_Entry("broken", folder)])
    with pytest.raises(errors.PackError, match=r"`broken`.*update or remove it"):
        Rulebook.load()
