"""Hostile cases: a file is read as users read one; what is accepted is advised on, on both engines, and rendered."""

from __future__ import annotations

import json
import random
from datetime import date
from pathlib import Path

import yaml
from click.testing import CliRunner

from hostile.bending import TOKEN, bent
from hostile.growing import full_case, random_case
from hostile.spoiling import spoiled
from hostile.watching import Finding
from ipt_rules import Case, Recommendation, Rulebook, explain, recommend, timeline
from ipt_rules.cli import main
from ipt_rules.matching import engine_names
from ipt_rules.render.json_ import to_json
from ipt_rules.render.markdown import to_markdown
from ipt_rules.render.plans import plan_page
from ipt_rules.render.text import page_to_text, to_text
from ipt_rules.render.timeline import timeline_to_json, timeline_to_text
from ipt_rules.why_not import why_not

ROOT = Path(__file__).resolve().parent.parent.parent
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
REAL = tuple(sorted((ROOT / "cases").glob("*.yaml")))


class Cases:
    """Makes hostile cases, and says what is done with each."""

    def __init__(self, folder: Path, rulebook: Rulebook) -> None:
        self.folder, self.rulebook = folder, rulebook
        self.texts = [path.read_bytes() for path in REAL]
        read = [yaml.load(text, Loader=LOADER) for text in self.texts]
        self.data = json.loads(json.dumps(read, default=str))
        self.full = full_case()

    def content(self, r: random.Random) -> tuple[str, bytes]:
        """A kind of mutation and the bytes: of structure twice as often as of bytes, since it gets further."""
        if r.random() < 0.45:
            return "case, bytes", spoiled(r, self._plain(r), r.choice(self.texts))
        data = bent(r, self._data(r))
        text = as_text(r, data)
        return ("case, both", spoiled(r, text, text)) if r.random() < 0.1 else ("case, structure", text)

    def _data(self, r: random.Random) -> object:
        roll = r.random()
        if roll < 0.4:
            return r.choice(self.data)
        return random_case(r) if roll < 0.97 else self.full

    def _plain(self, r: random.Random) -> bytes:
        return r.choice(self.texts) if r.random() < 0.6 else as_text(r, random_case(r))

    def attempt(self, r: random.Random, content: bytes) -> str:
        """Read from a file, or from plain data; by the command line now and then."""
        path = self.folder / r.choice(("case.yaml", "case.yaml", "case.json", "case"))
        path.write_bytes(content)
        if r.random() < 0.01:
            return self._by_command(r, path)
        case = Case.from_file(path)
        if r.random() < 0.02:  # plain data, as a program passes it
            assert repr(Case.from_data(json.loads(json.dumps(case.model_dump(mode="json"))))) == repr(case)
        return self.use(r, case)

    def read(self, path: Path) -> Case:
        return Case.from_file(path)

    def use(self, r: random.Random, case: Case) -> str:
        """Everything that may be asked of a case that was accepted."""
        if r.random() < 0.85:  # for the sake of time
            _silent(case)
            return "accepted"
        day = r.choice([case.intake.date, *(session.date for session in case.sessions)][-2:])
        engines = engine_names() if r.random() < 0.3 else engine_names()[-1:]
        told = {name: recommend(case, self.rulebook, day, engine=name) for name in engines}
        texts = [to_json(one).replace(f'"engine": "{name}"', "") for name, one in told.items()]
        if len(set(texts)) > 1:
            raise Finding("the engines disagree")
        self._render(r, told[engines[0]])
        if r.random() < 0.05:
            self._more(r, case, day)
        _silent(case, told[engines[0]])
        return "accepted"

    def _render(self, r: random.Random, recommendation: Recommendation) -> None:
        to_text(recommendation, width=r.choice((20, 80, 200)), detail=r.choice(("short", "all", "sources")))
        if r.random() < 0.2:
            to_markdown(recommendation)
            page_to_text(plan_page(recommendation, (), "all"), 80)

    def _more(self, r: random.Random, case: Case, day: date) -> None:
        told = timeline(case, self.rulebook, until=day)
        timeline_to_text(told, width=80)
        timeline_to_json(told)
        _silent(told, *told.entries, explain(case, self.rulebook, r.choice(list(self.rulebook.rules)), day))
        _silent(why_not(case, self.rulebook, "grief", day))

    def _by_command(self, r: random.Random, path: Path) -> str:
        on = ("--on", r.choice(("2026-03-01", "2013-01-01", "9999-12-31", "0001-01-01")))
        rule = r.choice(list(self.rulebook.rules))
        words = r.choice(
            (
                ("recommend", str(path), *on, "--format", r.choice(("text", "json", "markdown"))),
                ("timeline", str(path), *on),
                ("plan", str(path), *on),
                ("explain", str(path), rule, *on),
                ("explain", str(path), "--why-not", "grief", *on),
                ("case", "check", str(path), *on),
            )
        )
        result = CliRunner().invoke(main, list(words))
        return by_command(result.exit_code, result.stderr, result.exception)


def by_command(code: int, said: str, error: BaseException | None = None) -> str:
    """What a call came to. Raises a finding for a traceback, an exit code nobody documents, or a patient's word."""
    if error is not None and not isinstance(error, SystemExit):
        raise error
    if code not in range(6) or "Traceback" in said or TOKEN in said:
        raise Finding(f"exit code {code}: {said[-2000:]}")
    return f"exit {code}" if code else "accepted"


def _silent(*things: object) -> None:
    for one in things:
        if TOKEN in f"{one!r} {one}":
            raise Finding(f"a token in the repr of {type(one).__name__}")


def as_text(r: random.Random, data: object) -> bytes:
    """A document as JSON or YAML; what the fast writer of YAML refuses goes as JSON."""
    if r.random() < 0.15:
        try:
            dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
            written = yaml.dump(data, Dumper=dumper, allow_unicode=r.random() < 0.5, sort_keys=False)
            return written.encode("utf-8", "surrogatepass")
        except yaml.YAMLError:
            pass
    return json.dumps(data, ensure_ascii=r.random() < 0.5, indent=r.choice((None, 1))).encode("utf-8", "surrogatepass")
