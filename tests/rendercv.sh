#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Renders RenderCV's example in each of its themes: as many pages as RenderCV
# makes, and no message but that a font is not installed, at most once for
# each font.
# Usage: rendercv.sh VITA
set -euo pipefail
vita=$(realpath "$1")
cd "$(dirname "$0")/data/rendercv"
export SOURCE_DATE_EPOCH=1774396800 LC_ALL=C.UTF-8 TZ=UTC # RenderCV's day
unset VITA_DATA_DIR
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

status=0
while read -r theme pages; do
    "$vita" render John_Doe_ClassicTheme_CV.yaml --set "design.theme=$theme" \
        -o "$tmp/cv.pdf" >"$tmp/messages" 2>&1
    messages=$(grep -E 'warning|error' "$tmp/messages" || true)
    surplus=$(grep -v 'the font .* is not installed; .* is used instead' \
        <<<"$messages" || true)
    twice=$(sed -n 's/.*the font \(.*\) is not installed.*/\1/p' \
        <<<"$messages" | sort | uniq -d)
    if ! grep -q "cv.pdf: $pages pages" "$tmp/messages" ||
        [ -n "$surplus$twice" ]; then
        printf '%s, not %s pages or with messages:\n' "$theme" "$pages"
        cat "$tmp/messages"
        status=1
    fi
done <<'END'
classic 2
ember 2
engineeringclassic 3
engineeringresumes 3
harvard 2
ink 2
moderncv 3
opal 3
sb2nov 3
END
exit $status
