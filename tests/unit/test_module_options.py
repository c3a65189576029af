# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A module on a target gets the options that the router has in its process, for all steps of all nouns.

From there on both do the same. That a module is whole when it is shipped is for tests/integration/test_modules.py.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from ansible.module_utils import basic
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._ansible import QuietModule
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, option_rules
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun

CONNECTION = {"host": "127.0.0.1", "login": "postmaster", "password": "a password, for tests"}


def of_the_router(noun: Noun, options: dict[str, Any]) -> dict[str, Any]:
    validated = ArgumentSpecValidator(argument_spec(noun.resource), **option_rules(noun.resource)).validate(options)
    assert validated.error_messages == []
    return dict(validated.validated_parameters)


def of_the_module(noun: Noun, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """As ``run_module`` has them, which reads what Ansible has put into the archive: JSON."""
    monkeypatch.setattr(basic, "_ANSIBLE_ARGS", json.dumps({"ANSIBLE_MODULE_ARGS": options}).encode())
    monkeypatch.setattr(basic, "_ANSIBLE_PROFILE", "legacy", raising=False)  # from ansible-core 2.19 on
    return dict(QuietModule(argument_spec=argument_spec(noun.resource), **option_rules(noun.resource)).params)


@pytest.mark.parametrize(
    ("noun", "step"),
    [pytest.param(noun, step, id="%s, %s" % (noun.module, step.name)) for noun in NOUNS for step in noun.steps],
)
def test_a_module_gets_the_options_that_the_router_has(noun, step, monkeypatch: pytest.MonkeyPatch) -> None:
    options = {**CONNECTION, **step.options}
    assert of_the_module(noun, options, monkeypatch) == of_the_router(noun, options)
