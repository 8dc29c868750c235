# Each target does its own set-up. On Windows, see README.md for the same without make.
PYTHON ?= python3
# Isolated: a PYTHONPATH of the caller's, or a module that lies about here, is not ours to run.
ACCORD := .venv/bin/python -I -m accord
# One process a core. A worker that has nothing left to do takes tests from another.
PYTEST := .venv/bin/pytest -n auto --dist worksteal
QUICK := tests/test_repository.py tests/test_model.py tests/test_cards.py tests/test_worksheets.py tests/test_standing.py
# The day of the newest commit counts as today, so that one commit gives the same bytes everywhere. Where something is not
# committed yet, today is today: a record that was just made would else be dated in the future, and not shown.
ifeq ($(shell git status --porcelain 2>/dev/null),)
EPOCH := $(shell git log -1 --format=%ct 2>/dev/null)
endif
ifneq ($(findstring dubious,$(shell LC_ALL=C git rev-parse 2>&1)),)
$(warning This folder belongs to another user, so git tells nothing of it, and today counts as the day. Run this as that user.)
endif
ifneq ($(EPOCH),)
export SOURCE_DATE_EPOCH ?= $(EPOCH)
endif

.PHONY: site serve check test test-quick test-content style types quick demo bench prove wheels clean help ready ready-test

site: ready ## set up, check everything, and build the site into site/
	@$(ACCORD) site

serve: ready ## serve the site at http://127.0.0.1:8000/, as at today, and build it again at each change
	@unset SOURCE_DATE_EPOCH; $(ACCORD) serve

check: ready ## check every data file and page
	@$(ACCORD) check

test: ready-test ## everything that CI runs: format, types, rules, tests, a real browser
	@$(MAKE) --no-print-directory style types
	@$(ACCORD) check
	@$(PYTEST)

test-quick: ready-test ## an answer in 20 seconds: format, types, rules, and the tests that say most
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target style types quick

test-content: ready-test ## what a change to docs/ or data/ alone can break: the check, the pages, a real browser
	@$(ACCORD) check
	@$(PYTEST) -m content

style:
	@.venv/bin/ruff format --check --quiet . || { echo "Run: .venv/bin/ruff format ."; exit 1; }
	@.venv/bin/ruff check --quiet .

types:
	@.venv/bin/mypy --no-error-summary

quick:
	@$(ACCORD) check
	@.venv/bin/pytest $(QUICK)

demo: ready ## the site with the sample register of tests/demo/, into build/demo/
	@$(ACCORD) site --sample tests/demo --out build/demo --as-of 2026-11-22

bench: ready-test ## measure: the build against bare MkDocs, the preview, and how time grows with the register
	@.venv/bin/python -m tests.measure.bench

prove: ready-test ## show what is promised: identical builds, nothing harmed by failures, private and light pages
	@$(PYTHON) scripts/prepare.py prove
	@.venv/bin/python -m tests.measure.prove

wheels: ready ## fetch every locked package into build/wheels/, to set up a machine like this one without a network
	@.venv/bin/python -I -m pip download --quiet --require-hashes --only-binary :all: -r requirements.txt -d build/wheels

clean: ## remove what was built and set up
	rm -rf site build .venv

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

ready:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. On Debian: sudo apt install python3 python3-venv"; exit 2; }
	@$(PYTHON) scripts/prepare.py site

ready-test:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. On Debian: sudo apt install python3 python3-venv"; exit 2; }
	@$(PYTHON) scripts/prepare.py test
