#!/bin/sh
# Brings the vendored front-end files in again from npm. See VENDORED.md.
# For maintainers: change a version here and in VENDORED.md, run, look at the pages, commit.
set -eu
cd "$(dirname "$0")/.."
ttf=0.4.1
minisearch=7.2.0
fsrs=5.4.2
reveal=6.0.2
lucide=1.62.0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm install --silent --no-audit --no-fund "@expo-google-fonts/be-vietnam-pro@$ttf" "minisearch@$minisearch" \
    "ts-fsrs@$fsrs" "reveal.js@$reveal" "lucide-static@$lucide")
npm ci --silent --no-audit --no-fund  # esbuild, in the version of package.json
modules="$work/node_modules"

mkdir -p charts/fonts widgets/vendor
fonts="$modules/@expo-google-fonts/be-vietnam-pro"
cp "$fonts/400Regular/BeVietnamPro_400Regular.ttf" charts/fonts/be-vietnam-pro-400.ttf
cp "$fonts/600SemiBold/BeVietnamPro_600SemiBold.ttf" charts/fonts/be-vietnam-pro-600.ttf
# Their licence, OFL.txt beside them, stays as it is: the package holds its own alone.
make .venv/.ready
.venv/bin/python tools/web_fonts.py

# A library becomes one small module with the named exports.
library() { # file, package, entry line
    echo "$3" >"$work/entry.js"
    {
        echo "//! $2 $(node -p "require('$modules/$2/package.json').version"), MIT; written by tools/vendor.sh."
        echo "// @ts-nocheck"
        node_modules/.bin/esbuild "$work/entry.js" --bundle --minify --format=esm --target=es2020 --charset=utf8 \
            --legal-comments=none --log-level=warning
    } >"widgets/vendor/$1"
    cp "$modules/$2/LICENSE"* "widgets/vendor/$1.LICENSE.txt"
}
library minisearch.js minisearch 'export { default as MiniSearch } from "minisearch";'
library fsrs.js ts-fsrs 'export { createEmptyCard, fsrs, Rating, State } from "ts-fsrs";'

# The deck's engine: its script and its layout, without themes and plugins. The banner comment goes, because
# it names other hosts, which no page of the kit may; the licence stands beside it.
mkdir -p slides/static/vendor
for kind in js css; do
    {
        echo "/* reveal.js $reveal, MIT; written by tools/vendor.sh. */"
        perl -0pe 's{\A/\*!.*?\*/\s*}{}s' "$modules/reveal.js/dist/reveal.$kind"
    } >"slides/static/vendor/reveal.$kind"
done
cp "$modules/reveal.js/LICENSE" slides/static/vendor/reveal.js.LICENSE.txt

# Icons: of each what stands within its frame, for charts/icons.
for name in book-open gavel lightbulb list-checks lock scale shield-check sprout triangle-alert trophy wallet; do
    tr '\n' ' ' <"$modules/lucide-static/icons/$name.svg" \
        | perl -pe 's/<!--.*?-->//; s/.*?<svg[^>]*>//; s/<\/svg>.*//; s/\s+/ /g; s/^ | $//g; $_ .= "\n"' >"charts/icons/$name.svg"
done
cp "$modules/lucide-static/LICENSE" charts/icons/LICENSE.txt
