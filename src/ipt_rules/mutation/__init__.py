"""Mutation of rules: one thing is changed at a time, and the rule's examples and scenarios ought to notice."""
