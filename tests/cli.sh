#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# vita from the outside: exit codes, what is printed where, which files appear
# and which do not, overlays, --set, equal bytes. Argument: the vita to test.
set -uo pipefail

vita=$(realpath "${1:?usage: cli.sh VITA}")
# shellcheck source=tests/outside.sh
source "$(dirname "${BASH_SOURCE[0]}")/outside.sh"

coloured() # COLOUR TEXT: the layout has the text in that colour
{
    grep -qE "^text .* $1 .*\"$2\"\$" "$tmp/out" || fail "not shown in $1: $2"
}

# Runs in a folder of its own, which holds cv.yaml.
fresh()
{
    rm -rf "$tmp/work"
    mkdir "$tmp/work"
    cd "$tmp/work" || exit
    cat >cv.yaml <<'END'
cv:
  name: Ada Lovelace
  email: ada@example.org
  sections:
    work:
      - company: Engine
        position: Programmer
        start_date: 2020-01
        end_date: 2020-03
      - company: Loom
        position: Weaver
        date: 2019
design:
  page: {size: a4, show_top_note: false}
  colors: {name: red, body: black}
END
}

only() # NAMES: nothing else is in the folder
{
    [ "$(listing)" = "$1 " ] || fail "files: $(listing)"
}

# --- Usage -------------------------------------------------------------------

fresh
run 0 --help && silent err && shown 'vita render PROFILE'
run 0 help && shown 'vita render PROFILE'
run 0 --version && silent err && shown 'vita '
run 2 && silent out && told 'a command is missing'
run 2 rendr cv.yaml && silent out && told 'did you mean render?'
run 2 frobnicate && told 'no command frobnicate'
run 2 render && told 'which profile?'
run 2 render cv.yaml cv.yaml && told 'one profile at a time'
run 2 render cv.yaml --outptu x && told 'did you mean --output?'
run 2 render cv.yaml --to png && told 'not png'
run 2 render cv.yaml -o && told 'missing behind -o'
run 2 render cv.yaml --set name && told 'path=value'
run 2 render cv.yaml --fit two && told '--fit takes a number of pages, not two'
run 2 render cv.yaml --fit 1 --fit 2 && told 'only once: --fit'
run 2 render cv.yaml --quiet=no && told '--quiet'
only cv.yaml

# --- What vita tells of itself -----------------------------------------------

fresh
run 0 schema && silent err && shown '"$schema"'
run 2 schema cv.yaml && told 'needs nothing'
run 2 schema --set a=b && told 'unknown option --set'
run 0 fonts && silent err && shown 'in vita'
run 0 fonts 'source sans' && shown 'licence OFL-1.1'
run 1 fonts 'Comic Papyrus' && silent out && told 'Comic Papyrus'
run 2 fonts a b && told 'one name at a time'
run 0 fonts --help && shown 'vita fonts'
"$vita" schema >/dev/full 2>"$tmp/err" && fail 'a full disk is fine'
told 'standard output'
only cv.yaml

# --- Where the output goes ---------------------------------------------------

fresh
run 0 render cv.yaml && silent out && told 'cv.pdf: 1 page'
is_pdf cv.pdf
only 'cv.pdf cv.yaml'

fresh
run 0 render cv.yaml -q && silent out err
is_pdf cv.pdf

fresh
run 0 render -q -o deep/er/my.pdf cv.yaml && silent out err
is_pdf deep/er/my.pdf
absent cv.pdf

fresh
run 0 render cv.yaml -o - && silent err
is_pdf "$tmp/out"
only cv.yaml

run 0 render cv.yaml --to layout && silent err && shown 'page 1 595.28 841.89'
only cv.yaml
run 0 render cv.yaml --to layout -o pages.txt -q && silent out err
grep -q '^title "Ada Lovelace - CV"$' pages.txt || fail 'no layout in the file'

fresh
run 0 render cv.yaml --to tags && silent err && shown 'Document lang=en'
run 0 render cv.yaml --to text && silent err
[ "$(head -n 1 "$tmp/out")" = 'Ada Lovelace' ] || fail 'no name in the text'
only cv.yaml

# Standard input; its PDF goes to standard output.
fresh
"$vita" render - <cv.yaml >"$tmp/out" 2>"$tmp/err" || fail "exit code $?"
silent err
is_pdf "$tmp/out"
mv cv.yaml ../profile
"$vita" render - -o x.pdf <../profile >"$tmp/out" 2>"$tmp/err" ||
    fail "exit code $?"
silent out
is_pdf x.pdf
only x.pdf
printf 'cv: {name: [}' | "$vita" render - >"$tmp/out" 2>"$tmp/err"
[ "${PIPESTATUS[1]}" -eq 1 ] || fail 'exit code of a broken profile'
silent out
told '<stdin>:1:'

