#!/usr/bin/python3
# SPDX-License-Identifier: MIT
"""How well a simple parser of CVs reads what vita makes.

  ats.py [-v] [--theme NAME] VITA  four profiles, in one theme or in all, and
                                   the cases of several scripts
  ats.py [-v] --others VITA        the other profiles, on which the parser was
                                   not tried when it was written; no limits
  ats.py [-v] --pdf PDF PROFILE    a PDF that any program made of the profile

takes the text out with each extractor that is here, gives it to the parser of
resume_parser.py and compares its fields with the YAML. Prints a table per
extractor; -v names every field that is not found. Fails if an extractor finds
less than the share below."""

import argparse
import re
import sys
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path

import yaml

from extractors import EXTRACTORS, ROOT, extract_all, report_skipped, title
from resume_parser import parse
from roundtrip import HERE, SCRIPTS, vita

EXTRACTOR_NAMES = [name for name in EXTRACTORS if name != "struct"]
# Of all fields; what each extractor errs in by itself is in docs/ats.md.
# The profiles that the parser was written beside.
KNOWN = ("alan-turing", "emmy-noether", "katherine-johnson", "marie-curie")
LEAST = {"raw": 0.98, "mutool": 0.98, "pdfbox": 0.98, "pdfjs": 0.98,
         "plain": 0.80, "layout": 0.80, "gs": 0.80, "pdfminer": 0.65}


def bare(text):
    """Without markup, and with what typography changes made plain."""
    text = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", str(text))
    text = re.sub(r"[*`\\]", "", text)
    for odd, plain in {"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-",
                       "–": "-", "…": "..."}.items():
        text = text.replace(odd, plain)
    text = re.sub(r"-{2,}", "-", text)
    return unicodedata.normalize("NFC", " ".join(text.split())).lower()


def without_blanks(text):
    """For East Asian text, whose lines end between any two characters."""
    return re.sub(r"\s", "", bare(text))


def has(text, wanted):
    return bool(wanted) and without_blanks(wanted) in without_blanks(text)


def as_list(value):
    return value if isinstance(value, list) else [] if value is None \
        else [value]


def yaml_date(value):
    parts = re.findall(r"\d+", str(value))
    if str(value) == "present" or not parts:
        return (9999, 0)
    return (int(parts[0]), int(parts[1]) if len(parts) > 1 else 0)


def dates_of(entry):
    if "start_date" in entry:
        return (yaml_date(entry["start_date"]),
                yaml_date(entry.get("end_date", "present")))
    if re.fullmatch(r"\d{4}(-\d\d)?", str(entry.get("date", ""))):
        return (yaml_date(entry["date"]), yaml_date(entry["date"]))
    return None


def flat(highlights):
    for item in highlights or []:
        if isinstance(item, list):
            yield from flat(item)
        elif isinstance(item, dict):
            for key, below in item.items():
                yield key
                yield from flat(below)
        else:
            yield re.split(r"(?: |\n)- ", item)[0]


class Score:
    """Counts (found, wanted) per field and parsed entries that are none."""

    def __init__(self):
        self.fields = defaultdict(lambda: [0, 0])
        self.parsed = self.right = 0
        self.lost = []

    def add(self, name, ok, wanted):
        self.fields[name][0] += bool(ok)
        self.fields[name][1] += 1
        if not ok:
            self.lost.append(f"{name}: {wanted}")

    def merge(self, other):
        for name, (found, wanted) in other.fields.items():
            self.fields[name][0] += found
            self.fields[name][1] += wanted
        self.parsed += other.parsed
        self.right += other.right
        self.lost += other.lost

    @property
    def recall(self):
        return sum(found for found, _ in self.fields.values()) / \
            max(sum(wanted for _, wanted in self.fields.values()), 1)

    @property
    def precision(self):
        return self.right / max(self.parsed, 1)


def score_header(score, cv, resume):
    score.add("name", bare(resume.name) == bare(cv["name"]), cv["name"])
    for email in as_list(cv.get("email")):
        score.add("e-mail", email in resume.email, email)
    for phone in as_list(cv.get("phone")):
        digits = re.sub(r"\D", "", str(phone))[-7:]
        score.add("phone", any(re.sub(r"\D", "", x).endswith(digits)
                               for x in resume.phone), phone)
    for url in as_list(cv.get("website")):
        wanted = re.sub(r"^https?://|/$", "", url)
        score.add("URL", any(re.sub(r"^https?://|/$", "", x) == wanted
                             for x in resume.urls), url)


