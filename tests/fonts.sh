#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The places in goldens hang on the widths of the fonts, which are those of
# Debian 12: tests/fonts.sha256 has the checksums of their files.
#   fonts.sh           whether this system's are the same; names those that
#                      are not
#   fonts.sh --update  writes the checksums anew
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

case ${1-} in
--update)
    sed -n 's/^ *- file: //p' ../fonts/*.yaml | sort | while read -r file; do
        [ ! -e "$file" ] || sha256sum "$file"
    done >fonts.sha256
    ;;
'') sha256sum --check --quiet fonts.sha256 2>/dev/null ;;
*)
    echo 'usage: fonts.sh [--update]' >&2
    exit 2
    ;;
esac
