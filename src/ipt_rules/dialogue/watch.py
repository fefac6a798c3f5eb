"""Watches the case while it is being told: what alerts it raises, as soon as an answer raises one."""

from __future__ import annotations

from datetime import date

from ipt_rules.case import Case
from ipt_rules.recommendation import Finding, Recommendation
from ipt_rules.recommending import recommend
from ipt_rules.rulebook import Rulebook

Told = tuple[str, str, str]


class Watch:
    """Asks what is recommended for the case so far. An alert is news when its rule, subject or level is."""

    def __init__(self, rulebook: Rulebook, on: date, engine: str | None = None) -> None:
        self._rulebook = rulebook
        self._on = on
        self._engine = engine
        self._told: frozenset[Told] = frozenset()
        self._now: Recommendation | None = None

    @property
    def recommendation(self) -> Recommendation | None:
        """What was recommended when the case was last looked at."""
        return self._now

    def standing(self, case: Case) -> tuple[Finding, ...]:
        """The alerts that stand before anything is asked; what is told here is no news later."""
        if self._now is None:
            self.look(case)
        return self._now.alerts if self._now else ()

    def look(self, case: Case) -> tuple[Finding, ...]:
        """The alerts that the case raises now and did not raise when it was last looked at."""
        self._now = recommend(case, self._rulebook, self._on, engine=self._engine)
        alerts = self._now.alerts
        news = tuple(one for one in alerts if _told(one) not in self._told)
        self._told = frozenset(map(_told, alerts))
        return news


def _told(alert: Finding) -> Told:
    return (*alert.key, str(alert.content["level"]))
