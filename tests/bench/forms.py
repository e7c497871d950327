# SPDX-License-Identifier: MIT
"""A profile of the benchmark as TeX, roff, HTML and Typst: the same words in
much the same places. Understands what content.py and cv.yaml have, no more.

  tex(profile), roff(profile), html(profile), typst(profile)"""

import html as html_module
import re

INLINE = re.compile(r"\*\*(?P<bold>.+?)\*\*|\*(?P<italic>.+?)\*"
                    r"|\[(?P<label>.+?)\]\((?P<url>.+?)\)", re.DOTALL)
MONTHS = "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec".split()


def date(text):
    year, _, month = str(text).partition("-")
    return f"{MONTHS[int(month) - 1]} {year}" if month else year


def span(entry):
    if "date" in entry:
        return date(entry["date"])
    return " -- ".join(date(entry[key]) for key in ("start_date", "end_date")
                       if key in entry)


class Form:
    """What all forms share: the walk over the profile."""

    def __init__(self):
        self.out = []

    def add(self, text):
        self.out.append(text)

    def inline(self, text):
        """The text with its marks in this form."""
        text = str(text)
        made, end = [], 0
        for match in INLINE.finditer(text):
            made.append(self.plain(text[end:match.start()]))
            if match["url"]:
                made.append(self.link(match["url"], self.plain(match["label"])))
            elif match["bold"]:
                made.append(self.bold(self.plain(match["bold"])))
            else:
                made.append(self.italic(self.plain(match["italic"])))
            end = match.end()
        return "".join(made) + self.plain(text[end:])

    def entry(self, entry):
        heading = [entry.get(key) for key in
                   ("company", "institution", "name") if key in entry]
        detail = ", ".join(entry[key] for key in ("position", "degree", "area")
                           if key in entry)
        self.heading(self.inline(heading[0]), self.inline(detail),
                     self.inline(entry.get("location", "")),
                     self.plain(span(entry)))
        self.bullets([self.inline(text) for text in
                      entry.get("highlights", [])])

    def publication(self, entry):
        self.heading(self.inline(entry["title"]), "", "",
                     self.plain(span(entry)))
        self.line(self.inline(", ".join(entry["authors"])))
        doi = entry["doi"]
        self.line(self.link(f"https://doi.org/{doi}", self.plain(doi)) + " "
                  + self.inline(f"({entry['journal']})"))

    def section(self, title, items):
        self.title(self.plain(title.replace("_", " ").title()))
        for item in items:
            if isinstance(item, str):
                self.paragraph(self.inline(item))
            elif "title" in item:
                self.publication(item)
            elif "label" in item:
                self.line(self.bold(self.inline(item["label"] + ":")) + " "
                          + self.inline(item["details"]))
            else:
                self.entry(item)

    def write(self, profile):
        cv = profile["cv"]
        contact = [self.plain(str(cv[key])) for key in
                   ("location", "email", "phone", "website") if key in cv]
        self.begin(self.plain(cv["name"]), self.inline(cv["headline"]), contact)
        for title, items in cv["sections"].items():
            self.section(title, items)
        self.end()
        return "\n".join(self.out) + "\n"


