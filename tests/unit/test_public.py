# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two packages that others may import: what is public is named on one page, exists, and nothing else is shown."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest
from support.checkout import ROOT

UTILS = "ansible_collections.communigate.pro.plugins.module_utils"
PAGE = ROOT / "docs" / "docsite" / "rst" / "guide_scripts.rst"

_ROW = re.compile(r"^   \* - ``((?:connector|simulator)[\w.]*)``\n     - (.+)$", re.MULTILINE)
PUBLIC = {module: re.findall(r"``(\w+)``", names) for module, names in _ROW.findall(PAGE.read_text(encoding="utf-8"))}

# Programs that the guides have people start by name; they are no Python to be imported.
PROGRAMS = {"simulator.program.launch", "simulator.control.client"}

SHOWN = sorted(
    path
    for place in ("docs", "playbooks", "roles", "extensions", "README.md", "SECURITY.md")
    for path in ([ROOT / place] if (ROOT / place).is_file() else (ROOT / place).rglob("*"))
    if path.suffix in (".rst", ".md", ".yml", ".yaml", ".py", ".j2", ".sh") and path.name != "ARCHITECTURE.md"
    # A plugin is this collection's own, as those in plugins/ are.
    if "plugins" not in path.relative_to(ROOT).parts
)
MENTION = re.compile(r"module_utils\.([\w.]+\w)(?:\s+import\s+([\w, ]+))?")


@pytest.mark.parametrize(("module", "names"), PUBLIC.items())
def test_what_is_called_public_is_there_and_documented(module: str, names: list[str]) -> None:
    there = import_module("%s.%s" % (UTILS, module))
    assert names
    for name in names:
        assert getattr(there, name).__doc__


def test_the_page_names_both_packages() -> None:
    assert {module.partition(".")[0] for module in PUBLIC} == {"connector", "simulator"}
    assert not any(part.startswith("_") for module in PUBLIC for part in module.split("."))


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_private_is_shown_to_users(path: Path) -> None:
    strangers = []
    for module, names in MENTION.findall(path.read_text(encoding="utf-8")):
        imported = {name.strip() for name in names.split(",")} - {""}
        if module + "." + "".join(imported) in PUBLIC:  # a module of a public package
            continue
        if module not in PUBLIC and module not in PROGRAMS:
            strangers.append(module)
        elif not imported <= set(PUBLIC.get(module, ())):
            strangers.append("%s: %s" % (module, names))
    assert not strangers


def test_examples_of_modules_show_no_python_of_the_collection() -> None:
    shown = [path.name for path in sorted((ROOT / "plugins" / "modules").glob("*.py")) if _examples_import(path)]
    assert not shown


def _examples_import(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return "module_utils" in text.partition("EXAMPLES = ")[2].partition('\n"""\n')[0]
