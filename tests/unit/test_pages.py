# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of modules as Ansible itself shows them, with what its own rules make of the fragments that they name.

Ansible looks for ``communigate.pro.FILE.VARIANT`` as a file first, also for one named VARIANT alone: what a test reads
by rules of its own may be on no page.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from support import documentation, quick_yaml
from support.checkout import ROOT, variables

COLLECTION = "communigate.pro."
FRAGMENTS = ROOT / "plugins" / "doc_fragments"
PAGES = [*documentation.modules(), *documentation.plugins("filter", "inventory", "lookup", "test")]
PROMISES = {"check_mode", "diff_mode", "idempotent"}


@cache
def fragments() -> dict[str, dict[str, Any]]:
    """Every fragment and variant of one, under the name by which pages mean it."""
    found = {}
    for path in FRAGMENTS.glob("*.py"):
        held = import_module("ansible_collections.communigate.pro.plugins.doc_fragments.%s" % path.stem)
        for name, text in vars(held.ModuleDocFragment).items():
            if name.isupper():
                name = path.stem if name == "DOCUMENTATION" else "%s.%s" % (path.stem, name.lower())
                found[name] = quick_yaml.load(text)
    return found


def named_by(page: str) -> set[str]:
    """The fragments of this collection that a page names."""
    named = documentation.documentation(page).get("extends_documentation_fragment", [])
    return {name[len(COLLECTION) :] for name in named if name.startswith(COLLECTION)}


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """Each module's page, from one run of ansible-doc."""
    directory: Path = tmp_path_factory.mktemp("pages")
    names = [COLLECTION + module for module in documentation.modules()]
    done = subprocess.run(
        [str(Path(sys.executable).with_name("ansible-doc")), "--json", *names],
        cwd=directory,
        env=variables(directory),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return {name[len(COLLECTION) :]: page["doc"] for name, page in json.loads(done.stdout).items()}


def test_every_page_tells_of_check_mode_diff_and_idempotence(shown: dict[str, dict[str, Any]]) -> None:
    assert sorted(shown) == documentation.modules()
    silent = {module: PROMISES - set(page.get("attributes", {})) for module, page in shown.items()}
    assert {module: missing for module, missing in silent.items() if missing} == {}


def test_whatever_a_fragment_holds_is_on_every_page_that_names_it(shown: dict[str, dict[str, Any]]) -> None:
    lacking = []
    for module, page in shown.items():
        for name in named_by(module):
            held = fragments()[name]
            lacking += [
                "%s: %s of %s" % (module, part, name)
                for part in ("options", "attributes", "notes")
                if not set(held.get(part) or ()) <= set(page.get(part, ()))
            ]
    assert lacking == []


def test_a_variant_of_a_fragment_is_named_like_no_file() -> None:
    """Such a file would be read in its place."""
    files = {path.stem for path in FRAGMENTS.glob("*.py")}
    variants = {name.partition(".")[2] for name in fragments()} - {""}
    assert variants & files == set()


def test_every_fragment_is_on_a_page() -> None:
    assert set().union(*map(named_by, PAGES)) == set(fragments())


def test_every_module_has_one_place_among_the_topics() -> None:
    topics = quick_yaml.load((ROOT / "docs" / "docsite" / "topics.yml").read_text(encoding="utf-8"))
    assert sorted(module for topic in topics for module in topic["modules"]) == documentation.modules()


def test_every_guide_and_table_is_in_a_section_of_the_site() -> None:
    sections = quick_yaml.load((ROOT / "docs" / "docsite" / "extra-docs.yml").read_text(encoding="utf-8"))["sections"]
    listed = sorted(page for section in sections for page in section["toctree"])
    assert listed == sorted(path.stem for path in documentation.GUIDES.glob("*.rst"))
