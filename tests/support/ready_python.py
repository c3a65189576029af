# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ansible's programs in processes forked from a Python that is ready for them: half the work of a start is imports.

``run`` does what ``subprocess.run([sys.executable, "-m", ...])`` does. What is ready knows nothing of Ansible, which
reads its configuration as it is imported. Only the order of sets is the same in all that one Python was ready for.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

# What others wrote, and Ansible imports at each start.
IMPORTED = ("cryptography.hazmat.primitives.kdf.pbkdf2", "importlib.metadata", "jinja2.nativetypes", "jinja2.sandbox",
            "packaging.specifiers", "paramiko", "yaml")  # fmt: skip
READ_AT_START = ("COMMUNIGATE_PRO_TEST_COMPILED", "LANG", "LC_", "LD_", "PYTHON", "TZ")
"""What the names of the variables begin with that a Python reads when it starts, or sitecustomize for the tests."""
_ready: dict[tuple[tuple[str, str], ...], subprocess.Popen[str]] = {}


def run(module: str, *arguments: str, directory: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a module there as a program without input. Its output is left in the files ``stdout`` and ``stderr``, too."""
    key = tuple(sorted(item for item in env.items() if item[0].startswith(READ_AT_START)))
    if key not in _ready:
        _ready[key] = subprocess.Popen(
            [sys.executable, __file__], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        atexit.register(_ready[key].communicate)
    asked, told = _ready[key].stdin, _ready[key].stdout
    assert asked and told
    asked.write(json.dumps([[module, *arguments], str(directory), dict(env)]) + "\n")
    asked.flush()
    status = int(told.readline())
    output = [(directory / name).read_text(encoding="utf-8", errors="replace") for name in ("stdout", "stderr")]
    return subprocess.CompletedProcess([module, *arguments], status, *output)


def wait_for_program() -> str:
    """In a process for each program that is asked for: what to run, once all else is as if it had just been started."""
    sys.path.pop(0)  # the directory of this file
    for name in IMPORTED:
        importlib.import_module(name)
    asked, told = os.fdopen(os.dup(0)), os.fdopen(os.dup(1), "w")
    interrupted = signal.signal(signal.SIGINT, signal.SIG_IGN)
    for line in asked:
        child = os.fork()
        if not child:
            signal.signal(signal.SIGINT, interrupted)
            (module, *arguments), directory, variables = json.loads(line)
            sys.argv[1:] = arguments
            os.environ.clear()
            os.environ.update(variables)
            os.chdir(directory)
            sys.path.insert(0, os.getcwd())
            for number, path in enumerate((os.devnull, "stdout", "stderr")):
                with open(path, "w+b") as opened:
                    os.dup2(opened.fileno(), number)
            asked.close()
            told.close()
            gc.enable()
            return str(module)
        told.write("%d\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        told.flush()
    sys.exit()


if __name__ == "__main__":
    runpy.run_module(wait_for_program(), run_name="__main__", alter_sys=True)
