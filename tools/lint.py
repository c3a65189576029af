# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run ansible-lint; Ansible loads beforehand only what no test plays. Arguments are handed on.

ansible-lint has Ansible check the syntax of each playbook and role, in a process for each: that takes longer than all
its rules. Tests play every role and every scenario, and a slip of syntax ends their run.
"""

from __future__ import annotations

import sys
from pathlib import Path

import project
from ansiblelint import __main__ as program
from ansiblelint.file_utils import Lintable
from ansiblelint.runner import Runner

PLAYED = tuple(project.ROOT / name for name in ("extensions/molecule", "roles"))

_every_file = Runner._collect_syntax_check_files


def is_played(file: Path) -> bool:
    return any(directory in file.resolve().parents for directory in PLAYED)


def not_played(runner: Runner) -> list[Lintable]:
    return [file for file in _every_file(runner) if not is_played(file.path)]


if __name__ == "__main__":
    Runner._collect_syntax_check_files = not_played  # type: ignore[method-assign]
    sys.exit(program._run_cli_entrypoint())
