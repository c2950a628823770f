#!/bin/sh
# Opens JupyterLab. Where Node is there, what is saved in a widget's source reaches the widgets that stand open:
# esbuild writes the bundle again, and anywidget hands it over. Called by make with JupyterLab's options.
set -eu

if command -v npm >/dev/null 2>&1 && make --silent node_modules/.package-lock.json; then
    node tools/bundle.mjs --watch &
    watcher=$!
    # Ctrl-C is JupyterLab's to answer, which asks whether it is meant; the watcher goes when JupyterLab has gone.
    trap 'kill $watcher 2>/dev/null' EXIT
    trap : INT
else
    echo "Node or its packages are missing: what is saved in JavaScript or CSS shows only after make bundles." >&2
fi
# The field for the minutes of a slide is an extension of JupyterLab.
ANYWIDGET_HMR=1 .venv/bin/jupyter lab --notebook-dir . --LabApp.extra_labextensions_path=tools/lab "$@"
