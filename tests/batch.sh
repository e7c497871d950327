#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# vita batch from the outside: that bytes are those of vita render in whatever
# order and part, and that what goes wrong costs itself alone. Profiles that
# hang are pipes without a writer. Argument: the vita to test.
set -uo pipefail

vita=$(realpath "${1:?usage: batch.sh VITA}")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
# shellcheck source=tests/outside.sh
source "$root/tests/outside.sh"
export SOURCE_DATE_EPOCH=1589710000

# A folder of its own with profiles people/1.yaml to people/COUNT.yaml.
fresh() # COUNT
{
    cd "$tmp" || exit
    rm -rf "$tmp/work"
    mkdir -p "$tmp/work/people"
    cd "$tmp/work" || exit
    for i in $(seq "$1"); do
        cat >"people/$i.yaml" <<END
cv:
  name: Person $i
  sections:
    work:
      - {company: Mill $i, position: Miller, date: 2019,
         highlights: [Ground $i sacks of flour a day]}
design: {theme: $([ $((i % 2)) -eq 0 ] && echo classic || echo academic)}
END
    done
}

# All files of a folder are whole PDFs and nothing else, hidden files but for
# the state included.
whole() # FOLDER
{
    local file
    while IFS= read -r file; do
        [ "$(head -c 5 "$file")" = %PDF- ] &&
            [ "$(tail -c 6 "$file")" = "%%EOF" ] || fail "$file is not whole"
    done < <(find "$1" -type f ! -name '.vita-batch*')
}

made() # FOLDER COUNT
{
    local count
    count=$(find "$1" -name '*.pdf' | wc -l)
    [ "$count" -eq "$2" ] || fail "$count files in $1, not $2"
}

same() # FOLDER FOLDER
{
    diff -r -x '.vita-batch*' "$1" "$2" >/dev/null || fail "$1 and $2 differ"
}

wait_for() # COMMAND...: until it succeeds, ten seconds at most
{
    for _ in $(seq 200); do
        "$@" && return
        sleep 0.05
    done
    fail "waited in vain for: $*"
}

# --- Equal bytes -------------------------------------------------------------

fresh 12
mkdir alone
for i in $(seq 12); do
    run 0 render "people/$i.yaml" -q -o "alone/$i.pdf"
