#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares two goldens where fonts have other widths than those that the
goldens were made with (tests/fonts.sha256): what stands on the pages counts,
not where; of messages, all but lengths and the default family's newer name.

  loose.py layout|diag|effects EXPECTED ACTUAL
"""
import re
import sys
from collections import Counter

TEXT = re.compile(r'^text .* \d+/\d+ "(.*)"( hidden)?$')
ICON = re.compile(r'^icon .* ("[^"]*")$')
LINK = re.compile(r'^link .* ("[^"]*")$')
# Lines of which there are as many with any font.
COUNTED = ("image", "outline", "anchor", "title", "language")


def of_layout(lines):
    """Characters, without blanks and the hyphens of divided words; icons,
    the targets of links (a link of two lines has two), and how many there are
    of what is no text."""
    found = Counter(kind for kind in (line.split(" ")[0] for line in lines)
                    if kind in COUNTED)
    for line in lines:
        if match := TEXT.match(line):
            found.update(c for c in match[1] if c not in " -")
        elif match := ICON.match(line):
            found[match[0].split()[0], match[1]] += 1
        elif match := LINK.match(line):
            found["link", match[1]] = 1
        elif line.startswith("text "):
            sys.exit(f"loose.py: not understood: {line}")
    return found


def of_messages(lines):
    text = "\n".join(lines).replace("Source Sans 3", "Source Sans Pro")
    return Counter(re.sub(r"\d+(\.\d+)? pt", "N pt", text).split("\n"))


def of_effects(lines):
    """The options, each of which has an effect."""
    return Counter(line for line in lines if not line.startswith(" "))


KINDS = {"layout": of_layout, "diag": of_messages, "effects": of_effects}


def main():
    kind, *paths = sys.argv[1:]
    old, new = (KINDS[kind](open(path, encoding="utf-8").read().splitlines())
                for path in paths)
    for what, count in sorted((old - new).items(), key=str):
        print(f"- {count} {what}")
    for what, count in sorted((new - old).items(), key=str):
        print(f"+ {count} {what}")
    sys.exit(old != new)


main()
