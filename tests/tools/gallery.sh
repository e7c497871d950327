#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The gallery of themes: docs/gallery.md and a picture for each file of
# src/design/themes, of the first page of one profile.
#   gallery.sh VITA          makes all of it anew
#   gallery.sh VITA --check  the page is what would be made, every picture is
#                            there and small, and there are no others
set -euo pipefail
vita=$(realpath "${1:?usage: gallery.sh VITA [--check]}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly PROFILE=profiles/katherine-johnson.yaml
readonly WIDTH=620       # pixels: the text can just be read
readonly BYTES_MAX=60000 # of a picture: the repository keeps every one
export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8 TZ=UTC

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

themes()
{
    local file
    for file in src/design/themes/*.yaml; do
        basename "$file" .yaml
    done
}

description() # THEME
{
    sed -n 's/^description: *\(.\)\(.*\)$/\U\1\E\2./p' \
        "src/design/themes/$1.yaml"
}

page()
{
    cat <<'END'
# The gallery

The same profile, [katherine-johnson](../profiles/katherine-johnson.yaml), in
each theme, with nothing changed but the theme:

```text
vita render katherine-johnson.yaml --set 'design={theme: classic}'
```

[Design](design.md) tells which options the themes set, and
[fields.md](fields.md) which fields of entries they show.
END
    local theme
    while read -r theme; do
        printf '\n## %s\n\n' "$theme"
        description "$theme" | fold -s -w 79 | sed 's/ *$//'
        printf '\n![First page in the theme %s](gallery/%s.png)\n' \
            "$theme" "$theme"
    done < <(themes)
}

picture() # THEME
{
    "$vita" render "$PROFILE" -q --set "design={theme: $1}" -o "$tmp/$1.pdf"
    pdftoppm -singlefile -scale-to-x "$WIDTH" -scale-to-y -1 \
        "$tmp/$1.pdf" "$tmp/$1"
    tests/tools/palette.py <"$tmp/$1.ppm" >"docs/gallery/$1.png"
}

check_picture() # THEME
{
    local file=docs/gallery/$1.png
    [ -s "$file" ] || { echo "missing: $file" && return 1; }
    [ "$(stat -c %s "$file")" -le "$BYTES_MAX" ] ||
        { echo "larger than $BYTES_MAX bytes: $file" && return 1; }
}

check()
{
    local theme bad=0
    page | diff -u docs/gallery.md - || bad=1
    while read -r theme; do
        check_picture "$theme" || bad=1
    done < <(themes)
    find docs/gallery -name '*.png' -exec basename {} .png \; | sort \
        >"$tmp/pictures"
    themes | sort | diff - "$tmp/pictures" || bad=1
    [ "$bad" -eq 0 ] || echo 'tests/tools/gallery.sh VITA makes it anew'
    return "$bad"
}

make()
{
    local theme
    rm -rf docs/gallery
    mkdir docs/gallery
    while read -r theme; do
        picture "$theme"
        check_picture "$theme"
    done < <(themes)
    page >docs/gallery.md
}

case ${2:-} in
--check) check ;;
'') make ;;
*) echo 'usage: gallery.sh VITA [--check]' >&2 && exit 2 ;;
esac
