# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the skeleton of a noun: ``python tools/new_noun.py NAME [--kind state|info|action]``.

NAME is the module's without ``cgp_``, in singular: ``sip_device``. A name that ends in ``_info`` is of the kind info.
docs/ARCHITECTURE.md tells which kind is needed. Written are the noun, its module page, its line in the registry, an
empty rehearsal (or file of cases), the file for its examples and a changelog fragment; what is left to do is printed.
Whatever a person has to write has the word MARK in it, and a test names each such line until none is left.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from string import Template

import project
import yaml

MARK = "TO BE WRITTEN"
SKELETON = project.ROOT / "tools" / "skeleton"
REGISTRY = project.ROOT / "plugins" / "module_utils" / "_registry.py"
KINDS = ("state", "info", "action")

_NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_ENTRY = re.compile(r'^    "(cgp_\w+)": .*\n', re.MULTILINE)


def places(name: str, kind: str) -> dict[str, Path]:
    """Where each file of a noun's skeleton belongs, by the file in tools/skeleton that it is made from."""
    rehearsed = "nouns" if kind == "state" else "cases"
    # What reads a noun is described where the noun is.
    noun = name[: -len("_info")] if kind == "info" else name
    return {
        "%s/noun.py.txt" % kind: Path("plugins/module_utils/_resources/%s.py" % noun),
        "%s/module.py.txt" % kind: Path("plugins/modules/cgp_%s.py" % name),
        "%s/rehearsal.yml" % kind: Path("tests/integration/%s/cgp_%s.yml" % (rehearsed, name)),
        "examples.yml": Path("tests/integration/examples/cgp_%s.yml" % name),
        "fragment.yml": Path("changelogs/fragments/cgp_%s.yml" % name),
    }


def left_of_skeletons(paths: list[Path]) -> list[str]:
    """``file:line: text`` for each line of the files that is still to be written."""
    return [
        "%s:%d: %s" % (path.relative_to(project.ROOT), number, line.strip())
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if MARK in line
    ]


def _next_version() -> str:
    """The version that is being worked on: the one of galaxy.yml, or of which that is a beta."""
    return str(yaml.safe_load((project.ROOT / "galaxy.yml").read_text(encoding="utf-8"))["version"]).partition("-")[0]


def _returned_by_all() -> str:
    """What every module with state returns, from one of them."""
    page = (project.ROOT / "plugins" / "modules" / "cgp_forwarder.py").read_text(encoding="utf-8")
    return page.partition('RETURN = r"""')[2].partition('"""')[0]


def register(name: str) -> None:
    """Put the module's line where the alphabet wants it."""
    text = REGISTRY.read_text(encoding="utf-8")
    entries = list(_ENTRY.finditer(text))
    before = [entry for entry in entries if entry.group(1) < "cgp_" + name]
    place = before[-1].end() if before else entries[0].start()
    line = '    "cgp_%s": "%s",\n' % (name, name.upper())
    REGISTRY.write_text(text[:place] + line + text[place:], encoding="utf-8")


def write(name: str, kind: str) -> tuple[list[Path], list[Path]]:
    """Write what is not there yet; returns all files of the noun, and those that were there and were left alone."""
    words = name.replace("_", " ")
    values = {
        "name": name,
        "noun": name[: -len("_info")] if kind == "info" else name,
        "NAME": name.upper(),
        "words": words,
        "version": _next_version(),
        "RETURN": _returned_by_all(),
        "MARK": MARK,
        "SHEBANG": "#!/usr/bin/python",  # which no file but a module may begin with
    }
    written, kept = [], []
    for source, place in places(name, kind).items():
        path = project.ROOT / place
        written.append(path)
        if path.exists():
            kept.append(path)
            continue
        text = Template((SKELETON / source).read_text(encoding="utf-8")).substitute(values)
        path.write_text(text, encoding="utf-8")
    register(name)
    return written, kept


def refusal(name: str, kind: str) -> str:
    """Why there can be no such noun, or an empty text."""
    if not _NAME.fullmatch(name):
        return "%r is no name: small letters, digits and single underscores, as in sip_device" % name
    if name.startswith("cgp_"):
        return "leave out cgp_: python tools/new_noun.py %s" % name[len("cgp_") :]
    if (kind == "info") != name.endswith("_info"):
        return "a module that reads is called NAME_info, and no other one is"
    if (project.ROOT / places(name, kind)["%s/module.py.txt" % kind]).exists():
        return "there is a module cgp_%s already" % name
    return ""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="new_noun.py", description="Write the skeleton of a noun.")
    parser.add_argument("name", help="the module's name without cgp_, such as sip_device")
    parser.add_argument("--kind", choices=KINDS, help="what it is; see docs/ARCHITECTURE.md")
    given = parser.parse_args(arguments)
    kind = given.kind or ("info" if given.name.endswith("_info") else "state")
    wrong = refusal(given.name, kind)
    if wrong:
        parser.error(wrong)
    written, kept = write(given.name, kind)
    subprocess.run([sys.executable, str(project.ROOT / "tools" / "generate_runtime.py")], check=True)
    for path in kept:
        print("%s was there already: add %s to it." % (path.relative_to(project.ROOT), given.name.upper()))
    print("What is left to do, in this order:")
    print("\n".join(left_of_skeletons([path for path in written if path not in kept])))
    print("Then: its place in docs/docsite/topics.yml, make generated, and make test ONLY=cgp_%s" % given.name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
