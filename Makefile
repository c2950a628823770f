# The kit's commands. Everything they need is installed into .venv the first time.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8866
BIN := .venv/bin
export HOST PORT

.PHONY: serve test check lint lab site stick slides bench lock

serve: .venv/.ready
	@exec $(BIN)/kit serve --host $(HOST) --port $(PORT)

test: .venv/.ready
	@$(BIN)/python tools/browser.py
	@exec $(BIN)/pytest --numprocesses 2 --dist loadfile

check: .venv/.ready
	@exec $(BIN)/kit check

lint: .venv/.ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

site: .venv/.ready
	@exec $(BIN)/kit site

stick: .venv/.ready
	@exec $(BIN)/kit stick

slides: .venv/.ready
	@exec $(BIN)/kit slides

bench: .venv/.ready
	@$(BIN)/python tools/browser.py
	@exec $(BIN)/python -m bench

lab: .venv/.ready
	@exec $(BIN)/jupyter lab --ip $(HOST) --port $(PORT) --notebook-dir .

# Made again when the locked versions or the project's own metadata change.
.venv/.ready: requirements.lock pyproject.toml tools/venv.sh
	@sh tools/venv.sh "$(PYTHON)"

# For maintainers: resolve the versions anew.
RESOLVE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
  --upgrade --custom-compile-command "make lock"
lock: .venv/.ready
	@$(RESOLVE) --extra dev --output-file requirements.lock pyproject.toml
	@echo uv | $(RESOLVE) --no-annotate --output-file tools/uv.txt -
