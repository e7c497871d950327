# SPDX-License-Identifier: MIT
"""The rows of the benchmark's tables: vita, the floor, and the others."""

import shutil
import subprocess
from pathlib import Path

import yaml

import content
import forms
from measure import CORES, Missing, Row, Wrong, check_pdf, output, timed, \
    timed_many, told

HERE = Path(__file__).resolve().parent
PAGES = range(2, 6)  # what a three-page CV may have in another's design
TYPST = "@myriaddreamin/typst-ts-node-compiler"
TYPST_VERSION = "0.7.0"
CHECKED = 5  # documents of a batch that are looked into; all must be there


def load(text):
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def tool(name):
    if not shutil.which(name):
        raise Missing("not installed")
    return name


class Bench:
    """Where things are: programs, the folder to work in, the cache."""

    def __init__(self, build, work, cache):
        build = Path(build).resolve()
        self.vita = build / "vita"
        self.tests = build / "tests"
        self.work = Path(work)
        self.cache = Path(cache)
        self.cv = load(content.CV.read_text(encoding="utf-8"))
        self.recording = self.folder("recording")
        if not (self.tests / "bench_record").is_file():
            raise Wrong(f"{build} has no bench_record: a Release build with "
                        "the tests is needed (./bootstrap test)")
        self.has_batch = self.knows_batch()
        output(self.tests / "bench_record", content.CV, self.recording)
        for suffix in ("tex", "roff", "html", "typst"):
            self.path(f"cv.{suffix}").write_text(
                getattr(forms, suffix)(self.cv), encoding="utf-8")

    def knows_batch(self):
        done = subprocess.run([self.vita, "batch", "--help"], check=False,
                              capture_output=True)
        return done.returncode == 0

    def path(self, name):
        return self.work / name

    def folder(self, name):
        path = self.path(name)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def checked(self, name, pages=PAGES):
        return lambda: check_pdf(self.path(name), self.cv, pages)


# --- One document, one process ----------------------------------------------


def cold_vita(bench, name="vita render"):
    pdf = bench.path("vita.pdf")
    return Row(name, lambda: timed(bench.vita, "render", content.CV, "-q",
                                   "-o", pdf),
               check=bench.checked("vita.pdf", [3]))


def cold_floor(bench):
    pdf = bench.path("floor.pdf")
    return Row("libharu alone", lambda: timed(
        bench.tests / "bench_floor", bench.recording, pdf, 1),
        check=bench.checked("floor.pdf", [3]))


def cold_nothing(bench):
    return Row("vita --version", lambda: timed(bench.vita, "--version"))


def cold_pdflatex(bench):
    def run():
        return timed(tool("pdflatex"), "-interaction=batchmode",
                     "-halt-on-error", "cv.tex", folder=bench.work)
    return Row("pdfLaTeX, one run", run, check=bench.checked("cv.pdf"),
               guest=True)


def cold_groff(bench):
    def run():
        tool("groff")
        if not Path(shutil.which("gropdf") or "/").is_file():
            raise Missing("gropdf is not installed")
        return timed("sh", "-c",
                     "exec groff -k -Kutf8 -Tpdf -P-e cv.roff >groff.pdf",
                     folder=bench.work)
    return Row("groff -Tpdf", run, check=bench.checked("groff.pdf"),
               guest=True)


def cold_weasyprint(bench):
    def run():
        return timed(tool("weasyprint"), "cv.html", "html.pdf",
                     folder=bench.work)
    return Row("WeasyPrint", run, check=bench.checked("html.pdf"),
               guest=True)


def typst_packages(bench):
    """The folder with Typst's package, installed by npm if it is not there."""
    folder = bench.cache / "typst"
    tool("node")
    if (folder / "node_modules" / TYPST).is_dir():
        return folder
    tool("npm")
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        ["npm", "install", "--no-fund", "--no-audit", "--prefix", str(folder),
         f"{TYPST}@{TYPST_VERSION}"], check=False, capture_output=True,
        timeout=300)
    if done.returncode != 0:
        raise Missing("npm cannot install it")
    return folder


def cold_typst(bench):
    def run():
        return timed("node", HERE / "typst.mjs", typst_packages(bench), "once",
                     bench.path("cv.typst"), bench.path("typst.pdf"))
    return Row("Typst in Node.js", run, check=bench.checked("typst.pdf"),
               guest=True)


def cold(bench):
    return [cold_nothing(bench), cold_floor(bench), cold_vita(bench),
            cold_vita(bench, "vita render, the same again"),
            cold_groff(bench), cold_typst(bench), cold_pdflatex(bench),
            cold_weasyprint(bench)]


# --- Many documents ---------------------------------------------------------


class Batch:
    """Profiles on the disk, and where their PDFs go."""

    def __init__(self, bench, kind, count):
        self.bench = bench
        self.kind = kind
        self.make = getattr(content, kind)
        self.count = count
        folder = bench.folder(kind)
        self.out = bench.folder(f"{kind}-out")
        self.files = [folder / f"{i:05d}.yaml" for i in range(count)]
        for i, path in enumerate(self.files):
            if not path.exists():
                path.write_text(self.make(i), encoding="utf-8")

    def typst_files(self):
        files = [path.with_suffix(".typ") for path in self.files]
        for path in files:
            if not path.exists():
                text = path.with_suffix(".yaml").read_text(encoding="utf-8")
                path.write_text(forms.typst(load(text)), encoding="utf-8")
        return files

    def clear(self):
        for path in self.out.glob("*.pdf"):
            path.unlink()

    def check(self):
        made = list(self.out.glob("*.pdf"))
        if len(made) != self.count or not all(p.stat().st_size for p in made):
            raise Wrong(f"{len(made)} of {self.count} documents were made")
        for i in range(0, self.count, max(1, self.count // CHECKED)):
            check_pdf(self.out / f"{i:05d}.pdf", load(self.make(i)), PAGES,
                      content.mark(i))


def batch_vita(batch, cores):
    bench = batch.bench

    def run():
        batch.clear()
        if bench.has_batch:
            return timed(bench.vita, "batch", "-q", "--jobs", cores, "--out",
                         batch.out, *batch.files, cores=cores)
        return timed_many([[bench.vita, "render", "-q", path, "-o",
                            batch.out / f"{path.stem}.pdf"]
                           for path in batch.files], cores)
    what = "vita batch" if bench.has_batch else "vita render in a loop"
    return Row(f"{what}, {cores} core{'s' * (cores > 1)}", run, batch.count,
               batch.check, cores)


def batch_typst(batch, mode):
    def run():
        batch.clear()
        return told("node", HERE / "typst.mjs", typst_packages(batch.bench),
                    mode, batch.out, *batch.typst_files())
    name = {"warm": "Typst, warm", "drop": "Typst, warm, cache dropped"}[mode]
    # The first document is not told.
    return Row(name, run, batch.count - 1, batch.check, guest=True)


def loop_floor(bench, rounds, name="libharu alone, cv.yaml, in a loop"):
    pdf = bench.path("floor.pdf")
    return Row(name, lambda: told(
        bench.tests / "bench_floor", bench.recording, pdf, rounds), rounds,
        bench.checked("floor.pdf", [3]))


def many(batch):
    rows = [batch_vita(batch, 1)]
    if len(CORES) > 1:
        rows.append(batch_vita(batch, 2))
    return rows + [batch_typst(batch, mode) for mode in ("warm", "drop")]
