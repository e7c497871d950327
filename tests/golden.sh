#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs vita on a case and compares with what is expected. ctest calls it with
# VITA and WORDS set to the programs:
#   golden.sh layout CASE.yaml  the layout dump is CASE.layout
#   golden.sh tags CASE.yaml    the structure tree is CASE.tags
#   golden.sh text CASE.yaml    --to text is CASE.text, and the PDF's text has
#                               every line of it
#   golden.sh diag CASE.yaml    the messages are CASE.diag, the exit code fits,
#                               and errors leave no output file
#   golden.sh pdf CASE.yaml     the PDF is well-formed, the same bytes twice,
#                               and its text has no odd characters
#   golden.sh words CASE.yaml   the PDF's text has every string of the profile,
#                               and no message tells of a field shown nowhere
#   golden.sh flaws CASE.yaml   no stranded title, widow, orphan or runt
#   golden.sh docs FILE.md      every YAML example renders
# Options of a case stand in CASE.args, one a line. By hand:
#   golden.sh --update [CASE.yaml...]  writes the goldens anew, with VITA or
#                                      else the vita of build/release
set -uo pipefail
shopt -s nullglob
tests=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
vita=$(realpath "${VITA:-$tests/../build/release/vita}")
words=${WORDS:-}

# Goldens must not hang on the day, the user's language or their fonts folder.
export SOURCE_DATE_EPOCH=1767225600 LC_ALL=C.UTF-8 TZ=UTC
unset VITA_DATA_DIR

tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

fail()
{
    printf '%s\n' "$*"
    exit 1
}

