# `make demo` sets up and runs the main job on a real case; `make test` sets up and runs the tests.
# Everything is installed into .venv from constraints.txt; nothing else of the machine is used or changed.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# durable-rules is compiled when it is installed; -O2 halves its time
INSTALL := PIP_CONSTRAINT=constraints.txt CPPFLAGS="-O2 $(CPPFLAGS)" $(BIN)/pip install --quiet --disable-pip-version-check
PYTEST := $(BIN)/python -m pytest

.PHONY: help demo test lint types check mutate golden words bench hostile soak thresholds spec wheel-test clean tools

help:
	@echo "make demo    run a published case      make test    run the tests"
	@echo "make lint    ruff      make types   mypy      make check   rules, trace and docs"
	@echo "make spec    the living document, with the results of the last test runs, in build/"
	@echo "make mutate  rules changed one thing at a time      make hostile  spoiled files"
	@echo "make soak    both matchers on 100,000 generated cases, and the laws at length (these three take long)"
	@echo "make thresholds  what derivations compare with: held just below, at and just above by scenarios?"
	@echo "make bench   measure   make golden  golden answers anew   make words  the catalogue for translators"

demo: $(READY)
	@$(BIN)/ipt-rules recommend cases/ellen-postpartum.yaml --on 2012-01-01

# The tests in a browser are run by .ci/browser, which installs one.
test: $(READY)
	$(PYTEST) -n auto --dist worksteal --ignore=tests/test_spec_browser.py --ignore=tests/test_report_browser.py

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

check: $(READY)
	$(BIN)/ipt-rules rules check
	$(BIN)/ipt-rules trace --check
	$(BIN)/ipt-rules docs --check

# Every rule and parameter changed one thing at a time: what do examples and scenarios not notice? Takes long.
mutate: $(READY)
	$(BIN)/ipt-rules rules mutate --check

# The golden answers of all cases, written anew: read the difference before it is committed.
golden: $(READY)
	$(BIN)/python tests/golden.py

# The living document: run `make test` before it, for a scenario that was not run says so.
spec: $(READY)
	$(BIN)/ipt-rules spec --html build/spec.html --json build/spec.json

# What the product says in its own words, for translators: after every change of such a word.
words: $(READY)
	$(BIN)/python tests/words.py

bench: $(READY)
	$(BIN)/python benchmarks/run.py

# Fifty thousand spoiled files, in a process of its own; HOSTILE_SEED chooses others. Findings are kept in build/hostile/.
HOSTILE_SEED ?= 1
hostile: $(READY)
	@mkdir -p build/hostile
	$(BIN)/python tests/hostile_worker.py --cases 30000 --rules 20000 --whole 100 --calls 20 --huge 21 --seed $(HOSTILE_SEED) --out build/hostile/figures.md

# The matchers compared at length, then the laws with many more examples. Figures: docs/reliability.md.
soak: $(READY)
	$(BIN)/python tests/soak.py $(SOAK)
	HYPOTHESIS_PROFILE=long $(PYTEST) tests/test_laws*.py

# All scenarios with parameters that watch what derivations compare them with; some minutes. Figures: docs/reliability.md.
thresholds: $(READY)
	$(BIN)/python tests/thresholds.py

wheel-test: $(READY)
	.ci/wheel-test

$(READY): pyproject.toml constraints.txt | tools
	$(PYTHON) -m venv --clear $(VENV)
	$(INSTALL) --editable '.[dev,dialogue]'
	@touch $(READY)

# A bare Debian lacks some of these; say which package brings what is missing, all at once.
tools:
	@missing=""; \
	command -v $(PYTHON) >/dev/null || missing="$$missing python3"; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || missing="$$missing python3-venv"; \
	$(PYTHON) -c 'import os, sysconfig; p = sysconfig.get_paths()["include"]; raise SystemExit(not os.path.exists(os.path.join(p, "Python.h")))' 2>/dev/null || missing="$$missing python3-dev"; \
	command -v cc >/dev/null || command -v gcc >/dev/null || missing="$$missing gcc"; \
	if [ -n "$$missing" ]; then \
	  echo "Missing:$$missing"; echo "On Debian: apt-get install$$missing"; \
	  echo "Without a compiler the package still runs on its plain engine: see docs/install.md."; exit 1; fi

clean:
	rm -rf $(VENV) .cache build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