# Not a file: written to and not replaced.
fresh
run 0 render cv.yaml -q -o /dev/null
[ -c /dev/null ] || fail '/dev/null was replaced'
run 3 render cv.yaml -q -o /dev/full && told '/dev/full'

# --- Errors of the system ----------------------------------------------------

fresh
run 3 render none.yaml && silent out && told 'none.yaml'
run 3 render . && silent out
run 3 render cv.yaml --design none.yaml && told 'none.yaml'
run 3 render cv.yaml -o cv.yaml/x.pdf && told 'cv.yaml'
run 3 render cv.yaml -o . && told '.'
run 3 render cv.yaml -o /proc/none/x.pdf && told '/proc'
run 3 render cv.yaml -o ''
only cv.yaml

# --- Errors of the profile: all told, nothing written ------------------------

fresh
cat >bad.yaml <<'END'
cv:
  nam: Ada
  email: nobody
  photo: none.jpg
design: {theme: clasic, colors: {name: rd}}
locale: {language: klingon}
settings: {current_date: 2024-02-30}
END
run 1 render bad.yaml && silent out
for place in 2:3 3:10 5:17 5:40 6:20 7:26; do
    told "bad.yaml:$place: error: "
done
told "did you mean 'name'?"
only 'bad.yaml cv.yaml'
run 1 render bad.yaml -q && told 'bad.yaml:2:3: error: '
run 1 render bad.yaml -o - && silent out
run 1 render bad.yaml -o new/out.pdf
absent new
echo old >out.pdf
run 1 render bad.yaml -o out.pdf
[ "$(cat out.pdf)" = old ] || fail 'the old output was touched'

# A photo that is not there is found later, and still nothing is written.
printf 'cv: {name: A, photo: none.jpg}\n' >photo.yaml
run 1 render photo.yaml && told 'photo.yaml:1:22: error: ' && told none.jpg
absent photo.pdf

# Warnings stop nothing; -q hides them.
printf 'cv: {name: A, phone: 609-999-9995}\n' >warn.yaml
run 0 render warn.yaml && told 'warn.yaml:1:22: warning: '
is_pdf warn.pdf
run 0 render warn.yaml -q && silent err

# No profile at all.
for text in '' '~' '[]' 'x' '{}' 'cv:' $'\xff\xfe'; do
    printf %s "$text" >odd.yaml
    "$vita" render odd.yaml -o odd.pdf >"$tmp/out" 2>"$tmp/err"
    code=$?
    [ "$code" -le 1 ] || fail "'$text': exit code $code"
    [ "$code" -eq 0 ] || absent odd.pdf
done

# --- Overlays: maps merge at any depth, lists and texts are replaced ---------

fresh
mkdir sub
cp cv.yaml sub/cv.yaml
cat >>sub/cv.yaml <<'END'
settings:
  render_command: {design: look.yaml}
END
printf 'design: {colors: {name: teal}, page: {size: a5}}\n' >sub/look.yaml
printf 'design: {colors: {body: blue}}\n' >more.yaml
# The profile's overlay is sought beside it; body and name come from others.
run 0 render sub/cv.yaml --to layout && silent err
shown 'page 1 419.53 595.28'
coloured '#008080' 'Ada Lovelace'
coloured '#000000' 'Engine'
run 0 render sub/cv.yaml --to layout --design more.yaml
coloured '#008080' 'Ada Lovelace'
coloured '#0000ff' 'Engine'
run 0 render sub/cv.yaml --to layout --design more.yaml \
    --set design.colors.body=fuchsia --set design.colors.name=navy
coloured '#000080' 'Ada Lovelace'
coloured '#ff00ff' 'Engine'

fresh
# Missing hyphenation patterns are told, unless nobody wants them.
printf 'cv: {name: A}\nlocale: {language: german}\n' >german.yaml
run 0 render german.yaml
if [ -e /usr/share/hyphen/hyph_de_DE.dic ]; then
    not_told 'hyphen'
else
    told 'german.yaml:2:20: warning: words are not divided'
    told "install Debian's package hyphen-de"
fi
run 0 render german.yaml --set design.typography.hyphenation=none
not_told 'hyphen'
run 0 render german.yaml --set design.typography.alignment=left
not_told 'hyphen'
run 0 render german.yaml --set locale.language=japanese # has no hyphens
not_told 'hyphen'

run 0 locales && silent err && shown 'german             de   '
run 2 locales german && told 'takes no german'

printf 'locale: {months: mos}\n' >words.yaml
printf 'settings: {pdf_title: T, current_date: 2020-05-17}\n' >today.yaml
run 0 render cv.yaml --to layout --locale words.yaml --settings=today.yaml \
    --set 'design.sections.show_time_spans_in=[work]' \
    --set design.page.show_top_note=true
