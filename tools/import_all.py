# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile and import every module and every module_utils file with the Python that runs this, from 3.7 on.

Arguments: the directory that holds ansible_collections, and the directory of an ansible package. Of that one only
ansible.module_utils can be imported, as on a target. Where it does not support this Python, the files that need it are
only compiled. A module is run as well, until it has told Ansible its options; when it is only imported, it must not get
so far. A warning is an error, and so is whatever a file prints. Run it with ``-I -S``, so that nothing is at hand but
the standard library.

``--alone`` before the arguments: each file in a process of its own, where no other file of the collection has been
imported but by that file; and what it brings along must be files that run on targets, too. From Python 3.8 on, and only
where Ansible supports it.
"""

from __future__ import annotations

import ast
import gc
import importlib
import io
import json
import os
import runpy
import sys
import tempfile
import traceback
import types
import warnings
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

PLUGINS = "ansible_collections.communigate.pro.plugins."


class ToldItsOptions(Exception):
    """A module has made its AnsibleModule, and would now read its parameters."""


class TellingModule:
    """In place of AnsibleModule, also for a class derived from that."""

    def __init__(self, *_arguments: object, **_keywords: object) -> None:
        raise ToldItsOptions


def provide_ansible(directory: Path) -> bool:
    """Let ansible.module_utils be imported from ``directory``, as a target finds it; False if it cannot be, here."""
    for name, path in (("ansible", []), ("ansible.module_utils", [str(directory / "module_utils")])):
        package = sys.modules[name] = types.ModuleType(name)
        package.__path__ = path
        package.__file__ = str(directory.joinpath(*name.split(".")[1:], "__init__.py"))
    try:
        importlib.import_module("ansible.module_utils.basic").AnsibleModule = TellingModule
    except Exception:  # what it says on a Python that is too old differs from release to release
        sys.modules.update({"ansible": None, "ansible.module_utils": None})  # Python itself says that there is none
        return False
    return True


def is_run(path: Path) -> bool:
    """Whether a module is more than a page: what an action plugin does by itself has nothing to run elsewhere."""
    action = path.parents[1] / "action" / path.name
    return not action.is_file() or "def main(" in path.read_text(encoding="utf-8")


def complaint(tree: Path, path: Path, with_ansible: bool) -> str | None:
    """What is wrong with one file on this Python, and where; None if nothing is."""
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
            name = ".".join(path.relative_to(tree).with_suffix("").parts)
            importlib.import_module(name)
            if path.parent.name == "modules" and with_ansible and is_run(path) and not tells_its_options(name):
                return "it ends without having made an AnsibleModule"
    except BaseException as error:  # SystemExit is one of them
        if not with_ansible and isinstance(error, ImportError) and (error.name or "").split(".")[0] == "ansible":
            return None
        return "".join(traceback.format_exception(type(error), error, error.__traceback__, limit=-1)[1:]).rstrip()
    return "it prints: %s" % printed.getvalue() if printed.getvalue() else None


def tells_its_options(module: str) -> bool:
    """Run a module as Ansible does, as far as AnsibleModule."""
    try:
        # Run from its file: it has been imported already, of which runpy would warn if it were run by its name.
        runpy.run_path(str(sys.modules[module].__file__), run_name="__main__")
    except ToldItsOptions:
        return True
    return False


def first_import(tree: Path, path: Path) -> Path | None:
    """The file of module_utils that a file imports before any other; None if it imports none."""
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.ImportFrom):
            package = path.parents[node.level - 1] if node.level else tree
            whole = package.joinpath(*(node.module or "").split("."))
            for found in (whole / ("%s.py" % node.names[0].name), whole.with_suffix(".py"), whole / "__init__.py"):
                if tree in found.parents and found.is_file() and "module_utils" in found.parts:
                    return found
    return None


def complaints_alone(tree: Path, paths: list[Path], told: Path) -> dict[str | None, Path]:
    """What is wrong with each file when it is imported alone, in a process that knows nothing of the collection.

    A file that is imported alone begins with importing another, its first, alone. So it is imported by a child of the
    process that has done just that, and not by one that must do it again. They write to the file ``told``.
    """
    firsts: dict[Path | None, list[Path]] = {}
    for path in paths:
        firsts.setdefault(first_import(tree, path), []).append(path)

    def look(path: Path) -> None:
        child = os.fork()
        if not child:
            tell(path, complaint(tree, path, True) or stranger(tree, path))
            for other in firsts.get(path, ()):
                look(other)
            os._exit(0)
        died = os.waitpid(child, 0)[1]
        if died:
            tell(path, "its process died (%d)" % died)

    def tell(path: Path, text: str | None) -> None:
        with told.open("a", encoding="utf-8") as file:
            file.write(json.dumps([str(path), text]) + "\n")

    for path in firsts.get(None, ()):
        look(path)
    found = [json.loads(line) for line in told.read_text(encoding="utf-8").splitlines()]
    unseen = set(map(str, paths)) - {path for path, _text in found}
    if unseen:
        raise AssertionError("not looked at, since they import one another: %s" % ", ".join(sorted(unseen)))
    return {text: Path(path) for path, text in reversed(found)}


def stranger(tree: Path, path: Path) -> str | None:
    """What a target has not, but is imported now."""
    itself = ".".join(path.relative_to(tree).with_suffix("").parts)
    for name, module in sys.modules.items():
        on_targets = name == itself or (name + ".").startswith(PLUGINS + "module_utils.")
        if name.startswith(PLUGINS) and not on_targets and getattr(module, "__file__", None):
            return "it imports %s" % name
    return None


def main(tree: Path, ansible: Path, alone: bool) -> int:
    sys.path.insert(0, str(tree))
    with_ansible = provide_ansible(ansible)
    warnings.simplefilter("error")
    plugins = tree / "ansible_collections" / "communigate" / "pro" / "plugins"
    paths = sorted(plugins.glob("modules/*.py")) + sorted(plugins.glob("module_utils/**/*.py"))
    # One broken file breaks every file that imports it: each complaint is told once.
    if alone:
        with tempfile.TemporaryDirectory() as directory:
            # Each file is compiled once, and found again by all that import it.
            sys.pycache_prefix, sys.dont_write_bytecode = directory, False
            gc.disable()
            complaints = complaints_alone(tree, paths, Path(directory, "told"))
    else:
        complaints = {complaint(tree, path, with_ansible): path for path in reversed(paths)}
    complaints.pop(None, None)
    for text, path in complaints.items():
        print("%s:\n%s" % (path.relative_to(plugins), text))
    if not with_ansible:
        print("(what needs Ansible was only compiled: this ansible-core does not support this Python)")
    return 1 if complaints or (alone and not with_ansible) else 0


if __name__ == "__main__":
    *options, tree_argument, ansible_argument = sys.argv[1:]
    sys.exit(main(Path(tree_argument).absolute(), Path(ansible_argument).absolute(), "--alone" in options))
