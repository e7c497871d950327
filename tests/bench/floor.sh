#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The floor of the benchmark draws what vita draws: the words of both PDFs are
# the same, in the same order.
#   floor.sh VITA RECORD FLOOR
set -euo pipefail
cv=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/cv.yaml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$1" render "$cv" -q -o "$work/vita.pdf"
"$2" "$cv" "$work"
"$3" "$work" "$work/floor.pdf" 1
for name in vita floor; do
    pdftotext "$work/$name.pdf" - | tr -s '[:space:]' '\n' >"$work/$name.txt"
done
[ "$(wc -l <"$work/vita.txt")" -gt 1000 ] || {
    echo "floor.sh: the CV has lost its words" >&2
    exit 1
}
diff "$work/vita.txt" "$work/floor.txt"
