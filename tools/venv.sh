#!/bin/sh
# Makes .venv from requirements.lock. Called by make; $1 is the Python to use.
set -eu
python=${1:-python3}

stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

command -v "$python" >/dev/null 2>&1 ||
    stop "Python was not found: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv), or name it: make PYTHON=/path/to/python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 or newer is needed, '$python' is $("$python" -V 2>&1): install a newer one, or name it: make PYTHON=/path/to/python3"
"$python" -c 'import venv, ensurepip' 2>/dev/null ||
    stop "Python's venv module is missing: install it (Debian: apt-get install python3-venv) and run the command again"

if [ ! -x .venv/bin/python ] || [ requirements.lock -nt .venv/.ready ]; then
    echo "Setting up .venv (once; a few minutes) ..."
    rm -rf .venv
    "$python" -m venv .venv || stop "The folder .venv could not be made here: check free space and write access, then run the command again"
    .venv/bin/pip install --disable-pip-version-check --no-input --progress-bar on --require-hashes --requirement requirements.lock |
        grep --line-buffered -E '^(Downloading|Installing|Successfully)|ERROR' | cut -c1-100 || true
    # The pipe hides pip's own exit status, so ask for the result itself.
    .venv/bin/pip check --disable-pip-version-check >/dev/null && .venv/bin/python -c 'import voila, anywidget, pytest' ||
        stop "Some packages could not be installed: check the network connection and run the command again"
fi
.venv/bin/pip install --disable-pip-version-check --quiet --no-deps --no-build-isolation --no-index --editable . ||
    stop "The project itself could not be installed into .venv: delete the folder .venv and run the command again"
touch .venv/.ready
echo "Ready."
