"""Runs every feature: the specification that QA reads."""

from pytest_bdd import scenarios

scenarios("../features")
