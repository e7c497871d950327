# SPDX-License-Identifier: MIT
"""The programs that take text out of a PDF, each as a function from a list of
files to a dictionary of their texts. Which of them are here, `available` tells;
those that start slowly get all files in one run."""

import functools
import json
import os
import re
import shutil
import subprocess
import zlib
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PDFJS = Path("/usr/share/javascript/pdf/build/pdf.js")


def run_bytes(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr.decode()[:300]}")
    return done.stdout


def run(*command):
    return run_bytes(*command).decode("utf-8", "replace")


def one_by_one(command):
    """An extractor from a function that gives the command for one file."""
    def extract(files):
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            texts = pool.map(lambda file: run(*command(file)), files)
        return dict(zip(files, texts))
    return extract


def pdftotext(*options):
    return one_by_one(
        lambda file: ["pdftotext", "-enc", "UTF-8", *options, file, "-"])


def pdfminer_text(file):
    from pdfminer.high_level import extract_text
    return extract_text(file)


def pdfminer(files):
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(files, pool.map(pdfminer_text, files)))


def pdfbox(files):
    run(ROOT / "tests/java/build.sh")
    classpath = (ROOT / "build/java/classpath").read_text().strip()
    run("java", "-cp", classpath, "vita.tests.ExtractText", *files)
    return {file: Path(file).with_suffix(".pdfbox.txt").read_text()
            for file in files}


def pdfjs(files):
    return json.loads(run("node", HERE / "pdfjs.js", *files))


def structure_words(dump):
    """The strings of pdfinfo -struct-text; each element of block level is a
    line of its own."""
    text = ""
    for line in dump.splitlines():
        quoted = re.fullmatch(r' *"(.*)"', line)
        if quoted:
            text += quoted[1]
        elif re.search(r"\((block)\)|^ *(Sect|Div|Document|L)\b", line):
            text += "\n"
    return text


def structure(files):
    dumps = one_by_one(lambda file: ["pdfinfo", "-struct-text", file])(files)
    return {file: structure_words(dump) for file, dump in dumps.items()}


def ligatures_of(file):
    """The texts of several characters in the /ToUnicode maps of the file."""
    pdf = Path(file).read_bytes()
    found = set()
    for start in re.finditer(rb"stream\r?\n", pdf):
        try:
            stream = zlib.decompressobj().decompress(pdf[start.end():])
        except zlib.error:
            continue
        if b"beginbfchar" in stream:
            found |= {bytes.fromhex(text.decode()).decode("utf-16-be")
                      for text in re.findall(rb"> <([0-9A-F]{8,})>", stream)}
    return found


def misread_by_ghostscript(ligature):
    """What Ghostscript makes of a /ToUnicode entry of several characters,
    whoever made the PDF. 10.0 takes it for one that begins a byte later: "fi"
    comes out as U+6600 U+6900. Both 10.0 and 10.05 add up the last two of
    three: "ffi" comes out as U+6600 U+CF00 or as U+0066 U+00CF, and "tti" with
    half a surrogate pair from 10.0."""
    text = ligature.encode("utf-16-be")
    for code in (text[1:] + b"\0", text):
        units = [int.from_bytes(code[at:at + 2], "big")
                 for at in range(0, len(code), 2)]
        if len(units) == 3:
            units[1:] = [sum(units[1:]) & 0xFFFF]
        yield "".join(map(chr, units)).encode("utf-8", "surrogatepass")


def ghostscript_text(file):
    """What it makes of ligatures is undone, so that the rest of its text can
    be compared; docs/ats.md tells of it."""
    text = run_bytes("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=txtwrite",
                     "-sOutputFile=-", file)
    for ligature in sorted(ligatures_of(file), key=len, reverse=True):
        for misread in misread_by_ghostscript(ligature):
            text = text.replace(misread, ligature.encode())
    return text.decode("utf-8", "replace")


def ghostscript(files):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(files, pool.map(ghostscript_text, files)))


def has(*tools):
    return all(shutil.which(tool) for tool in tools)


@functools.cache
def has_pdfminer():
    try:
        import pdfminer.high_level  # noqa: F401
    except ImportError:
        return False
    return True


# Name: function, how it is known, is it here, does it follow the order of the
# content stream (or of the structure tree)?
EXTRACTORS = {
    "plain": (pdftotext(), "pdftotext", lambda: has("pdftotext"), False),
    "raw": (pdftotext("-raw"), "pdftotext -raw", lambda: has("pdftotext"),
            True),
    "layout": (pdftotext("-layout"), "pdftotext -layout",
               lambda: has("pdftotext"), False),
    "struct": (structure, "pdfinfo -struct-text", lambda: has("pdfinfo"),
               True),
    "mutool": (one_by_one(lambda file: [
        "mutool", "draw", "-q", "-F", "txt", file]), "mutool draw -F txt",
        lambda: has("mutool"), True),
    "gs": (ghostscript, "Ghostscript txtwrite", lambda: has("gs"), False),
    "pdfminer": (pdfminer, "pdfminer.six", has_pdfminer, False),
    "pdfbox": (pdfbox, "PDFBox", lambda: has("java", "javac", "mvn") and
               (ROOT / "tests/java/build.sh").exists(), True),
    "pdfjs": (pdfjs, "pdf.js", lambda: has("node") and PDFJS.exists(), True),
}
# Without these the tests do not pass in CI; pdf.js is not in every release of
# Debian.
OPTIONAL = ["pdfjs"]
CHEAP = ["plain", "raw", "layout", "struct", "mutool", "gs"]


def title(name):
    return EXTRACTORS[name][1]


def extract_all(names, files):
    """{name: {file: text}} of the extractors that are here; the others get
    None."""
    files = [str(file) for file in files]
    return {name: EXTRACTORS[name][0](files) if EXTRACTORS[name][2]() else None
            for name in names}


def report_skipped(texts):
    """Names what is not here; returns how many of it should be."""
    skipped = [name for name, found in texts.items() if found is None]
    for name in skipped:
        print(f"skipped: {title(name)} (./bootstrap deps test installs it)")
    return sum(name not in OPTIONAL for name in skipped) \
        if os.environ.get("CI") else 0


def follows_order(name):
    return EXTRACTORS[name][3]
