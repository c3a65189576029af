# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The handlers fit the catalogue."""

from __future__ import annotations

import inspect

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import catalogue
from ansible_collections.communigate.pro.plugins.module_utils.simulator.handlers.sections import HANDLERS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service import newer_commands


@pytest.mark.parametrize("spec", list(HANDLERS), ids=lambda spec: spec.syntax)
def test_a_handler_takes_exactly_the_arguments_of_its_command(spec):
    taken = inspect.signature(HANDLERS[spec].function).parameters
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in taken.values()):
        assert len(spec.parameters) == 1  # one function for commands that differ in the argument's name only
        return
    assert list(taken)[0] == "request"
    assert set(taken) - {"request"} == set(spec.parameters)
    for name, argument in spec.parameters.items():
        has_default = taken[name].default is not inspect.Parameter.empty
        assert has_default == (not argument.required)


def test_every_command_of_the_manual_has_a_handler():
    manual = {spec for specs in catalogue.COMMANDS.values() for spec in specs}
    assert set(HANDLERS) == manual | set(newer_commands.ALL.values())
    assert not set(catalogue.COMMANDS) & set(newer_commands.ALL)
