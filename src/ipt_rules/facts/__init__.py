"""Facts: what the rules read. `base` is their form, `kinds` the dictionary, `derive` makes them from a case."""

from ipt_rules.facts.base import Fact, FactKind, Field, Value

__all__ = ["Fact", "FactKind", "Field", "Value"]
