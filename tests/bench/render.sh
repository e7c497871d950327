#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How long vita takes from start to end (a cold process, warm disk) and how
# much memory it peaks at, beside a process that does nothing and pdftotext:
#   render.sh [PROFILE] [VITA]
# Median and slowest of RUNS runs (20). A measurement, not a test.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
profile=${1:-$root/profiles/emmy-noether.yaml}
vita=${2:-$root/build/release/vita}
runs=${RUNS:-20}
pdf=$(mktemp)
trap 'rm -f "$pdf"' EXIT

# A command that fails is fast, and its time means nothing.
"$vita" render "$profile" -q -o "$pdf" || {
    echo "render.sh: $vita does not render $profile" >&2
    exit 1
}

# Microseconds of one run of a command.
once()
{
    local begin=$EPOCHREALTIME end
    "$@" >/dev/null 2>&1
    end=$EPOCHREALTIME
    echo $((${end/[.,]/} - ${begin/[.,]/}))
}

# Microseconds of all runs, sorted, after one that warms the disk cache.
times()
{
    local i
    once "$@" >/dev/null
    for ((i = 0; i < runs; i++)); do once "$@"; done | sort -n
}

# Peak resident memory in KB, or "-" without GNU time.
peak()
{
    if [ -x /usr/bin/time ]; then
        /usr/bin/time -f %M "$@" 2>&1 >/dev/null | tail -n 1
    else
        echo -
    fi
}

row() # NAME COMMAND...
{
    local name=$1 sorted median
    shift
    sorted=$(times "$@")
    median=$(sed -n "$(((runs + 1) / 2))p" <<<"$sorted")
    base=${base:-$median}
    awk -v n="$name" -v m="$median" -v x="$(tail -n 1 <<<"$sorted")" \
        -v b="$base" -v r="$(peak "$@")" 'BEGIN {
        printf "%-24s %9.1f %9.1f %9.1f %9s\n", n, m / 1000, x / 1000, m / b,
            r == "-" ? r : sprintf("%.1f", r / 1024) }'
}

printf '%-24s %9s %9s %9s %9s\n' command 'median ms' 'max ms' 'x true' 'peak MB'
row true /bin/true
row 'vita --version' "$vita" --version
row 'vita render, pdf' "$vita" render "$profile" -q -o "$pdf"
row 'vita render, layout' "$vita" render "$profile" -q --to layout -o -
! command -v pdftotext >/dev/null || row 'pdftotext of that PDF' pdftotext "$pdf" -
