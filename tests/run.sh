#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every test and check: the suite with gcc in Release and with clang under
# the address and undefined sanitizers, both with warnings as errors, then the
# checks of the code. Closes with "N passed, M failed".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

passed=0
failed=0
jobs=$(nproc)
mkdir -p build

# Runs a named check; its output is shown only if it fails or was skipped.
check()
{
    local name=$1 log=build/check.log begin=$SECONDS
    shift
    if "$@" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "ok      $name ($((SECONDS - begin)) s)"
        sed -n 's/^skipped: /        &/p' "$log"
    else
        failed=$((failed + 1))
        cat "$log"
        echo "FAILED  $name ($((SECONDS - begin)) s)"
        return 1
    fi
}

configure_and_build()
{
    local dir=$1 generator=()
    shift
    ! command -v ninja >/dev/null || generator=(-G Ninja)
    cmake -S . -B "$dir" "${generator[@]}" -DVITA_WERROR=ON "$@" &&
        cmake --build "$dir" --parallel "$jobs"
}

# Builds in build/NAME with the given settings and runs its tests.
suite()
{
    local name=$1 log=build/$1.ctest total bad
    shift
    check "build $name" configure_and_build "build/$name" "$@" || return
    (cd "build/$name" && ctest --parallel "$jobs" --timeout 120 \
        --output-on-failure) >"$log" 2>&1
    bad=$(sed -n 's/^.*tests passed, \([0-9]*\) tests* failed.*$/\1/p' "$log")
    total=$(sed -n 's/^.*tests* failed out of \([0-9]*\)$/\1/p' "$log")
    if [ "${total:-0}" -eq 0 ]; then
        cat "$log"
        echo "FAILED  tests $name: none was run"
        failed=$((failed + 1))
        return
    fi
    [ "$bad" -eq 0 ] || cat "$log"
    echo "tests $name: $((total - bad)) of $total passed"
    passed=$((passed + total - bad))
    failed=$((failed + bad))
}

# With other fonts the goldens are compared loosely, which is not a failure.
fonts_of_goldens()
{
    tests/fonts.sh || echo 'skipped: places in layouts, for the fonts differ' \
        'from those of Debian 12'
}

suite gcc -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release
suite asan -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Debug \
    -DVITA_SANITIZE=ON
check 'PDF/UA-1 and PDF/A-2a (veraPDF)' tests/conformance.sh build/gcc/vita
check 'every word comes back' tests/roundtrip/roundtrip.py build/gcc/vita \
    build/gcc/tests/words
check 'fields of a CV' tests/roundtrip/ats.py build/gcc/vita
check 'fonts of the goldens' fonts_of_goldens
check 'same bytes with the other char' tests/checks/chars.sh build/gcc/vita
check 'include directions' tests/checks/includes.sh
check 'file sizes and headers' tests/checks/files.sh
check 'clang-format' tests/checks/format.sh
check 'clang-tidy' tests/checks/tidy.sh build/asan

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
