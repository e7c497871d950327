#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Counts what a typographer would mark on the pages of a layout dump:
#   stranded  a section's title that ends its page
#   orphan    a paragraph's first line that ends a page
#   widow     a paragraph's last line that begins a page
#   runt      a last line of one word or of fewer than five characters, in a
#             paragraph of several lines; addresses do not count
#   hyphen    a divided word (told, but no flaw by itself)
# Usage: flaws.sh DUMP... Prints one line for each; exit 1 if there are any
# but hyphens.
set -euo pipefail
awk '
function flush_line() {
    if (line != "" && of > 1 && at == of &&
        (line !~ / / || length(line) < 5) && line !~ /^[^ ]+[.@\/][^ ]+$/)
        flaw("runt: " line)
    line = ""
}
function flaw(what) { print FILENAME ", page " page ": " what; flaws++ }
function end_page() {
    flush_line()
    if (page == 0) return
    if (last_of > 1 && last_at == 1) flaw("orphan: " last)
    last_text[FILENAME, page] = last
}
function content(text) { return text !~ /– [0-9]+\/[0-9]+$/ && !note }
FNR == 1 { if (page) end_page(); page = 0 }
/^page / { end_page(); page = $2; first = 1; last = ""; last_of = 0 }
/^text / {
    text = $0
    sub(/^[^"]*"/, "", text)
    sub(/"$/, "", text)
    split($8, n, "/")
    note = ($7 == "#808080" || $7 == "#6e6e6e") # greys of the themes
    if (note) next
    if (first && n[2] > 1 && n[1] == n[2]) flaw("widow: " text)
    first = 0
    # Exponents stand higher than their line, and to the right of it.
    if (($3 != y && $2 < end - 1) || n[1] != at || n[2] != of) flush_line()
    y = $3
    line = line (line != "" && $2 > end + 1 ? " " : "") text
    end = $2 + $4
    at = n[1]
    of = n[2]
    last = text
    last_at = n[1]
    last_of = n[2]
    if (text ~ /[a-z]-$/ && n[1] < n[2]) print FILENAME ": hyphen: " text
}
/^outline / {
    title = $0
    sub(/^[^"]*"/, "", title)
    sub(/"$/, "", title)
    titles[FILENAME, $3, title] = 1
}
END {
    end_page()
    for (key in titles) {
        split(key, part, SUBSEP)
        if (last_text[part[1], part[2]] == part[3]) {
            print part[1] ", page " part[2] ": stranded: " part[3]
            flaws++
        }
    }
    exit flaws > 0
}' "$@"
