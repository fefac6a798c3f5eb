"""The page of the parameters: every threshold, what a site may choose, and how it does."""

from __future__ import annotations

from ipt_rules.finding import shown
from ipt_rules.rulebook import Rulebook

SAMPLE = "site.yaml"
"""The file in `docs` that shows how a site sets parameters."""


def parameters_page(rulebook: Rulebook, sample: str) -> str:
    """Every threshold, with what a site may choose and how; `sample` is the file that shows it."""
    lines = [
        "# Parameters",
        "",
        "## What a site may set",
        "",
        "A service may choose other values, each inside its range, for what is our own judgement. The rest is its source's, and",
        f"stays. A file names what is set, [{SAMPLE}]({SAMPLE}) for one:",
        "",
        "```yaml",
        *sample.strip().splitlines(),
        "```",
        "",
        f"    ipt-rules recommend my-case.yaml --parameters docs/{SAMPLE}",
        f"    ipt-rules explain my-case.yaml RULE --parameters docs/{SAMPLE}",
        "",
        "```python",
        "from ipt_rules.site import read_parameters",
        "",
        f'rulebook = Rulebook.load().with_parameters(read_parameters("docs/{SAMPLE}"))',
        "```",
        "",
        "`with_parameters` takes any mapping. The same values give the same rulebook, made once, so a service may ask for it",
        "at every call. A value outside its range, of the wrong type, or of a parameter that is not to be changed is refused,",
        "with its place. Every answer says what was set: in its small print, in JSON under `rulebook.site_parameters`.",
        "",
        "## All parameters",
        "",
        "| parameter | value | a site may choose | meaning | statements |",
        "|---|---|---|---|---|",
    ]
    for one in sorted(rulebook.parameters.values(), key=lambda parameter: parameter.key):
        allowed = f"{one.range[0]:g} to {one.range[1]:g}" if one.range else "yes or no"
        value = shown(one.value) if isinstance(one.value, bool) else f"{one.value} {one.unit}"
        meaning = one.meaning.replace("|", "\\|")
        cells = (f"`{one.key}`", value, allowed if one.tune else "no", meaning, ", ".join(one.statements))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
