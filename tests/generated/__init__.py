"""Whole cases, generated: those of the features and of `cases/` as bases, changed and crossed. Start at `cases.py`."""
