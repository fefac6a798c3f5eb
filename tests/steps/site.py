"""Given: what a site has chosen. Its choice holds for the whole scenario."""

from __future__ import annotations

from functools import cache

from pytest_bdd import given

from ipt_rules import Rulebook
from tests_support import shipped_rulebook


@cache
def _with(key: str, value: bool) -> Rulebook:
    return shipped_rulebook().with_parameters({key: value})


@given("a site that works with three areas", target_fixture="rulebook")
def _three_areas() -> Rulebook:
    return _with("three_area_model", True)


@given("a site that keeps to the planned length", target_fixture="rulebook")
def _planned_length() -> Rulebook:
    return _with("earlier_ending_offered", False)
