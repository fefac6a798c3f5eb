"""Rule-based clinical decision support for Interpersonal Psychotherapy (IPT).

It advises a trained therapist; it does not diagnose, decide or order.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipt_rules import errors
    from ipt_rules.case import Case, Intake, Session
    from ipt_rules.explaining import explain
    from ipt_rules.recommendation import Finding, Recommendation
    from ipt_rules.recommending import recommend
    from ipt_rules.rule import Rule
    from ipt_rules.rulebook import Rulebook
    from ipt_rules.timelines import Change, Timeline, TimelineEntry, timeline
    from ipt_rules.turning import what_would_change

__version__ = "0.1.0"
__all__ = [
    "Case",
    "Change",
    "Finding",
    "Intake",
    "Recommendation",
    "Rule",
    "Rulebook",
    "Session",
    "Timeline",
    "TimelineEntry",
    "errors",
    "explain",
    "recommend",
    "timeline",
    "what_would_change",
]

if not TYPE_CHECKING:
    _PLACES = {
        "case": ("Case", "Intake", "Session"),
        "explaining": ("explain",),
        "recommendation": ("Finding", "Recommendation"),
        "recommending": ("recommend",),
        "rule": ("Rule",),
        "rulebook": ("Rulebook",),
        "timelines": ("Change", "Timeline", "TimelineEntry", "timeline"),
        "turning": ("what_would_change",),
    }

    def __getattr__(name: str) -> Any:
        """Each public name is imported when it is first used: a command pays for what it needs."""
        from importlib import import_module

        if name == "errors":
            return import_module("ipt_rules.errors")
        for module, names in _PLACES.items():
            if name in names:
                globals()[name] = found = getattr(import_module(f"ipt_rules.{module}"), name)
                return found
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
