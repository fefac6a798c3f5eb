"""The case: what a therapist records. Start at `Case` in `model.py`."""

from ipt_rules.case.base import PartialDate
from ipt_rules.case.model import SCHEMA_VERSION, Case, Intake, Preferences
from ipt_rules.case.session import Session

__all__ = ["SCHEMA_VERSION", "Case", "Intake", "PartialDate", "Preferences", "Session"]