shown '"3 mos"'
shown '"Last updated in May 2020"'
shown 'title "T"'
printf 'cv: {name: X}\n' >other.yaml
run 1 render cv.yaml --design other.yaml && told 'the file has no design'
printf 'design: {colors: {name: rd}}\n' >wrong.yaml
run 1 render cv.yaml --design wrong.yaml && told 'wrong.yaml:1:25: error: '
printf 'design: [' >broken.yaml
run 1 render cv.yaml --design broken.yaml && told 'broken.yaml:1:'
absent cv.pdf

# --- What goes into the PDF and who gets in ----------------------------------

fresh
run 0 render cv.yaml -q -o a.pdf --set design.page.size=a5 \
    --set 'settings.pdf={conformance: [a-3b], attach_source: true}'
qpdf --show-attachment=cv.yaml a.pdf | cmp - cv.yaml ||
    fail 'the profile in the PDF is another'
# The name is that of the file, wherever it is.
mkdir sub
cp cv.yaml sub/other.yaml
run 0 render sub/other.yaml -q -o a.pdf \
    --set 'settings.pdf={conformance: [], attach_source: yes}'
qpdf --list-attachments a.pdf | grep -q '^other.yaml ' ||
    fail 'the profile in the PDF has another name'
"$vita" render - -q -o a.pdf <cv.yaml \
    --set 'settings.pdf={conformance: 1.7, attach_source: true}' ||
    fail "exit code $?"
qpdf --show-attachment=profile.yaml a.pdf | cmp - cv.yaml ||
    fail 'the profile from standard input is not in the PDF'
run 0 render cv.yaml -q -o a.pdf
[ -z "$(qpdf --list-attachments a.pdf | grep yaml)" ] ||
    fail 'the profile is in the PDF unasked'
run 1 render cv.yaml --set settings.pdf.attach_source=true && told 19005-2

lock='{conformance: ua-1, password: in, owner_password: all, permissions: []}'
run 0 render cv.yaml -q -o a.pdf --set "settings.pdf=$lock"
sleep 1
run 0 render cv.yaml -q -o b.pdf --set "settings.pdf=$lock"
cmp a.pdf b.pdf || fail 'two encrypted runs, two results'
for password in in all; do
    qpdf --check --password=$password a.pdf >"$tmp/out" 2>"$tmp/err" ||
        fail "the password $password does not open the PDF"
done
! qpdf --check a.pdf >"$tmp/out" 2>"$tmp/err" || fail 'it opens by itself'
run 1 render cv.yaml --set settings.pdf.password=x && told 'PDF/A forbids'

# --- --set -------------------------------------------------------------------

fresh
run 0 render cv.yaml --to layout --set 'cv.name="Ada: King"' && shown '"Ada: King"'
run 0 render cv.yaml --to layout --cv.name '*not: [yaml' &&
    shown '"*not: [yaml"'
run 0 render cv.yaml --to layout --set 'cv.email=[a@e.org, b@e.org]' &&
    shown '"a@e.org"' && shown '"b@e.org"' && not_shown ada@
run 0 render cv.yaml --to layout --set 'cv.sections={talks: [one, two]}' &&
    shown '"Talks"' && shown '"two"' && not_shown Engine
run 0 render cv.yaml --to layout --set 'cv.sections.work[1].company=Mill' &&
    shown Mill && shown Engine && not_shown Loom
run 0 render cv.yaml --to layout --cv.sections.work.0.company Mill &&
    shown Mill && not_shown Engine
run 0 render cv.yaml --to layout \
    --set 'cv.sections.work[2]={company: C, position: P}' && shown Loom &&
    shown '"C"'
run 0 render cv.yaml --to layout --set 'cv.sections."My Talks"[0]=A text' &&
    shown '"My Talks"' && shown '"A text"'
run 0 render cv.yaml --to layout --set cv.email= && not_shown ada@
run 0 render cv.yaml --to layout --set cv.name=a=b && shown '"a=b"'
run 1 render cv.yaml --set 'cv.sections.work[7].company=x' && told 'no item 7'
run 1 render cv.yaml --set 'cv.name=[' && told '--set cv.name:1:'
run 1 render cv.yaml --set design.page.sice=a4 && told "did you mean 'size'?"
run 1 render cv.yaml --set cv..name=x && told 'a key is missing'
run 1 render cv.yaml --set $'cv.name=\xff' && told UTF-8
run 1 render cv.yaml --cv.name $'\xff' && told UTF-8
run 1 render cv.yaml --set $'cv.sections.\xff=[a]' && told UTF-8
only cv.yaml

# --- Includes ----------------------------------------------------------------

