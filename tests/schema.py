#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the JSON Schema against the reader.

  schema.py VITA [FILE.yaml...]

What vita renders without an error must be valid: all profiles, cases and
examples of the documentation, and the files given. What vita refuses as an
unknown key must not be.
"""

import json
import pathlib
import re
import subprocess
import sys

import yaml
from jsonschema import Draft7Validator

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Loader(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
        ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
        ("bool", r"^(true|True|TRUE|false|False|FALSE)$", list("tTfF")),
        ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
        ("float", r"^[-+]?(\.[0-9]+|[0-9]+\.[0-9]*)([eE][-+]?[0-9]+)?$",
         list("-+.0123456789")),
        ("merge", r"^<<$", ["<"])):
    Loader.add_implicit_resolver("tag:yaml.org,2002:" + tag,
                                 re.compile(pattern), first)
# To an editor, what is included is a text.
Loader.add_constructor("!include", lambda loader, node: node.value)
Loader.add_constructor("tag:yaml.org,2002:int",
                       lambda loader, node: int(node.value))


def messages(error):
    """The message of an error and of those that led to it."""
    yield error.message
    for inner in error.context:
        yield from messages(inner)


class Check:
    def __init__(self, vita):
        self.vita = vita
        schema = json.loads(subprocess.run([vita, "schema"], check=True,
                                           capture_output=True).stdout)
        Draft7Validator.check_schema(schema)
        self.validator = Draft7Validator(schema)
        self.bad = 0
        self.valid = 0
        self.refused = 0

    def fail(self, where, what):
        print(f"{where}: {what}")
        self.bad += 1

    def accept(self, where, text):
        profile = yaml.load(text, Loader)
        for error in self.validator.iter_errors(profile):
            path = ".".join(str(step) for step in error.absolute_path)
            inner = max(messages(error), key=len)[:400]
            self.fail(where, f"{path}: {error.message[:200]}\n    {inner}")
        self.valid += 1

    def refuse(self, case):
        """Each key that the expected messages call unknown."""
        keys = re.findall(r": error: unknown key '([^']+)' in ",
                          case.with_suffix(".diag").read_text())
        if not keys:
            return
        try:
            profile = yaml.load(case.read_text(), Loader)
        except yaml.YAMLError:
            return
        found = [message for error in self.validator.iter_errors(profile)
                 for message in messages(error)]
        for key in keys:
            self.refused += 1
            if not any(f"'{key}'" in message for message in found):
                self.fail(case, f"the schema lets '{key}' pass")


# Values that no option takes; each has one mistake.
WRONG = """
header: {rows: location}
header: {rows: [[[email]]]}
section_titles: {icons: briefcase}
section_titles: {icons: {experience: [briefcase]}}
typography: {font_family: [Lato]}
page: {columns: two}
"""


def examples(page):
    """The blocks of a page that are profiles, with their lines."""
    text = page.read_text()
    for match in re.finditer(r"^```yaml\n(.*?)^```$", text, re.M | re.S):
        yield text.count("\n", 0, match.start()) + 1, match.group(1)


def main():
    check = Check(sys.argv[1])
    files = [pathlib.Path(name) for name in sys.argv[2:]]
    for folder in ("profiles", "profiles/letters", "profiles/applications",
                   "tests/layout", "tests/tags", "tests/text"):
        files += sorted((ROOT / folder).glob("*.yaml"))
    files.append(ROOT / "docs/specimen.yaml")
    for file in files:
        check.accept(file, file.read_text())
    for page in sorted((ROOT / "docs").glob("*.md")):
        for line, text in examples(page):
            check.accept(f"{page}:{line}", text)
    for case in sorted((ROOT / "tests/diag").glob("*.yaml")):
        # A diag case without errors is a profile like any other.
        if ": error: " in case.with_suffix(".diag").read_text():
            check.refuse(case)
        else:
            check.accept(case, case.read_text())
    for line in WRONG.strip().splitlines():
        design = yaml.load(line, Loader)
        if check.validator.is_valid({"cv": {"name": "A"}, "design": design}):
            check.fail("schema.py", f"the schema lets pass: {line}")
    print(f"{check.valid} profiles are valid, "
          f"{check.refused} unknown keys are refused")
    if check.valid < 100 or check.refused < 20:
        check.fail("schema.py", "too little was looked at")
    sys.exit(1 if check.bad else 0)


main()
