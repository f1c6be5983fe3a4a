# Two commands do everything, set-up included: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: run test lint unit screenshots evaluate bench fuzz clean installer installer-fast smoke

run: $(READY)
	$(BIN)/python packaging/run_sample.py

test: $(READY) lint unit

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n 2 --dist loadfile

screenshots: $(READY)
	$(BIN)/python packaging/screenshots.py docs/pictures

evaluate: $(READY)
	$(BIN)/python packaging/evaluate.py
	$(BIN)/python packaging/evaluate_names.py $(DATA)
	$(BIN)/python packaging/evaluate_restoration.py $(DATA)
	$(BIN)/python packaging/evaluate_entities.py
	$(BIN)/python packaging/evaluate_checks.py

bench: $(READY)
	$(BIN)/python packaging/bench.py
	$(BIN)/python packaging/bench_dataset.py

fuzz: $(READY)
	$(BIN)/python packaging/fuzz.py

# The Windows installer, on Debian 12; for those who roll it out: docs/administrators.md.
SETUP = $(shell ls -t build/windows/*-setup*.exe 2>/dev/null | head -1)
WINDOWS_TOOLS := nsis gcc-mingw-w64-x86-64-win32 wine wine64 locales
SMOKE_TOOLS := xvfb openbox x11-utils wmctrl xdotool imagemagick

installer: $(VENV)/installer-ready
	$(BIN)/python packaging/windows/build.py

installer-fast: $(VENV)/installer-ready
	$(BIN)/python packaging/windows/build.py --fast

smoke: $(VENV)/installer-ready
	sh packaging/system_packages.sh $(SMOKE_TOOLS)
	test -n "$(SETUP)" || $(MAKE) installer-fast
	$(BIN)/python packaging/windows/smoke.py $(SETUP)

$(VENV)/installer-ready: $(READY) pyproject.toml
	sh packaging/system_packages.sh $(WINDOWS_TOOLS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev,installer]'
	touch $@

$(READY): pyproject.toml packaging/system_packages.sh
	sh packaging/system_packages.sh
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
