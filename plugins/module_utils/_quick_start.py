# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module does to start sooner where it is imported from a zip file of sources, as it is on a target.

All that it imports is compiled in each run, and Python's own ``zipimporter`` does so twice (seen in 3.7 to 3.13): once
to learn a file's name for the spec, which is thrown away, and once more to run it. For a module with its hundred files
that was 0.16 s, twice, of the 0.45 s that it took to start. The finder here makes the same spec, with the same loader,
from the directory of the zip file. What it does not find there it leaves to those who are asked next.

Meanwhile the collector of garbage would go through all that has been imported, again and again: 0.02 s. It would do so
once more when the process ends, which gives back all that it has anyway: 0.02 s.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib.machinery import ModuleSpec
from pkgutil import get_importer
from typing import Any, Sequence
from zipimport import ZipImportError, zipimporter


class SpecFinder:
    """Finds what is below one package in zip files, and compiles nothing to do so."""

    def __init__(self, package: str) -> None:
        self.below = package + "."

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        """The spec of a file, or None for what others shall find. ``path``: where its package looks for files."""
        if not fullname.startswith(self.below):
            return None
        for place in path or ():
            loader = get_importer(place)
            if not isinstance(loader, zipimporter):
                return None
            spec = _spec(fullname, loader)
            if spec is not None:
                return spec
        return None


def _spec(fullname: str, loader: zipimporter) -> ModuleSpec | None:
    """What ``loader.find_spec`` says of a file, or None if none is there."""
    try:
        is_package = loader.is_package(fullname)
    except ZipImportError:
        return None
    place = os.path.join(loader.archive, loader.prefix + fullname.rpartition(".")[2])
    spec = ModuleSpec(
        fullname,
        loader,  # type: ignore[arg-type]  # typeshed has it that it lacks what it has from Python 3.10
        origin=os.path.join(place, "__init__.py") if is_package else place + ".py",
        is_package=is_package,
    )
    spec.has_location = True
    if is_package:
        spec.submodule_search_locations = [place]
    return spec


OBJECTS = 100_000
"""So many are made before the collector of garbage looks at them: more than all imports make, and no burden."""


def start_quickly(name: str) -> None:
    """Has the files below the package of a file imported quickly from now on, if that file has come from a zip file.

    ``name``: the file's, as a module. What is imported before the call has been compiled twice.
    """
    spec = sys.modules[name].__spec__
    if spec is not None and isinstance(spec.loader, zipimporter):
        sys.meta_path.insert(0, SpecFinder(name.rpartition(".")[0]))
        gc.set_threshold(OBJECTS)
        atexit.register(gc.freeze)
