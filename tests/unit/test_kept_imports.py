# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests' Ansible finds to ship with a module is what Ansible finds: in each file, by its own finder."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import ansible.module_utils.basic
from ansible.executor.module_common import ModuleDepFinder
from support.checkout import ROOT
from support.kept_imports import only_imports

OWN = ROOT / "plugins" / "module_utils"


def found(name: str, source: str | bytes, *, is_package: bool) -> tuple[set[object], set[object]]:
    """The imports in a file, and those of them that may be missing."""
    finder = ModuleDepFinder(name, ast.parse(source), is_package)
    return finder.submodules, finder.optional_imports


def check(name: str, path: Path) -> None:
    is_package, source = path.stem == "__init__", path.read_bytes()
    assert found(name, only_imports(source), is_package=is_package) == found(name, source, is_package=is_package), name


def test_as_many_imports_are_found_as_in_whole_files() -> None:
    paths = sorted(OWN.rglob("*.py"))
    assert len(paths) > 200
    for path in paths:
        inside = path.relative_to(OWN).with_suffix("").parts
        check(".".join(("ansible_collections.communigate.pro.plugins.module_utils", *inside)), path)


def test_as_many_are_found_in_what_is_shipped_of_ansible() -> None:
    assert ansible.module_utils.basic
    shipped = {name: getattr(module, "__file__", None) for name, module in sys.modules.items()}
    paths = {name: Path(file) for name, file in shipped.items() if file and name.startswith("ansible.module_utils.")}
    assert len(paths) > 20
    for name, path in paths.items():
        check(name, path)


def test_what_may_be_missing_stays_so() -> None:
    source = "import ansible.module_utils.a\ntry:\n    from ansible.module_utils import b\nfinally:\n    pass\n"
    imports, optional = found("ansible.module_utils.c", only_imports(source), is_package=False)
    assert imports == {("ansible", "module_utils", "a"), ("ansible", "module_utils", "b")}
    assert optional == {("ansible", "module_utils", "b")}
