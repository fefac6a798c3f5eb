"""Examples of every command, shown under its help; tests/test_examples.py runs them."""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "recommend": (
        "ipt-rules recommend cases/amira.yaml",
        "ipt-rules recommend cases/amira.yaml --on 2026-03-14 --format json -o answer.json",
        "ipt-rules recommend cases",
    ),
    "timeline": ("ipt-rules timeline cases/pavel-missed.yaml", "ipt-rules timeline cases/amira.yaml --on 2026-02-07"),
    "explain": (
        "ipt-rules explain cases/lena-impasse.yaml dispute-stage-impasse",
        "ipt-rules explain cases/amira.yaml --why-not grief",
        "ipt-rules explain cases/barbara.yaml --what-would-change phase",
    ),
    "report": ("ipt-rules report cases/amira.yaml -o amira.html",),
    "plan": (
        "ipt-rules plan cases/clara.yaml relapse-prevention",
        "ipt-rules plan cases/clara.yaml --format markdown -o plans.md",
    ),
    "case new": (
        "ipt-rules case new my-case.yaml",
        "ipt-rules case new --on 2026-05-02",
        "ipt-rules case new --guided another-case.yaml",
    ),
    "case fill": ("ipt-rules case fill cases/hugo-ipc.yaml --plain",),
    "case check": ("ipt-rules case check cases/amira.yaml cases/bob.yaml",),
    "case schema": ("ipt-rules case schema",),
    "session add": ("ipt-rules session add cases/amira.yaml --on 2026-03-14",),
    "session edit": ("ipt-rules session edit cases/amira.yaml 8",),
    "session list": (
        "ipt-rules session list cases/amira.yaml",
        "ipt-rules session list cases/pavel-missed.yaml --format markdown",
    ),
    "rules list": ("ipt-rules rules list --chapter safety", "ipt-rules rules list --statement SAF-07"),
    "rules show": ("ipt-rules rules show item-9-enquire",),
    "rules check": ("ipt-rules rules check",),
    "rules new": ("ipt-rules rules new my-new-rule --chapter focus --rules my-pack",),
    "rules mutate": ("ipt-rules rules mutate item-9-enquire",),
    "diff": (
        "ipt-rules diff v0.1.0 ipt_rules-0.2.0-py3-none-any.whl cases",
        "ipt-rules diff rules my-pack cases/amira.yaml --check",
    ),
    "trace": ("ipt-rules trace SAF-03", "ipt-rules trace --check"),
    "spec": ("ipt-rules spec --html spec.html",),
    "docs": ("ipt-rules docs --check",),
    "packs list": ("ipt-rules packs list",),
    "config": ("ipt-rules config", "ipt-rules --config settings.yaml config"),
    "completion": ("ipt-rules completion bash",),
}
"""By the name of the command. Files are those of a checkout, or such as the user has."""