done
run 0 batch people --out one -j 1
told '12 made, 0 failed; 12 pages'
same alone one
run 0 batch people --out four -j4 -q
silent out err
same alone four
# shellcheck disable=SC2046
run 0 batch $(ls -r people/*.yaml) --out backwards -j 2
same alone backwards
run 0 batch 'people/*.yaml' --out pattern
same alone pattern
find people -name '*.yaml' >list
"$vita" batch - --out listed <list 2>/dev/null || fail 'a list on stdin'
same alone listed
for k in 1 2 3; do
    run 0 batch people --out shards --shard $k/3
    made shards "$(find shards -name '*.pdf' | wc -l)"
done
same alone shards
run 0 batch people --out again --sync
run 0 batch people --out again # over files that are there
same alone again
whole again

# docs/batch.md: GNU Parallel over two workers.
if command -v parallel >/dev/null && parallel --version | grep -q GNU; then
    parallel --will-cite -j 2 "$vita" batch people --out parallel -q --jobs 1 \
        --shard {}/4 ::: 1 2 3 4 2>"$tmp/err" || fail 'GNU Parallel'
    same alone parallel
fi

# Settings and variants hold for all.
run 0 batch people --out set --set 'cv.name=Nobody'
run 0 batch people/1.yaml -o 'sub/{name}_{profile}.pdf'
[ -f sub/Person-1_1.pdf ] || fail 'no file named by its template'
run 0 batch people/1.yaml -o '{name}' --out o
[ -f o/Person-1.pdf ] || fail 'no .pdf added'

# --- What goes wrong costs itself alone --------------------------------------

fresh 6
echo 'cv: {nmae: x}' >people/2b.yaml
run 1 batch people --out out --report report.csv
told "people/2b.yaml:1:6: error: unknown key 'nmae'"
told 'people/2b.yaml failed: 1 error'
told '6 made, 1 failed'
made out 6
whole out
python3 - <<'END' || fail 'report.csv'
import csv
rows = list(csv.DictReader(open('report.csv', newline='')))
assert len(rows) == 7, rows
bad = [r for r in rows if r['outcome'] == 'failed']
assert [r['input'] for r in bad] == ['people/2b.yaml'], bad
assert bad[0]['why'] == '1 error' and bad[0]['output'] == ''
assert all(r['pages'] == '1' and float(r['ms']) > 0
           for r in rows if r not in bad)
END
run 1 batch people --out json --json --report report.json
python3 - "$tmp/out" <<'END' || fail 'report.json and --json'
import json, sys
whole = json.load(open('report.json'))
lines = [json.loads(line) for line in open(sys.argv[1])]
assert len(whole) == 7 and sorted(l['number'] for l in lines) == list(range(1, 8))
assert sorted(lines, key=lambda l: l['number']) == whole
assert sum(r['outcome'] == 'made' for r in whole) == 6
END
run 1 batch people/2b.yaml people/1.yaml people/3.yaml --fail-fast -j1 --out fast
absent fast/1.pdf
run 1 batch people/1.yaml none.yaml people/2.yaml --out gone &&
    told 'none.yaml failed: cannot open none.yaml' &&
    told '2 made, 1 failed'

# A profile that hangs.
mkfifo people/3b.yaml
run 1 batch people people/3b.yaml --out hangs --time-limit 1
told 'people/3b.yaml failed: it was not done in 1 s (--time-limit)'
told '6 made, 2 failed'
whole hangs

# A process that crashes: the one that waits at the pipe.
"$vita" batch people people/3b.yaml --out crash --time-limit 30 2>"$tmp/err" &
batch=$!
all_others()
{
    [ "$(find crash -name '*.pdf' 2>/dev/null | wc -l)" -eq 6 ] &&
        [ "$(pgrep -c -P $batch)" -gt 0 ]
}
wait_for all_others
sleep 0.2
pkill -ABRT -P $batch || fail 'no worker to kill'
wait $batch
[ $? -eq 1 ] || fail 'exit code after a crash'
told 'people/3b.yaml failed: vita crashed (signal 6'
told '6 made, 2 failed'
whole crash

# SIGTERM and SIGINT: what is begun ends, the rest is not begun.
for signal in TERM INT; do
    rm -rf stopped
    "$vita" batch people/3.yaml people/3b.yaml people --out stopped -j 1 --report stopped.csv \
        2>"$tmp/err" &
    batch=$!
    wait_for test -f stopped/3.pdf
    sleep 0.2
    kill -$signal $batch
    wait $batch
    code=$?
    [ $code -eq $((128 + $(kill -l $signal))) ] || fail "exit code $code"
    told 'interrupted by signal'
    told 'people/3b.yaml failed: interrupted'
    whole stopped
    grep -q 'not begun' stopped.csv || fail 'no report of what was not begun'
done
rm people/3b.yaml people/2b.yaml

# kill -9, of all processes at any moment: only whole files, no others.
fresh 60
for delay in 0.05 0.1 0.2 0.3; do
    "$vita" batch people --out killed -q -j 4 &
    batch=$!
    sleep $delay
    workers=$(pgrep -P $batch | tr '\n' ' ')
    kill -KILL $batch 2>/dev/null
    wait $batch 2>/dev/null
    for worker in $workers; do
        wait_for eval "! kill -0 $worker 2>/dev/null"
    done
    whole killed
done

# --- The disk ----------------------------------------------------------------

fresh 4
echo text >file
run 1 batch people --out file/folder
told 'cannot make the folder'
told '0 made, 4 failed'
# A limit of the size of files is as a full disk; a real one, if we may.
(
    ulimit -f 8
    exec "$vita" batch people --out small >"$tmp/out" 2>"$tmp/err"
)
[ $? -eq 1 ] || fail 'exit code with files too large'
told 'File too large'
[ -z "$(find small -type f 2>/dev/null)" ] || fail 'something half-written'
mkdir disk
if mount -t tmpfs -o size=40k none disk 2>/dev/null; then
    run 1 batch people --out disk -j 2
    told 'No space left on device'
    whole disk
    umount disk
fi

# Two inputs, one output.
mkdir other
cp people/1.yaml other/1.yaml
run 2 batch people other --out two
told 'people/1.yaml and other/1.yaml would both be written to two/1.pdf'
absent two
run 0 batch people other -o '{folder}-{profile}.pdf' --out two
made two 5
# Names that are not known before the profiles are read.
cp people/1.yaml people/5.yaml
run 1 batch people -o '{name}.pdf' --out two2 -j 1
told 'failed: two2/Person-1.pdf is already that of people/1.yaml'
made two2 4

# --- Up to date --------------------------------------------------------------

fresh 3
echo '- {company: Sea, position: Sailor, date: 2001, logo: sea.png}' \
    >people/more.yml.txt
cp "$root/profiles/logos/college.png" people/sea.png
cat >people/4.yaml <<'END'
cv:
  name: Person 4
  sections: {work: !include more.yml.txt}
END
run 0 batch people --out out --resume
told '4 made, 0 failed'
cp -r out before
run 0 batch people --out out --resume
told '0 made, 4 up to date, 0 failed'
touch people/1.yaml # the same bytes
run 0 batch people --out out --resume && told '0 made, 4 up to date'
sed -i 's/Miller/Baker/' people/2.yaml
run 0 batch people --out out --resume && told '1 made, 3 up to date'
sed -i 's/Sailor/Captain/' people/more.yml.txt
run 0 batch people --out out --resume && told '1 made, 3 up to date'
cp "$root/profiles/logos/laboratory.png" people/sea.png
run 0 batch people --out out --resume && told '1 made, 3 up to date'
rm out/3.pdf
run 0 batch people --out out --resume && told '1 made, 3 up to date'
: >out/3.pdf
run 0 batch people --out out --resume && told '1 made, 3 up to date'
mkdir people/fonts
run 0 batch people --out out --resume && told '4 made'
run 0 batch people --out out --resume --set design.page.size=a5 &&
    told '4 made'
SOURCE_DATE_EPOCH=1589890000 run 0 batch people --out out --resume &&
    told '4 made'
run 0 batch people --out out --resume --shard 1/2
rm -f out/.vita-batch*
printf '{"key":"half' >out/.vita-batch
run 0 batch people --out out --resume && told '4 made'
run 0 batch people --out out --resume && told '4 up to date'
for _ in 1 2 3 4 5; do # the file of notes does not grow for ever
    echo '# more' >>people/1.yaml
    run 0 batch people --out out --resume
done
[ "$(grep -c key out/.vita-batch)" -le 8 ] || fail 'the state only grows'
whole out
printf 'cv: {name: Person 5}\ndesign: {theme: classic}\n' >people/5.yaml
run 0 batch people/5.yaml --out out --resume
mkdir people/themes
printf 'extends: ink\n' >people/themes/classic.yaml # a theme has come
run 0 batch people/5.yaml --out out --resume && told '1 made'
run 0 batch people/5.yaml --out out --resume && told '1 up to date'
mkdir odd
mkfifo odd/.vita-batch
run 3 batch people --out odd --resume && told 'it is no file'
ln -s /dev/full odd/.vita-batch-2-of-3 # read for what other shards made
rm odd/.vita-batch
run 0 batch people/5.yaml --out odd --resume && told '1 made'

# The report takes no place of what is read.
printf 'company,fit\nSea,1\nLand,no\n' >rows.csv
run 1 batch people/1.yaml --table rows.csv --out table &&
    told "rows.csv:3:6: error: the row cannot fit 'no'"
sed -i '$d' rows.csv
run 2 batch people/1.yaml --table rows.csv --out table --report rows.csv &&
    told 'the report would take the place of what is read'
run 2 batch people/1.yaml --out table --report people/1.yaml

# --- Applications ------------------------------------------------------------

# The example of the README: a table, letters, variants, languages.
fresh 1
example=$root/profiles/applications
run 0 batch "$example/lise-meitner.yaml" \
    --table "$example/applications.csv" --out sent -j 2 --report sent.csv
told '12 made, 0 failed; 22 pages'
made sent 20
whole sent
run 0 batch "$example/lise-meitner.yaml" \
    --table "$example/applications.csv" --out again -q -j 1
same sent again
for k in 1 2 3; do
    run 0 batch "$example/lise-meitner.yaml" \
        --table "$example/applications.csv" --out parts -q --shard $k/3
done
same sent parts
pages() # FILE COUNT
{
    local count
    count=$(pdfinfo "$1" | sed -n 's/^Pages: *//p')
    [ "$count" = "$2" ] || fail "$1 has $count pages, not $2"
}
pages sent/Harbour-Laboratory-Senior-Research-Fellow-Lise-Meitner.pdf 2
text()
{
    pdftotext -layout "$1" - | tr -s ' '
}
text sent/Cooper-Potter-Sons-Consulting-Physicist-Lise-Meitner_letter.pdf |
    grep -qF 'the post of Consulting Physicist at Cooper, Potter & Sons.' ||
    fail 'placeholders of a row'
