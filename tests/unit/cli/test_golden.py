# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of the catalogue's constants against lines written by hand from the manual (``golden.txt``)."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue, syntax
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import __path__ as sections_path
from ansible_collections.communigate.pro.plugins.module_utils.connector import data

GOLDEN = Path(__file__).with_name("golden.txt")


def constants():
    """Every constant of the section files by its name."""
    found = {}
    for section in Path(sections_path[0]).glob("[a-z]*.py"):
        module = getattr(catalogue, section.stem)
        found.update((name, spec) for name, spec in vars(module).items() if isinstance(spec, syntax.CommandSpec))
    return found


CONSTANTS = constants()
NAMES = dict(CONSTANTS, IPAddress=data.IPAddress, Timestamp=data.Timestamp, XML=data.XML)


def pairs():
    blocks = GOLDEN.read_text(encoding="utf-8").split("\n\n")
    return [tuple(block.strip("\n").split("\n")) for block in blocks if not block.startswith("#")]


def test_every_constant_has_a_name_that_tells_its_verb():
    assert len(CONSTANTS) == 379
    assert all(name.startswith(spec.verb) for name, spec in CONSTANTS.items())
    assert set(CONSTANTS.values()) == {spec for variants in catalogue.COMMANDS.values() for spec in variants}


def test_every_constant_has_a_golden_line():
    called = {call.split("(")[0] for call, _line in pairs()}
    assert called == set(CONSTANTS)


@pytest.mark.parametrize(("call", "line"), pairs(), ids=[call for call, _line in pairs()])
def test_call_becomes_the_line(call, line):
    assert eval(call, {}, NAMES).line() == line  # calls from this directory


@pytest.mark.parametrize(("call", "line"), pairs(), ids=[call for call, _line in pairs()])
def test_line_is_read_as_the_call(call, line):
    assert catalogue.read_line(line) == eval(call, {}, NAMES)
