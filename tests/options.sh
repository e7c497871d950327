#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Changes one option of design at a time, each as options/options.txt says, and
# shows how the pages change: for each option the first lines of the layout
# dump that are others than in options/base.yaml (options/long.yaml for breaks
# of pages and words, options/logos.yaml for logos), and how many there are.
# That must be what options/effects.txt has.
# An option without any effect fails, too.
# Usage: options.sh VITA; options.sh --update VITA writes effects.txt anew.
set -euo pipefail
update=false
if [ "${1:-}" = --update ]; then
    update=true
    shift
fi
vita=$(realpath "$1")
cd "$(dirname "$0")/options"
shown=4 # lines of each dump

export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8 TZ=UTC
unset VITA_DATA_DIR
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

dump() # FILE [OPTION]...
{
    "$vita" render "$@" --to layout -o - -q
}

# What only one of two dumps has, in the order of the dumps.
changes() # OLD NEW
{
    local old new
    diff "$1" "$2" >"$tmp/diff" || true
    old=$(sed -n 's/^< /- /p' "$tmp/diff")
    new=$(sed -n 's/^> /+ /p' "$tmp/diff")
    [ -z "$old" ] || sed -n "1,${shown}p" <<<"$old"
    [ -z "$new" ] || sed -n "1,${shown}p" <<<"$new"
    printf 'lines: %d, %d\n' "$(grep -c . <<<"$old" || true)" \
        "$(grep -c . <<<"$new" || true)"
}

dump base.yaml >"$tmp/base"
dump long.yaml >"$tmp/long"
dump logos.yaml >"$tmp/logos"
status=0
while read -r option; do
    base=base
    [[ $option != *.allow_page_break=* && $option != *-no-hyphenation ]] ||
        base=long
    [[ $option != entries.logo.* ]] || base=logos
    dump "$base.yaml" --set "design.$option" >"$tmp/new"
    if cmp -s "$tmp/$base" "$tmp/new"; then
        echo "no effect: $option"
        status=1
    fi >&2
    printf '%s\n' "$option"
    changes "$tmp/$base" "$tmp/new" | sed 's/^/  /'
done <options.txt >"$tmp/effects"

if $update; then
    cp "$tmp/effects" effects.txt
elif cmp -s effects.txt "$tmp/effects" || ../fonts.sh >"$tmp/fonts"; then
    diff -u effects.txt "$tmp/effects" || status=1
else
    ../loose.py effects effects.txt "$tmp/effects" || status=1
fi
exit $status
