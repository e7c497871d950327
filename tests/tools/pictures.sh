#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The pictures of examples: for each ![...](pictures/NAME.png) in docs/*.md the
# YAML example before it is rendered, and what stands on its first page kept.
#   pictures.sh VITA          makes all of them anew
#   pictures.sh VITA --check  every one is there and small, and no others
set -euo pipefail
vita=$(realpath "${1:?usage: pictures.sh VITA [--check]}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly WIDTH=620       # pixels: the text can just be read
readonly SPACE=18        # points around what stands on the page
readonly BYTES_MAX=60000 # of a picture: the repository keeps every one
export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8 TZ=UTC
unset VITA_DATA_DIR

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cp -r profiles/logos profiles/marie-curie.jpg "$tmp"

# Writes the examples to NAME.yaml; prints the names.
examples()
{
    awk -v folder="$tmp" '
        /^```yaml$/ { inside = 1; text = ""; next }
        /^```$/ { inside = 0 }
        inside { text = text $0 "\n" }
        match($0, /\]\(pictures\/[^)]*\.png\)/) {
            name = substr($0, RSTART + 11, RLENGTH - 16)
            printf "%s", text >(folder "/" name ".yaml")
            print name
        }' docs/*.md | sort
}

render() # NAME OPTION...
{
    local name=$1
    shift
    "$vita" render "$tmp/$name.yaml" -q "$@" \
        --set design.page.show_footer=false \
        --set design.page.show_top_note=false
}

# Prints the page's width, and the top and the bottom of what is on it.
extent() # NAME
{
    render "$1" --to layout -o - | awk -v space="$SPACE" '
        /^page / && pages++ { exit }
        /^page / { width = $3 }
        /^(text|icon) / { top = $3 - $5; bottom = $3 }
        /^text / { top = $3 - $6; bottom = $3 }
        /^(rule|image) / { top = $3; bottom = $3 + $5 }
        /^(text|icon|rule|image) / {
            if (!seen++ || top < least) least = top
            if (bottom > most) most = bottom
        }
        END { print width, least - space, most + space }'
}

picture() # NAME
{
    local name=$1 width top bottom
    read -r width top bottom < <(extent "$name")
    render "$name" -o "$tmp/$name.pdf"
    # In pixels, of the page when it is as wide as the picture.
    pixels() { awk -v a="$1" -v w="$width" -v x="$WIDTH" \
        'BEGIN { print a < 0 ? 0 : int(a * x / w) }'; }
    top=$(pixels "$top")
    bottom=$(pixels "$bottom")
    pdftoppm -singlefile -scale-to-x "$WIDTH" -scale-to-y -1 -x 0 -y "$top" \
        -W "$WIDTH" -H $((bottom - top)) "$tmp/$name.pdf" "$tmp/$name"
    tests/tools/palette.py <"$tmp/$name.ppm" >"docs/pictures/$name.png"
}

check()
{
    local name file bad=0
    while read -r name; do
        file=docs/pictures/$name.png
        render "$name" --to text -o /dev/null || bad=1
        [ -s "$file" ] || { echo "missing: $file" && bad=1; }
        [ "$(stat -c %s "$file")" -le "$BYTES_MAX" ] ||
            { echo "larger than $BYTES_MAX bytes: $file" && bad=1; }
    done <"$tmp/names"
    find docs/pictures -name '*.png' -exec basename {} .png \; | sort |
        diff "$tmp/names" - || bad=1
    [ "$bad" -eq 0 ] || echo 'tests/tools/pictures.sh VITA makes them anew'
    return "$bad"
}

make()
{
    local name
    rm -rf docs/pictures
    mkdir docs/pictures
    while read -r name; do
        picture "$name"
    done <"$tmp/names"
    check
}

examples >"$tmp/names"
case ${2:-} in
--check) check ;;
'') make ;;
*) echo 'usage: pictures.sh VITA [--check]' >&2 && exit 2 ;;
esac
