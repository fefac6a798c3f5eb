"""In which section of a recommendation a finding is read: a part of the policy of `recommendation.assemble`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SECTIONS = (
    "alerts",
    "safety",
    "suitability",
    "phase",
    "focus",
    "progress",
    "techniques",
    "ending",
    "maintenance",
    "notes",
)
"""What a recommendation is read in, first to last."""

SECTION_OF_CONCLUSION: Mapping[str, str] = {
    "alert": "alerts",
    "fits": "suitability",
    "argues_for": "focus",
    "argues_against": "focus",
    "choose": "focus",
    "stage": "focus",
    "suggest": "techniques",
    "block": "techniques",
}
"""Where these are read, whatever chapter they come from; the others are read with their chapter."""

SECTION_OF_NEED: Mapping[str, str] = {
    "safety": "safety",
    "course": "suitability",
    "phase": "phase",
    "focus": "focus",
    "progress": "progress",
    "techniques": "techniques",
    "ending": "ending",
    "maintenance": "maintenance",
}
SECTION_OF_CHAPTER: Mapping[str, str] = {
    "safety": "safety",
    "gaps": "safety",
    "suitability": "suitability",
    "phases": "phase",
    "focus": "focus",
    "choice": "focus",
    "progress": "progress",
    "techniques": "techniques",
    "ending": "ending",
    "maintenance": "maintenance",
}
"""What comes from a chapter that is not named here is read with the notes."""

SECTION_OF_GAPS: Mapping[str, str] = {"review": "phase", "note": "progress"}
"""The chapter of gaps asks for all sections; what else it says is read here, its plans with safety."""

LAST_IN_SECTION = ("note", "ask")
"""Inside a section notes stand after what calls for action, and questions after both."""


def section_of(conclusion: str, chapter: str, content: Mapping[str, Any]) -> str:
    """The section for a conclusion of a chapter; `content` is the conclusion's own part.

    >>> section_of("ask", "gaps", {"needed_for": "course"}), section_of("plan", "ending", {})
    ('suitability', 'ending')
    """
    if conclusion == "ask":
        return SECTION_OF_NEED[content["needed_for"]]
    if conclusion == "refer" and content.get("first") and chapter != "safety":
        return "suitability"
    if chapter == "gaps" and conclusion in SECTION_OF_GAPS:
        return SECTION_OF_GAPS[conclusion]
    return SECTION_OF_CONCLUSION.get(conclusion) or SECTION_OF_CHAPTER.get(chapter, "notes")
