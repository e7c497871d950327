#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Follows the links of the documentation: files and headings must exist."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def without_code(text):
    text = re.sub(r"^ *```.*?^ *```", "", text, flags=re.M | re.S)
    return re.sub(r"`[^`\n]*`", lambda m: m[0].replace("](", "] ("), text)


def anchors(page):
    """The names that GitHub gives to headings."""
    text = re.sub(r"^```.*?^```", "", page.read_text(), flags=re.M | re.S)
    for heading in re.findall(r"^#+ +(.*)$", text, re.M):
        heading = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        yield re.sub(r"[^\w\- ]", "", heading.strip()).replace(" ", "-")


def problem(page, link):
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    if not target.exists():
        return "there is no such file"
    if anchor and anchor not in anchors(target):
        return "there is no such heading"
    return None


def main():
    pages = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
    count = bad = 0
    for page in pages:
        text = without_code(page.read_text())
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            if re.match(r"[a-z]+:", link):
                continue
            count += 1
            what = problem(page, link)
            if what:
                print(f"{page.relative_to(ROOT)}: {link}: {what}")
                bad += 1
    print(f"{count} links, {bad} lead nowhere")
    sys.exit(1 if bad or count == 0 else 0)


main()
