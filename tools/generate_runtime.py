# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write meta/runtime.yml and the action plugins; with ``--check`` only tell whether they are up to date.

Every module that the router serves (plugins/module_utils/_registry.py) belongs to the action group
``communigate.pro.cgp``, so that one ``module_defaults`` holds the connection options. And plugins/action has the router
under the module's name, which is how Ansible finds an action plugin. Whatever else would lead there does less:
``plugin_routing: modules:`` is looked at in the process of each task only, which then imports the whole engine by
itself; ``plugin_routing: action:`` gives each module the ``module_defaults`` of the plugin it leads to, from
ansible-core 2.19 on; and links are redirects of the modules to those who make documentation (antsibull-docs).

A module whose page says that it is ``deprecated`` is announced in meta/runtime.yml: from there Ansible warns of it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path

import project
import yaml

TARGET = project.ROOT / "meta" / "runtime.yml"
ACTIONS = project.ROOT / "plugins" / "action"
MODULES = project.ROOT / "plugins" / "modules"
HANDOVER = "cgp_handover"
"""What asks a server, and tells nobody but a file on the controller."""
# Each has an action plugin of its own; the last two ask no server that runs already.
WRITTEN_BY_HAND = {ACTIONS / (name + ".py") for name in (HANDOVER, "cgp_report", "cgp_simulator")}
PLUGIN = '''\
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The router, under the name of a module: made by `make generated`, the same for every module."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.plugin_utils._router import Router


class ActionModule(Router):
    """Runs the tasks of the module that this file is named after."""
'''

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


def deprecated(directory: Path) -> dict[str, dict[str, str]]:
    """What the pages of the modules in a directory say under ``deprecated``: removed_in, why and alternative."""
    found = {}
    for path in sorted(directory.glob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "\ndeprecated:" in text:
            values = {
                statement.targets[0].id: statement.value
                for statement in ast.parse(text).body
                if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name)
            }
            page = yaml.safe_load(ast.literal_eval(values["DOCUMENTATION"]))
            found[path.stem] = {name: str(text) for name, text in page["deprecated"].items()}
    return found


def render(modules: Iterable[str], announced: Mapping[str, Mapping[str, str]]) -> str:
    """The text of meta/runtime.yml: the group has all modules with the options of the connection."""
    names = sorted([*modules, HANDOVER])
    text = HEAD + "\n".join(["action_groups:", "  cgp:", *("    - %s" % name for name in names)]) + "\n"
    if announced:
        routing = {
            module: {
                "deprecation": {
                    "removal_version": about["removed_in"],
                    "warning_text": "%s Instead: %s" % (about["why"], about["alternative"]),
                }
            }
            for module, about in announced.items()
        }
        text += yaml.safe_dump({"plugin_routing": {"modules": routing}}, width=120)
    return text


def files(modules: Iterable[str]) -> dict[Path, str]:
    """Every file that there is to be, and its text."""
    names = list(modules)
    return {TARGET: render(names, deprecated(MODULES)), **{ACTIONS / (name + ".py"): PLUGIN for name in names}}


def made_here() -> set[Path]:
    """The action plugins that this program writes."""
    return set(ACTIONS.glob("*.py")) - WRITTEN_BY_HAND


def is_up_to_date(wanted: dict[Path, str]) -> bool:
    present = {TARGET, *made_here()}
    return present == set(wanted) and all(path.read_text(encoding="utf-8") == text for path, text in wanted.items())


def write(wanted: dict[Path, str]) -> None:
    for path in made_here():
        path.unlink()
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    wanted = files(served())
    if "--check" not in arguments:
        write(wanted)
    elif not is_up_to_date(wanted):
        print("meta/runtime.yml or plugins/action is out of date: run `make generated`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
