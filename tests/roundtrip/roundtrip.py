#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""Proves that every word of a CV comes back out of its PDF.

  roundtrip.py [--cheap] [--only NAME] VITA WORDS

renders the profiles in each theme, the specimen, the layout cases and those of
cases/, takes the text out with every extractor that is here (--cheap: those of
poppler, mupdf and Ghostscript, each profile in its own theme) and compares it
with `vita render --to text`; that again is held to the strings of the profile,
as tests/tools/words tells them. Prints a line for each fault and a table of what was measured.

Debian's Python, for its packages are not seen by others."""

import argparse
import hashlib
import os
import re
import shlex
import subprocess
import sys
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path

from compare import compare, words_of
from extractors import CHEAP, EXTRACTORS, ROOT, extract_all, follows_order, \
    report_skipped, title

HERE = Path(__file__).resolve().parent
# Neither is in the text: they belong to the page, not to the document.
BARE = ["--set", "design.page.show_footer=false",
        "--set", "design.page.show_top_note=false", "--quiet"]
for place in ("left", "center", "right"):
    for page in ("", "_first", "_last"):
        BARE += ["--set", f"design.templates.header_{place}{page}=none"]
UNDIVIDED = ["--set", "design.typography.hyphenation=none"]
LINES_PER_HYPHEN = 100
# Of cases/, in each theme as the profiles: other fonts, other substitutes.
SCRIPTS = ["diacritics", "greek", "cyrillic", "east-asian"]
# Cases whose pages have columns that go on on the next page. Who follows the
# file reads column by column on each page: a text goes back and on once for
# each page, and a paragraph may be divided there.
COLUMNS_ON_PAGES = re.compile(
    r"-(sidebar|band)$|^(sidebar|page-columns|columns-on)-|^grace-hopper$")
PAGES_MAX = 4


