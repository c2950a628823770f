# The kit's commands. Everything they need is installed into .venv the first time.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8866
# One process of tests more than two cores, for most of them wait now and then.
WORKERS ?= 3
BIN := .venv/bin
export HOST PORT

.PHONY: serve test quick lint lab site stick slides bench lock

serve: .venv/.ready
	@exec $(BIN)/kit serve --host $(HOST) --port $(PORT)

test: .venv/.ready
	@$(BIN)/python tools/browser.py
	@exec $(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal

# What needs neither browser nor server: in a minute.
quick: .venv/.ready
	@exec $(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal -m "not browser and not server"

lint: .venv/.ready
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/nbstripout --verify --keep-id notebooks/*.ipynb

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
