"""The page of a recommendation, as short or as whole as the reader wants it."""

from __future__ import annotations

from ipt_rules.recommendation import Recommendation
from ipt_rules.render.brief import brief_pages as brief_pages
from ipt_rules.render.note import note_page
from ipt_rules.render.page import Page
from ipt_rules.render.sections import whole_page
from ipt_rules.render.short import short_page
from ipt_rules.render.since import with_since


def page_of(recommendation: Recommendation, detail: str = "short") -> Page:
    """The page of a recommendation, with what is new in it where that was compared; `detail` is one of FORMS."""
    if detail == "note":
        return note_page(recommendation)
    if detail == "brief":
        return next(brief_pages(recommendation))
    whole = detail != "short"
    page = whole_page(recommendation, sources=detail == "sources") if whole else short_page(recommendation)
    return with_since(page, recommendation)
