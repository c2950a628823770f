#!/bin/sh
# Makes .venv from requirements.lock. Called by make; $1 is the Python to use.
# uv does it in seconds: the one that tools/uv.txt pins, brought by the machine's own uv or else by pip.
# Where that fails (no wheel for the platform, packages that only pip's settings reach), pip does it all.
set -eu
# A shell that waits for its child would take Ctrl-C for a uv that failed, and go on with pip.
trap 'exit 130' INT
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
python=${1:-python3}

stop() {
    printf '%s\n' "$1" >&2
    exit 1
}

make_venv() {
    rm -rf .venv
    "$python" -c 'import venv, ensurepip' 2>/dev/null ||
        stop "Python's venv module is missing: install it (Debian: apt-get install python3-venv) and run the command again"
    "$python" -m venv .venv ||
        stop "The folder .venv could not be made here: check free space and write access, then run the command again"
}

with_uv() {
    # Never uv from source: that takes a Rust compiler and many minutes.
    pinned="--require-hashes --only-binary :all: --requirement tools/uv.txt"
    if command -v uv >/dev/null 2>&1; then
        rm -rf .venv
        uv venv --quiet --python "$(command -v "$python")" .venv &&
            uv pip install --quiet --python .venv/bin/python $pinned
    else
        make_venv
        .venv/bin/pip install $pinned
    fi &&
        .venv/bin/uv pip install --python .venv/bin/python --require-hashes --requirement requirements.lock
}

with_pip() {
    make_venv
    .venv/bin/pip install --progress-bar on --require-hashes --requirement requirements.lock |
        grep --line-buffered -E '^(Downloading|Installing|Successfully)|ERROR' | cut -c1-100 || true
    # The pipe hides pip's own exit status, so ask for the result itself.
    .venv/bin/pip check >/dev/null && .venv/bin/python -c 'import voila, anywidget, pytest' 2>/dev/null
}

install_project() {
    installer=".venv/bin/pip install"
    [ ! -x .venv/bin/uv ] || installer=".venv/bin/uv pip install --python .venv/bin/python"
    $installer --quiet --no-deps --no-build-isolation --no-index --editable .
}

command -v "$python" >/dev/null 2>&1 ||
    stop "Python was not found: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv), or name it: make PYTHON=/path/to/python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Python 3.11 or newer is needed, '$python' is $("$python" -V 2>&1): install a newer one, or name it: make PYTHON=/path/to/python3"

# A .venv without .ready was broken off half-way.
if [ ! -x .venv/bin/python ] || [ ! -e .venv/.ready ] || [ requirements.lock -nt .venv/.ready ]; then
    echo "Setting up .venv (once; mostly less than a minute) ..."
    if ! with_uv; then
        echo "uv could not set up .venv; pip does it instead (a few minutes) ..." >&2
        with_pip ||
            stop "Some packages could not be installed: check network and free space, then run the command again"
    fi
fi
install_project ||
    stop "The project itself could not be installed into .venv: delete the folder .venv and run the command again"
touch .venv/.ready
echo "Ready."
