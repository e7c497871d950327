# SPDX-License-Identifier: MIT
"""Words of an extracted text against those of `vita render --to text`."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field

# Marks of direction that extractors add around text from right to left.
DIRECTION_MARKS = dict.fromkeys(
    [0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])

# Marks of lists and between the contacts of the header: no words. At a line's
# end vita leaves the latter out.
SEPARATORS = {"|", "•", "·"}

# Where a line may end inside a word without a hyphen: after these, before
# those, and beside characters of East Asia.
BREAK_AFTER = "-–—/.,:;?!&=_%@#~|‐)]"


@dataclass
class Result:
    wanted: int = 0
    got: int = 0
    common: int = 0
    lines: int = 0                              # of text, in the extract
    ordered: bool = True
    divided: list = field(default_factory=list)  # with a line-end hyphen
    broken: list = field(default_factory=list)   # at the end of a line
    unhyphenated: list = field(default_factory=list)
    missing: list = field(default_factory=list)
    surplus: list = field(default_factory=list)
    torn: list = field(default_factory=list)     # paragraphs
    jumps: int = 0                               # back in the wanted text

    @property
    def recall(self):
        return self.common / max(self.wanted, 1)

    @property
    def precision(self):
        return self.common / max(self.got, 1)


def east_asian(char):
    return unicodedata.east_asian_width(char) in "WF"


def split_words(line):
    """Between blanks; in East Asian text, whose lines end anywhere, every
    character is a word."""
    spaced = "".join(f" {c} " if east_asian(c) else c for c in line)
    return [word for word in spaced.split() if word not in SEPARATORS]


def lines_of(text):
    """The words of each line that has any. A letter that the font draws as
    letter and accent may come out as two characters, which mean the same."""
    text = unicodedata.normalize("NFC", text.translate(DIRECTION_MARKS))
    lines = re.split(r"[\n\f]+", text)
    return [words for words in map(split_words, lines) if words]


def words_of(text):
    return [word for line in lines_of(text) for word in line]


def may_break(before, after):
    return before[-1] in BREAK_AFTER or after[0] in "/.?&=#%_~@"


def rejoin(lines, wanted, result):
    """The words of the lines, with those put together that a line's end
    parted; what was done is told in the result."""
    known = set(wanted)
    begins = {word[:n] for word in known for n in range(1, len(word))}
    pairs = set(zip(wanted, wanted[1:]))
    words = []
    for line in lines:
        line = list(line)
        last = words[-1] if words else None
        # A hyphen at a line's end; or a piece of a long word.
        if last and (last, line[0]) not in pairs:
            whole = last[:-1] + line[0]
            if last[-1] == "-" and (whole in known or whole in begins):
                result.divided.append(f"{last}|{line[0]}")
                words.pop()
                line[0] = whole
            elif ((last + line[0] in known or last + line[0] in begins)
                  and last in begins and may_break(last, line[0])):
                result.broken.append(f"{last}|{line[0]}")
                words.pop()
                line[0] = last + line[0]
        words += line
    return words


def keep_hyphens(words, wanted, result):
    """Puts the hyphens back that pdftotext takes for those of a division: of
    "stored-program" it makes "storedprogram" when the line ends there, of
    "Vor- und" "Vorund"."""
    bare = {word.replace("-", ""): [word] for word in wanted if "-" in word}
    bare |= {first[:-1] + second: [first, second]
             for first, second in zip(wanted, wanted[1:]) if first[-1] == "-"}
    known = set(wanted)
    kept = []
    for word in words:
        whole = None if word in known else bare.get(word.replace("-", ""))
        if whole:
            result.unhyphenated.append(" ".join(whole))
        kept += whole or [word]
    return kept


def torn_paragraphs(text, words):
    """The lines of the wanted text that are not together in the words."""
    stream = " " + " ".join(words) + " "
    return [" ".join(line) for line in lines_of(text)
            if " " + " ".join(line) + " " not in stream]


def count_jumps(text, words):
    """How often a paragraph stands before one that it should follow; those
    that come twice do not count."""
    stream = " " + " ".join(words) + " "
    lines = [" ".join(line) for line in lines_of(text)]
    places = [stream.find(f" {line} ") for line in lines
              if lines.count(line) == 1]
    places = [place for place in places if place >= 0]
    return sum(a > b for a, b in zip(places, places[1:]))


def compare(text, extracted):
    """Result of what an extractor gave against the wanted text."""
    result = Result()
    wanted = words_of(text)
    lines = lines_of(extracted)
    words = rejoin(lines, wanted, result)
    words = keep_hyphens(words, wanted, result)
    bag, found = Counter(wanted), Counter(words)
    result.wanted, result.got = len(wanted), len(words)
    result.common = sum((bag & found).values())
    result.lines = len(lines)
    result.missing = sorted((bag - found).elements())
    result.surplus = sorted((found - bag).elements())
    result.ordered = words == wanted
    if not result.ordered:
        result.torn = torn_paragraphs(text, words)
        result.jumps = count_jumps(text, words)
    return result
