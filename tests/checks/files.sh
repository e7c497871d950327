#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Each source file opens with its licence and a comment, stays below 800 lines
# (headers below 200), and leaves no mark of unfinished work. The length of
# functions is clang-tidy's to check.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

offences=0

offence()
{
    echo "$1: $2"
    offences=$((offences + 1))
}

check_file()
{
    local limit=800 count
    [[ $1 != *.h ]] || limit=200
    count=$(wc -l <"$1")
    [ "$count" -le "$limit" ] || offence "$1" "$count lines, at most $limit"
    [ "$(sed -n 1p "$1")" = '// SPDX-License-Identifier: MIT' ] ||
        offence "$1" 'the first line is not the licence'
    [[ $(sed -n 2p "$1") == '// '* ]] ||
        offence "$1" 'no comment says what the file is for'
}

while read -r file; do
    check_file "$file"
done < <(find src tests -name '*.[ch]' | sort)

if grep -rnE '\b(TODO|FIXME|XXX)\b' src tests --include='*.[ch]'; then
    offence src 'unfinished work is marked above'
fi
if grep -rnE '[[:blank:]]+$' src tests fonts profiles CMakeLists.txt \
    bootstrap --include='*.[ch]' --include='*.sh' --include='*.txt'; then
    offence src 'blanks at the line ends above'
fi

[ "$offences" -eq 0 ]
