"""Answers for one version in a process of its own: a script that imports whichever code it is told to.

It is given the path of a JSON request and writes a JSON answer beside it. Of this package it must import nothing before
the code is chosen, and of any version only what has been there for long: it runs with older and newer ones.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REPEATED = ("alerts", "gaps", "plan")
"""Views of an answer that repeat its findings."""


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """What the version says: its rulebook as plain data, and each case; or under `failed` why it cannot say anything."""
    try:
        import ipt_rules

        if not Path(str(ipt_rules.__file__)).is_relative_to(Path(request["code"]).resolve()):
            return _failed("code", "another version was imported in its place")
        from ipt_rules.errors import RulebookError
    except Exception as error:  # another version's code, and perhaps for another Python: whatever it raises is a reason
        return _failed("code", f"{type(error).__name__}: {error}")
    try:
        return _answer(request)
    except RulebookError as error:
        return _failed("rulebook", *(map(str, error.problems) if error.problems else [str(error)]))
    except Exception as error:
        return _failed("code", f"{type(error).__name__}: {error}")


def _failed(kind: str, *says: str) -> dict[str, Any]:
    return {"failed": {"kind": kind, "says": says}}


def _answer(request: dict[str, Any]) -> dict[str, Any]:
    import ipt_rules

    if request["every_contact"] and not hasattr(ipt_rules, "timeline"):
        return _failed("contacts", "it knows no timeline")
    folder = Path(request["rules"])
    rulebook = ipt_rules.Rulebook.load(folder)
    if request["parameters"]:
        try:
            from ipt_rules.site import read_parameters

            rulebook = rulebook.with_parameters(read_parameters(request["parameters"]))
        except ImportError:
            return _failed("parameters", "it knows no parameters of a site")
        except ipt_rules.errors.RulebookError as error:
            return _failed("parameters", *map(str, error.problems))
    return {
        "code": ipt_rules.__version__,
        "packs": [f"{pack.name} {pack.version}" for pack in rulebook.packs],
        "content_hash": rulebook.content_hash,
        "sources": _sources(folder),
        "cases": {file: _case(file, rulebook, request) for file in request["cases"]},
    }


def _sources(folder: Path) -> dict[str, Any]:
    """The files of the pack as plain data: from the compiled form where there is one, since it is read faster."""
    try:
        from ipt_rules.compiled import compiled_pack

        sources = compiled_pack(folder).sources()
    except (ImportError, AttributeError, TypeError):
        from ipt_rules.loading import read_sources

        sources = read_sources([folder])
    return {"info": [one["info"] for one in sources.packs], "shared": sources.shared, "rules": sources.rules}


def _case(file: str, rulebook: Any, request: dict[str, Any]) -> dict[str, Any]:
    """The answers about a case, or its problems; a fault of the code is told by its kind alone: it may quote the case."""
    from ipt_rules.errors import IptRulesError

    try:
        return {"answers": list(_answers(file, rulebook, request))}
    except IptRulesError as error:
        return {"problems": [str(problem) for problem in error.problems] or [str(error)]}
    except Exception as error:
        return {
            "problems": [f"{file}: the code fails on this case ({type(error).__name__})"],
            "crash": type(error).__name__,
        }


def _answers(file: str, rulebook: Any, request: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from datetime import date

    from ipt_rules import Case, recommend

    case = Case.from_file(file)
    held = [(case.intake.date, 0), *((session.date, session.number) for session in case.sessions)]
    on = date.fromisoformat(request["on"]) if request["on"] else max(held)[0]
    if request["every_contact"]:
        from ipt_rules import timeline

        for entry in timeline(case, rulebook, until=on).entries:
            yield _data(entry.session, entry.recommendation)
        return
    number = max((one for one in held if one[0] <= on), default=(on, 0))[1]
    yield _data(number, recommend(case, rulebook, on))


def _data(session: int, recommendation: Any) -> dict[str, Any]:
    from ipt_rules.render.json_ import to_data

    data = to_data(recommendation)
    return {"session": session, **{name: value for name, value in data.items() if name not in REPEATED}}


def main(place: str) -> None:
    """Read the request at `place`, answer it, and write the answer where it says."""
    request = json.loads(Path(place).read_text(encoding="utf-8"))
    sys.path[0] = request["code"]  # in place of the folder of this script
    text = json.dumps(answer(request), ensure_ascii=False, default=str)
    Path(request["answer"]).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
