# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is imported from a zip file is compiled once, and is in all else what Python's own importer makes of it."""

from __future__ import annotations

import collections
import json
import py_compile
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import ansible
import pytest
from support.checkout import ROOT

UTILS = ROOT / "plugins" / "module_utils"
# Python warns of such an escape whenever it compiles the file, and at no other time.
TELLTALE = 'TELLTALE = "\\d"\n'
HOUSE = {
    "house/__init__.py": "",
    "house/_quick_start.py": (UTILS / "_quick_start.py").read_text(encoding="utf-8"),
    "house/first.py": "from ._quick_start import start_quickly\nstart_quickly(__name__)\n",
    "house/plain.py": TELLTALE + "from .room import part\nfrom .room.part import Thing, fails\n",
    "house/room/__init__.py": TELLTALE + "from ..leaf import leaf\n",
    "house/room/part.py": TELLTALE
    + "class Thing:\n    pass\n\ndef fails():\n    raise ValueError('it fails')  # the line\n",
    "house/leaf.py": TELLTALE + "leaf = 1\n",
    "house/bare/within.py": TELLTALE + "within = 2\n",
}
LOOK = """
import importlib, inspect, json, pickle, sys, traceback
sys.path.insert(0, sys.argv[1])
if sys.argv[2] == "once":
    import house.first
before = list(sys.meta_path)
told = {}
for name in ("house.plain", "house.room", "house.room.part", "house.leaf", "house.bare.within", "house.old"):
    module = importlib.import_module(name)
    spec = module.__spec__
    told[name] = [str(getattr(module, key, "none")) for key in ("__name__", "__package__", "__file__", "__path__")]
    told[name] += [getattr(module, "__cached__", None), repr(module), repr(module.__loader__), repr(spec)]
    told[name] += [module.__loader__ is spec.loader, spec.has_location, spec.cached, spec.parent]
for name in ("house.nothing", "house.room.nothing", "house.leaf.nothing"):
    try:
        importlib.import_module(name)
    except ImportError as error:
        told[name] = [type(error).__name__, str(error), error.name]
from house.plain import Thing, fails
told["source"] = inspect.getsource(Thing)
told["pickled"] = type(pickle.loads(pickle.dumps(Thing()))) is Thing
try:
    fails()
except ValueError:
    told["traceback"] = traceback.format_exc()
told["reloaded"] = importlib.reload(sys.modules["house.leaf"]).leaf
print(json.dumps(told))
"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Such a zip file as Ansible makes; with a directory that is no package, and a file that is compiled already."""
    path = tmp_path / "house.zip"
    old = tmp_path / "old.py"
    old.write_text("old = 3\n", encoding="utf-8")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("house/bare/", "")
        for name, text in HOUSE.items():
            file.writestr(name, text)
        file.write(py_compile.compile(str(old), str(tmp_path / "old.pyc"), doraise=True) or "", "house/old.pyc")
    return path


def looked_at(place: Path, way: str) -> tuple[dict[str, object], dict[str, int]]:
    """What a process tells of the modules that it has imported, and how often it has compiled each file."""
    command = [sys.executable, "-W", "always", "-B", "-c", LOOK, str(place), way]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    warned = re.findall(r"^%s/(.+):\d+: \w+Warning: .*escape" % re.escape(str(place)), done.stderr, re.MULTILINE)
    counts = collections.Counter(warned)
    return json.loads(done.stdout), counts


def test_each_file_is_quick_start_and_else_all_is_as_python_does_it(archive: Path) -> None:
    usual, _counts = looked_at(archive, "usual")
    once, counts = looked_at(archive, "once")
    # What Python says of a file without its source is its own affair; that it is imported is enough.
    assert "house.old" in usual and "house.old" in once
    assert {**once, "house.old": 0} == {**usual, "house.old": 0}
    assert "raise ValueError('it fails')  # the line" in str(once["traceback"])
    assert once["pickled"] is True
    reloaded = {"house/leaf.py": 2}
    assert counts == {**{name: 1 for name, text in HOUSE.items() if TELLTALE in text}, **reloaded}


def test_files_of_a_directory_are_left_to_python(tmp_path: Path) -> None:
    for name, text in HOUSE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    look = "import sys; before = list(sys.meta_path); import house.first, house.plain; print(sys.meta_path == before)"
    command = [sys.executable, "-I", "-B", "-c", "import sys; sys.path.insert(0, sys.argv[1]); " + look, str(tmp_path)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "True\n"


@pytest.mark.parametrize("place", ["archive", "directory"])
def test_only_what_came_from_a_zip_file_is_not_looked_through_at_the_end(
    archive: Path, tmp_path: Path, place: str
) -> None:
    directory = tmp_path / "unpacked"
    with zipfile.ZipFile(archive) as file:
        file.extractall(directory)
    # What is said first is done last. Some Pythons begin with something frozen.
    look = "import atexit, gc, sys; sys.path.insert(0, sys.argv[1]); before = gc.get_freeze_count(); "
    look += "atexit.register(lambda: print(gc.get_freeze_count() > before)); import house.first"
    command = [sys.executable, "-I", "-B", "-c", look, str(archive if place == "archive" else directory)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert told == "%s\n" % (place == "archive")


COUNTED = """
import collections, json, sys, zipimport
sys.path[:0] = sys.argv[1:]
compiled, compile_source = collections.Counter(), zipimport._compile_source
def counting(path, source):
    compiled[path] += 1
    return compile_source(path, source)
zipimport._compile_source = counting
import ansible_collections.communigate.pro.plugins.modules.cgp_forwarder
print(json.dumps(compiled))
"""
BEFORE = {"modules/cgp_forwarder.py", "module_utils/_host.py", "module_utils/_ansible.py"}
BEFORE |= {"module_utils/_quick_start.py"}
"""What has to be imported before anything can be done about it."""
RARE = {"_engine/%s.py" % name for name in ("apply", "settle", "kept", "deletions", "purge", "misgivings", "foresight")}
RARE |= {"connector/%s.py" % name for name in ("echo", "ssh_tunnel", "known_hosts", "tls")}
RARE |= {"_registry.py", "_own_rights.py", "_source/__init__.py", "_source/files.py"}
"""What a run does not need that finds all as it should be, and is refused nothing."""


def test_a_modules_own_files_are_quick_start(tmp_path: Path) -> None:
    path = tmp_path / "module.zip"
    inside = "ansible_collections/communigate/pro/plugins/"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for source in [*UTILS.rglob("*.py"), ROOT / "plugins" / "modules" / "cgp_forwarder.py"]:
            if "simulator" not in source.parts:
                file.write(source, inside + source.relative_to(ROOT / "plugins").as_posix())
        for package in ("", "communigate/", "communigate/pro/", "communigate/pro/plugins/"):
            file.writestr("ansible_collections/%s__init__.py" % package, "")
        for package in ("modules", "module_utils"):
            file.writestr("%s%s/__init__.py" % (inside, package), "")
    command = [sys.executable, "-I", "-B", "-c", COUNTED, str(path), str(Path(ansible.__file__).parent.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    counts = {Path(name).relative_to(path / inside).as_posix(): n for name, n in json.loads(done.stdout).items()
              if inside in name and not name.endswith("/__init__.py")}  # fmt: skip
    assert len(counts) > 50
    assert {name for name, times in counts.items() if times > 1} <= BEFORE
    assert all((UTILS / name).is_file() for name in RARE)
    assert not {"module_utils/" + name for name in RARE} & set(counts)
