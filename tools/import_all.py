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
imported but by that file; and what it brings along must be files that run on targets, too. From Python 3.8 on.
"""

from __future__ import annotations

import gc
import importlib
import io
import os
import runpy
import sys
import tempfile
import traceback
import types
import warnings
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Callable

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


def complaint(tree: Path, path: Path, with_ansible: bool) -> str | None:
    """What is wrong with one file on this Python, and where; None if nothing is."""
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
            name = ".".join(path.relative_to(tree).with_suffix("").parts)
            importlib.import_module(name)
            if path.parent.name == "modules" and with_ansible and not tells_its_options(name):
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


def complaint_alone(tree: Path, path: Path, with_ansible: bool) -> str | None:
    """The same in a new process, which knows nothing of the collection before."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        text = complaint(tree, path, with_ansible) or stranger(tree, path) or ""
        with open(writing, "w", encoding="utf-8") as told:
            told.write(text)
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as told:
        text = told.read()
    died = os.waitpid(child, 0)[1]
    return "its process died (%d)" % died if died else text or None


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
    with tempfile.TemporaryDirectory() as compiled:
        if alone:  # each file is compiled once, and found again by all that import it
            sys.pycache_prefix, sys.dont_write_bytecode = compiled, False
            gc.disable()
        return told_of_all(tree, with_ansible, complaint_alone if alone else complaint)


def told_of_all(tree: Path, with_ansible: bool, look: Callable[[Path, Path, bool], str | None]) -> int:
    """Look at all files, and print the complaints; returns the exit status."""
    plugins = tree / "ansible_collections" / "communigate" / "pro" / "plugins"
    paths = sorted(plugins.glob("modules/*.py")) + sorted(plugins.glob("module_utils/**/*.py"))
    # One broken file breaks every file that imports it: each complaint is told once.
    complaints = {look(tree, path, with_ansible): path.relative_to(plugins) for path in reversed(paths)}
    complaints.pop(None, None)
    for text, path in complaints.items():
        print("%s:\n%s" % (path, text))
    if not with_ansible:
        print("(what needs Ansible was only compiled: this ansible-core does not support this Python)")
    return 1 if complaints else 0


if __name__ == "__main__":
    *options, tree_argument, ansible_argument = sys.argv[1:]
    sys.exit(main(Path(tree_argument).absolute(), Path(ansible_argument).absolute(), "--alone" in options))
