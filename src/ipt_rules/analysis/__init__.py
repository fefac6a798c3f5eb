"""Analysis of a rulebook by proof, where examples only show cases: what can never come true, is covered, or contradicts.

`values`, `patterns` and `queries` decide about sets of facts; each check stands in a module of its own; `running` runs
them. `docs/analysis.md` says what each means and where it is exact.
"""