text sent/Technische-Hochschule-Altstadt-*.pdf | grep -qF 'Bewerbung als' ||
    fail 'the language of a row'
text sent/University-of-Northbridge-*Meitner.pdf | grep -qF 'Max Planck' ||
    fail 'the variant of a row'
text sent/Institute-of-Radium-*Meitner.pdf | grep -qF 'Max Planck' &&
    fail 'the variant of a row'

cat >table.csv <<'END'
name;company;make;design.page.size;fit
One;Same;cv;a5;
Two;Same;book;;
Three;Same;;a99;
END
run 1 batch people/1.yaml --table table.csv --out rows
told "table.csv:3:10: error: there is nothing to make called 'book'"
absent rows
sed -i s/book/cv/ table.csv
run 1 batch people/1.yaml --table table.csv --out rows -o '{company}.pdf'
told 'table.csv:4, design.page.size'
told '2 made, 1 failed'
[ "$(cd rows && listing)" = 'Same-2.pdf Same.pdf ' ] || fail 'rows of one name'
cp people/1.yaml people/2.yaml
run 1 batch people --table table.csv --out many && told 'the row has no profile'
cat >table.yaml <<'END'
- {profile: people/1.yaml, row: 7, cv: {headline: "Head: of all"}}
- {profile: people/1.yaml, cv: {headline: Other}}
END
run 0 batch --table table.yaml --out yaml -o '{profile}-{row}'
text yaml/1-7.pdf | grep -qF 'Head: of all' || fail 'a value from YAML'

# --- Usage -------------------------------------------------------------------

run 2 batch
told 'which profiles?'
run 2 batch people --shard 3/2
run 2 batch people --jobs 0
run 2 batch people --jbos 1 && told 'did you mean --jobs?'
run 2 batch people -o '{nam}.pdf' && told 'did you mean {name}?'
run 2 render people/1.yaml --jobs 2 && told 'only vita batch'
run 0 help batch && shown 'vita batch PROFILE'
run 1 batch nowhere && told 'nowhere failed: cannot open'
run 3 batch 'no*where' && told 'no*where'
run 0 batch people --dry-run --out dry && shown 'people/1.yaml'
absent dry

echo "$count runs, $bad failed"
[ "$bad" -eq 0 ]
