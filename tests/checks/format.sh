#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# clang-format has nothing to change; prints the files where it has. Its
# releases differ in details: the code is kept as release 14 (Debian 12)
# writes it, and others are not asked. `format.sh --fix` formats.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly RELEASE=14
tool=clang-format
! command -v "clang-format-$RELEASE" >/dev/null || tool=clang-format-$RELEASE

if ! "$tool" --version | grep -q "version $RELEASE\."; then
    echo "clang-format is not release $RELEASE: nothing checked"
    exit 0
fi

status=0
while read -r file; do
    if [ "${1-}" = --fix ]; then
        "$tool" -i "$file"
    elif ! "$tool" "$file" | cmp -s - "$file"; then
        echo "$file: not as clang-format has it (tests/checks/format.sh --fix)"
        status=1
    fi
done < <(find src tests -name '*.[ch]' | sort)
exit "$status"
