"""Matchers: which rules hold for which facts. `plain` defines the meaning; `rete` is durable_rules and must agree."""

from ipt_rules.matching.base import Matcher, engine_names, matcher_class, matcher_of

__all__ = ["Matcher", "engine_names", "matcher_class", "matcher_of"]
