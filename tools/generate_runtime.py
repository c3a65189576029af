# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write meta/runtime.yml and the links to the router; with ``--check`` only tell whether they are up to date.

Every module that the router serves (plugins/module_utils/_registry.py) belongs to the action group
``communigate.pro.cgp``, so that one ``module_defaults`` holds the connection options. And plugins/action has a link to
the router under the module's name, which is how Ansible finds an action plugin. A route in meta/runtime.yml does less:
``plugin_routing: modules:`` is looked at in the process of each task only, which then imports the whole engine by
itself, and ``plugin_routing: action:`` gives each module the ``module_defaults`` of the plugin it leads to, from
ansible-core 2.19 on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import project

TARGET = project.ROOT / "meta" / "runtime.yml"
ACTIONS = project.ROOT / "plugins" / "action"
ROUTER = "cgp_command.py"

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
    return HEAD + "\n".join(["action_groups:", "  cgp:", *("    - %s" % name for name in modules)]) + "\n"


def links(modules: Iterable[str]) -> set[Path]:
    """The links that there are to be; the router itself is an ordinary file."""
    return {ACTIONS / (name + ".py") for name in modules} - {ACTIONS / ROUTER}


def is_up_to_date(text: str, wanted: set[Path]) -> bool:
    present = {path for path in ACTIONS.glob("*.py") if path.name != ROUTER}
    lead_right = all(path.is_symlink() and str(path.readlink()) == ROUTER for path in wanted & present)
    return TARGET.is_file() and TARGET.read_text(encoding="utf-8") == text and present == wanted and lead_right


def write(text: str, wanted: set[Path]) -> None:
    TARGET.write_text(text, encoding="utf-8")
    for path in ACTIONS.glob("*.py"):
        if path.is_symlink():
            path.unlink()
    for path in wanted:
        path.symlink_to(ROUTER)


def main(arguments: list[str]) -> int:
    modules = served()
    text, wanted = render(modules), links(modules)
    if "--check" not in arguments:
        write(text, wanted)
    elif not is_up_to_date(text, wanted):
        print("meta/runtime.yml or plugins/action is out of date: run `make generated`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
