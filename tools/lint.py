# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run ansible-lint without what it does in vain; what it finds is the same. Arguments are handed on.

It has Ansible check the syntax of each playbook and role, in a process for each. Tests play every role and every
scenario, and a slip of syntax ends their run: Ansible loads beforehand only what no test plays.

It matches each path against fifty patterns whenever it meets the file, reads every file a second time, slowly, for its
comments of rules to be left out, and has each rule look at each line, though none has anything to say of a line.
"""

from __future__ import annotations

import functools
import sys
from pathlib import Path
from typing import Any

import project
from ansiblelint import __main__ as program
from ansiblelint import file_utils, skip_utils
from ansiblelint._internal.rules import BaseRule
from ansiblelint.errors import MatchError
from ansiblelint.file_utils import Lintable
from ansiblelint.rules import AnsibleLintRule
from ansiblelint.runner import Runner

PLAYED = tuple(project.ROOT / name for name in ("extensions/molecule", "roles"))

_every_file = Runner._collect_syntax_check_files
_with_skipped_rules = skip_utils.append_skipped_rules
_of_lines = AnsibleLintRule.matchlines


def is_played(file: Path) -> bool:
    return any(directory in file.resolve().parents for directory in PLAYED)


def not_played(runner: Runner) -> list[Lintable]:
    return [file for file in _every_file(runner) if not is_played(file.path)]


def with_skipped_rules(data: Any, file: Lintable) -> Any:
    """What a file holds, with the rules that its comments leave out, if it has such a comment."""
    return _with_skipped_rules(data, file) if "noqa" in file.content else data


def matches_of_lines(rule: AnsibleLintRule, file: Lintable) -> list[MatchError]:
    """What a rule says of single lines, if it is one that can."""
    return _of_lines(rule, file) if type(rule).match is not BaseRule.match else []


if __name__ == "__main__":
    Runner._collect_syntax_check_files = not_played  # type: ignore[method-assign]
    file_utils.kind_from_path = functools.cache(file_utils.kind_from_path)
    skip_utils.append_skipped_rules = with_skipped_rules
    AnsibleLintRule.matchlines = matches_of_lines  # type: ignore[method-assign]
    sys.exit(program._run_cli_entrypoint())
