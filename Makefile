# make run    the program, on this repository's own roadmap.toml
# make test   everything that is checked before a change goes in
# The rest: make setup, test-long, bench, format, catalogues, keys, screenshots, lock, clean.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,$(shell \
	$(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CODE := $(shell find model exporters tui -name '*.py' 2>/dev/null)
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links --quiet $(if $(UPGRADE),--upgrade)

# Without byte code every start would compile the program anew.
unexport PYTHONDONTWRITEBYTECODE
export PIP_REQUIRE_VIRTUALENV = 1

.PHONY: run setup test check test-long bench format catalogues keys screenshots lock clean
.DELETE_ON_ERROR:

run: $(VENV)/.compiled
	@$(BIN)/tiekartta $(ARGS)

setup: $(VENV)/.compiled
	@echo "Ready: $(BIN)/tiekartta"

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Tiekartta needs Python 3.11 or newer, and none was found as python3." >&2; exit 1; }
	@echo "Setting up $(VENV) (once; under a minute)"
	@$(PYTHON) -m venv $(VENV) || { echo "python3 has no venv: install your system's package for it (python3-venv)." >&2; exit 1; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made requirements/run.txt pyproject.toml
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.compiled: $(VENV)/.installed $(CODE)
	@$(BIN)/python -m compileall -q model exporters tui
	@touch $@

$(VENV)/.dev: $(VENV)/.installed requirements/dev.txt
	@echo "Adding the tools for testing (once)"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

test: check
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal --cov --cov-report=
	$(BIN)/coverage report --include='tui/*' --fail-under=90
	$(BIN)/coverage report --include='model/*,exporters/*' --fail-under=98

check: $(VENV)/.dev $(VENV)/.compiled
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test-long: $(VENV)/.dev $(VENV)/.compiled
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal -m long --hypothesis-profile long \
		-o faulthandler_timeout=3600

bench: $(VENV)/.dev $(VENV)/.compiled
	@$(BIN)/python -m benchmarks $(ARGS)

format: $(VENV)/.dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

catalogues: $(VENV)/.dev
	@$(BIN)/python -m docs.catalogues

keys: $(VENV)/.compiled
	$(BIN)/python -m docs.keys
	$(BIN)/python -m docs.commands
	$(BIN)/python -m tui.cli.completion

screenshots: $(VENV)/.compiled
	$(BIN)/python -m docs.screenshots

lock: $(VENV)/.made
	@$(PIP) install uv
	$(LOCK) --group build -o requirements/run.txt
	$(LOCK) --group dev -o requirements/dev.txt

clean:
	rm -rf $(VENV) dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
