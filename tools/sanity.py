# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run ``ansible-test sanity`` on a clean copy of the checkout, on every Python at hand, with no ignore file.

Arguments are handed on: ``python tools/sanity.py --test validate-modules``. In place of a version ``--python`` also
takes ``oldest``: of those at hand that this ansible-test knows.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import project

# ansible-test makes its environments without pip, some twenty of them, and downloads an installer for it. This program,
# put where ansible-test keeps its downloads, takes the same pip from a package index, which is all the checks need, and
# only unpacks it: to install and compile it each time would take longer than what it is for.
GET_PIP = """\
import subprocess
import sys
import sysconfig
import zipfile

packages = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
with zipfile.ZipFile(%(wheel)r) as pip:
    pip.extractall(sysconfig.get_paths()["purelib"])
others = [package for package in packages if not package.startswith("pip==")]
if others:
    subprocess.check_call([sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "-q"] + others)
"""

# The lines that are ansible-test's own: it lets pip tell everything it does.
TELLING = r"^(?:Running|ERROR|FATAL|WARNING: (?!Location)|See ).*"

# What ansible-test says, with a status of 0, when it finds no file to test.
NOTHING_TESTED = "All targets skipped"

# ansible-test has pylint find this beside the collections. Of what it has read, which is trees, little is ever garbage.
LOOK_FOR_NO_GARBAGE = "import gc\n\ngc.disable()\n"


def provide_get_pip() -> None:
    """Write the stand-in for each pip version that this ansible-test may ask for. One already downloaded stays."""
    package = importlib.util.find_spec("ansible_test")
    if package is None or package.origin is None:
        raise SystemExit("ansible-test is not installed in this environment: run it by `make test`")
    requirements = Path(package.origin).parent / "_internal" / "python_requirements.py"
    cache = Path.home() / ".ansible" / "test" / "cache"
    cache.mkdir(parents=True, exist_ok=True)
    for version in sorted(set(re.findall(r"pip='([\d.]+)'", requirements.read_text(encoding="utf-8")))):
        stand_in = cache / ("get_pip_%s.py" % version.replace(".", "_"))
        if not stand_in.exists():
            download = ("download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", str(cache))
            subprocess.run([sys.executable, "-m", "pip", *download, "pip==%s" % version], check=True)
            wheel = cache / ("pip-%s-py3-none-any.whl" % version)
            stand_in.write_text(GET_PIP % {"wheel": str(wheel)}, encoding="utf-8")


def resolved(argument: str) -> str:
    """An argument, with the version in place of ``oldest``."""
    if argument != "oldest":
        return argument
    constants = importlib.import_module("ansible_test._util.target.common.constants")
    known = [*constants.REMOTE_ONLY_PYTHON_VERSIONS, *constants.CONTROLLER_PYTHON_VERSIONS]
    at_hand = [version for version in project.interpreters() if "%d.%d" % version in known]
    if not at_hand:
        raise SystemExit("none of the Pythons that ansible-test knows is at hand: %s" % ", ".join(known))
    return "%d.%d" % min(at_hand)


def use_one_core() -> None:
    """Run what follows on one core: pylint starts a process for each that it may use, and all read the same files."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, [max(os.sched_getaffinity(0))])


def main(arguments: list[str]) -> int:
    # A copy for each set of arguments: two runs may go on side by side.
    name = re.sub(r"\W+", "-", "-".join(["sanity", *arguments])).strip("-")
    collection = project.copy(project.BUILD / name)
    (project.BUILD / name / "sitecustomize.py").write_text(LOOK_FOR_NO_GARBAGE, encoding="utf-8")
    ignored = sorted(path.name for path in collection.glob("tests/sanity/ignore*"))
    if ignored:
        print("This project has no sanity ignore files, but here are: %s" % ", ".join(ignored))
        return 1
    # Without a repository of its own, ansible-test would ask the checkout's, which ignores everything under build.
    subprocess.run(["git", "init", "--quiet", collection], check=True)
    provide_get_pip()
    done = subprocess.run(
        ["ansible-test", "sanity", "--color", "no", *(resolved(argument) for argument in arguments)],
        cwd=collection,
        env=project.environment(),
        preexec_fn=use_one_core,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    print("\n".join(re.findall(TELLING, done.stdout, flags=re.MULTILINE)))
    return 1 if done.returncode or NOTHING_TESTED in done.stdout else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
