# SPDX-License-Identifier: MIT
"""Times of whole processes, and what was proved of their output.

  Row           a line of a table: what is run for a sample, how many
                documents a sample makes, and how its output is checked
  take(rows, rounds)
                runs the rows in turn, round after round, so that all of them
                meet the same weather"""

import os
import re
import statistics
import subprocess
import time
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, NamedTuple, Optional

CORES = sorted(os.sched_getaffinity(0))
NOWHERE = subprocess.DEVNULL
TIMEOUT_S = 1200


class Missing(Exception):
    """A tool is not there, or not usable; the row says so."""


class Wrong(Exception):
    """What was measured did not do its work: its time means nothing."""


class Sample(NamedTuple):
    wall: float  # seconds
    cpu: float   # likewise, of the processor


@dataclass
class Row:
    name: str
    run: Callable[[], Sample]
    documents: int = 1
    check: Optional[Callable[[], None]] = None
    cores: int = 1
    guest: bool = False  # another's program: if it fails, its row says so
    samples: list = field(default_factory=list)  # for one document
    missing: str = ""

    def wall(self):
        return [sample.wall for sample in self.samples]

    def cpu(self):
        return [sample.cpu for sample in self.samples]


def pin(cores):
    """Keeps what is started from now on to so many cores."""
    os.sched_setaffinity(0, CORES[:cores])


def spawn(command, folder=None):
    return subprocess.Popen([str(part) for part in command], cwd=folder,
                            stdin=NOWHERE, stdout=NOWHERE, stderr=NOWHERE)


def ended(process):
    """Waits; returns the process's seconds of processor time, its children's
    included."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise Wrong(f"{process.args[0]} ended with code {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def timed(*command, folder=None, cores=1):
    """One process from its start to its end."""
    pin(cores)
    begin = time.perf_counter()
    cpu = ended(spawn(command, folder))
    return Sample(time.perf_counter() - begin, cpu)


def timed_many(commands, cores):
    """All commands, as many at a time as there are cores."""
    pin(cores)
    running, cpu = [], 0
    begin = time.perf_counter()
    for command in commands:
        if len(running) == cores:
            cpu += ended(running.pop(0))
        running.append(spawn(command))
    cpu += sum(ended(process) for process in running)
    return Sample(time.perf_counter() - begin, cpu)


def output(*command):
    """What a program prints."""
    pin(1)
    done = subprocess.run([str(part) for part in command], check=False,
                          capture_output=True, text=True, timeout=TIMEOUT_S)
    if done.returncode != 0:
        raise Wrong(f"{command[0]} ended with code {done.returncode}: "
                    f"{done.stderr.strip()[-300:]}")
    return done.stdout


def told(*command):
    """What a program says its documents took, its start left out."""
    match = re.search(r"seconds ([\d.]+) cpu ([\d.]+)", output(*command))
    if not match:
        raise Wrong(f"{command[0]} did not tell its time")
    return Sample(float(match[1]), float(match[2]))


def peak_kib(*command):
    """The process's peak of resident memory, or None without GNU time. (Asked
    by ourselves, the kernel would count the parent's memory before exec.)"""
    if not os.access("/usr/bin/time", os.X_OK):
        return None
    pin(len(CORES))
    command = ["/usr/bin/time", "-f", "peak %M", *map(str, command)]
    done = subprocess.run(command, capture_output=True, text=True, check=True,
                          stdin=NOWHERE)
    return int(re.search(r"peak (\d+)", done.stderr)[1])


def worker_peak_kib(pid):
    """The peak so far of the process's only child, or None if there is none
    any more."""
    try:
        child = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()[0]
        status = Path(f"/proc/{child}/status").read_text()
        return int(re.search(r"VmHWM:\s*(\d+)", status)[1])
    except (OSError, IndexError, TypeError):
        return None


def worker_peaks_kib(marks, *command):
    """The peaks of a batch's worker when it has made so many documents; the
    batch says each of them in a line."""
    pin(len(CORES))
    peaks, count, last = [], 0, None
    process = subprocess.Popen([str(part) for part in command], stdin=NOWHERE,
                               stdout=subprocess.PIPE, stderr=NOWHERE)
    for _ in process.stdout:
        count += 1
        if count in marks or count % 10 == 0:
            last = worker_peak_kib(process.pid) or last
        if count in marks:
            peaks.append(last)
    if process.wait() != 0:
        raise Wrong(f"{command[0]} ended with code {process.returncode}")
    return peaks


def take(rows, rounds):
    """Samples for every row; the first run of each warms the disk's cache and
    is checked."""
    for row in rows:
        try:
            row.run()
            if row.check:
                row.check()
        except Missing as reason:
            row.missing = str(reason)
        except Wrong:
            if not row.guest:
                raise
            row.missing = "does not do it here"
    rows = [row for row in rows if not row.missing]
    for number in range(rounds):
        for row in rows if number % 2 == 0 else reversed(rows):
            row.samples.append(Sample(*[value / row.documents
                                        for value in row.run()]))


def ratio(row, other):
    """The median of the ratios in each round: of processor time, which other
    work on the machine disturbs least; of wall time where more than one core
    is used."""
    one, two = ((row.cpu(), other.cpu()) if row.cores == other.cores == 1
                else (row.wall(), other.wall()))
    return statistics.median(a / b for a, b in zip(one, two))


# --- Proof ------------------------------------------------------------------

MARKS = re.compile(r"\]\([^)]*\)|[*\[\]]")
WORD = re.compile(r"\w+")
# Divided words and, in some files, ligatures are lost; nothing else may be.
WORDS_MIN = 0.93


def page_count(pdf):
    return int(re.search(r"^Pages:\s+(\d+)", output("pdfinfo", pdf), re.M)[1])


def words_of(text):
    text = unicodedata.normalize("NFKC", text).replace("\u00ad", "")
    return set(WORD.findall(re.sub(r"[-\u2010]\n+", "", text).casefold()))


def texts_of(node):
    """All texts of a profile that every form shows as they are."""
    if isinstance(node, dict):
        for key, value in node.items():
            if not key.endswith("date"):
                yield from texts_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts_of(value)
    else:
        yield MARKS.sub(" ", str(node))


def check_pdf(pdf, profile, pages=None, mark=""):
    """Raises Wrong unless the PDF is there with its pages and words."""
    pdf = Path(pdf)
    if not pdf.is_file() or pdf.stat().st_size == 0:
        raise Wrong(f"{pdf} is not there")
    if pages and page_count(pdf) not in pages:
        raise Wrong(f"{pdf} has {page_count(pdf)} pages, not {pages}")
    cv = profile["cv"]
    wanted = words_of(" ".join(texts_of([cv["name"], cv["sections"]])))
    got = words_of(output("pdftotext", pdf, "-"))
    share = len(wanted & got) / len(wanted)
    if share < WORDS_MIN:
        raise Wrong(f"{pdf} has {share:.0%} of its words")
    if mark and mark.casefold() not in got:
        raise Wrong(f"{pdf} is not of its profile: there is no {mark}")
