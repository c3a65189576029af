# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new object gets its secrets by the command for them, at a server that keeps as it is what a creation carries.

What is looked at is how the server keeps them, and what it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import UPDATEACCOUNTDEFAULTS
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Have, Resource, Want
from ansible_collections.communigate.pro.plugins.module_utils._engine.plan import plan_object
from ansible_collections.communigate.pro.plugins.module_utils._host import read_rows
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.account import Account
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import Server
from support.lost_connections import MOMENTS, through

RESOURCES = {module: subject_of(module) for module in SUBJECTS if isinstance(subject_of(module), Resource)}
MAKING = sorted(module for module, each in RESOURCES.items() if each.secrets and each.create)
ON_CREATE = {"update_password": "on_create"}


@pytest.fixture(scope="module", params=["plain-create", ""], ids=["plain-create", "no habit"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    habits = (request.param,) if request.param else ()
    with Server(tmp_path_factory.mktemp("simulator"), habits=habits) as running:
        yield running


@pytest.fixture
def domain(server: Server) -> str:
    """A Domain whose Accounts have their passwords encrypted."""
    name = server.new_domain()
    server.ask(UPDATEACCOUNTDEFAULTS({"PasswordEncryption": "A-crpt"}, domainName=name))
    return name


def kept(server: Server, domain: str) -> dict[str, str]:
    """What the server keeps as the password of each Account but an administrator's."""
    found = server.service.server.find_domain(domain)
    assert found is not None
    there = [account for account in found.all(Account) if not account.name.startswith("admin")]
    return {account.name: str(account.settings.get("Password", "")) for account in there}


def encrypted(server: Server, domain: str) -> set[str]:
    """The Accounts with a password, of which none is kept as it was given."""
    passwords = {name: password for name, password in kept(server, domain).items() if password}
    assert all(password.startswith("\x02") for password in passwords.values()), sorted(passwords)
    return set(passwords)


def rows(number: int, **more: Any) -> list[dict[str, Any]]:
    return [{"name": "a%03d" % each, "account_password": "Emu-%03d" % each, **more} for each in range(number)]


def names(number: int) -> set[str]:
    return {"a%03d" % each for each in range(number)}


@pytest.mark.parametrize("number", [1, 200])
def test_no_creation_carries_a_password_and_none_is_kept_as_it_is(server: Server, domain: str, number: int) -> None:
    mark = server.mark()
    wanted = rows(number, settings={"RealName": "A"}, aliases=[])
    assert server.apply(ACCOUNT, wanted, domain=domain)["counts"]["created"] == number
    assert encrypted(server, domain) == names(number)
    sent = server.changes(mark)
    made = [entry["arguments"] for entry in sent if entry["verb"] == "CREATEACCOUNT"]
    assert [each["settings"] for each in made] == [{"RealName": "A"}] * number
    assert sorted(entry["verb"] for entry in sent) == ["CREATEACCOUNT"] * number + ["SETACCOUNTPASSWORD"] * number
    mark = server.mark()
    assert server.apply(ACCOUNT, wanted, domain=domain)["changed"] is False
    assert server.changes(mark) == []


def test_many_are_set_while_others_are_made(server: Server, domain: str) -> None:
    """Nothing waits until all are there: the passwords go in the stream of the creations."""
    mark = server.mark()
    server.apply(ACCOUNT, rows(600), domain=domain)
    sent = [entry["verb"] for entry in server.changes(mark)]
    last_made = len(sent) - 1 - sent[::-1].index("CREATEACCOUNT")
    assert sent.index("SETACCOUNTPASSWORD") <= Dialogue(server.master).width < last_made


def test_a_password_comes_before_all_else_that_may_be_refused(server: Server, domain: str) -> None:
    server.apply(ACCOUNT, [{"name": "taken"}], domain=domain)
    result = server.apply(ACCOUNT, rows(1, aliases=["taken"]), domain=domain)
    assert encrypted(server, domain) == names(1)
    assert "the account was created" in result["failures"][0]["msg"]


@pytest.mark.parametrize("policy", ["always", "on_create"])
def test_a_refused_password_is_told_with_what_was_done(server: Server, domain: str, policy: str) -> None:
    session = server.administrator(domain, "CanCreateAccounts")  # who may set no password
    result = server.apply(ACCOUNT, rows(2, update_password=policy), domain=domain, session=session)
    assert set(kept(server, domain)) == names(2)
    assert encrypted(server, domain) == set()
    assert (result["changed"], result["failed"], result["counts"]["failed"]) == (True, True, 2)
    assert result["changed_names"] == ["a000@" + domain, "a001@" + domain]
    for failure in result["failures"]:
        assert failure["changed"] is True
        assert "while setting account_password" in failure["msg"] and "the account was created" in failure["msg"]
        assert ("with update_password: always" in failure["msg"]) == (policy == "on_create")
        assert "Emu" not in failure["msg"]
    again = server.apply(ACCOUNT, rows(2, update_password="always"), domain=domain)
    assert again["counts"]["updated"] == 2
    assert encrypted(server, domain) == names(2)


@pytest.mark.parametrize("bad", [0, 7])
def test_a_failure_elsewhere_leaves_none_without_a_password(server: Server, domain: str, bad: int) -> None:
    server.apply(ACCOUNT, [{"name": "taken"}], domain=domain)
    wanted = rows(60, **ON_CREATE)
    wanted[bad]["aliases"] = ["taken"]
    result = server.apply(ACCOUNT, wanted, domain=domain, on_error="stop")
    there = set(kept(server, domain)) - {"taken"}
    assert len(result["failures"]) == 1 and len(there) < 60
    assert encrypted(server, domain) == there


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("verb", ["CREATEACCOUNT", "SETACCOUNTPASSWORD"])
@pytest.mark.parametrize("window", [1, 64])
def test_a_lost_connection_leaves_none_without_a_password(
    server: Server, domain: str, window: int, verb: str, moment: str
) -> None:
    with CuttingProxy(server.host, server.port, [Cut((verb,), 3, moment)]) as proxy:
        session = through(server, proxy, window=window)
        result = server.apply(ACCOUNT, rows(8, **ON_CREATE), domain=domain, session=session)
        assert proxy.connections == 2
    assert (result["failures"], result["counts"]["created"]) == ([], 8)
    assert encrypted(server, domain) == names(8)


def test_whoever_must_run_it_again_is_told_how(server: Server, domain: str) -> None:
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",), 1, "after")], accepts=1) as proxy:
        result = server.apply(ACCOUNT, rows(1, **ON_CREATE), domain=domain, session=through(server, proxy))
    assert "Run the task again" in result["msg"] and "with update_password: always" in result["msg"]


@pytest.mark.parametrize("name", ["Password", "password", "PASSWORD"])
def test_a_password_among_settings_is_refused(server: Server, domain: str, name: str) -> None:
    mark = server.mark()
    for state in ({}, {"settings_mode": "overwrite", "account_password": "Emu-1"}):
        with pytest.raises(CgpError, match="settings.%s cannot be set here. Use the option account_password" % name):
            server.apply(ACCOUNT, [{"name": "ann", "settings": {name: "Emu-2"}, **state}], domain=domain)
    assert server.since(mark) == []


def test_so_it_is_in_a_table(server: Server, domain: str, tmp_path: Path) -> None:
    table = tmp_path / "accounts.csv"
    table.write_text("name,settings.RealName,settings.Password\nann,Ann,Emu-3\n", encoding="utf-8")
    mark = server.mark()
    with pytest.raises(CgpError, match="settings.Password cannot be set here"):
        server.apply(ACCOUNT, list(read_rows({"source": str(table)}) or ()), domain=domain)
    assert server.since(mark) == []


@pytest.mark.parametrize("module", MAKING)
def test_whatever_is_made_its_secrets_come_next_and_alone(module: str) -> None:
    resource = RESOURCES[module]
    key = tuple("x@example.org" for _field in resource.key)
    values = {secret.name: "Quokka-%d" % number for number, secret in enumerate(resource.secrets)}
    change = plan_object(resource, Want(key, values=values), {key: Have()})
    assert change.problem is None
    purposes = [step.purpose for step in change.steps]
    assert purposes == ["create"] * purposes.count("create") + [secret.name for secret in resource.secrets]
    assert not any("Quokka" in step.command.line() for step in change.steps_of("create"))
    assert [step.unfinished for step in change.steps] == [True] * (len(purposes) - 1) + [False]
    assert "Quokka" not in repr(change)


def test_there_are_such() -> None:
    assert "cgp_account" in MAKING
