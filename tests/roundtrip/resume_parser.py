# SPDX-License-Identifier: MIT
"""A parser of CVs as a client would write one: it takes plain text, has lists
of the usual words, and knows nothing of vita or of the program that made the
PDF. `parse` returns the fields that it found."""

import re
from dataclasses import dataclass, field

HEADINGS = {
    "summary": "summary profile objective about research interests",
    "experience": "experience employment work academic positions appointments "
                  "career professional history employments teaching "
                  "εμπειρία опыт работы 工作经历",
    "education": "education degrees studies εκπαίδευση образование 教育背景",
    "publications": "publications papers report reports selected writings "
                    "technical δημοσιεύσεις публикации 发表论文",
    "skills": "skills languages technologies δεξιότητες навыки 技能",
    "projects": "projects",
    "awards": "awards honours honors prizes memberships elements",
}
# Words that may stand in a heading beside one of those.
FILLERS = set("and of from the invited talks activities substances "
              "scientific doctoral students editorial numbers".split())
BULLET = re.compile(r"^[•◦●▪‣○–-]\s*")
# The first three letters tell the month, in English and Russian.
MONTHS = ["jan feb mar apr may jun jul aug sep oct nov dec".split(),
          "янв фев мар апр май июн июл авг сен окт ноя дек".split()]
MONTH_NUMBERS = {name: i + 1 for names in MONTHS
                 for i, name in enumerate(names)} | {"мая": 5}
PRESENT = r"present|today|now|current|настоящее время|н\. ?в\.|至今|σήμερα"
MONTH = rf"\b(?:{'|'.join(MONTH_NUMBERS)}|summer|winter)[^\W\d_]*\.? "
DATE = rf"(?:{MONTH}|\b(?:0?[1-9]|1[0-2])[/.])?(?:1[89]|20)\d\d(?:[/.]\d\d)?"
RANGE = re.compile(rf"({DATE})(?:\s*[–—-]\s*({DATE}|{PRESENT}))?\s*$", re.I)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<![\w./-])(?:\+|\()?\d[\d ()./-]{6,}\d(?![\w/])")
URL = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/[^\s|•]*)?", re.I)


@dataclass
class Entry:
    start: tuple
    end: tuple
    header: str = ""


@dataclass
class Resume:
    name: str = ""
    email: list = field(default_factory=list)
    phone: list = field(default_factory=list)
    urls: list = field(default_factory=list)
    sections: dict = field(default_factory=dict)   # kind: its text
    entries: dict = field(default_factory=dict)    # kind: list of Entry


def cells_of(text):
    """Lines without blanks around; columns two blanks apart are lines, too,
    and so is what follows a bullet."""
    cells = []
    for line in re.split(r"[\n\f]", text):
        parts = re.split(r"\s{2,}|\t|\s(?=[•◦●▪] )", line)
        cells += [cell.strip() for cell in parts
                  if cell.strip()]
    return cells


def heading_kind(line):
    words = re.findall(r"[^\W\d_]+", line.lower())
    if not words or len(words) > 5 or line[0].islower() or \
            re.search(r"[,:;@.\d]", line):
        return None
    for kind, known in HEADINGS.items():
        if (any(word in known.split() for word in words) and
                all(word in known.split() or word in FILLERS
                    for word in words)):
            return kind
    return None


def date_of(text):
    """(year, month or 0); "present" is (9999, 0)."""
    year = re.search(r"\d{4}", text)
    if not year:
        return (9999, 0)
    figures = re.match(r"(?:(\d\d?)[/.]\d{4}|\d{4}\.(\d\d))", text)
    if figures:
        return (int(year[0]), int(figures[1] or figures[2]))
    month = re.match(r"[^\W\d_]+", text)
    return (int(year[0]),
            MONTH_NUMBERS.get(month[0][:3].lower(), 0) if month else 0)


def join(lines):
    """Lines to one text; a word divided at a line's end is made whole."""
    text = ""
    for line in lines:
        if re.search(r"[^\W\d_]-$", text) and line[:1].islower():
            text = text[:-1] + line
        else:
            text += (" " if text else "") + line
    return text


def is_header(line):
    return not BULLET.match(line) and len(line) < 130 and \
        not line[0].islower() and not line.endswith((".", ";"))


def entries_of(cells):
    """An entry has a date at the end of a line; its header is what stands
    before, back to a bullet, and after, up to the next one."""
    entries = []
    used = 0
    for i, cell in enumerate(cells):
        match = RANGE.search(cell)
        # A year within a sentence is not the date of an entry.
        if not match or BULLET.match(cell) or \
                (match.start() > 0 and cell[match.start() - 1] not in " ,–|(·"):
            continue
        before = cell[:match.start()].strip(" ,–|(")
        if len(before.split()) > 14 or (before and before[0].islower()):
            continue
        first = i
        while first > used and i - first < 3 and is_header(cells[first - 1]):
            first -= 1
        last = i + 1
        while last < len(cells) and last - i <= 2 and is_header(cells[last]) \
                and not RANGE.search(cells[last]):
            last += 1
        start = date_of(match[1])
        end = date_of(match[2]) if match[2] else start
        header = join([*cells[first:i], before, *cells[i + 1:last]])
        entries.append(Entry(start, end, header))
        used = i + 1
    return entries


def parse(text):
    cells = cells_of(text)
    # A note with a date may stand above the name.
    name = next((cell for cell in cells[:3] if not re.search(r"\d", cell)), "")
    resume = Resume(name=name)
    kind, parts = "head", {}
    for cell in cells:
        found = heading_kind(cell)
        if found:
            kind = found
        else:
            parts.setdefault(kind, []).append(cell)
    head = "\n".join(parts.get("head", []))
    resume.email = EMAIL.findall(head)
    rest = EMAIL.sub(" ", head)
    resume.phone = [x for x in PHONE.findall(rest)
                    if 9 <= len(re.sub(r"\D", "", x)) <= 15]
    resume.urls = URL.findall(rest)
    for kind, lines in parts.items():
        resume.sections[kind] = join(lines)
        if kind in ("experience", "education"):
            resume.entries[kind] = entries_of(lines)
    return resume
