# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""For tests with pytest-ansible, which have a pytest of their own: ``python tools/pytest_ansible.py``.

One simulator serves all of them. Each test has a Domain of its own, with two Accounts in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from ansible import context
from ansible.cli.adhoc import AdHocCLI
from ansible.module_utils.common.collections import ImmutableDict
from ansible.plugins.loader import init_plugin_loader

# Before anything of the collection is imported: a collection that Python has found by itself Ansible cannot use.
init_plugin_loader()

from ansible_collections.communigate.pro.plugins.module_utils.connector.command import Line
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from support import simulator
from support.simulator import Program

Run = Callable[..., Any]


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A simulator to which the environment leads."""
    directory = tmp_path_factory.mktemp("server")
    started = simulator.start(directory)
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("CGP_")]:
            patch.delenv(name)
        for name, value in started.environment.items():
            patch.setenv(name, value)
        for place in ("HOME", "LOCAL_TEMP", "REMOTE_TMP"):
            patch.setenv("ANSIBLE_" + place, str(directory / place))
        yield started
    started.stop()


@pytest.fixture
def domain(server: Program, request: pytest.FixtureRequest) -> str:
    """The name of a Domain that there was not before, with the Accounts anna and jorge."""
    number = sum(verb == "CREATEDOMAIN" for verb in server.verbs())
    name = "test-%d.example" % number
    with Session(Endpoint(server.host, port=server.port), Credentials(server.login, server.password)) as session:
        session.one(Line("CREATEDOMAIN", name))
        for account in ("anna", "jorge"):
            session.one(Line("CREATEACCOUNT", "%s@%s" % (account, name)))
    return name


@pytest.fixture
def module(ansible_module: Any, server: Program) -> Run:
    """Calls a module of the collection by its short name, on one host; returns what it returned."""

    def run(short_name: str, **options: Any) -> Any:
        return getattr(ansible_module, "communigate.pro." + short_name)(**options)["east"]

    return run


@pytest.fixture
def check_mode(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """Turns check mode on or off. pytest-ansible 26.10 takes ``--check``, but does not hand it on to Ansible."""
    parse = AdHocCLI.parse
    wanted = False

    def parse_and_check(cli: AdHocCLI) -> None:
        parse(cli)
        context.CLIARGS = ImmutableDict({**context.CLIARGS, "check": wanted})

    def turn(on: bool) -> None:
        nonlocal wanted
        wanted = on

    monkeypatch.setattr(AdHocCLI, "parse", parse_and_check)
    return turn
