"""The page of a recommendation, as short or as whole as the reader wants it."""

from __future__ import annotations

from ipt_rules.recommendation import Recommendation
from ipt_rules.render.page import Page
from ipt_rules.render.sections import whole_page
from ipt_rules.render.short import short_page


def page_of(recommendation: Recommendation, detail: str = "short") -> Page:
    """The page of a recommendation; `detail` is one of DETAILS."""
    if detail == "short":
        return short_page(recommendation)
    return whole_page(recommendation, sources=detail == "sources")
