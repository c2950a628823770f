"""The Voila application, its pages, and the command line."""

import sys

# jsonschema, deep below Voila, compiles a grammar for internationalized addresses on import when this
# package is there: a second of CPU at every start, for a check that nothing here asks for.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None stands for “not there”.