class Tex(Form):
    SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
               "^": r"\textasciicircum{}"}

    def plain(self, text):
        return re.sub(r"[\\~^#$%&_{}]", lambda m: self.SPECIAL.get(
            m[0], "\\" + m[0]), text)

    def bold(self, text):
        return rf"\textbf{{{text}}}"

    def italic(self, text):
        return rf"\emph{{{text}}}"

    def link(self, url, text):
        return rf"\href{{{self.plain(url)}}}{{{text}}}"

    def begin(self, name, headline, contact):
        self.add(r"""\documentclass[10pt]{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\usepackage[margin=0.7in]{geometry}
\usepackage{helvet,microtype,xcolor}
\renewcommand{\familydefault}{\sfdefault}
\definecolor{accent}{HTML}{004F90}
\usepackage[colorlinks,allcolors=accent]{hyperref}
\setlength{\parindent}{0pt}\setlength{\parskip}{2pt}
\newcommand{\cvsection}[1]{\par\medskip\pdfbookmark[1]{#1}{#1}%
{\color{accent}\Large\bfseries #1 \hrulefill}\par\nobreak\smallskip}
\newcommand{\cvhead}[4]{\par\smallskip\textbf{#1}\if!#2!\else, #2\fi
\hfill #3\if!#3!\else\quad\fi #4\par\nobreak}
\newenvironment{cvlist}{\begin{list}{\textbullet}{\leftmargin1.5em
\topsep0pt\itemsep0pt\parsep0pt\rightmargin6em}}{\end{list}}
\begin{document}""")
        self.add(rf"\begin{{center}}{{\color{{accent}}\Huge\bfseries {name}}}"
                 rf"\\[4pt]{headline}\\[4pt]" + r"\quad ".join(contact)
                 + r"\end{center}")

    def title(self, text):
        self.add(rf"\cvsection{{{text}}}")

    def heading(self, text, detail, place, when):
        self.add(rf"\cvhead{{{text}}}{{{detail}}}{{{place}}}{{{when}}}")

    def bullets(self, texts):
        if texts:
            self.add(r"\begin{cvlist}" + "".join(
                f"\n\\item {text}" for text in texts) + "\n\\end{cvlist}")

    def line(self, text):
        self.add(text + r"\par")

    paragraph = line

    def end(self):
        self.add(r"\end{document}")


class Roff(Form):
    MACROS = r"""\# Macros of the benchmark's CV.
.fam H
.nr PS 10
.ps 10
.vs 12
.po 0.7i
.ll 7.1i
.lt 7.1i
.pl 11i
.hy 1
.de TOP
'sp 0.6i
..
.de BOTTOM
'bp
..
.wh 0 TOP
.wh -0.8i BOTTOM
.defcolor accent rgb #004f90
.de SH
.sp 6p
.ne 4v
.ps 14
.vs 16
\m[accent]\fB\\$*\fP\m[]
.br
.ps 10
.vs 12
\m[accent]\D'l 7.1i 0'\m[]
.br
..
.de HD
.sp 4p
.ne 3v
.tl \(bs\fB\\$1\fP\\$2\(bs\(bs\\$3\(bs
..
.de PP
.sp 2p
.ad b
..
"""

    def plain(self, text):
        return text.replace("\\", r"\e").replace("--", r"\(en") \
            .replace('"', r"\(dq")

    def bold(self, text):
        return rf"\fB{text}\fP"

    def italic(self, text):
        return rf"\fI{text}\fP"

    def link(self, url, text):
        # A request begins a line, so that the text before it ends there.
        return f'\n.pdfhref W -D {url} -- "{text}"\n'

    def protect(self, text):
        lines = [" ".join(part.split()) for part in text.split("\n")]
        return "\n".join(line if line.startswith(".pdfhref")
                         else rf"\&{line}" for line in lines if line)

    def begin(self, name, headline, contact):
        self.add(self.MACROS.replace(r"\(bs", "\x07"))
        self.add(f".ce 3\n.ps 24\n.vs 28\n\\m[accent]\\fB{name}\\fP\\m[]\n"
                 f".ps 10\n.vs 14\n{headline}\n" + r"\ \ ".join(contact)
                 + "\n.vs 12")

    def title(self, text):
        self.add(f".SH {text}")

    def heading(self, text, detail, place, when):
        right = r"\ \ ".join(part for part in (place, when) if part)
        detail = f", {detail}" if detail else ""
        self.add(f'.HD "{self.flat(text)}" "{self.flat(detail)}" "{right}"')

    def flat(self, text):
        return " ".join(text.split())

    def bullets(self, texts):
        for text in texts:
            self.add(".in 1.5m\n.ll 6.2i\n.ti -1m\n\\(bu\\ \\c\n"
                     + self.protect(text) + "\n.br\n.ll\n.in 0")

    def line(self, text):
        self.add(self.protect(text) + "\n.br")

    def paragraph(self, text):
        self.add(".PP\n" + self.protect(text) + "\n.br")

    def end(self):
        pass