# Runs vita render on the case, in its own folder, so that messages name the
# file alone. Sets args from CASE.args.
render() # CASE.yaml OPTION...
{
    local case=$1 args=()
    shift
    cd "$(dirname "$case")" || fail "no folder of $case"
    [ ! -e "${case%.yaml}.args" ] || mapfile -t args <"${case%.yaml}.args"
    [[ $case != */profiles/letters/* ]] || args+=(--make merged)
    "$vita" render "$(basename "$case")" "${args[@]}" "$@"
}

# With fonts of other widths than the golden's, what hangs on them may differ.
same() # EXPECTED ACTUAL
{
    [ -e "$1" ] || fail "missing: $1 (golden.sh --update writes it)"
    ! cmp -s "$1" "$2" || return 0
    case $1 in
    *.layout | *.diag)
        if ! "$tests/fonts.sh" >"$tmp/fonts"; then
            "$tests/loose.py" "${1##*.}" "$1" "$2" ||
                fail "differs: $1, whatever the fonts"
            echo "compared loosely, for fonts differ: $1"
            return 0
        fi
        ;;
    esac
    diff -u "$1" "$2" || fail "differs: $1"
}

# --- Kinds of cases ----------------------------------------------------------

dump_layout() # CASE.yaml
{
    (render "$1" --to layout -o - -q) >"$tmp/out" || fail "exit code $?"
}

test_layout()
{
    dump_layout "$1"
    same "${1%.yaml}.layout" "$tmp/out"
}

dump_tags() # CASE.yaml
{
    (render "$1" --to tags -o - -q) >"$tmp/out" || fail "exit code $?"
}

test_tags()
{
    dump_tags "$1"
    same "${1%.yaml}.tags" "$tmp/out"
}

dump_text() # CASE.yaml
{
    (render "$1" --to text -o - -q) >"$tmp/out" || fail "exit code $?"
}

# What a program finds in the PDF is what the profile says.
test_text()
{
    dump_text "$1"
    same "${1%.yaml}.text" "$tmp/out"
    (render "$1" -q -o "$tmp/a.pdf") || fail "exit code $?"
    pdftotext -raw "$tmp/a.pdf" - | tr -s ' \n\f' ' ' >"$tmp/raw.txt"
    grep . "$tmp/out" | while read -r line; do
        grep -qF -- "$line" "$tmp/raw.txt" || echo "not in the PDF: $line"
    done >"$tmp/lost"
    [ ! -s "$tmp/lost" ] || fail "$(cat "$tmp/lost" "$tmp/raw.txt")"
}

test_flaws()
{
    dump_layout "$1"
    "$tests/flaws.sh" "$tmp/out" || fail 'flaws on the page'
}

# Exit 1 goes with at least one error and with no output; exit 0 with a file.
dump_diag() # CASE.yaml
{
    local code=0 wanted=0
    rm -f "$tmp/out.pdf"
    (render "$1" -o "$tmp/out.pdf") 2>"$tmp/stderr" >"$tmp/stdout" || code=$?
    # What was written, and where, is not a message of the case.
    grep -vF "$tmp/out.pdf: " "$tmp/stderr" >"$tmp/diag"
    ! grep -q ': error: ' "$tmp/diag" || wanted=1
    if [ "$code" -ne "$wanted" ]; then
        cat "$tmp/diag"
        fail "exit code $code, not $wanted"
    fi
    [ ! -s "$tmp/stdout" ] || fail 'messages on standard output'
    if [ "$code" -eq 0 ]; then
        [ -s "$tmp/out.pdf" ] || fail 'no output file'
    else
        [ ! -e "$tmp/out.pdf" ] || fail 'an output file in spite of errors'
    fi
}

test_diag()
{
    dump_diag "$1"
    same "${1%.yaml}.diag" "$tmp/diag"
}

# U+FFFD, U+00AD and the private-use areas: what a reader cannot use.
readonly ODD='\xEF\xBF\xBD|\xC2\xAD|\xEE[\x80-\xBF]{2}|\xEF[\x80-\xA3][\x80-\xBF]|\xF3[\xB0-\xBF][\x80-\xBF]{2}|\xF4[\x80-\x8F][\x80-\xBF]{2}'

check_extraction() # TOOL FILE
{
    [ -s "$2" ] || fail "$1 finds no text"
    ! LC_ALL=C grep -nP "$ODD" "$2" || fail "$1 finds odd characters"
}

extract()
{
    pdftotext "$tmp/a.pdf" "$tmp/plain.txt" || fail 'pdftotext fails'
    pdftotext -raw "$tmp/a.pdf" "$tmp/raw.txt" || fail 'pdftotext -raw fails'
    mutool draw -q -F txt -o "$tmp/mutool.txt" "$tmp/a.pdf" \
        2>"$tmp/mutool.log" || fail "mutool: $(cat "$tmp/mutool.log")"
}

# Every named destination of a link is a line of its own in the name tree.
check_destinations() # FILE.pdf
{
    qpdf --qdf --object-streams=disable "$1" - 2>"$tmp/qpdf.log" |
        LC_ALL=C sed 's/^ *//' >"$tmp/qdf"
    LC_ALL=C grep -aoP '^/Dest \K[(<].*' "$tmp/qdf" | sort -u |
        LC_ALL=C grep -avxFf "$tmp/qdf" &&
        fail 'links lead to places that are not there'
    return 0
}

test_pdf()
{
    (render "$1" -q -o "$tmp/a.pdf") || fail "exit code $?"
    (render "$1" -q -o "$tmp/b.pdf") || fail "exit code $?"
    cmp "$tmp/a.pdf" "$tmp/b.pdf" || fail 'two runs, two results'
    qpdf --check "$tmp/a.pdf" || fail 'qpdf finds faults'
    check_destinations "$tmp/a.pdf"
    extract
    check_extraction pdftotext "$tmp/plain.txt"
    check_extraction 'pdftotext -raw' "$tmp/raw.txt"
    check_extraction mutool "$tmp/mutool.txt"
}

# What typography changes and a reader does not care for: quotes, dashes,
# ellipses. Hyphens go, for extractors join words that end a line with one.
flatten()
{
    sed -E -e 's/“|”|„|«|»/"/g' -e "s/‘|’|‚/'/g" -e 's/…/.../g' \
        -e 's/–|—|‑/-/g' -e 's/\xC2\xA0|\xE2\x80\xAF/ /g' \
        -e 's/-+ ?//g' -e 's/ +/ /g' -e 's/^ | $//g'
}

# Each extractor's text becomes one line, so that a string is found in one of
# them as a whole. A string may stand there in capitals, as titles do.
# Whether the messages tell of no field that is shown nowhere.
all_shown()
{
    ! grep -A3 -e 'is shown by no template' -e 'is not shown: the template' \
        "$tmp/messages"
}

test_words()
{
    local file
    (render "$1" -o "$tmp/a.pdf") 2>"$tmp/messages" || fail "exit code $?"
    all_shown || fail 'a field is shown nowhere'
    extract
    for file in plain raw mutool; do
        tr -s ' \t\n\f' ' ' <"$tmp/$file.txt" | flatten
        echo
    done >"$tmp/texts"
    "$words" "$1" >"$tmp/words" || fail 'words fails'
    flatten <"$tmp/words" | grep . | sort -u >"$tmp/wanted"
    [ -s "$tmp/wanted" ] || fail 'no strings in the profile'
    sed 's/.*/\U&/' "$tmp/wanted" | paste "$tmp/wanted" - |
        awk -F '\t' 'NR == FNR { text = text "\n" $0; next }
            !index(text, $1) && !index(text, $2) {
                print "not in the PDF: " $1; bad = 1 }
            END { exit bad }' "$tmp/texts" - || fail 'text is lost'
}

# Every block ```yaml of the page, each in a file of its own. A block that
# shows no cv gets a small one, for it has to be a profile; but ```yaml NAME is
# a file that others include.
split_examples() # FILE.md
{
    awk -v to="$tmp/example" -v folder="$tmp" '
        /^```yaml ./ { file = folder "/" $2; cv = 1; inside = 1; next }
        /^```yaml/ { file = to "-" NR ".yaml"; cv = 0; inside = 1; next }
        /^```/ && inside {
            if (!cv) print "cv:\n  name: Jane Doe" >file
            close(file); inside = 0; next }
        inside { if ($0 ~ /^(cv:|{)/) cv = 1; print >file }' "$1"
}

test_docs()
{
    local example line what bad=0 count=0
    [ -e "$1" ] || fail "missing: $1"
    split_examples "$1"
    # For examples with a photo or a bibliography.
    cp -r "$tests"/../profiles/*.jpg "$tests"/../profiles/logos "$tests"/data/*.bib "$tmp"
    for example in "$tmp"/example-*.yaml; do
        count=$((count + 1))
        what=cv
        ! grep -q '^letter:' "$example" || what=merged
        if ! (render "$example" --make "$what" -o "$tmp/a.pdf") \
            2>"$tmp/messages" || ! all_shown; then
            cat "$tmp/messages"
            line=${example##*-}
            echo "the example at line ${line%.yaml} of $1 fails:"
            cat "$example"
            bad=1
        fi
    done
    [ "$count" -gt 0 ] || fail "no example in $1"
    echo "$count examples"
    [ "$bad" -eq 0 ] || exit 1
}

# --- Command line ------------------------------------------------------------

update()
{
    local cases=("$@") case
    [ $# -gt 0 ] || cases=("$tests"/layout/*.yaml "$tests"/tags/*.yaml \
        "$tests"/text/*.yaml "$tests"/diag/*.yaml)
    for case in "${cases[@]}"; do
        case=$(realpath "$case")
        case $case in
        */layout/*) (dump_layout "$case") && cp "$tmp/out" \
            "${case%.yaml}.layout" ;;
        */tags/*) (dump_tags "$case") && cp "$tmp/out" "${case%.yaml}.tags" ;;
        */text/*) (dump_text "$case") && cp "$tmp/out" "${case%.yaml}.text" ;;
        */diag/*) (dump_diag "$case") && cp "$tmp/diag" "${case%.yaml}.diag" ;;
        *) fail "no case of a kind: $case" ;;
        esac || echo "FAILED $case"
    done
}

case ${1-} in
--update) update "${@:2}" ;;
layout | tags | text | diag | pdf | words | flaws | docs) "test_$1" "$(realpath "$2")" ;;
*) fail 'usage: golden.sh layout|tags|text|diag|pdf|words|flaws CASE.yaml | docs FILE.md | --update' ;;
esac