fresh
mkdir -p cvs/parts/deep outside
cat >cvs/cv.yaml <<'END'
cv:
  name: Ada Lovelace
  sections:
    work: !include parts/work.yaml
settings:
  render_command: {design: look.yaml}
END
printf -- '- company: Mill\n  position: !include deep/job.yaml\n' \
    >cvs/parts/work.yaml
printf 'Miller\n' >cvs/parts/deep/job.yaml
printf 'design: {colors: !include parts/colours.yaml}\n' >cvs/look.yaml
printf 'name: teal\n' >cvs/parts/colours.yaml
run 0 render cvs/cv.yaml --to layout && silent err
coloured '#008080' 'Ada Lovelace'
shown 'Miller"'
# A wrong value is told in its own file.
printf 'name: lme\n' >cvs/parts/colours.yaml
run 1 render cvs/cv.yaml && told 'cvs/parts/colours.yaml:1:7: error: '
printf 'name: teal\n' >cvs/parts/colours.yaml
# From standard input, paths count from the current folder.
cd cvs || exit
"$vita" render - --to text <cv.yaml >"$tmp/out" 2>"$tmp/err" ||
    fail "exit code $?"
silent err
shown Miller
cd ..
# The folder is the one that the profile is named in. Links within it are fine.
ln -s cvs/cv.yaml linked.yaml
run 1 render linked.yaml && told 'cannot include parts/work.yaml: No such file'
ln -s cvs other
run 0 render other/cv.yaml --to text && shown Miller
ln -s work.yaml cvs/parts/again.yaml
run 0 render cvs/cv.yaml --to text && shown Miller

# Out of the folder there is no way, and nothing is waited for.
include() # PATH TOLD
{
    printf 'cv: {name: A, headline: !include %s}\n' "$1" >cvs/in.yaml
    run 1 render cvs/in.yaml -o in.pdf && told "$2" && not_told 'top secret'
    absent in.pdf
}
printf 'top secret\n' >outside/file.yaml
cp outside/file.yaml cvs-file
ln -s ../outside/file.yaml cvs/link.yaml
ln -s ../outside cvs/linked
ln -s /dev/zero cvs/zero
ln -s loop cvs/loop
mkfifo cvs/pipe
printf 'x: !include loop2.yaml\n' >cvs/loop1.yaml
printf 'x: !include loop1.yaml\n' >cvs/loop2.yaml
head -c 3000000 /dev/zero | tr '\0' 'a' >cvs/large.yaml
for path in ../outside/file.yaml parts/../../outside/file.yaml link.yaml \
    linked/file.yaml ../cvs-file zero ../../work/outside/file.yaml . ..; do
    include "$path" "in.yaml:1:34: error: cannot include $path: it is not in"
done
include "$PWD/outside/file.yaml" "must not begin with '/'"
include /dev/zero "must not begin with '/'"
include pipe 'cannot include pipe: it is not an ordinary file'
include parts 'cannot include parts: it is a folder'
include loop 'cannot include loop: '
include large.yaml 'cannot include large.yaml: it is larger than 2 MB'
include in.yaml 'cannot include in.yaml: it would stand within itself'
include parts/../in.yaml 'it would stand within itself'
include loop1.yaml 'cvs/loop2.yaml:1:13: error: cannot include loop1.yaml'
include "$(printf 'a%.0s' {1..5000})" 'cannot include aaa'
run 1 render cv.yaml --set 'cv.name=!include cvs/parts/deep/job.yaml' &&
    told 'only a profile and overlay files can include'
: >cvs/empty.yaml
printf 'cv: {name: A, headline: !include empty.yaml}\n' >cvs/in.yaml
run 0 render cvs/in.yaml --to text && silent err

# Without a folder to count from, nothing is in it.
mkdir gone
cd gone || exit
rmdir ../gone
printf 'cv: {name: !include %s}\n' ../outside/file.yaml |
    "$vita" render - --to text >"$tmp/out" 2>"$tmp/err"
[ "${PIPESTATUS[1]}" -eq 1 ] || fail 'exit code of a lost folder'
told 'the folder that paths count from is not there'
cd "$tmp/work" || exit

# Each file includes the next one twice, and four files are too large together.
for i in {1..20}; do
    printf -- '- !include bomb%s.yaml\n- !include bomb%s.yaml\n' \
        $((i + 1)) $((i + 1)) >"cvs/bomb$i.yaml"
done
run 1 render cvs/bomb1.yaml && told 'more than 8 levels deep'
for i in {1..4}; do
    { printf '"' && head -c 2000000 cvs/large.yaml && printf '"'; } \
        >"cvs/large$i.yaml"
done
printf 'cv: {name: A, sections: {s: [%s]}}\n' \
    "$(printf '!include large%s.yaml, ' {1..4})" >cvs/in.yaml
