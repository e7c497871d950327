#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Includes point one way (docs/architecture.md), and one place touches one
# library. Prints each offence as FILE:LINE and what it includes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# What each folder may include beside itself. src/embed is a program of the
# build; it reads YAML beside the tables of options.
declare -A below=(
    [base]=''
    [profile]='base'
    [bibliography]='base profile'
    [text]='base'
    [image]='base'
    [design]='base profile text'
    [compose]='base profile text design'
    [layout]='base profile text image design compose'
    [fit]='base profile text image design compose layout'
    [pdf]='base profile text image design compose layout'
    [job]='base profile bibliography text image design compose layout fit pdf'
    [batch]='base design profile job'
    [reference]='base profile bibliography text design'
    [cli]='base profile design job batch reference'
    [embed]='base profile design'
)

# Header pattern, then the files that alone may include it (a glob).
libraries='
^yaml\.h$ src/profile/yaml*
^utf8proc\.h$ src/base/utf8.c
^hyphen\.h$ src/text/hyphen.c
^hb(-.*)?\.h$ src/text/*
^linebreak\.h$ src/text/linebreak.c
^fribidi src/text/bidi.c
^fontconfig/ src/text/*
^hpdf.*\.h$ src/pdf/*
^png\.h$ src/image/png.c
^zlib\.h$ src/image/flate.c
^libdeflate\.h$ src/pdf/cache.c
^turbojpeg\.h$ src/image/jpeg.c
^libexif/ src/image/exif.c
^md4c\.h$ src/compose/markdown.c
^csv\.h$ src/batch/@(table_csv|csv_field).c
^jansson\.h$ src/@(batch|reference)/*
^lcms2.*\.h$ src/@(image/icc|embed/srgb).c
'

offences=0

offence()
{
    echo "$1: $2"
    offences=$((offences + 1))
}

check_direction() # PLACE FOLDER HEADER
{
    local target=${3%%/*}
    [ -n "${below[$2]+known}" ] ||
        { offence "$1" "folder src/$2 is not in the include rules" && return; }
    [ -e "src/$3" ] || { offence "$1" "\"$3\" is not under src/" && return; }
    case " $2 ${below[$2]} " in
    *" $target "*) ;;
    *) offence "$1" "src/$2 must not include \"$3\"" ;;
    esac
}

check_library() # PLACE FILE HEADER
{
    local pattern allowed
    while read -r pattern allowed; do
        [ -n "$pattern" ] || continue
        # shellcheck disable=SC2053 # the right side is a pattern
        if [[ $3 =~ $pattern && $2 != $allowed ]]; then
            offence "$1" "only $allowed may include <$3>"
        fi
    done <<<"$libraries"
}

while IFS=: read -r file line text; do
    folder=${file#src/}
    folder=${folder%%/*}
    header=$(sed -E 's/^[^"<]*["<]([^">]*)[">].*$/\1/' <<<"$text")
    case $text in
    *\"*) check_direction "$file:$line" "$folder" "$header" ;;
    *) check_library "$file:$line" "$file" "$header" ;;
    esac
done < <(grep -rnE '^[[:space:]]*#[[:space:]]*include' src \
    --include='*.c' --include='*.h' |
    grep -E ':[[:space:]]*#[[:space:]]*include[[:space:]]*("|<(yaml|utf8proc|hyphen|hb|linebreak|fribidi|fontconfig|hpdf|png|zlib|turbojpeg|libexif|lcms2|md4c|csv|jansson))')

[ "$offences" -eq 0 ]
