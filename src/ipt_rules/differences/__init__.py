"""Two versions of the rulebook beside each other: which rules changed, and for which cases what is said differently.

`versions` finds them, `running` lets each answer in a process of its own (`worker`), `said` takes the answers apart, `cases`
and `rulebooks` compare, `page` and `data` are what is read. Why it is so: docs/adr/0013-differences.md.
"""