run 1 render cvs/in.yaml && told 'cannot include large4.yaml: the files are'

# --- Variants and tags -------------------------------------------------------

fresh
cat >many.yaml <<'END'
cv:
  name: Ada Lovelace
  headline: {en: Analyst, de: Analystin}
  sections:
    work:
      - company: Engine
        position: Programmer
        tags: [industry]
      - company: Court
        position: Countess
        tags: [secret]
    talks:
      - text: On looms
        tags: [secret, teaching]
variants:
  industry:
    include: [industry]
    locale: {language: german}
  court:
    exclude: [industry]
    sections: [talks, work]
    settings: {render_command: {pdf_path: NAME_VARIANT.pdf}}
design:
  typography: {hyphenation: none}
END
run 0 render many.yaml --to text && silent err
shown Analyst && shown Engine && shown Countess && shown looms
run 0 render many.yaml --to text --tags industry && silent err
shown Engine && not_shown Countess && not_shown Talks
run 0 render many.yaml --to text --tags=industry,teaching &&
    shown Engine && not_shown Countess && shown looms
run 0 render many.yaml --to text --tags '' && not_shown Engine &&
    not_shown looms
run 0 render many.yaml --to text --variant industry &&
    shown Analystin && not_shown Countess
# Options win over the variant, and count entries as the file has them.
run 0 render many.yaml --to text --variant industry \
    --locale.language english \
    --set 'cv.sections.work[1].tags=[industry]' &&
    not_shown Analystin && shown Countess
run 0 render many.yaml --to text --variant industry --tags secret &&
    not_shown Engine && shown Countess
# What is left out leaves nothing in the file.
run 0 render many.yaml --variant industry -q -o - && silent err
qpdf --qdf --object-streams=disable "$tmp/out" "$tmp/plain.pdf"
grep -qa Analystin "$tmp/plain.pdf" || fail 'nothing to be found in the PDF'
for word in Countess Court Talks looms secret industry; do
    ! grep -qai "$word" "$tmp/plain.pdf" || fail "in the PDF: $word"
done

run 0 render many.yaml --variant industry -q && is_pdf many_industry.pdf
run 0 render many.yaml --variant court -q && is_pdf 'Ada Lovelace_court.pdf'
only 'Ada Lovelace_court.pdf cv.yaml many.yaml many_industry.pdf'
mv many_industry.pdf one.pdf
mv Ada*.pdf two.pdf
run 0 render many.yaml --variant all && told 'many_industry.pdf: 1 page' &&
    told 'Ada Lovelace_court.pdf: 1 page'
