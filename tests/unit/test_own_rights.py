# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a login may not do is foreseen in check mode where its rights can be read, and named where a run is refused."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.demand import lacking
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode, run_resource
from ansible_collections.communigate.pro.plugins.module_utils._own_rights import missing_rights
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from support.engine_server import PASSWORD, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator")) as running:
        yield running


def run(server: Server, domain: str, rights: list[str], module: str, options: dict[str, Any], check: bool) -> Any:
    """A task of a new administrator of the Domain with these rights."""
    login = "admin%s@%s" % (uuid4().hex, domain)
    server.ask(COMMANDS["CREATEACCOUNT"][0](login, settings={"Password": PASSWORD}))
    server.ask(COMMANDS["SETACCOUNTRIGHTS"][0](login, rights))
    admin = server.session(login)
    lacks = partial(missing_rights, login) if check else None
    return run_resource(admin, subject_of(module), [options], Mode(check=check, missing_rights=lacks))


@pytest.mark.parametrize(
    ("module", "options", "right"),
    [
        ("cgp_account", {"name": "new@%s"}, "CanCreateAccounts"),
        ("cgp_forwarder", {"name": "new@%s", "to": "x@example.org"}, "CanCreateForwarders"),
        ("cgp_group", {"name": "new@%s"}, "CanCreateGroups"),
        ("cgp_mailing_list", {"name": "new@%s", "owner": "ann"}, "CanCreateLists"),
        ("cgp_account", {"name": "ann@%s", "aliases": ["a"]}, "CanCreateAliases"),
    ],
)
def test_a_right_that_is_missing_is_foreseen_and_then_named(
    server: Server, module: str, options: dict[str, Any], right: str
) -> None:
    domain = server.new_domain()
    server.ask(COMMANDS["CREATEACCOUNT"][0]("ann@" + domain))
    options = {**options, "name": options["name"] % domain}
    foreseen = run(server, domain, ["BasicSettings", "CanAccessLists"], module, options, check=True)
    assert [right in text for text in foreseen["warnings"]] == [True]
    done = run(server, domain, ["BasicSettings", "CanAccessLists"], module, options, check=False)
    assert done["failed"] and right in done["failures"][0]["msg"]
    assert "warnings" not in run(
        server, domain, ["BasicSettings", "CanAccessLists", right], module, options, check=True
    )
    assert not run(server, domain, ["BasicSettings", "CanAccessLists", right], module, options, check=False).get(
        "failed"
    )


def test_a_server_right_is_foreseen_and_named(server: Server) -> None:
    domain = server.new_domain()
    options = {"name": "new.example"}
    foreseen = run(server, domain, ["CanCreateAccounts"], "cgp_domain", options, check=True)
    assert "the Server right All Domains" in foreseen["warnings"][0] and "CREATEDOMAIN" in foreseen["warnings"][0]
    done = run(server, domain, ["CanCreateAccounts"], "cgp_domain", options, check=False)
    assert "Server right All Domains" in done["failures"][0]["msg"]


def test_rights_that_cannot_be_read_are_no_warning(server: Server) -> None:
    domain = server.new_domain()
    options = {"name": "new@" + domain}
    refused = run(server, domain, [], "cgp_account", options, check=True)
    assert not any("lack" in text for text in refused.get("warnings", ()))


def test_a_postmaster_and_a_run_are_not_asked_about(server: Server) -> None:
    domain = server.new_domain()
    for check in (True, False):
        mark = server.mark()
        lacks = partial(missing_rights, "postmaster")
        account = subject_of("cgp_account")
        run_resource(server.master, account, [{"name": "new@" + domain}], Mode(check=check, missing_rights=lacks))
        assert "GETACCOUNTRIGHTS" not in server.verbs(mark)


@pytest.mark.parametrize("text", sorted({spec.rights for specs in COMMANDS.values() for spec in specs}))
def test_who_may_do_everything_lacks_nothing(text: str) -> None:
    assert lacking(text, ["Master"]) == ""
    if "Domain Administrator" in text and "All Domains" in text:
        assert lacking(text, ["UserAccounts"]) == ""
