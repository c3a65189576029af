# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the documentation of modules and other plugins says: their examples, and the commands that each says it uses.

A plugin that is no module goes by its sort and its name: ``filter.from_cgp``.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from textwrap import dedent
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS

from support import quick_yaml
from support.checkout import ROOT

_COMMAND = re.compile(r"C\(([A-Z]+)\)")
_BLOCK = re.compile(
    r"^\.\. code-block:: (\S+)\n(?:   :caption: (\S+)\n)?\n((?:(?: {3}.*)?\n)+)", re.MULTILINE
)

GUIDES = ROOT / "docs" / "docsite" / "rst"


def modules() -> list[str]:
    """The names of all modules."""
    return sorted(path.stem for path in (ROOT / "plugins" / "modules").glob("cgp_*.py"))


def plugins(*sorts: str) -> list[str]:
    """The plugins of these sorts."""
    files = [path for sort in sorts for path in sorted((ROOT / "plugins" / sort).glob("*.py"))]
    return ["%s.%s" % (path.parent.name, path.stem) for path in files]


def documentation(module: str) -> dict[str, Any]:
    """A module's DOCUMENTATION."""
    return quick_yaml.load(text(module, "DOCUMENTATION"))


def examples(module: str) -> list[dict[str, Any]]:
    """A module's EXAMPLES: tasks, or plays."""
    return quick_yaml.load(text(module, "EXAMPLES"))


def guides() -> list[str]:
    """The names of all guides, such as ``guide_templates``."""
    return sorted(path.stem for path in GUIDES.glob("guide_*.rst"))


def blocks(guide: str, language: str = "yaml") -> list[str]:
    """The blocks of code in a guide that are of a language, but for those that are files."""
    return [block for its_language, caption, block in _all_blocks(guide) if its_language == language and not caption]


def files(guide: str) -> dict[str, str]:
    """The blocks of code in a guide that have a name as their caption, by that name."""
    return {caption: block for _language, caption, block in _all_blocks(guide) if caption}


def _all_blocks(guide: str) -> list[tuple[str, str, str]]:
    """The language, the caption or an empty string, and the text of each block."""
    page = (GUIDES / ("%s.rst" % guide)).read_text(encoding="utf-8")
    return [(language, caption, dedent(block)) for language, caption, block in _BLOCK.findall(page)]


def commands(module: str) -> set[str]:
    """The commands that a module's description, or a choice of its option ``include``, names as those it sends."""
    told = documentation(module)
    choices = told["options"].get("include", {}).get("choices", {})
    described = "\n".join([*told["description"], *(line for lines in choices.values() for line in lines)])
    return {verb for verb in _COMMAND.findall(described) if verb in COMMANDS}


def text(module: str, name: str) -> str:
    """The string that a module's file assigns to a name."""
    sort, dot, plugin = module.rpartition(".")
    path: Path = ROOT / "plugins" / (sort if dot else "modules") / ("%s.py" % plugin)
    for statement in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(statement, ast.Assign) and getattr(statement.targets[0], "id", "") == name:
            return str(ast.literal_eval(statement.value))
    raise LookupError("%s has no %s" % (module, name))
