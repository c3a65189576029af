# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The documents for developers name files that are there, and the page on the house draws every layer."""

from __future__ import annotations

import re

import pytest
from support.checkout import ROOT

UTILS = ROOT / "plugins" / "module_utils"
PAGES = ["README.md", "CONTRIBUTING.md", "RELEASING.md", "SECURITY.md", "docs/ARCHITECTURE.md"]
PAGES += ["docs/inclusion.md", "docs/versions.md"]

_LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")
_FILE = re.compile(r"`([\w.-]+(?:/[\w.-]+)*(?:\.(?:py|md|yml|yaml|toml|txt|sh|cfg|json|tsv)|/))`")
_TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
_PLACEHOLDER = re.compile(r"[A-Z]{4,}|\bX\b|cgp_X")


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_to_a_file(page: str) -> None:
    links = _LINK.findall(text_of(page))
    assert links
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_is_named_is_there(page: str) -> None:
    """From the top of the checkout, or from module_utils. Names with capitals stand for any file; some are made."""
    made = {"build/bench.json", "changelogs/changelog.yaml", "communigate-pro-1.2.0.cdx.json", "MANIFEST.json"}
    named = {name for name in _FILE.findall(text_of(page)) if not _PLACEHOLDER.search(name)} - made
    places = (ROOT, UTILS, UTILS / "_engine", UTILS / "_cli", ROOT / "tests" / "integration")
    assert sorted(name for name in named if not any((place / name).exists() for place in places)) == []


def test_every_promise_of_security_names_a_test() -> None:
    """And the test is there."""
    page = text_of("SECURITY.md")
    promises = page.partition("## What is promised")[2].partition("\n## ")[0]
    for promise in re.split(r"\n(?=\* |###)", promises):
        if promise.startswith("* "):
            assert "`tests/" in promise, promise
    tests = _TEST.findall(page)
    assert len(tests) > 20
    assert [(file, name) for file, name in tests if "\ndef %s(" % name not in text_of(file)] == []


def test_the_page_on_the_house_draws_every_layer() -> None:
    picture = text_of("docs/ARCHITECTURE.md").partition("## The layers")[2].partition("```\n")[2].partition("```")[0]
    layers = {path.name for path in UTILS.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert {name for name in layers if name + "/" not in picture} == set()
