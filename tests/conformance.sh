#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every PDF that vita makes is to be PDF/UA-1 and PDF/A-2a: renders the
# profiles and letters with marks in each theme, the layout cases and the
# specimen, and has veraPDF validate them all in one run. Prints a line for each
# rule that a file breaks.
#   conformance.sh VITA [-v]   -v tells some of the places, too
# Without Java and Maven nothing is checked, which fails in CI only.
set -uo pipefail
shopt -s nullglob
: "${1:?usage: conformance.sh VITA [-v]}"
vita=$(realpath "$1") || exit
shift
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit

# Cases that cannot conform, by the name of their PDF, each with the reason.
declare -A exempt=()

# Those that are to meet other flavours than ua1 and 2a.
declare -A flavours=(
    [archive-2b.pdf]=ua1,2b
    [archive-3b.pdf]=ua1,3b
    [source.pdf]=ua1,3b
    [accessible.pdf]=ua1
    [locked.pdf]=ua1
)

export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8 TZ=UTC
unset VITA_DATA_DIR

for tool in java javac mvn; do
    command -v "$tool" >/dev/null && continue
    echo "skipped: no $tool here (./bootstrap deps test installs it)"
    [ -z "${CI:-}" ]
    exit
done
tests/java/build.sh || exit
classpath=$(cat build/java/classpath)

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
pdfs=()
bad=0

# Renders CASE.yaml, in its own folder and with the options in CASE.args, to
# NAME.pdf.
render() # NAME CASE.yaml OPTION...
{
    local pdf=$1.pdf case=$2 args=()
    shift 2
    if [ -n "${exempt[$pdf]+known}" ]; then
        echo "exempt $pdf: ${exempt[$pdf]}"
        unset "exempt[$pdf]"
        return
    fi
    [ ! -e "${case%.yaml}.args" ] || mapfile -t args <"${case%.yaml}.args"
    if (cd "$(dirname "$case")" && "$vita" render "$(basename "$case")" \
        "${args[@]}" "$@" -q -o "$tmp/$pdf"); then
        pdfs+=("$pdf${flavours[$pdf]+:${flavours[$pdf]}}")
    else
        echo "FAILED $case $*: not rendered"
        bad=1
    fi
}

for theme in src/design/themes/*.yaml; do
    theme=$(basename "$theme" .yaml)
    for case in profiles/*.yaml; do
        render "profile-$(basename "$case" .yaml)-$theme" "$case" \
            --set "design.theme=$theme"
    done
    for name in diacritics greek; do
        render "$name-$theme" "tests/roundtrip/cases/$name.yaml" \
            --set "design.theme=$theme"
    done
done
for case in tests/layout/*.yaml tests/tags/*.yaml; do
    render "layout-$(basename "$case" .yaml)" "$case"
done
render specimen docs/specimen.yaml
for case in profiles/letters/*.yaml; do
    name=$(basename "$case" .yaml)
    for theme in src/design/themes/*.yaml; do
        theme=$(basename "$theme" .yaml)
        render "letter-$name-$theme" "$case" --letter \
            --set "design.theme=$theme"
    done
    render "merged-$name" "$case" --make merged
done

# What settings.pdf can ask for.
render archive-2b docs/specimen.yaml \
    --set 'settings.pdf.conformance=[ua-1, a-2b]'
render archive-3b docs/specimen.yaml \
    --set 'settings.pdf.conformance=[ua-1, a-3b]'
render source docs/specimen.yaml \
    --set 'settings.pdf={conformance: [ua-1, a-3b], attach_source: true}'
render accessible docs/specimen.yaml --set 'settings.pdf.conformance=ua-1'
render locked docs/specimen.yaml --set \
    'settings.pdf={conformance: ua-1, owner_password: x, permissions: []}'

for pdf in "${!exempt[@]}"; do
    echo "FAILED exempt $pdf: there is no such case"
    bad=1
done

validate() # ARGUMENT...
{
    java -cp "$classpath" vita.tests.Validate "$@"
}

# A validator that finds no fault is to be doubted: a copy that does not say
# that it is tagged must be refused for that.
control()
{
    qpdf --qdf --object-streams=disable specimen.pdf - |
        sed 's|/MarkInfo|/MarkNone|' >control.pdf
    validate control.pdf:ua1 >control.log
    [ $? -eq 1 ] && grep -q '^FAILED control.pdf ua1 6.2 1 ' control.log
}

cd "$tmp" || exit
validate "$@" "${pdfs[@]}" || bad=1
if ! control; then
    cat control.log
    echo 'FAILED control: a PDF without MarkInfo was not refused for that'
    bad=1
fi
exit "$bad"
