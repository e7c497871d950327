# SPDX-License-Identifier: MIT
"""The profiles that the benchmark sets, all made up, the same at every run.

  season(i)     cv.yaml as a person sends it around: another addressee, other
                reasons, another order of things
  stranger(i)   another person's CV in one of several alphabets, with a
                vocabulary of its own
  pages(n), entries(n), paragraph(n)
                one profile that grows"""

import json
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
CV = HERE / "cv.yaml"

# Onsets, vowels and codas of words that no language has; the letters are what
# matters, for each alphabet wants other glyphs and perhaps another font.
ALPHABETS = [
    ("english", "b c d f g l m n p r s t st br cl fl gr th wh qu",
     "a e i o u ea ou ai", "n r t l s st ng ck x"),
    ("german", "b d f g h k l m n r s t w z sch pf st tr",
     "a e i o u ä ö ü ei au ie", "n r t l ss ß ch ck nd"),
    ("english", "č ď ř š ž ň ť ł ś ź ż p k m d v",
     "a e i o u á é í ů ý ě ą ę", "k n r š ž ł ń ř"),
    ("turkish", "b c ç d g ğ h k l m n r s ş t v y z",
     "a e ı i o ö u ü", "n r k l ş ç m t"),
    ("english", "β γ δ ζ θ κ λ μ ν ξ π ρ σ τ φ χ ψ",
     "α ε η ι ο υ ω ά έ ί ό ώ", "ν ς ρ"),
    ("russian", "б в г д ж з к л м н п р с т ф х ц ч ш щ",
     "а е и о у ы э ю я ё", "н р т л к ст й"),
]
VOCABULARY = 500
WORDS = ("map line field proof coast paper sheet error office letter survey "
         "border river lecture seminar student theorem graph harbour record "
         "between after against of and the with for under before").split()


class Speaker:
    """Words, sentences and names in one alphabet, from a seed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        language, *parts = ALPHABETS[seed % len(ALPHABETS)]
        self.language = language
        self.onsets, self.vowels, self.codas = (p.split() for p in parts)
        self.words = [self.invent() for _ in range(VOCABULARY)]

    def syllable(self):
        pick = self.random.choice
        return pick(self.onsets) + pick(self.vowels)

    def invent(self):
        count = self.random.choice((1, 1, 2, 2, 2, 3, 3, 4))
        return ("".join(self.syllable() for _ in range(count))
                + self.random.choice(self.codas))

    def word(self):
        # Few words are frequent and most are rare, as in any language.
        return self.words[int(VOCABULARY * self.random.random() ** 3)]

    def phrase(self, low, high):
        words = [self.word() for _ in range(self.random.randint(low, high))]
        if len(words) > 6:
            k = self.random.randrange(len(words))
            words[k] = f"*{words[k]}*"
        return " ".join([words[0].capitalize()] + words[1:])

    def sentence(self):
        return self.phrase(8, 22) + "."

    def name(self):
        return f"{self.invent().capitalize()} {self.invent().capitalize()}"


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def lines_of(value, indent):
    """The lines of a value in YAML's block style."""
    pad = " " * indent
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, (dict, list)):
                yield f"{pad}{key}:"
                yield from lines_of(item, indent + 2)
            else:
                yield f"{pad}{key}: {quote(item)}"
    else:
        for item in value:
            if isinstance(item, dict):
                first, *rest = lines_of(item, indent + 2)
                yield f"{pad}- {first[indent + 2:]}"
                yield from rest
            else:
                yield f"{pad}- {quote(item)}"


def to_yaml(profile):
    return "\n".join(lines_of(profile, 0)) + "\n"


def mark(number):
    """A word that stands in no other document, to prove whose text it is."""
    return f"Copy{number:06d}"


def season(number, text=CV.read_text(encoding="utf-8")):
    speaker = Speaker(number * len(ALPHABETS))
    town = speaker.invent().capitalize()
    reason = " ".join(
        f"{speaker.random.choice(WORDS)} {speaker.random.choice(WORDS)}"
        for _ in range(speaker.random.randint(8, 14)))
    text = text.replace("Port Elsewhere, Erewhon\n  email",
                        f"{town}, Erewhon\n  email", 1)
    return text.replace(
        "because your institute has kept both under one roof since its\n"
        "        founding in 1911.",
        f"because the institute of {town} has kept both under one roof since\n"
        f"        {1900 + number % 100}: {reason}. {mark(number)}.", 1)


def job(speaker, number):
    year = 2024 - number
    return {
        "company": speaker.phrase(2, 4), "position": speaker.phrase(2, 3),
        "location": speaker.invent().capitalize(),
        "start_date": f"{year}-0{1 + number % 9}",
        "end_date": f"{year + 1}-0{1 + number % 9}",
        "highlights": [speaker.phrase(9, 24)
                       for _ in range(speaker.random.randint(2, 4))]}


def publication(speaker, number):
    return {
        "title": speaker.phrase(5, 12),
        "authors": [speaker.name()
                    for _ in range(speaker.random.randint(1, 4))],
        "journal": f"{speaker.phrase(2, 4)} {number + 3}, 1--20",
        "date": f"{2024 - number}-05", "doi": f"10.5555/x.{number}"}


def stranger(number):
    speaker = Speaker(number)
    few = speaker.random.randint
    sections = {
        "profile": [" ".join(speaker.sentence() for _ in range(4)),
                    f"{mark(number)}. {speaker.sentence()}"],
        "positions": [job(speaker, i) for i in range(few(4, 6))],
        "education": [
            {"institution": speaker.phrase(2, 3), "area": speaker.phrase(1, 3),
             "degree": "PhD", "start_date": "2000-10", "end_date": "2004-05",
             "highlights": [speaker.phrase(8, 16)]}],
        "publications": [publication(speaker, i) for i in range(few(8, 14))],
        "teaching": [speaker.phrase(10, 20) for _ in range(few(4, 6))],
        "skills": [{"label": speaker.word().capitalize(),
                    "details": speaker.phrase(6, 14)} for _ in range(5)]}
    return to_yaml({
        "cv": {"name": speaker.name(), "headline": speaker.phrase(2, 4),
               "location": speaker.invent().capitalize(),
               "email": f"person{number}@example.org", "sections": sections},
        "locale": {"language": speaker.language},
        "settings": {"current_date": "2026-01-01"}})


# --- One profile that grows -------------------------------------------------
# A profile may have 2 MiB, so that ten thousand entries must be short and a
# thousand pages small.


def growing(sections, **design):
    profile = {"cv": {"name": "Philippa Nonesuch", "sections": sections},
               "settings": {"current_date": "2026-01-01"}}
    if design:
        profile["design"] = design
    return to_yaml(profile)


def entries(count):
    speaker = Speaker(0)
    return growing({"notes": [{"label": speaker.word().capitalize(),
                               "details": speaker.phrase(8, 18)}
                              for _ in range(count)]})


# So many jobs fill a small page.
JOBS_PER_PAGE = 1.2
JOBS_PER_SECTION = 2


def pages(count):
    speaker = Speaker(0)
    jobs = [job(speaker, i % 50) for i in range(int(count * JOBS_PER_PAGE))]
    return growing({f"part_{k}": jobs[k:k + JOBS_PER_SECTION]
                    for k in range(0, len(jobs), JOBS_PER_SECTION)},
                   page={"size": "a5"},
                   typography={"font_size": {"body": "12pt"}})


def paragraph(count):
    speaker = Speaker(0)
    return growing({"text": [" ".join(speaker.word()
                                      for _ in range(count))]})
