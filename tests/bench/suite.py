# SPDX-License-Identifier: MIT
"""The benchmark: see run.sh and docs/performance.md."""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import content
import rows as make
from measure import CORES, Missing, Row, Wrong, check_pdf, output, page_count, \
    peak_kib, pin, ratio, take, timed, worker_peaks_kib

ROOT = Path(__file__).resolve().parents[2]


class Plan:
    """How much of everything."""

    def __init__(self, quick):
        self.cold = 5 if quick else 15
        self.loop = 3 if quick else 7
        self.documents = 16 if quick else 100
        self.warm = 60 if quick else 400
        self.memory = (100, 200) if quick else (100, 10000)
        self.growth = 1 if quick else 5
        self.largest = 2 if quick else 3  # steps of ten


def line(*cells):
    print("| " + " | ".join(cells) + " |")


def head(*cells):
    line(*cells)
    line("---", *["---:"] * (len(cells) - 1))


def figure(value):
    digits = 0 if value >= 99.5 else 1 if value >= 9.95 else 2
    return f"{value:.{digits}f}"


def table(rows, references):
    """Milliseconds a document, and the ratios to the references."""
    head("", "processor, ms", "least", "most", "wall, ms",
         *[f"× {name}" for name, _ in references])
    for row in rows:
        if row.missing:
            line(row.name, row.missing, *[""] * (3 + len(references)))
            continue
        cpu = row.cpu()
        line(row.name, *[figure(value * 1e3) for value in
                         (median(cpu), min(cpu), max(cpu),
                          median(row.wall()))],
             *["" if row is other else figure(ratio(row, other))
               for _, other in references])
    print()


def noise(row, again):
    """How far two rows with one command are apart."""
    pairs = sorted(a / b for a, b in zip(again.cpu(), row.cpu()))
    print(f"Noise: the same command twice, ratio of processor time "
          f"{figure(median(pairs))}, from {figure(pairs[0])} to "
          f"{figure(pairs[-1])}.\n")


def versions():
    """The first lines of what the other programs say of themselves."""
    for name in ("pdflatex", "groff", "weasyprint", "node"):
        if shutil.which(name):
            told = subprocess.run([name, "--version"], check=False,
                                  capture_output=True, text=True)
            yield f"{name}: {told.stdout.partition(chr(10))[0]}"
    yield f"Typst: {make.TYPST} {make.TYPST_VERSION}"


def machine():
    model = "?"
    for text in Path("/proc/cpuinfo").read_text(encoding="ascii",
                                                errors="replace").splitlines():
        if text.startswith("model name"):
            model = text.split(":", 1)[1].strip()
    load = os.getloadavg()[0]
    print(f"{model}, {len(CORES)} cores, Linux {platform.release()}, "
          f"load {load:.1f} at the start.")
    print("; ".join(versions()) + ".\n")


def cold(bench, plan):
    print("## One document, a process of its own\n")
    rows = make.cold(bench)
    take(rows, plan.cold)
    table(rows, [("libharu", rows[1]), ("vita", rows[2])])
    noise(rows[2], rows[3])


def many(bench, plan):
    floor = make.loop_floor(bench, plan.documents)
    again = make.loop_floor(bench, plan.documents, "the same again")
    batches = [make.Batch(bench, kind, plan.documents)
               for kind in ("season", "stranger")]
    groups = [make.many(batch) for batch in batches]
    take([floor, again] + groups[0] + groups[1], plan.loop)
    titles = ["one CV in many copies, the text changed",
              "as many different CVs, in six alphabets"]
    for group, title in zip(groups, titles):
        print(f"## Many documents: {title} ({plan.documents}), time for "
              "each\n")
        table([floor] + group, [("libharu", floor), ("vita", group[0])])
    noise(floor, again)


def warm(bench, plan):
    """The phases in a process that goes on, from bench_warm."""
    print("## Phases: processor time for a document, in one process\n")
    season = make.Batch(bench, "season", plan.warm)
    stranger = make.Batch(bench, "stranger", plan.warm)
    told = [output(bench.tests / "bench_warm", plan.warm, *batch.files)
            for batch in (season, stranger)]
    parsed = [re.findall(r"^(\w+) ([\d.]+) ([\d.]+)$", text, re.M)
              for text in told]
    head("", "first, ms", "later, copies, ms", "later, different, ms")
    for (name, first, later), (_, _, other) in zip(*parsed):
        if name != "peak":
            line(name, *[figure(float(value) / 1e3)
                         for value in (first, later, other)])
    print()


def mib(kib):
    return "?" if kib is None else f"{kib / 1024:.1f}"


