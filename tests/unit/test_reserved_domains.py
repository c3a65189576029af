# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing here names a Domain that somebody may have: only example.com, example.org and those of .example.

Looked for are names under the common top levels; under another they cannot be told from files and paths in data.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pytest
from support.checkout import ROOT

RESERVED = (".example.com", ".example.org")
SITES = frozenset([
    "communigate.com", "cyclonedx.org", "docs.ansible.com", "docs.pytest.org", "fsf.org", "github.com",
    "pre-commit.com", "pypi.org", "schemas.xmlsoap.org", "semver.org", "www.gnu.org", "xmlsoap.org",
])  # fmt: skip
"""What is linked to, and what protocols and licences name."""
EXTENSIONS = frozenset(["openssh.com"])
"""What names of SSH's extensions end with."""
MANUAL = frozenset(["client1.com", "client2.com", "mail.servername.com", "b.test.org"])
"""The Domains of the manual's examples, whose lines the conformance tests send as they are."""
MISSPELT = frozenset(["exmple.org", "xexample.org", "findforwardersexample.com", "listdomaintelnumsexample.com"])
"""Reserved names with a slip, or behind a command without a blank, as tests try them."""
KNOWN = SITES | EXTENSIONS | MANUAL | MISSPELT
PARTS = ("tests/", "docs/simulator-coverage.md")
"""Where names of the manual and misspelt ones may stand."""
NAME = re.compile(r"(?<![\w.-])(?:[a-z0-9][a-z0-9_-]*\.)+(?:com|net|org)(?![\w-]|\.[a-z])", re.IGNORECASE)


def foreign(text: str) -> Iterator[str]:
    """The names in a text that are not reserved for examples."""
    for name in {found.lower() for found in NAME.findall(text)}:
        if not ("." + name).endswith(RESERVED):
            yield name


def named() -> Iterator[tuple[str, str]]:
    """Each file of the repository with each such name in it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for file in sorted(name for name in told.split("\0") if name and (ROOT / name).is_file()):
        if not __file__.endswith(file):
            yield from ((file, name) for name in foreign((ROOT / file).read_bytes().decode("utf-8", "replace")))


def test_only_reserved_domains_are_named() -> None:
    found = list(named())
    assert [(file, name) for file, name in found if name not in KNOWN] == []
    elsewhere = MANUAL | MISSPELT
    assert [(file, name) for file, name in found if name in elsewhere and not file.startswith(PARTS)] == []
    assert {name for _file, name in found} == KNOWN, "a name that stands nowhere any more is still excepted"


@pytest.mark.parametrize("name", ["example.net", "pop.example.net", "EXAMPLE.NET", "somebody.com", "my-example.com"])
@pytest.mark.parametrize("around", ["%s", "ann@%s", "http://%s/", "%s.", "{domain: %s}", '"%s"', "%s, and", "*@%s"])
def test_a_foreign_name_is_seen(name: str, around: str) -> None:
    assert list(foreign(around % name)) == [name.lower()]


@pytest.mark.parametrize("name", ["example.com", "mail.example.org", "net.example", "pop.net.example", "a.com.example"])
def test_a_reserved_name_is_none(name: str) -> None:
    assert list(foreign("Domain %s, ann@%s." % (name, name))) == []
