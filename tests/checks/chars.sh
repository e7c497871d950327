#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# char has a sign on x86-64 and none on arm64: builds vita with the sign that
# is not the compiler's own and compares the PDFs of all profiles with those
# of the vita given.
#   chars.sh VITA
set -euo pipefail
vita=$(realpath "${1:?usage: chars.sh VITA}")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8 TZ=UTC
unset VITA_DATA_DIR
generator=()
! command -v ninja >/dev/null || generator=(-G Ninja)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

sign=unsigned
! "${CC:-cc}" -dM -E - </dev/null | grep -q __CHAR_UNSIGNED__ || sign=signed
build=build/$sign-char
cmake -S . -B "$build" "${generator[@]}" -DBUILD_TESTING=OFF \
    -DCMAKE_BUILD_TYPE=Release -DVITA_WERROR=ON -DCMAKE_C_FLAGS="-f$sign-char"
cmake --build "$build" --parallel "$(nproc)"
bad=0
for profile in profiles/*.yaml docs/specimen.yaml; do
    "$vita" render "$profile" -q -o "$tmp/expected.pdf"
    "$build/vita" render "$profile" -q -o "$tmp/$sign.pdf"
    cmp "$tmp/expected.pdf" "$tmp/$sign.pdf" || bad=1
done
exit "$bad"