def score_entry(score, entry, parsed, text):
    """The fields must stand in the header of an entry with its dates."""
    dates = dates_of(entry)
    if not dates:
        return
    same = [x for x in parsed if (x.start, x.end) == dates]
    score.add("dates", same, f"{entry} {dates}")
    names = {"company": "employer", "institution": "school",
             "position": "position", "area": "area", "degree": "degree"}
    for key, name in names.items():
        if entry.get(key):
            score.add(name, any(has(x.header, entry[key]) for x in same),
                      entry[key])
    for item in flat(entry.get("highlights")):
        score.add("bullets", has(text, item), item)


def score_publication(score, entry, text):
    score.add("titles", has(text, entry["title"]), entry["title"])
    for author in entry.get("authors", []):
        score.add("authors", has(text, author), author)


def is_job(entry):
    return isinstance(entry, dict) and ("company" in entry or
                                        "institution" in entry)


def score_resume(profile, text):
    score = Score()
    cv = profile["cv"]
    resume = parse(text)
    score_header(score, cv, resume)
    parsed = [x for found in resume.entries.values() for x in found]
    whole = " ".join(resume.sections.values())
    wanted = set()
    for entries in cv["sections"].values():
        for entry in entries:
            if is_job(entry):
                score_entry(score, entry, parsed, whole)
                wanted.add(dates_of(entry))
            elif isinstance(entry, dict) and "title" in entry:
                score_publication(score, entry,
                                  resume.sections.get("publications", ""))
            elif isinstance(entry, dict) and "label" in entry:
                score.add("skills", has(whole, entry["details"]),
                          entry["details"])
    years = {tuple(date[0] for date in dates) for dates in wanted if dates}
    years |= {(int(y), int(y)) for entries in cv["sections"].values()
              for e in entries if is_job(e)
              for y in re.findall(r"\d{4}", str(e.get("date", "")))}
    score.parsed = len(parsed)
    score.right = sum((x.start[0], x.end[0]) in years for x in parsed)
    return score


def render(program, folder, theme, others):
    themes = sorted((ROOT / "src/design/themes").glob(f"{theme}.yaml"))
    sources = [(source, ["--set", f"design.theme={theme.stem}"])
               for source in sorted((ROOT / "profiles").glob("*.yaml"))
               if (source.stem in KNOWN) != others for theme in themes]
    sources += [(HERE / f"cases/{name}.yaml",
                 ["--set", f"design.theme={theme.stem}"])
                for name in SCRIPTS if not others for theme in themes]
    for number, (source, options) in enumerate(sources):
        pdf = folder / f"{number}.pdf"
        pdf.write_bytes(vita(program, source, *options, "--quiet", "-o", "-"))
        yield pdf, source


def print_scores(scores):
    fields = list(next(iter(scores.values())).fields)
    print("| extractor | fields | recall | precision |",
          " | ".join(fields), "|")
    print("|---|" + "---:|" * (3 + len(fields)))
    for name, score in scores.items():
        found = [f"{a}/{b}" for a, b in
                 (score.fields[field] for field in fields)]
        total = sum(b for _, b in score.fields.values())
        print(f"| {title(name)} | {total} | {score.recall:.3f} | "
              f"{score.precision:.3f} |", " | ".join(found), "|")


def measure(pairs):
    texts = extract_all(EXTRACTOR_NAMES, [pdf for pdf, _ in pairs])
    scores = {}
    if report_skipped(texts):
        sys.exit(1)
    for name, found in texts.items():
        if found is None:
            continue
        scores[name] = Score()
        for pdf, source in pairs:
            one = score_resume(yaml.safe_load(source.read_text()),
                               found[str(pdf)])
            one.lost = [f"{source.stem}: {x}" for x in one.lost]
            scores[name].merge(one)
    return scores


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", action="store_true", dest="verbose")
    parser.add_argument("--theme", default="*")
    parser.add_argument("--others", action="store_true")
    parser.add_argument("--pdf", type=Path)
    parser.add_argument("source", type=Path)
    args = parser.parse_args()
    if args.pdf:
        scores = measure([(args.pdf, args.source)])
    else:
        with tempfile.TemporaryDirectory() as folder:
            scores = measure(list(render(str(args.source.resolve()),
                                         Path(folder), args.theme,
                                         args.others)))
    print_scores(scores)
    if args.verbose:
        for name, score in scores.items():
            for lost in score.lost:
                print(f"{name}: not found: {lost}")
    if args.pdf or args.others or args.theme != "*":
        return 0
    weak = [name for name, score in scores.items()
            if score.recall < LEAST[name]]
    for name in weak:
        print(f"FAILED {title(name)}: recall below {LEAST[name]}")
    return 1 if weak or not scores else 0


if __name__ == "__main__":
    sys.exit(main())
