# The kit's commands. Everything they need is installed into .venv the first time.
PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8866
# One process of tests more than two cores, for most of them wait now and then.
WORKERS ?= 3
# Another course than the one that ships: make serve COURSE=folder
COURSE ?=
course = $(if $(COURSE),--course "$(COURSE)")
BIN := .venv/bin
export HOST PORT
# What Python compiles is kept, whatever the shell says: tests start hundreds of processes, each of them this much sooner.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: serve test quick check lint lab site stick slides bench bundles docs lock

serve: .venv/.ready
	@exec $(BIN)/kit serve $(course) --host $(HOST) --port $(PORT)

test: .venv/.ready
	@$(BIN)/python tools/browser.py
	@exec $(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal

# What needs neither browser nor server, nor the shipped notebooks executed: in a minute.
quick: .venv/.ready
	@exec $(BIN)/pytest --numprocesses $(WORKERS) --dist worksteal -m "not browser and not server and not rendered"

check: .venv/.ready
	@exec $(BIN)/kit check $(course)

lint: .venv/.ready node_modules/.package-lock.json
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --no-error-summary
	@said=$$($(BIN)/lint-imports --no-logo --no-cache) || { echo "$$said" >&2; exit 1; }
	@node_modules/.bin/tsc
	@node tools/bundle.mjs --check
	@node tools/floor.mjs

site: .venv/.ready
	@exec $(BIN)/kit site $(course)

stick: .venv/.ready
	@exec $(BIN)/kit stick $(course)

slides: .venv/.ready
	@exec $(BIN)/kit slides $(course)

bench: .venv/.ready
	@$(BIN)/python tools/browser.py --whole
	@exec $(BIN)/python -m bench

lab: .venv/.ready
	@exec sh tools/lab.sh --ip $(HOST) --port $(PORT)

# The modules and style sheets of the front end as the files that browsers load.
bundles: node_modules/.package-lock.json
	@node tools/bundle.mjs

# The reference of a course's files, and the JSON Schemas for editors, from the models.
docs: .venv/.ready
	@exec $(BIN)/python -m tools.fields

# Made again when the locked versions or the project's own metadata change.
.venv/.ready: requirements.lock pyproject.toml tools/venv.sh
	@sh tools/venv.sh "$(PYTHON)"

# Tools of the front end; nobody who runs the kit needs them.
node_modules/.package-lock.json: package-lock.json
	@command -v npm >/dev/null || { echo "npm was not found: install Node 18 or newer, and run the command again" >&2; exit 1; }
	@npm ci --silent --no-audit --no-fund

# For maintainers: resolve the versions anew.
RESOLVE = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
  --upgrade --custom-compile-command "make lock"
lock: .venv/.ready
	@$(RESOLVE) --extra dev --output-file requirements.lock pyproject.toml
	@echo uv | $(RESOLVE) --no-annotate --output-file tools/uv.txt -