cmp one.pdf many_industry.pdf || fail 'among all, industry is another'
cmp two.pdf 'Ada Lovelace_court.pdf' || fail 'among all, court is another'
rm -f ./*.pdf
run 0 render many.yaml --variant all -q -o out/cv-VARIANT.pdf && silent err
is_pdf out/cv-industry.pdf
is_pdf out/cv-court.pdf
run 0 render many.yaml --variant court -q -o out/VARIANT.pdf
is_pdf out/court.pdf
run 0 render many.yaml -q -o out/VARIANT.pdf
is_pdf out/VARIANT.pdf
for path in x.pdf -; do
    run 2 render many.yaml --variant all -o "$path" && silent out &&
        told "several variants would go to $path" && told VARIANT
done
run 2 render many.yaml --variant all --to text && silent out
run 0 render many.yaml -q \
    --settings.render_command.pdf_path 'out/NAME_IN_SNAKE_CASE_VARIANT.pdf'
is_pdf out/Ada_Lovelace.pdf
absent x.pdf
absent many.pdf
absent many_court.pdf

# A PDF that carries its profile carries what it shows, and no more.
attach='settings.pdf={conformance: 1.7, attach_source: true}'
run 0 render many.yaml -q --variant industry --set "$attach" -o with.pdf
qpdf --show-attachment=many.yaml with.pdf >shown.yaml
! grep -qE 'Countess|looms|secret|tags|court' shown.yaml ||
    fail 'the attachment has what was left out'
run 0 render shown.yaml -q -o again.pdf
run 0 render many.yaml --to text --variant industry
cp "$tmp/out" text
run 0 render shown.yaml --to text
cmp text "$tmp/out" || fail 'the attachment is another CV'
run 0 render many.yaml -q --tags '' --set "$attach" -o with.pdf
qpdf --show-attachment=many.yaml with.pdf >shown.yaml
! grep -qE 'Countess|Engine' shown.yaml ||
    fail 'the attachment has what was left out by --tags'
printf 'cv: {name: !include name.yaml}\n' >parts.yaml
echo Lovelace >name.yaml
run 0 render parts.yaml -q --set "$attach" -o with.pdf
qpdf --show-attachment=parts.yaml with.pdf >shown.yaml
grep -q 'name: Lovelace' shown.yaml ||
    fail 'the attachment lacks what was included'
# What page.fit drops is not in the attachment either, nor is it cited there.
{
    cat <<'YAML'
cv:
  name: Ada
  sections:
    research:
      - It began [@gone] and went on [@gone, p. 3; p. 5; @kept].
      - "[@gone] begins a text."
    work:
      - name: Kept
        key: kept
        highlights:
          - {text: Secret bullet, priority: 1}
          - - Secret child
          - Nested:
              - {text: Secret one of two, priority: 1}
YAML
    for i in $(seq 46); do echo "          - Line $i"; done
    cat <<'YAML'
      - {name: Secret entry, key: gone, priority: 1, highlights: [Secret words]}
    papers:
      - group: Secret group
        entries:
          - {name: Secret paper, priority: 1}
design:
  page: {fit: {pages: 1, drop: true, min_font_size: 10pt, min_margin: 1.5cm,
    min_line_spacing: 0.6em}}
YAML
} >fitted.yaml
run 0 render fitted.yaml --set "$attach" -o with.pdf &&
    told 'dropped 2 entries and 2 bullets'
qpdf --show-attachment=fitted.yaml with.pdf >shown.yaml
! grep -qiE 'secret|gone' shown.yaml ||
    fail 'the attachment has what fit dropped'
grep -q 'It began and went on \[@kept\]' shown.yaml ||
    fail 'the attachment lacks what is shown'
grep -q 'Nested' shown.yaml || fail 'a bullet went with its sub-bullets'
run 0 render shown.yaml -q -o again.pdf
qpdf --qdf --object-streams=disable with.pdf with.qdf
! grep -aq Secret with.qdf || fail 'the PDF has what fit dropped'

# One wrong variant, and none is written.
run 1 render many.yaml --variant all --set 'variants.court.sections=[tolks]' &&
    told "did you mean 'talks'?"
sed 's/exclude: .*/design: {theme: none}/' many.yaml >wrong.yaml
run 1 render wrong.yaml --variant all && told 'wrong.yaml:20:21: error: '
absent wrong_industry.pdf
run 0 render wrong.yaml --variant industry -q
run 1 render many.yaml --variant court1 && told "did you mean 'court'?"
run 1 render many.yaml --variant xyzzy && told 'there are: industry, court'
run 1 render cv.yaml --variant all && told 'the profile has no variants'
run 1 render many.yaml --variant '' && told "no variant ''"
run 1 render many.yaml --variant $'\xff' && told 'no variant'
run 0 render many.yaml --to text --tags $'\xff'
run 1 render many.yaml --tags industri && told "did you mean 'industry'?"
run 0 render many.yaml --to text --tags xyzzy && told "has the tag 'xyzzy'"
run 2 render many.yaml --variant && told 'missing behind --variant'
run 2 render many.yaml --variants all && told 'did you mean --variant?'

# Ten thousand tags and as many values.
{
    echo 'cv: {name: A, sections: {s: ['
    for i in {1..10000}; do echo "{text: T$i, tags: [t$i]},"; done
    echo ']}}'
} >tags.yaml
run 0 render tags.yaml --to text --tags t7777 && shown T7777 && not_shown T7778
tags=$(printf 'u%s,' {1..10000})
run 1 render tags.yaml --to text -q --tags "$tags"

# --- --fit ------------------------------------------------------------------

