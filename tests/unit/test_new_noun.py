# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A noun added with ``tools/new_noun.py``, in a copy of the checkout: its tests name exactly what is left to write.

No noun of the checkout itself is half written: that is in test_modules.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from support.checkout import ROOT

COPIED = ("extensions", "changelogs", "galaxy.yml", "meta", "plugins", "pyproject.toml", "tests", "tools")
MARK = "TO BE WRITTEN"

_FAILED = re.compile(r"^FAILED (\S+)", re.MULTILINE)


class Copy:
    """A checkout in which a noun is added."""

    def __init__(self, directory: Path) -> None:
        self.root = directory
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", *COPIED],
            cwd=ROOT, capture_output=True, check=True,
        ).stdout
        for name in filter(None, map(os.fsdecode, listed.split(b"\0"))):
            if (ROOT / name).is_file():
                (directory / name).parent.mkdir(parents=True, exist_ok=True)
                (directory / name).write_bytes((ROOT / name).read_bytes())
        link = directory / ".tree" / "ansible_collections" / "communigate" / "pro"
        link.parent.mkdir(parents=True)
        link.symlink_to(directory)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**os.environ, "ANSIBLE_COLLECTIONS_PATH": str(self.root / ".tree")},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )

    def test(self, modules: Sequence[str]) -> subprocess.CompletedProcess[str]:
        """What the tests of module pages say of these modules."""
        quiet = ["-q", "-p", "no:cacheprovider", "--tb=short"]
        return self.run("-m", "pytest", *quiet, "tests/unit/test_modules.py", "-k", " or ".join([*modules, "runtime"]))

    def marks(self) -> list[str]:
        """``file:line: text`` of everything that is marked, looked for with nothing of the project."""
        return [
            "%s:%d: %s" % (path.relative_to(self.root), number, line.strip())
            for place in ("changelogs", "plugins", "tests/integration")
            for path in sorted((self.root / place).rglob("*.*"))
            if path.suffix in (".py", ".yml")
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            if MARK in line
        ]

    def write_what_is_left(self) -> None:
        """As little as will do: what matters is that then nothing is complained of."""
        for place in {mark.partition(":")[0] for mark in self.marks()}:
            path = self.root / place
            path.write_text(path.read_text(encoding="utf-8").replace(MARK, "Something"), encoding="utf-8")


def test_the_tests_name_exactly_what_is_left(tmp_path: Path) -> None:
    copy = Copy(tmp_path / "checkout")
    modules = []
    for name, kind in (("sip_device", "state"), ("handset_info", "info"), ("reboot", "action")):
        before = copy.marks()
        made = copy.run("tools/new_noun.py", name, "--kind", kind)
        assert made.returncode == 0, made.stdout
        left = [mark for mark in copy.marks() if mark not in before]
        assert len({mark.partition(":")[0] for mark in left}) == 5, "each file has something to be written"
        assert sorted(made.stdout.splitlines()[1:-1]) == sorted(left)
        modules.append("cgp_" + name)

    tested = copy.test(modules)
    failed = ["tests/unit/test_modules.py::test_nothing_is_left_of_a_skeleton[%s]" % module for module in modules]
    assert sorted(_FAILED.findall(tested.stdout)) == sorted(failed), tested.stdout
    assert [mark for mark in copy.marks() if mark not in tested.stdout] == []

    copy.write_what_is_left()
    tested = copy.test(modules)
    assert tested.returncode == 0, tested.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Sip-Device"], "small letters"),
        (["cgp_sip_device"], "new_noun.py sip_device"),
        (["forwarder"], "cgp_forwarder already"),
        (["sip_device_info", "--kind", "state"], "NAME_info"),
        (["sip_device", "--kind", "info"], "NAME_info"),
    ],
)
def test_what_is_no_new_noun_is_refused_before_anything_is_written(arguments: list[str], says: str) -> None:
    program = [sys.executable, str(ROOT / "tools" / "new_noun.py"), *arguments]
    refused = subprocess.run(program, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert says in refused.stderr
