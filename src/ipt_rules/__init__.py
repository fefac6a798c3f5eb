"""Rule-based clinical decision support for Interpersonal Psychotherapy (IPT).

It advises a trained therapist; it does not diagnose, decide or order.
"""

from ipt_rules import errors
from ipt_rules.case import Case, Intake, Session
from ipt_rules.explain import explain
from ipt_rules.recommend import recommend
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.rule import Rule
from ipt_rules.rulebook import Rulebook
from ipt_rules.timeline import Change, Timeline, TimelineEntry, timeline

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
]
