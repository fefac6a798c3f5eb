"""Then: what was told of each sign of danger, and what nobody has recorded."""

from __future__ import annotations

from pytest_bdd import parsers, then

from ipt_rules import Recommendation
from ipt_rules.recommendation import SignAnswer


def _sign(recommendation: Recommendation, sign: str) -> SignAnswer:
    known = {one.sign: one for one in recommendation.danger_signs}
    assert sign in known, f"no sign is called {sign}: {sorted(known)}"
    return known[sign]


@then(parsers.parse('of the sign "{sign}" nothing is recorded'))
def _nothing(recommendation: Recommendation, sign: str) -> None:
    one = _sign(recommendation, sign)
    assert (one.answer, one.on) == (None, None), one.answer


@then(parsers.parse('the sign "{sign}" was answered {answer} on {day}'))
def _answered(recommendation: Recommendation, sign: str, answer: str, day: str) -> None:
    one = _sign(recommendation, sign)
    assert (one.answer, str(one.on)) == (answer, day)
