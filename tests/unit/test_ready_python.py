# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program forked from a Python that is ready finds what it finds where Python starts it, and ends likewise."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support import ready_python
from support.checkout import variables

# All that a process can tell of how it was started, but for its number, its parent's and where its output goes.
FOUND = """
import gc, json, locale, os, resource, signal, sys, tempfile, threading, time
import jinja2, yaml
json.dump({
    "arguments": sys.argv, "paths": sys.path, "variables": dict(os.environ), "here": os.getcwd(),
    "flags": repr(sys.flags), "executable": sys.executable, "filters": repr(__import__("warnings").filters),
    "input": sys.stdin.read(), "open": sorted(os.listdir("/dev/fd") if os.path.isdir("/dev/fd") else []),
    "streams": [(one.encoding, one.errors, one.line_buffering, one.isatty()) for one in (sys.stdout, sys.stderr)],
    "signals": {str(one): str(signal.getsignal(one)) for one in sorted(signal.valid_signals())},
    "group": os.getpgrp(), "session": os.getsid(0), "niceness": os.nice(0), "user": os.geteuid(),
    "mask": os.umask(0o22), "files": resource.getrlimit(resource.RLIMIT_NOFILE),
    "garbage": [gc.isenabled(), gc.get_threshold()], "temporary": tempfile.gettempdir(),
    "zone": time.tzname, "locale": locale.setlocale(locale.LC_ALL), "threads": threading.active_count(),
    "name": __name__, "main": sys.modules["__main__"].__file__, "kept": yaml.load.__module__,
    "ansible": [name for name in sys.modules if name.startswith("ansible")],
}, sys.stdout)
"""
ENDS = {
    "by_itself": "import atexit; atexit.register(print, 'last'); print('first')",
    "with_status": "import sys; print('unfinished', end=''); sys.exit(7)",
    "with_words": "raise SystemExit('no')",
    "by_error": "raise ValueError('\\N{SNOWMAN}')",
    "by_signal": "import os, signal; os.kill(os.getpid(), signal.SIGTERM)",
    "interrupted": "import os, signal; os.kill(os.getpid(), signal.SIGINT)",
    "no_text": "import sys; sys.stdout.buffer.write(b'\\xff\\r\\n')",
}


def both(
    directory: Path, program: str, *arguments: str, **more: str
) -> tuple[subprocess.CompletedProcess[str], subprocess.CompletedProcess[str]]:
    """A program as Python starts it, and as it is forked."""
    (directory / "program.py").write_text(program, encoding="utf-8")
    environment = variables(directory, **more)
    command = [sys.executable, "-m", "program", *arguments]
    started = subprocess.run(
        command, cwd=directory, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        errors="replace", check=False,
    )  # fmt: skip
    return started, ready_python.run("program", *arguments, directory=directory, env=environment)


@pytest.mark.parametrize(
    "more", [{}, {"TZ": "ABC+3"}, {"PYTHONWARNINGS": "error"}, {"COMMUNIGATE_PRO_TEST_COMPILED": ""}], ids=" ".join
)
def test_it_finds_the_same(tmp_path: Path, more: dict[str, str]) -> None:
    for number in ("1", "2"):
        directory = tmp_path / number
        directory.mkdir()
        started, forked = both(directory, FOUND, "--an", "argument", number, **{"RUN_%s" % number: "1"}, **more)
        assert started.returncode == 0, started.stderr
        assert forked.returncode == 0, forked.stderr
        assert json.loads(forked.stdout) == json.loads(started.stdout)
        assert json.loads(forked.stdout)["ansible"] == []


def test_it_ends_in_the_same_way(tmp_path: Path) -> None:
    for name, program in ENDS.items():
        directory = tmp_path / name
        directory.mkdir()
        started, forked = both(directory, program)
        assert (forked.returncode, forked.stdout) == (started.returncode, started.stdout), name
        assert forked.stderr.splitlines()[-1:] == started.stderr.splitlines()[-1:], name
