#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Sets vita's pages beside RenderCV's: where lines begin.

usage: rendercv.py [-v] [--date YYYY-MM-DD] VITA FOLDER [NAME]...

FOLDER has pairs NAME.yaml and NAME.pdf: RenderCV's examples, from the folder
examples/ of its repository, or your own files and what RenderCV makes of
them. Fonts that the system lacks go into FOLDER/fonts; without them other
fonts stand in, and lines cannot begin at the same places. --date is the day
on which RenderCV ran. Each file is rendered by vita, and where lines begin on
the first page is compared for all lines with equal first words, those of
columns and of the contacts one by one. -v lists the differences. Needs mutool
(mupdf-tools).
"""

import argparse
import difflib
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass

BULLETS = "•◦●◆★■○·|"

# What stands further apart than this many of its sizes is another column.
COLUMN_GAP = 0.7
# Two baselines that differ by less, in points, are one.
SAME_BASELINE = 0.3
# What is called near, in points.
NEAR = 2
# So many letters tell that two lines are the same.
KEY_LENGTH = 12


@dataclass
class Piece:
    """What stands in one column on one baseline."""
    x: float
    y: float
    right: float
    text: str = ""

    @property
    def key(self):
        """The first letters and digits; of a bullet the mark itself."""
        letters = re.sub(r"[\W_]", "", self.text)
        return letters[:KEY_LENGTH] or self.text


def is_drawn(char):
    """Whether the character is text: icons of RenderCV are private ones."""
    return not char.isspace() and not 0xE000 <= ord(char) <= 0xF8FF


def chars_of(pdf, page):
    """The characters of a page, as (baseline, left, right, size, text)."""
    xml = subprocess.run(["mutool", "draw", "-q", "-F", "stext", pdf,
                          str(page)], check=True, capture_output=True).stdout
    found = []
    for font in ElementTree.fromstring(xml).iter("font"):
        for char in font.iter("char"):
            if not is_drawn(char.get("c")):
                continue
            right = max(float(v) for v in char.get("quad").split()[::2])
            found.append((float(char.get("y")), float(char.get("x")), right,
                          float(font.get("size")), char.get("c")))
    return sorted(found)


def lines_of(chars):
    """The characters in lists, one for each baseline."""
    line = []
    for char in chars:
        if line and char[0] - line[0][0] > SAME_BASELINE:
            yield sorted(line, key=lambda c: c[1])
            line = []
        line.append(char)
    if line:
        yield sorted(line, key=lambda c: c[1])


def pieces_of(pdf, page=1):
    """The page's pieces from top to bottom, those of a line from the left. A
    bullet is a piece of its own, and so is what stands behind it."""
    pieces = []
    for line in lines_of(chars_of(pdf, page)):
        last = None
        for y, x, right, size, text in line:
            if last is None or x - last.right > COLUMN_GAP * size or \
                    text in BULLETS or last.text in BULLETS:
                last = Piece(x, y, right)
                pieces.append(last)
            last.text += text
            last.right = max(last.right, right)
    return pieces


def pairs_of(theirs, ours):
    """The pieces of both pages that say the same, in their common order."""
    matcher = difflib.SequenceMatcher(None, [p.key for p in theirs],
                                      [p.key for p in ours], autojunk=False)
    for a, b, size in matcher.get_matching_blocks():
        yield from zip(theirs[a:a + size], ours[b:b + size])


def page_count(pdf):
    info = subprocess.run(["mutool", "info", pdf], check=True, text=True,
                          capture_output=True).stdout
    return int(re.search(r"^Pages: (\d+)", info, re.MULTILINE).group(1))


def render(vita, profile, pdf, date):
    """What vita has to say of the profile, each thing once."""
    done = subprocess.run([vita, "render", profile, "-o", pdf, "--set",
                           f"settings.current_date={date}"],
                          text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{profile}: {done.stderr}")
    notes = re.findall(r"(?:warning|error): (.*)", done.stderr)
    return list(dict.fromkeys(notes))


def compare(args, profile, folder):
    pdf = str(pathlib.Path(folder) / (profile.stem + ".pdf"))
    reference = str(profile.with_suffix(".pdf"))
    notes = render(args.vita, str(profile), pdf, args.date)
    theirs, ours = pieces_of(reference), pieces_of(pdf)
    pairs = list(pairs_of(theirs, ours))
    across = [abs(a.x - b.x) for a, b in pairs] or [0]
    down = [abs(a.y - b.y) for a, b in pairs] or [0]
    near = sum(x <= NEAR and y <= NEAR for x, y in zip(across, down))
    theme = re.search(r"_([A-Za-z0-9]+?)Theme", profile.stem)
    print(f"| {theme.group(1).lower() if theme else profile.stem} "
          f"| {page_count(reference)} / {page_count(pdf)} "
          f"| {len(pairs)} of {len(theirs)} | {near} "
          f"| {max(across):.1f} | {max(down):.1f} |")
    for note in notes:
        print(f"  {note}", file=sys.stderr)
    if args.v:
        show(theirs, ours, pairs)


def show(theirs, ours, pairs):
    for a, b in pairs:
        print(f"    {b.x - a.x:+7.2f} {b.y - a.y:+7.2f}  "
              f"({a.x:.1f}, {a.y:.1f}) {a.text[:40]}")
    matched = {id(p) for pair in pairs for p in pair}
    for whose, pieces in (("theirs", theirs), ("ours", ours)):
        for piece in pieces:
            if id(piece) not in matched:
                print(f"    only {whose}: ({piece.x:.1f}, {piece.y:.1f}) "
                      f"{piece.text[:60]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("vita")
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("-v", action="store_true")
    parser.add_argument("--date", default="2026-03-25")
    args = parser.parse_args()
    print("| theme | pages, theirs / ours | lines with equal words "
          f"| within {NEAR} pt | largest across, pt | largest down, pt |\n"
          "|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        for profile in sorted(args.folder.glob("*.yaml")):
            if profile.with_suffix(".pdf").exists() and (
                    not args.names or any(n.lower() in profile.stem.lower()
                                          for n in args.names)):
                compare(args, profile, folder)


if __name__ == "__main__":
    main()
