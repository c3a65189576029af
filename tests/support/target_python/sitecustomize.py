# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Pythons of tests do at their start: they keep what they compile and read, and find it again.

An ordinary module is shipped as an archive of a hundred sources, which Python compiles anew on each start: a third of
such a task's time, in some three hundred tasks. Ansible reads long files of its own on each start, and compiles a
task's templates in a process that ends with the task. Nothing else about them changes; and where a Python or a release
of Ansible does so in another way, nothing changes at all. The directory is that of COMMUNIGATE_PRO_TEST_COMPILED.

And they look for garbage where there may be some: not in what Ansible has imported, nor in the process of one task.
"""

from __future__ import annotations

import gc
import importlib
import importlib.machinery
import os
import sys
import zipimport

from kept import Kept

# Who keeps what a module makes: the names of that module and of ours.
KEEPERS = {"yaml": "kept_yaml", "ansible._internal._templating._jinja_bits": "kept_templates"}


class Finder:
    """Finds these modules as Python does, and has them keep what they make as soon as they are imported."""

    def __init__(self, kept):
        self.kept = kept

    def find_spec(self, name, path=None, target=None):
        if name not in KEEPERS:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        execute = getattr(spec and spec.loader, "exec_module", None)
        if execute:

            def execute_and_keep(module):
                execute(module)
                importlib.import_module(KEEPERS[name]).keep(module, self.kept)

            spec.loader.exec_module = execute_and_keep
        return spec


def keep_compiled(kept):
    """Keep what zipimport compiles."""
    compile_source = getattr(zipimport, "_compile_source", None)
    if compile_source:
        zipimport._compile_source = lambda path, source: kept.found_or_made(
            source, "archive", lambda: compile_source(path, source)
        )


def look_for_less_garbage():
    """Garbage is looked for seldom, never in what was there before a fork, and not at all in what that has made."""
    gc.set_threshold(5000, 50, 50)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(before=gc.freeze, after_in_child=gc.disable)


if os.environ.get("COMMUNIGATE_PRO_TEST_COMPILED"):
    _kept = Kept(os.environ["COMMUNIGATE_PRO_TEST_COMPILED"])
    keep_compiled(_kept)
    look_for_less_garbage()
    sys.meta_path.insert(0, Finder(_kept))