def vita(program, case, *options):
    env = dict(os.environ, SOURCE_DATE_EPOCH="1767225600", LC_ALL="C.UTF-8")
    env.pop("VITA_DATA_DIR", None)
    args = case.with_suffix(".args")
    given = args.read_text().splitlines() if args.exists() else []
    done = subprocess.run(
        [program, "render", case.name, *given, *options], cwd=case.parent,
        env=env, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{case.name} {shlex.join(options)}: {done.stderr.decode()}")
    return done.stdout


class Case:
    """One PDF with the text that it must hold."""

    def __init__(self, name, source, options, divided):
        self.name, self.source, self.options = name, source, options
        self.divided = divided

    def render(self, program, folder):
        self.pdf = folder / f"{self.name}.pdf"
        options = [*BARE, *self.options]
        self.pdf.write_bytes(vita(program, self.source, *options, "-o", "-"))
        self.text = vita(program, self.source, *options, "--to", "text",
                         "-o", "-").decode()


def all_cases(only, cheap):
    themes = sorted((ROOT / "src/design/themes").glob("*.yaml"))
    sources = []
    for profile in [*sorted((ROOT / "profiles").glob("*.yaml")),
                    *(HERE / f"cases/{name}.yaml" for name in SCRIPTS)]:
        if cheap:
            sources.append((profile.stem, profile, []))
            continue
        sources += [(f"{profile.stem}-{theme.stem}", profile,
                     ["--set", f"design.theme={theme.stem}"])
                    for theme in themes]
    others = [ROOT / "docs/specimen.yaml",
              *sorted((ROOT / "tests/layout").glob("*.yaml")),
              *sorted((HERE / "cases").glob("*.yaml"))]
    others = [source for source in others if source.stem not in SCRIPTS]
    sources += [(source.stem, source,
                 ["--letter"] if source.stem.startswith("letter-") else [])
                for source in others]
    letters = sorted((ROOT / "profiles/letters").glob("*.yaml"))
    sources += [(f"{letter.stem}-{what}", letter, ["--make", what])
                for letter in letters for what in ("letter", "merged")]
    sources += [(f"{letter.stem}-letter-{theme.stem}", letter,
                 ["--letter", "--set", f"design.theme={theme.stem}"])
                for letter in letters for theme in themes if not cheap]
    for name, source, options in sources:
        if only in name:
            yield Case(name, source, options, True)
            yield Case(f"{name}-undivided", source, options + UNDIVIDED, False)


def render_all(program, folder, only, cheap):
    """Renders the cases; one whose bytes were there already, because it has
    nothing to divide, is left out."""
    seen, cases = set(), []
    for case in all_cases(only, cheap):
        case.render(program, folder)
        digest = hashlib.sha256(case.pdf.read_bytes()).digest()
        if digest not in seen:
            cases.append(case)
        seen.add(digest)
    return cases


def read_exceptions():
    """{(extractor, case): reason} of exceptions.txt, and the set of those
    that only some versions of the extractor need."""
    exceptions, some = {}, set()
    for line in (HERE / "exceptions.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            names, case, reason = line.split(None, 2)
            for name in names.split(","):
                key = name.removesuffix("?"), case
                exceptions[key] = reason
                if name.endswith("?"):
                    some.add(key)
    return exceptions, some


def in_order(case, name, result):
    """Whether the words are in the order of the text, which the structure
    tree has whatever the columns are."""
    if result.ordered or name == "struct" or not COLUMNS_ON_PAGES.search(
            case.name.removesuffix("-undivided")):
        return result.ordered
    return len(result.torn) < PAGES_MAX and result.jumps < PAGES_MAX


def faults_of(case, name, result):
    faults = []
    if result.missing or result.surplus:
        faults.append(f"lost {result.missing[:8]}, got {result.surplus[:8]}")
    elif follows_order(name) and not in_order(case, name, result):
        faults.append(f"not in order: {result.torn[:2]}")
    if result.divided and not case.divided:
        faults.append(f"divided, though none should be: {result.divided}")
    return faults


def judge(cases, texts):
    """Compares all; returns the results per extractor and the number of
    faults. An exception that is none any more is a fault, too."""
    results, bad = defaultdict(list), 0
    exceptions, some = read_exceptions()
    needed = {key: key in some for key in exceptions}
    for name, found in texts.items():
        for case in cases if found else []:
            key = (name, case.name.removesuffix("-undivided"))
            result = compare(case.text, found[str(case.pdf)])
            faults = faults_of(case, name, result)
            if key in exceptions and faults:
                needed[key] = True
                continue
            results[name].append((case, result))
            for fault in faults:
                print(f"FAILED {case.name}, {title(name)}: {fault}")
                bad += 1
    names = {case.name for case in cases}
    for name, case in needed:
        if not needed[name, case] and texts.get(name) and case in names:
            print(f"FAILED {case}, {title(name)}: right, but listed in "
                  "exceptions.txt")
            bad += 1
    return results, bad


# --- The text itself ---------------------------------------------------------

def flatten(text):
    """Without what typography changes: quotes, dashes, ellipses, blanks."""
    table = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'",
             "’": "'", "‚": "'", "…": "...", "–": "-", "—": "-", "‑": "-"}
    for odd, plain in table.items():
        text = text.replace(odd, plain)
    while "--" in text:
        text = text.replace("--", "-")
    return unicodedata.normalize("NFC", " ".join(text.split()))


def check_text(program, words, only):
    """The text of each profile, in its own theme, holds the profile's strings:
    so --to text is held to something that shares only the reader with it. The
    words tool knows the fields that the classic theme shows, and no escapes
    and entries without text, which the layout cases have."""
    bad = 0
    sources = [*(ROOT / "profiles").glob("*.yaml"), ROOT / "docs/specimen.yaml",
               *(HERE / "cases").glob("*.yaml")]
    for source in sorted(x for x in sources if only in x.stem):
        strings = subprocess.run([words, source], capture_output=True,
                                 check=True).stdout.decode().splitlines()
        text = flatten(vita(program, source, *BARE, "--to", "text", "-o",
                            "-").decode())
        for string in filter(None, map(flatten, strings)):
            # Themes may set titles in capitals.
            if string not in text and string.upper() not in text:
                print(f"FAILED {source.name}: not in the text: {string}")
                bad += 1
    return bad


# --- Report ------------------------------------------------------------------

COLUMNS = [
    ("files", lambda r: len(r)),
    ("words", lambda r: sum(x.wanted for _, x in r)),
    ("recall", lambda r: f"{share(r, 'wanted'):.4f}"),
    ("precision", lambda r: f"{share(r, 'got'):.4f}"),
    ("in order", lambda r: sum(x.ordered for _, x in r)),
    ("torn", lambda r: sum(len(x.torn) for _, x in r)),
    ("divided", lambda r: sum(len(x.divided) for _, x in r)),
    ("hyphen lost", lambda r: sum(len(x.unhyphenated) for _, x in r)),
    ("broken", lambda r: sum(len(x.broken) for _, x in r)),
]


def share(results, whole):
    return sum(x.common for _, x in results) / max(
        sum(getattr(x, whole) for _, x in results), 1)


def print_table(results, texts):
    print("| extractor |", " | ".join(head for head, _ in COLUMNS), "|")
    print("|---|" + "---:|" * len(COLUMNS))
    for name in texts:
        if texts[name] is not None:
            print(f"| {title(name)} |", " | ".join(
                str(figure(results[name])) for _, figure in COLUMNS), "|")


def check_hyphens(results):
    """Of the profiles, each in every theme."""
    own = [result for case, result in results.get("mutool", [])
           if case.divided and case.source.parent.name == "profiles"]
    lines = sum(result.lines for result in own)
    hyphens = sum(len(result.divided) for result in own)
    print(f"{hyphens} words divided in {lines} lines of the profiles")
    if hyphens * LINES_PER_HYPHEN > lines:
        print(f"FAILED: more than one hyphen in {LINES_PER_HYPHEN} lines")
        return 1
    return 0


def check_the_check():
    """Faults that the comparison must see."""
    text = "Ada Example\nWrote well-known notes in 1843\n"
    wrong = ["Ada Example\nWrote well-known in 1843",
             "Ada Example\nWrote well-known notes in 1843 1843",
             "Ada Example\nWrote well-known notesin 1843",
             "Ada Example\nWrote well-known no tes in 1843",
             "Ada Exam\nple\nWrote well-known notes in 1843"]
    right = ["Ada Example\nWrote well-known notes in 1843",
             "Ada Ex-\nample Wrote well-\nknown notes\n\nin 1843"]
    bad = [x for x in wrong if not compare(text, x).missing +
           compare(text, x).surplus]
    bad += [x for x in right if not compare(text, x).ordered]
    if compare(text, "Wrote well-known notes in 1843\nAda Example").ordered:
        bad.append("another order")
    lines = "Ada One\nBob Two\nCid Three\nDan Four\nEve Five\n"
    if compare(lines, "Ada One Dan Four\nBob Two Cid Three Eve Five").jumps != 1:
        bad.append("columns by page")
    if compare(lines, "Ada Dan\nOne Four\nBob Eve Two Five").torn == []:
        bad.append("columns line by line")
    for fault in bad:
        print(f"FAILED the comparison itself: {fault!r}")
    return len(bad)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cheap", action="store_true")
    parser.add_argument("--only", default="")
    parser.add_argument("vita")
    parser.add_argument("words")
    args = parser.parse_args()
    program = str(Path(args.vita).resolve())
    bad = check_the_check()
    with tempfile.TemporaryDirectory() as folder:
        cases = render_all(program, Path(folder), args.only, args.cheap)
        bad += check_text(program, str(Path(args.words).resolve()), args.only)
        texts = extract_all(CHEAP if args.cheap else list(EXTRACTORS),
                            [case.pdf for case in cases])
        results, faults = judge(cases, texts)
    bad += faults + report_skipped(texts)
    print_table(results, texts)
    bad += check_hyphens(results)
    print(f"{len(cases)} PDFs, {sum(len(words_of(c.text)) for c in cases)} "
          f"words, {bad} faults")
    return 1 if bad or not cases else 0


if __name__ == "__main__":
    sys.exit(main())
