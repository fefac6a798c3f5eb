"""How a new value is written in YAML, so that our reader reads it back as it is: plain where it can be, else in quotes."""

from __future__ import annotations

import re
from typing import Any

import yaml

from ipt_rules.reading_yaml import NULL_WORDS, PLAIN_FORMS

SHORT_LIST = 80
_UNSHOWN_BREAKS = re.compile("[\r\x85\u2028\u2029]")


class _Words(yaml.SafeDumper):
    """Writes by the words of YAML 1.2: `no` and dates are text without quotes, and `"08"` is text in quotes."""

    yaml_implicit_resolvers: dict[Any, Any] = {}  # noqa: RUF012 - PyYAML's own name and shape
    sequence_indent = 2
    flow = False
    cautious = False

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, indentless and not self.sequence_indent)

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def represent_text(self, value: str) -> yaml.Node:
        style = None
        if self.cautious or _UNSHOWN_BREAKS.search(value):
            style = '"'
        elif "\n" in value:
            style = '"' if self.flow else "|"
        return self.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def represent_blank(self, _value: None) -> yaml.Node:
        return self.represent_scalar("tag:yaml.org,2002:null", "null" if self.flow else "")

    def represent_entries(self, value: dict[str, Any]) -> yaml.Node:
        pairs = [(self._key(key), self.represent_data(one)) for key, one in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=self.flow or not pairs)

    def _key(self, key: str) -> yaml.Node:
        """A key is read as it is written, so that it needs no quotes to be text; unless it would be a blank."""
        tag = "tag:yaml.org,2002:str"
        if not self.cautious and key not in NULL_WORDS:
            tag = str(self.resolve(yaml.ScalarNode, key, (True, False)))  # type: ignore[no-untyped-call]
        return yaml.ScalarNode(tag, key, style='"' if self.cautious else None)

    def represent_list_of(self, value: list[Any]) -> yaml.Node:
        in_line = self.flow or not value or _is_short(value)
        before, self.flow = self.flow, in_line
        items = [self.represent_data(one) for one in value]
        self.flow = before
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=in_line)


_Words.add_representer(str, _Words.represent_text)
_Words.add_representer(type(None), _Words.represent_blank)
_Words.add_representer(dict, _Words.represent_entries)
_Words.add_representer(list, _Words.represent_list_of)
for _tag, _form in PLAIN_FORMS.items():
    _Words.add_implicit_resolver(_tag, _form, None)


def _is_short(items: list[Any]) -> bool:
    """A list of short words or numbers stands on one line: nine answers to a questionnaire on nine lines help nobody."""
    scalars = not any(isinstance(one, (dict, list)) or (isinstance(one, str) and "\n" in one) for one in items)
    return (
        scalars and sum(len(str(one)) + 2 for one in items) <= SHORT_LIST and not any(" " in str(one) for one in items)
    )


def in_line(value: Any, *, cautious: bool = False) -> str:
    """A value on one line, as it stands within brackets."""
    return _dumped(value, flow=True, cautious=cautious, sequence_indent=2).rstrip("\n").removesuffix("\n...")


def entry(key: str, value: Any, *, sequence_indent: int, cautious: bool = False) -> str:
    """`key: value` in lines, each list indented by so many columns below its key."""
    return _dumped({key: value}, flow=False, cautious=cautious, sequence_indent=sequence_indent)


def item(value: Any, *, sequence_indent: int, cautious: bool = False) -> str:
    """`- value` in lines."""
    return _dumped(_Item(value), flow=False, cautious=cautious, sequence_indent=sequence_indent)


class _Item:
    """A list of one entry that is never written in brackets."""

    def __init__(self, value: Any) -> None:
        self.value = value


def _item_node(dumper: _Words, one: _Item) -> yaml.Node:
    return yaml.SequenceNode("tag:yaml.org,2002:seq", [dumper.represent_data(one.value)], flow_style=False)


_Words.add_representer(_Item, _item_node)


def _dumped(value: Any, *, flow: bool, cautious: bool, sequence_indent: int) -> str:
    form = type("_Form", (_Words,), {"flow": flow, "cautious": cautious, "sequence_indent": sequence_indent})
    told: str = yaml.dump(value, Dumper=form, allow_unicode=True, sort_keys=False, width=float("inf"))
    return told
