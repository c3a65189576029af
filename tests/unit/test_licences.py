# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of each file it is known whose it is and under which licence, as REUSE asks: in its first lines or in REUSE.toml."""

from __future__ import annotations

import re
import subprocess

import pytest
from support.checkout import ROOT

LICENCE = "GPL-3.0-or-later"
TOML = (ROOT / "REUSE.toml").read_text(encoding="utf-8")
PATTERNS = re.findall(r'^    "(.+)",$', TOML, re.MULTILINE)
"""Read as lines: the oldest Python that tests run on has no tomllib."""


def files() -> list[str]:
    """What git has or would have, but for the texts of licences."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    known = sorted({name for name in told.split("\0") if name and (ROOT / name).is_file()})
    return [name for name in known if name != "LICENSE" and not name.startswith("LICENSES/")]


def says_it_itself(name: str) -> bool:
    head = (ROOT / name).read_bytes()[:500].decode("utf-8", "replace")
    return "Copyright (c) 2026 the communigate.pro authors" in head and "SPDX-License-Identifier: " + LICENCE in head


def matches(name: str, pattern: str) -> bool:
    """By the specification of REUSE.toml: a star does not go beyond a directory, two do."""
    parts = (re.escape(part).replace(r"\*", "[^/]*") for part in pattern.split("**"))
    return re.fullmatch(".*".join(parts), name) is not None


def test_of_each_file_it_is_said() -> None:
    others = [name for name in files() if not says_it_itself(name)]
    assert others
    assert [name for name in others if not any(matches(name, pattern) for pattern in PATTERNS)] == []


def test_every_program_says_it_itself() -> None:
    programs = [name for name in files() if name.endswith(".py") and (ROOT / name).stat().st_size]
    assert len(programs) > 1000
    assert [name for name in programs if not says_it_itself(name)] == []


def test_the_licence_is_the_one_that_is_named_and_its_text_is_there() -> None:
    assert re.findall(r'^SPDX-License-Identifier = "(.+)"$', TOML, re.MULTILINE) == [LICENCE]
    assert [path.stem for path in (ROOT / "LICENSES").iterdir()] == [LICENCE]
    assert (ROOT / "LICENSES" / (LICENCE + ".txt")).read_bytes() == (ROOT / "LICENSE").read_bytes()


@pytest.mark.parametrize(
    ("name", "pattern", "expected"),
    [
        ("galaxy.yml", "**.yml", True),
        ("docs/a/b.yml", "**.yml", True),
        ("a/b.yml", "*.yml", False),
        ("a/bxyml", "**.yml", False),
        ("a/b.yml.py", "**.yml", False),
    ],
)
def test_how_a_pattern_is_read(name: str, pattern: str, expected: bool) -> None:
    assert matches(name, pattern) == expected


def test_no_pattern_is_left_over() -> None:
    names = files()
    assert [pattern for pattern in PATTERNS if not any(matches(name, pattern) for name in names)] == []
