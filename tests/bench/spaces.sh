#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How even justified lines are with microtypography and without: over the
# profiles, and over the paragraphs of tests/tex in a column as wide as a
# CV's. Makes the tables of docs/typography.md.
#   spaces.sh [TOOL]          prints them
#   spaces.sh TOOL --check    fails if microtypography does not lower the
#                             mean difference and the widest space of either
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tool=${1:-$root/build/gcc/tests/spaces}
corpus=$(mktemp --suffix .yaml)
trap 'rm -f "$corpus"' EXIT

# Each line, a paragraph, as a text in single quotes; marks that mean something are escaped.
{
    printf 'cv:\n  name: Corpus\n  sections:\n    text:\n'
    awk 'NF {
        gsub(/[\\`*_\[\]]/, "\\\\&")
        gsub(/'"'"'/, "'"''"'")
        print "      - '"'"'" $0 "'"'"'"
    }' "$root/tests/tex/paragraphs.txt"
    printf 'design: {entries: {side_space: 2cm}}\n'
} >"$corpus"
tables()
{
    echo 'profiles/'
    "$tool" "$root"/profiles/*.yaml
    echo
    echo 'tests/tex/paragraphs.txt'
    "$tool" "$corpus"
}

if [ "${2-}" != --check ]; then
    tables
    exit
fi
tables | awk -F '|' '{ print }
    $2 == " off " { mean = $4 + 0; widest = $5 + 0 }
    $2 == " on " { seen++; if ($4 + 0 >= mean || $5 + 0 >= widest) bad = 1 }
    END { exit bad || seen != 2 }'
