# SPDX-License-Identifier: MIT
# What the tests of the program from the outside share; they set vita to the
# program to test, and source this.
# shellcheck shell=bash
export LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1
unset SOURCE_DATE_EPOCH VITA_DATA_DIR

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit

bad=0
count=0

fail()
{
    printf 'FAILED line %s: %s\n' "${BASH_LINENO[1]}" "$*"
    sed 's/^/    stderr: /' "$tmp/err" 2>/dev/null | head -5
    bad=$((bad + 1))
}

# Runs vita; its exit code must be the first argument. The outputs are in
# $tmp/out and $tmp/err.
run() # CODE ARGUMENT...
{
    local wanted=$1 code=0
    shift
    count=$((count + 1))
    "$vita" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null || code=$?
    [ "$code" -eq "$wanted" ] || fail "vita $*: exit code $code, not $wanted"
}

told() # TEXT: standard error has it
{
    grep -qF -- "$1" "$tmp/err" || fail "not told: $1"
}

shown() # TEXT: standard output has it
{
    grep -qF -- "$1" "$tmp/out" || fail "not shown: $1"
}

not_told() # TEXT
{
    ! grep -qF -- "$1" "$tmp/err" || fail "told: $1"
}

not_shown()
{
    ! grep -qF -- "$1" "$tmp/out" || fail "shown: $1"
}

silent() # out|err...
{
    local stream
    for stream in "$@"; do
        [ ! -s "$tmp/$stream" ] || fail "something on std$stream"
    done
}

is_pdf()
{
    [ "$(head -c 5 "$1" 2>/dev/null)" = %PDF- ] || fail "$1 is no PDF"
}

absent()
{
    [ ! -e "$1" ] || fail "$1 is there"
}

listing()
{
    find . -mindepth 1 -printf '%P\n' | sort | tr '\n' ' '
}