# More entries, up to number LAST; the arguments go to that one. 28 take two
# pages in classic.
long() # LAST [LINE...]
{
    fresh
    for i in $(seq 12 "$1"); do
        printf -- '      - company: Mill %s\n        position: Hand\n' "$i"
        printf '        highlights: [Worked there with others, Left]\n'
    done >entries
    [ $# -eq 1 ] || printf '        %s\n' "${@:2}" >>entries
    sed -i '/^design/,$d' cv.yaml
    cat entries >>cv.yaml
    rm entries
}

long 28
run 0 render cv.yaml && told 'cv.pdf: 2 pages' && not_told ,
run 0 render cv.yaml --fit 2 && told 'cv.pdf: 2 pages' && not_told ,
run 0 render cv.yaml --fit 1 && told 'cv.pdf: 1 page, spacing 5'
mv cv.pdf one.pdf
run 0 render cv.yaml --fit 1 -q && silent out err
cmp cv.pdf one.pdf || fail 'two fits, two results'
run 0 render cv.yaml --set design.page.fit=1 -q && cmp cv.pdf one.pdf ||
    fail 'the option and the profile differ'
run 0 render cv.yaml --design.page.fit 1 -q && cmp cv.pdf one.pdf ||
    fail 'the dotted option and the profile differ'
run 0 render cv.yaml --set design.page.fit=2 --fit 1 -q && cmp cv.pdf one.pdf ||
    fail '--fit does not overrule the profile'
run 0 render cv.yaml --set design.page.fit=1 --fit 0 && told 'cv.pdf: 2 pages' &&
    not_told ,
run 0 render cv.yaml --fit 1 -o - && told 'vita: 1 page, spacing 5'
rm cv.pdf one.pdf
run 1 render cv.yaml --fit 1 --set design.page.fit.min_font_size=10pt &&
    told '--fit:1:1: error: the CV does not fit on 1 page' && told 'it fits'
only cv.yaml

long 22
for theme in classic academic compact ember engineeringclassic \
    engineeringresumes harvard ink moderncv opal sb2nov scholar timeline; do
    run 0 render cv.yaml --set "design.theme=$theme" --fit 1 &&
        told 'cv.pdf: 1 page'
done

long 28 'priority: 3'
floor=(--set 'design.page.fit={pages: 1, min_font_size: 9.3pt, min_margin: 1.5cm}')
for form in text layout tags; do
    run 0 render cv.yaml --to "$form" "${floor[@]}" --fit 0 && shown 'Mill 28'
    run 0 render cv.yaml --to "$form" "${floor[@]}" && not_shown 'Mill 28' &&
        told 'dropped 1 entry: "Mill 28" (line '
done
run 0 render cv.yaml "${floor[@]}" && is_pdf cv.pdf
! grep -aq 'Mill 28' cv.pdf || fail 'a trace of what was dropped'
run 1 render cv.yaml "${floor[@]}" --set design.page.fit.drop=false &&
    told 'does not fit on 1 page'

# --- The bytes hang on the input alone ---------------------------------------

fresh
mkdir other
cp cv.yaml other/cv.yaml
printf 'settings: {current_date: 2020-05-17}\n' >today.yaml
run 0 render cv.yaml -q -o a.pdf --settings today.yaml
sleep 1
SOURCE_DATE_EPOCH=0 run 0 render cv.yaml -q -o b.pdf --settings today.yaml
cd other || exit
TZ=Pacific/Auckland LC_ALL=C run 0 render cv.yaml -q -o ../c.pdf \
    --settings ../today.yaml
cd ..
cmp a.pdf b.pdf || fail 'two runs, two results'
cmp a.pdf c.pdf || fail 'another folder, another result'

# SOURCE_DATE_EPOCH is today: 17 May 2020.
export SOURCE_DATE_EPOCH=1589710000
run 0 render cv.yaml -q -o d.pdf
sleep 1
run 0 render cv.yaml -q -o e.pdf
cmp d.pdf e.pdf || fail 'two runs with SOURCE_DATE_EPOCH, two results'
cmp -s a.pdf d.pdf || fail 'current_date and SOURCE_DATE_EPOCH differ'
run 0 render cv.yaml --to layout --set design.page.show_top_note=true &&
    shown '"Last updated in May 2020"'
for epoch in '' x -1 99999999999999999999; do
    SOURCE_DATE_EPOCH=$epoch run 0 render cv.yaml --to layout \
        --set design.page.show_top_note=true &&
        shown "Last updated in $(date -u +%b | sed 's/Sep/Sept/; s/Jun/June/; s/Jul/July/') $(date -u +%Y)"
done
unset SOURCE_DATE_EPOCH

# Letters.
cat >apply.yaml <<'EOF'
cv:
  name: Ada Lovelace
  location: London
  sections: {text: [A text.]}
letter:
  recipient: {name: "{who}"}
  subject: Work at {company}
  paragraphs: ["I would like to work at {company}."]
  date: 1843-07-02
placeholders: {company: Acme, who: Mr. Babbage}
settings: {current_date: 1843-07-02}
EOF
rm -f ./*.pdf
run 0 render apply.yaml --letter && told 'apply_letter.pdf: 1 page'
is_pdf apply_letter.pdf
absent apply.pdf
mv apply_letter.pdf letter.pdf
run 0 render apply.yaml -q --make both && is_pdf apply.pdf
cmp letter.pdf apply_letter.pdf || fail 'one letter is unlike the other'
run 0 render apply.yaml --make merged && told 'apply_application.pdf: 2 pages'
run 0 render apply.yaml -q --make both -o out/x.pdf && is_pdf out/x.pdf
is_pdf out/x_letter.pdf
run 2 render apply.yaml --make both -o - && told 'both go to -'
run 2 render apply.yaml --make all && told 'cv, letter, both or merged'
run 0 render apply.yaml --letter --to text --set placeholders.company=Emca
shown 'I would like to work at Emca.' && shown 'Dear Mr. Babbage:'
run 0 render apply.yaml --letter --to text --placeholders.who 'Ms. B.'
shown 'Dear Ms. B.:'
run 0 render apply.yaml --make merged --to text && shown 'Work at Acme'
shown 'A text.'
run 0 render apply.yaml --make merged --to tags && shown '  Part'
run 1 render apply.yaml --set 'placeholders={who: x}'
told "the placeholder 'company' has no value"
run 1 render cv.yaml --letter && told 'the profile has no letter'

# --- Themes in files ---------------------------------------------------------

fresh
export HOME=$PWD/home XDG_CONFIG_HOME=
run 0 themes && shown 'classic ' && not_shown 'mine'
for theme in $(sed 's/ .*//' "$tmp/out"); do # each can be a new theme's base
    run 0 new-theme "mine-$theme" --from "$theme"
    run 0 render cv.yaml --theme "$theme" --to layout
    cp "$tmp/out" layout
    # All its options taken out of their comments change nothing.
    sed -i 's/^# \(  .*\)/\1/' "themes/mine-$theme.yaml"
    run 0 render cv.yaml --theme "mine-$theme" --to layout
    cmp -s "$tmp/out" layout || fail "mine-$theme is not $theme"
done
rm -r themes
run 0 new-theme mine
run 3 new-theme mine && told 'themes/mine.yaml is already there'
run 2 new-theme other --from nothing && told 'there is no theme nothing'
run 2 new-theme a/b
run 2 new-theme
absent themes/other.yaml
cat >themes/mine.yaml <<'END'
extends: sb2nov
description: sb2nov in green
design:
  colors: {name: green}
END
cat >themes/over.yaml <<'END'
extends: mine
design:
  colors: {body: red}
END
run 0 themes && shown 'sb2nov in green (themes/mine.yaml)'
sed -i '/colors:/d' cv.yaml
run 0 render cv.yaml --theme over --to layout
coloured '#008000' 'Ada Lovelace' && coloured '#ff0000' 'Weaver'
sed -i 's/design:/design:\n  theme: .\/themes\/over.yaml/' cv.yaml
run 0 render cv.yaml --to layout
coloured '#008000' 'Ada Lovelace' && coloured '#ff0000' 'Weaver'
mkdir -p home/.config/vita/themes
mv themes/mine.yaml home/.config/vita/themes
run 0 render cv.yaml --to layout
coloured '#008000' 'Ada Lovelace'
cat >themes/classic.yaml <<'END'
extends: classic
design: {colors: {links: red}}
END
run 0 render cv.yaml --theme classic -q -o classic.pdf # extends the embedded one

printf 'extends: b.yaml\n' >a.yaml
printf 'extends: a.yaml\n' >b.yaml
run 1 render cv.yaml --theme a.yaml && told 'extends itself'
run 1 render cv.yaml --theme none.yaml && told 'cannot open none.yaml'
run 1 render cv.yaml --theme nearly && told "there is no theme 'nearly'"
cat >themes/bad.yaml <<'END'
extend: classic
design: {colors: {nmae: red}}
END
run 1 render cv.yaml --theme bad
told "themes/bad.yaml:1:1: error: unknown key 'extend' in a theme"
told "themes/bad.yaml:2:19: error: unknown key 'nmae' in design.colors"
printf -- '- 1\n' >themes/bad.yaml
run 1 render cv.yaml --theme bad && told 'this file is no theme'
printf 'design: 1\n' >themes/bad.yaml
run 1 render cv.yaml --theme bad && told "a theme's design is a map"

# What a CV is made of is not overwritten by it.
cp cv.yaml own.yaml
run 2 render own.yaml -o own.yaml && told 'own.yaml is read for the CV'
cmp -s cv.yaml own.yaml || fail 'the profile was overwritten'

# A theme has icons for usual sections; only names in the profile are checked.
cat >themes/icons.yaml <<'END'
design: {section_titles: {icons: {work: briefcase, talks: microphone}}}
END
cat >icons.yaml <<'END'
cv: {name: Ada, sections: {work: [Weaver], skills: [Looms]}}
design: {theme: icons, section_titles: {icons: {skillz: gear}}}
END
run 0 render icons.yaml --to layout
shown '"Work"' && [ "$(grep -c ^icon "$tmp/out")" -eq 1 ] ||
    fail 'the icon of the theme'
told "icons.yaml:2:49: warning: the icon's section 'skillz' is not in the CV"
told "did you mean 'skills'?" && not_told talks
sed -i 's/skillz: gear/work: ~/' icons.yaml
run 0 render icons.yaml --to layout && ! grep -q ^icon "$tmp/out" ||
    fail 'an icon that was taken away'

echo "$count runs, $bad failed"
[ "$bad" -eq 0 ]
