# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write meta/runtime.yml from the registry of modules; with ``--check`` only tell whether it is up to date.

Every module that the router ``plugins/action/cgp_command.py`` serves (plugins/module_utils/_registry.py) belongs to the
action group ``communigate.pro.cgp``, so that one ``module_defaults`` holds the connection options. And it is routed
there: cgp_command by its own name, the others by what is written here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module

import project

TARGET = project.ROOT / "meta" / "runtime.yml"
ROUTER = "cgp_command"

HEAD = """\
---
# Generated from plugins/module_utils/_registry.py: run `make generated` after adding or renaming a module.
requires_ansible: ">=2.17.0"
"""


def served() -> list[str]:
    """The names of the modules that the router serves."""
    sys.path.insert(0, str(project.TREE))
    registry = import_module("ansible_collections.communigate.pro.plugins.module_utils._registry")
    return sorted(registry.SUBJECTS)


def render(modules: Iterable[str]) -> str:
    """The text of meta/runtime.yml for these module names."""
    lines = ["action_groups:", "  cgp:"]
    lines += ["    - %s" % name for name in modules]
    lines += ["plugin_routing:", "  modules:"]
    for name in modules:
        if name != ROUTER:
            lines += ["    %s:" % name, "      action_plugin: communigate.pro.%s" % ROUTER]
    return HEAD + "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    wanted = render(served())
    if "--check" in arguments:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == wanted:
            return 0
        print("meta/runtime.yml is out of date: run `make generated`")
        return 1
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
