# The words a newcomer and CI use. Each target sets up what it needs: a virtual environment in .venv, nothing outside it.
PYTHON ?= python3
VENV   ?= .venv
PY     := $(VENV)/bin/python
READY  := $(VENV)/.ready

.PHONY: demo test lint bench docs setup clean

demo: $(READY)  ## the main job on the five seed articles
	$(PY) -m claimex run seeds/*.txt --metadata seeds/metadata.jsonl --out out

test: $(READY)  ## every test
	$(PY) -m pytest

lint: $(READY)  ## style, types, import contracts
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports

bench: $(READY)  ## scores against the gold sets, and speed beside peers
	$(PY) -m benchmarks.run

docs: $(READY)  ## reference pages out of the code
	$(PY) docs/build.py

setup: $(READY)

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet --editable . --group dev
	touch $@

clean:
	rm -rf $(VENV) out build dist
