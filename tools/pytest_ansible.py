# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run tests/pytest_ansible: modules, called by the fixtures of pytest-ansible.

That plugin is nowhere else: it is put into a directory of its own, where only this pytest finds it. All that it needs
is at hand already.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys

import project

REQUIREMENT = project.ROOT / "requirements" / "pytest-ansible.txt"
PACKAGES = project.BUILD / "pytest-ansible"
TESTS = project.ROOT / "tests" / "pytest_ansible"


def install() -> None:
    """Install the plugin, unless it is there as it is required."""
    stamp = PACKAGES / "made-from"
    made_from = hashlib.sha256(b"%s %s" % (os.fsencode(sys.executable), REQUIREMENT.read_bytes())).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from:
        return
    shutil.rmtree(PACKAGES, ignore_errors=True)
    options = ["--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps", "--target", str(PACKAGES)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, "-r", str(REQUIREMENT)], check=True)
    stamp.write_text(made_from, encoding="utf-8")


def main(arguments: list[str]) -> int:
    install()
    variables = project.environment(PYTHONPATH=str(PACKAGES))
    options = ["-q", "-c", "pytest.ini", "-p", "no:cacheprovider", *(arguments or ["."])]
    return subprocess.run([sys.executable, "-m", "pytest", *options], cwd=TESTS, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
