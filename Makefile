# The project's commands; `make` alone lists them. Everything runs in .venv, installed from hash locks.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
BOLT_PORT ?= 7687
SIZES ?= 1000,10000,100000,1000000
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test quick check bench bench-neo4j lint format schema docs ask-docs pictures lock neo4j neo4j-lock vendor vendor-check wheel clean

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1	/' | expand -t 20

run: .venv/run.stamp ## serve the pages and GraphQL (HOST=127.0.0.1 PORT=8000)
	@exec $(BIN)/raci serve --host "$(HOST)" --port "$(PORT)"

test: check .venv/neo4j.stamp ## run everything: the checks, all tests, a real browser where there is one
	$(BIN)/pytest --cov=app --cov=graph --cov-branch --cov-report=term:skip-covered

quick: .venv/test.stamp ## run the tests that take seconds
	$(BIN)/pytest -q -m "not slow and not browser"

check: lint ## lint, types, seeds, and what is generated in step with the code
	$(BIN)/raci check
	@$(BIN)/raci schema | diff - app/graphql/schema.graphql || \
		{ echo "app/graphql/schema.graphql is not what the code says. Run make schema."; exit 1; }
	$(BIN)/python -m app.docs --check

lint: .venv/test.stamp ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/test.stamp ## let ruff write the code its way
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: .venv/run.stamp ## write app/graphql/schema.graphql
	@$(BIN)/raci schema > .venv/schema.graphql && mv .venv/schema.graphql app/graphql/schema.graphql

docs: .venv/run.stamp ## write the generated pages of docs/
	$(BIN)/python -m app.docs

ask-docs: .venv/test.stamp ## score the questions in sentences into docs/ask.md
	$(BIN)/python -m tests.asking.report

bench: .venv/test.stamp ## measure start, speed and memory into docs/performance.md
	$(BIN)/python -m tests.bench

bench-neo4j: .venv/neo4j.stamp ## measure Neo4j with many bodies into docs/performance-neo4j.md (SIZES=1000,10000)
	$(BIN)/python -m tests.bench.neo4j_scale --sizes "$(SIZES)"

pictures: .venv/test.stamp ## take the README's pictures anew (needs Chromium)
	PICTURES=docs/images $(BIN)/pytest -q tests/browser -k picture

lock: ## write the hash locks anew (needs uv)
	@command -v uv >/dev/null || { echo "uv is missing: python3 -m pip install uv."; exit 1; }
	uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-header --no-strip-extras --group build \
		-o .requirements/run.txt pyproject.toml
	uv pip compile -q --python-version 3.11 --universal --generate-hashes --no-header --no-strip-extras --group build --group test \
		-o .requirements/test.txt pyproject.toml

neo4j: .venv/neo4j.stamp ## run a Neo4j server with a fresh store, until Ctrl-C (BOLT_PORT=7687)
	@exec $(BIN)/python -m tests.neo4j --port "$(BOLT_PORT)"

neo4j-lock: .venv/test.stamp ## write the hash lock of Neo4j's jars anew (needs Maven)
	$(BIN)/python -m tests.neo4j.lock

vendor: .venv/test.stamp ## rebuild the playground's assets and the fonts (needs node and npm)
	cd app/frontend && npm ci --no-audit --no-fund && node build.mjs

vendor-check: .venv/test.stamp ## rebuild them into a folder of its own and compare (needs node and npm)
	cd app/frontend && npm ci --no-audit --no-fund && node build.mjs ../../build/vendor
	diff -r build/vendor/vendor app/static/vendor
	diff build/vendor/vendor.lock.json app/static/vendor.lock.json

wheel: .venv/run.stamp ## build dist/*.whl
	$(BIN)/pip wheel -q --no-deps --no-build-isolation -w dist .

clean: ## remove what was built or installed here
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

.venv/run.stamp: .requirements/run.txt pyproject.toml | .venv/bin/pip
	@echo "Installing what serving needs (a minute at most) ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r .requirements/run.txt
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/test.stamp: .requirements/test.txt .venv/run.stamp
	@echo "Installing what testing needs ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r .requirements/test.txt
	@touch $@

.venv/neo4j.stamp: .requirements/neo4j.txt .venv/test.stamp
	@$(BIN)/python -m tests.neo4j --fetch-only
	@touch $@

.venv/bin/pip:
	@command -v $(PYTHON) >/dev/null || \
		{ echo "$(PYTHON) is missing: install Python 3.11 or newer (Debian: apt install python3)."; exit 1; }
	@test "$$($(PYTHON) -c 'import sys; print(sys.version_info >= (3, 11))' 2>/dev/null)" = True || \
		{ echo "$(PYTHON) is not a Python of 3.11 or newer: install one, or name it: make PYTHON=python3.12."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "Python's venv module is missing: install it (Debian: apt install python3-venv)."; exit 1; }
	@echo "Making a virtual environment in .venv ..."
	@$(PYTHON) -m venv .venv
