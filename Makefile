# The tasks of the project. `make` alone lists them; each works from a fresh clone with Python 3.11 or later, git and make.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help render test test-nightly lint audit accept docs pictures corpus glyphs libreoffice browser bench lock install install-dev clean

VENV ?= .venv
BIN := $(VENV)/bin
OUT ?= build
LOCKER := uv==0.13.8

# The first Python on the path that is new enough; name another with `make PYTHON=…`.
PYTHON ?= $(shell for program in python3 python3.13 python3.12 python3.11 python; do \
	"$$program" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$program" && break; done)

# The many programs that tests start read the compiled modules of those before.
unexport PYTHONDONTWRITEBYTECODE

# The lock holds a hash of every package; nothing is built from source or fetched from outside the lock.
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCKED := install --require-hashes --no-deps --only-binary :all: --requirement
SELF := install --no-deps --no-build-isolation --editable .

help: ## Print the targets
	@echo 'make TARGET, where TARGET is one of:'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

# Errors in one work do not stop the printing of others; they are repeated at the end and set the exit status.
render: install ## Check registry/ and print it as PDF, DOCX and HTML into build/
	@echo '== Checking registry/'
	@checked=0; $(BIN)/cica check --register registry || checked=$$?; \
	test $$checked -le 1 || exit $$checked; \
	echo '== Printing to $(OUT)/ (the first time takes a minute or two)'; \
	printed=0; $(BIN)/cica render --register registry -o $(OUT) || printed=$$?; \
	made=0; $(BIN)/cica site --register registry -o $(OUT)/site || made=$$?; test $$printed -ne 0 || printed=$$made; \
	if test $$printed -eq 0; \
	then echo '== Done: open $(OUT)/site/index.html, the site of the register; $(OUT)/index.html lists every printed file'; \
	else echo '== Not everything was printed: see above' >&2; fi; \
	test $$checked -eq 0 || echo '== The check before the printing found errors: $(BIN)/cica check --register registry' >&2; \
	exit $$((checked > printed ? checked : printed))

test: lint tests/browser/node_modules/installed ## Run all checks and tests of the tool itself
	@echo '== Tests (skipped ones are listed at the end with the reason)'
	$(BIN)/python -m pytest -q -n 2 --dist worksteal -m 'not slow' -rfEs

test-nightly: lint tests/browser/node_modules/installed ## Run all tests, slow ones included, with many more examples of each property
	CICA_NIGHTLY=1 $(BIN)/python -m pytest -q -n 2 --dist worksteal -rfEs

lint: install-dev ## Check style, types and levels
	@echo '== Style, types, levels'
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-logo > $(VENV)/levels.txt || { cat $(VENV)/levels.txt; exit 1; }

audit: $(VENV)-audit/installed ## Look up known weaknesses of the locked packages; needs the network
	$(VENV)-audit/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off \
		--requirement requirements-dev.lock --requirement requirements-audit.lock

accept: install-dev ## Write what the rules say into their cases; RULE=group/rule for one rule
	CICA_ACCEPT=1 $(BIN)/python -m pytest -q tests/test_cases.py::test_case $(if $(RULE),-k '$(RULE)/')
	@git status --short --untracked-files=all -- tests/cases

docs: install ## Write the generated pages, docs/reference/rules.md, clauses.md and coverage.md, and the helps
	$(BIN)/cica trace --format markdown > $(VENV)/clauses.md
	$(BIN)/cica trace --format coverage > $(VENV)/coverage.md
	$(BIN)/cica explain --all > $(VENV)/rules.md
	cp $(VENV)/clauses.md $(VENV)/coverage.md $(VENV)/rules.md docs/reference/
	$(BIN)/python tests/help_texts.py

pictures: install-dev ## Draw the pictures of the README from what the command prints
	$(BIN)/python tests/pictures.py

# What the worked example has in common with the register; tests/test_corpus.py holds the copies equal.
SHARED := $(patsubst %,reference/%.yaml,dimensions areas measures bodies letterhead settings terms) decision/cbm-modalities decision/event-guidelines

corpus: ## Copy what the worked example shares with registry/ into it
	@mkdir -p tests/corpus/reference tests/corpus/decision
	for path in $(SHARED); do rm -rf "tests/corpus/$$path" && cp -R "registry/$$path" "tests/corpus/$$path"; done
	@git --no-pager diff --stat -- tests/corpus

glyphs: install-dev ## Ask typst which characters the fonts of the PDF show
	$(BIN)/python tests/glyphs.py > $(VENV)/glyphs.txt
	cp $(VENV)/glyphs.txt templates/typst/

# Tests that need it are skipped, and say so, where it is missing. Its bridge is for the Python of the system alone.
libreoffice: ## Install LibreOffice, a second opinion on Word documents, where apt-get can (Debian, Ubuntu)
	@if command -v soffice > /dev/null && /usr/bin/python3 -c 'import uno' 2> /dev/null; then echo 'LibreOffice is there'; \
	elif command -v apt-get > /dev/null; then \
		as=; test "$$(id -u)" -eq 0 || as=sudo; \
		$$as apt-get -q update && $$as apt-get -q -y install --no-install-recommends libreoffice-writer python3-uno; \
	else echo 'no apt-get here: install LibreOffice Writer and its Python bridge (a package like python3-uno)' >&2; exit 1; fi

# Tests of the site need a browser and a few node packages; where they are missing these tests are skipped, and say so.
browser: ## Install Chromium, where apt-get can, and the node packages with which tests of the site look at its pages
	@if command -v chromium chromium-browser google-chrome > /dev/null; then echo 'a browser is there'; \
	elif command -v apt-get > /dev/null; then \
		as=; test "$$(id -u)" -eq 0 || as=sudo; \
		$$as apt-get -q update && $$as apt-get -q -y install --no-install-recommends chromium nodejs npm; \
	else echo 'no apt-get here: install Chromium, node and npm' >&2; exit 1; fi
	@$(MAKE) --no-print-directory tests/browser/node_modules/installed

tests/browser/node_modules/installed: tests/browser/package-lock.json
	@if command -v npm > /dev/null; then \
		npm ci --prefix tests/browser --no-audit --no-fund --loglevel=error && touch $@; \
	else echo 'npm is missing: the site is not looked at in a browser; `make browser` installs what that needs'; fi

bench: install-dev ## Measure start-up, check and print beside their peers
	$(BIN)/python benchmarks/run.py

lock: ## Choose the versions of all packages and write the lock files; UPGRADE=1 takes the newest
	@test -n '$(PYTHON)' || { echo 'no Python of 3.11 or later was found'; exit 1; }
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/python -m pip --disable-pip-version-check --quiet install '$(LOCKER)'
	$(VENV)-lock/bin/uv $(COMPILE) pyproject.toml --group build --output-file requirements.lock
	$(VENV)-lock/bin/uv $(COMPILE) pyproject.toml --group build --group dev --extra pades --constraint requirements.lock \
		--output-file requirements-dev.lock
	$(VENV)-lock/bin/uv $(COMPILE) --group audit --constraint requirements-dev.lock --output-file requirements-audit.lock
	rm -rf $(VENV)-lock

# One lock for all systems and Pythons, with hashes, without the address of any index.
COMPILE = pip compile --quiet --no-config --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

install: $(VENV)/installed ## Make .venv with what running needs

install-dev: $(VENV)/installed-dev ## Make .venv with what testing needs

$(VENV)/made:
	@test -n '$(PYTHON)' || { echo 'no Python of 3.11 or later was found; name one with "make PYTHON=…"'; exit 1; }
	@echo '== Making $(VENV) with $(PYTHON)'
	@$(PYTHON) -m venv $(VENV) || { echo 'Python could not make $(VENV); on Debian and Ubuntu install python3-venv'; exit 1; }
	@touch $@

$(VENV)/installed: $(VENV)/made requirements.lock pyproject.toml hatch_build.py
	@echo '== Installing the packages of requirements.lock (a minute the first time)'
	@$(PIP) $(LOCKED) requirements.lock
	@$(PIP) $(SELF)
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.lock
	@echo '== Installing the packages of requirements-dev.lock'
	@$(PIP) $(LOCKED) requirements-dev.lock
	@touch $@

# In an environment of its own, since it brings another pip.
$(VENV)-audit/installed: requirements-audit.lock
	@test -n '$(PYTHON)' || { echo 'no Python of 3.11 or later was found; name one with "make PYTHON=…"'; exit 1; }
	@$(PYTHON) -m venv $(VENV)-audit
	@$(VENV)-audit/bin/python -m pip --disable-pip-version-check --quiet $(LOCKED) requirements-audit.lock
	@touch $@

clean: ## Remove what the other targets made
	rm -rf $(VENV) $(VENV)-lock $(VENV)-audit $(OUT) dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find cica_docs tests -name __pycache__ -type d -prune -exec rm -rf {} +
