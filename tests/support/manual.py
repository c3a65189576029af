# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which commands of the manual there are, and which of them a test is about."""

from __future__ import annotations

import re

from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, notation, tolerance

_FUNCTION = re.compile(r"::test_([a-z0-9]+)")
_CASE = re.compile(r"\[(.*)\]$")
_WORD = re.compile(r"[A-Z]+")

SECTIONS = {verb: specs[0].section for verb, specs in catalogue.COMMANDS.items()}
"""Each command with the section of the manual that it stands in, in the manual's order."""

_OLD_NAMES = dict(
    tolerance.OLD_NAMES, **{notation.verb(form.syntax): form.spec.verb for form in tolerance.OTHER_FORMS}
)


def meant(verb: str) -> str:
    """The manual's name of a command that was sent under this one."""
    return _OLD_NAMES.get(verb, verb)


def verbs_named(test: str) -> set[str]:
    """The commands that the name of a test names: pytest's node id, ``file::test_function[case]``."""
    function = _FUNCTION.search(test)
    case = _CASE.search(test)
    words = {function.group(1).upper()} if function else set()
    words.update(_WORD.findall(case.group(1)) if case else ())
    return words & set(SECTIONS)
