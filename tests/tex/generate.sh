#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Makes expected-WIDTH.txt: the lines into which LuaLaTeX breaks the
# paragraphs of paragraphs.txt, one a line, with a blank line behind each
# paragraph. vita and its tests do without TeX; this is for those who change
# the paragraphs. From Debian:
#   apt-get install --no-install-recommends texlive-luatex \
#       texlive-latex-recommended lmodern fonts-lmodern
# With options it shows how much of TeX's answer is rounding, and changes no
# file:
#   generate.sh --variants   lines that differ in big points, and when
#                            HarfBuzz shapes the text instead of luaotfload
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The lines at a width, unit and renderer.
lines() # WIDTH UNIT RENDERER
{
    TEXBREAKS_WIDTH=$1 TEXBREAKS_UNIT=$2 TEXBREAKS_RENDERER=$3 \
        TEXBREAKS_OUT=$work/lines lualatex --interaction=nonstopmode \
        --halt-on-error --output-directory="$work" generate.tex \
        >"$work/messages" || { cat "$work/messages" >&2 && exit 1; }
    # HarfBuzz's ligatures are told as single characters.
    sed 's/ﬀ/ff/g; s/ﬁ/fi/g; s/ﬂ/fl/g; s/ﬃ/ffi/g; s/ﬄ/ffl/g' "$work/lines"
}

for width in 240 345 468; do
    if [ "${1:-}" = --variants ]; then
        lines "$width" bp Node >"$work/points"
        lines "$width" pt Harfbuzz >"$work/shaped"
        for variant in points shaped; do
            printf '%s pt, %s: %s lines differ\n' "$width" "$variant" \
                "$(diff "expected-$width.txt" "$work/$variant" | grep -c '^<')"
        done
    else
        lines "$width" pt Node >"expected-$width.txt"
    fi
done