class Html(Form):
    def plain(self, text):
        return html_module.escape(text).replace("--", "–")

    def bold(self, text):
        return f"<b>{text}</b>"

    def italic(self, text):
        return f"<i>{text}</i>"

    def link(self, url, text):
        return f'<a href="{html_module.escape(url)}">{text}</a>'

    def begin(self, name, headline, contact):
        self.add(f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{name}</title><style>
@page {{ size: letter; margin: 0.7in }}
body {{ font: 10pt/1.2 Carlito, sans-serif; text-align: justify;
  hyphens: auto }}
h1 {{ color: #004f90; font-size: 24pt; margin: 0; text-align: center }}
h2 {{ color: #004f90; font-size: 14pt; margin: 6pt 0 2pt;
  border-bottom: 0.5pt solid; break-after: avoid }}
a {{ color: #004f90; text-decoration: none }}
p {{ margin: 0 0 2pt }}
.c {{ text-align: center }}
.h {{ display: flex; justify-content: space-between; margin-top: 4pt;
  break-after: avoid; text-align: left }}
ul {{ margin: 0 6em 0 0; padding-left: 1.5em }}
</style></head><body><h1>{name}</h1><p class="c">{headline}</p>
<p class="c">{" &emsp; ".join(contact)}</p>""")

    def title(self, text):
        self.add(f"<h2>{text}</h2>")

    def heading(self, text, detail, place, when):
        detail = f", {detail}" if detail else ""
        self.add(f'<div class="h"><span><b>{text}</b>{detail}</span>'
                 f"<span>{place} {when}</span></div>")

    def bullets(self, texts):
        if texts:
            self.add("<ul>" + "".join(f"<li>{text}</li>" for text in texts)
                     + "</ul>")

    def line(self, text):
        self.add(f"<p>{text}</p>")

    paragraph = line

    def end(self):
        self.add("</body></html>")


class Typst(Form):
    def plain(self, text):
        text = re.sub(r"([\\*_`$#@<>\[\]~/])", r"\\\1", text)
        return text.replace("--", "–")

    def bold(self, text):
        return f"#strong[{text}]"

    def italic(self, text):
        return f"#emph[{text}]"

    def link(self, url, text):
        return f'#link("{url}")[{text}]'

    def begin(self, name, headline, contact):
        self.add(f"""#set page(paper: "us-letter", margin: 0.7in)
#set text(size: 10pt, lang: "en")
#set par(justify: true, spacing: 5pt, leading: 5pt)
#set document(title: [{name}])
#let accent = rgb("#004f90")
#show link: set text(fill: accent)
#show heading: it => block(above: 9pt, below: 5pt, sticky: true,
  text(size: 14pt, fill: accent, it.body + h(4pt) +
    box(width: 1fr, line(length: 100%, stroke: 0.5pt + accent))))
#let head(title, detail, place, date) = block(above: 7pt, sticky: true,
  grid(columns: (1fr, auto), strong(title) + detail, place + h(1em) + date))
#align(center)[#text(size: 24pt, fill: accent, weight: "bold")[{name}]

{headline}

{" #h(1em) ".join(contact)}]""")

    def title(self, text):
        self.add(f"= {text}")

    def heading(self, text, detail, place, when):
        detail = f", {detail}" if detail else ""
        self.add(f"#head[{text}][{detail}][{place}][{when}]")

    def bullets(self, texts):
        if texts:
            self.add("#pad(right: 6em)[#list(" + ", ".join(
                f"[{text}]" for text in texts) + ")]")

    def line(self, text):
        self.add(f"{text}\n")

    paragraph = line

    def end(self):
        pass


def tex(profile):
    return Tex().write(profile)


def roff(profile):
    return Roff().write(profile)


def html(profile):
    return Html().write(profile)


def typst(profile):
    return Typst().write(profile)
