#!/bin/sh
# Brings the vendored front-end files in again from npm. See VENDORED.md.
# For maintainers: change a version here and in VENDORED.md, run, look at the pages, commit.
set -eu
cd "$(dirname "$0")/.."
web=5.3.0
ttf=0.4.1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
(cd "$work" && npm pack --silent "@fontsource/be-vietnam-pro@$web" "@expo-google-fonts/be-vietnam-pro@$ttf" >/dev/null &&
    for archive in *.tgz; do mkdir "${archive%.tgz}" && tar -xzf "$archive" -C "${archive%.tgz}"; done)

mkdir -p server/static/fonts widgets/fonts
for weight in 400 600; do
    for subset in latin vietnamese; do
        cp "$work/fontsource-be-vietnam-pro-$web/package/files/be-vietnam-pro-$subset-$weight-normal.woff2" \
            "server/static/fonts/be-vietnam-pro-$subset-$weight.woff2"
    done
done
fonts="$work/expo-google-fonts-be-vietnam-pro-$ttf/package"
cp "$fonts/400Regular/BeVietnamPro_400Regular.ttf" widgets/fonts/be-vietnam-pro-400.ttf
cp "$fonts/600SemiBold/BeVietnamPro_600SemiBold.ttf" widgets/fonts/be-vietnam-pro-600.ttf
for folder in server/static/fonts widgets/fonts; do
    cp "$work/fontsource-be-vietnam-pro-$web/package/LICENSE" "$folder/OFL.txt"
done
