"""A report of one case as an HTML page that needs nothing else: no network, no fonts, no script.

`to_html(gather(case, rulebook, on))` is the page; `save` writes it.
"""

from __future__ import annotations

from ipt_rules.report.material import Material, gather
from ipt_rules.report.page import to_html
from ipt_rules.report.saving import save

__all__ = ["Material", "gather", "save", "to_html"]