def memory(bench, plan):
    """What a process holds at most, after few and after many documents."""
    early, late = plan.memory
    print("## Memory: the peak, MiB\n")
    head("", "1 document", f"{early} documents", f"{late}")
    one = peak_kib(bench.vita, "render", content.CV, "-q", "-o",
                   bench.path("vita.pdf"))
    line("vita render", mib(one), "", "")
    for kind, title in (("season", "copies"), ("stranger", "different CVs")):
        batch = make.Batch(bench, kind, late)
        text = output(bench.tests / "bench_warm", late, *batch.files)
        peaks = re.search(r"peak (\d+) (\d+)", text)
        line(f"one process, {title}", "", *[mib(int(peaks[k]))
                                            for k in (1, 2)])
        if bench.has_batch:
            batch.clear()
            line(f"a worker of vita batch, {title}", "", *[
                mib(peak) for peak in worker_peaks_kib(
                    plan.memory, bench.vita, "batch", "-q", "--json", "--jobs",
                    1, "--out", batch.out, *batch.files)])
    print()


# --- Growth -----------------------------------------------------------------

GROWTH = {"pages": [1, 10, 100, 1000], "entries": [10, 100, 1000, 10000],
          "paragraph": [100, 1000, 10000, 100000]}
UNITS = {"pages": "pages", "entries": "entries",
         "paragraph": "words in a paragraph"}


def grown(bench, kind, count):
    """A row for a profile of that size; its PDF is checked for its words."""
    source = bench.path(f"{kind}-{count}.yaml")
    pdf = source.with_suffix(".pdf")
    text = getattr(content, kind)(count)
    source.write_text(text, encoding="utf-8")
    return Row(f"{count} {UNITS[kind]}",
               lambda: timed(bench.vita, "render", source, "-q", "-o", pdf),
               check=lambda: check_pdf(pdf, make.load(text))), pdf


def growth(bench, plan):
    print("## Growth: vita render\n")
    made = {kind: [grown(bench, kind, count)
                   for count in counts[:plan.largest + 1]]
            for kind, counts in GROWTH.items()}
    take([row for kind in made.values() for row, _ in kind], plan.growth)
    head("", "PDF pages", "wall, ms", "processor, ms",
         "µs a unit more", "peak MiB")
    for kind, pairs in made.items():
        start, least = median(pairs[0][0].cpu()), GROWTH[kind][0]
        for (row, pdf), count in zip(pairs, GROWTH[kind]):
            cpu = median(row.cpu())
            unit = ("" if count == least else
                    figure((cpu - start) / (count - least) * 1e6))
            peak = peak_kib(bench.vita, "render", pdf.with_suffix(".yaml"),
                            "-q", "-o", pdf)
            line(row.name, str(page_count(pdf)),
                 figure(median(row.wall()) * 1e3), figure(cpu * 1e3), unit,
                 mib(peak))
    print()


# --- Counts -----------------------------------------------------------------


def instructions(*command):
    if not shutil.which("valgrind"):
        raise Missing("valgrind is not installed")
    pin(1)
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
         *map(str, command)], capture_output=True, text=True, check=True,
        env=dict(os.environ, SOURCE_DATE_EPOCH="1767225600"))
    return int(re.search(r"Collected : (\d+)", done.stderr)[1])


def counts(bench):
    """Millions of instructions: the same at every run of one build."""
    print("## Instructions, in millions (callgrind)\n")
    pdf = bench.path("counted.pdf")
    render = (bench.vita, "render", content.CV, "-q")
    floor = (bench.tests / "bench_floor", bench.recording, pdf)
    warm_ = (bench.tests / "bench_warm",)
    try:
        few = instructions(*warm_, 2, content.CV)
        many_ = instructions(*warm_, 12, content.CV)
        one = instructions(*floor, 1)
        eleven = instructions(*floor, 11)
        figures = [
            ("vita --version", instructions(bench.vita, "--version")),
            ("vita render", instructions(*render, "-o", pdf)),
            ("vita render --to layout",
             instructions(*render, "--to", "layout", "-o", pdf)),
            ("a document more in one process", (many_ - few) / 10),
            ("libharu alone, a document more", (eleven - one) / 10)]
    except Missing as reason:
        print(reason)
        return
    head("", "millions")
    for name, count in figures:
        line(name, figure(count / 1e6))
    print()


# --- All of it --------------------------------------------------------------


def arguments():
    parser = argparse.ArgumentParser(prog="run.sh", description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--build", default=ROOT / "build" / "release")
    parser.add_argument("--keep", help="work in this folder and leave it")
    parser.add_argument("--only", help="of cold, many, warm, memory, growth")
    return parser.parse_args()


def main():
    args = arguments()
    plan = Plan(args.quick)
    cache = Path(os.environ.get("XDG_CACHE_HOME",
                                Path.home() / ".cache")) / "vita-bench"
    with tempfile.TemporaryDirectory(prefix="vita-bench-") as folder:
        bench = make.Bench(args.build, args.keep or folder, cache)
        machine()
        parts = [("cold", cold), ("many", many), ("warm", warm),
                 ("memory", memory), ("growth", growth)]
        for name, part in parts:
            if not args.only or name in args.only.split(","):
                part(bench, plan)
                sys.stdout.flush()
        if args.counts:
            counts(bench)


if __name__ == "__main__":
    try:
        main()
    except Wrong as reason:
        sys.exit(f"run.sh: {reason}")
    except (OSError, subprocess.CalledProcessError) as reason:
        sys.exit(f"run.sh: {reason}")
