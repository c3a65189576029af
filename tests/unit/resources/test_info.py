# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of Accounts, Domains and the server: side by side, without loss, and never a change."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.words import ACCOUNT_TYPES
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import run_info
from ansible_collections.communigate.pro.plugins.module_utils._engine.secrets import HIDDEN
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT, ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.server import SERVER_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared import names
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given, settings
from support.engine_server import MAIN_DOMAIN, Server
from support.strategies import SETTINGS


@pytest.fixture(scope="module")
def domain(server: Server) -> str:
    name = server.new_domain()
    rows = [{"name": "user%02d" % number, "settings": {"RealName": "User %d" % number}} for number in range(20)]
    server.apply(ACCOUNT, [*rows, {"name": "admin", "aliases": ["root"], "account_password": "x"}], domain=name)
    server.apply(FORWARDER, [{"name": "fred", "to": "x@example.org"}], domain=name)
    return name


def accounts(server: Server, **params: Any) -> list[dict[str, Any]]:
    return run_info(server.master, ACCOUNT_INFO, params)["accounts"]


def test_the_accounts_of_a_domain(server: Server, domain: str) -> None:
    """Accounts only: no aliases, no Forwarders."""
    found = accounts(server, domain=domain)
    assert [entry["name"] for entry in found] == ["admin@" + domain] + ["user%02d@%s" % (n, domain) for n in range(20)]
    assert found[1] == {
        "name": "user00@" + domain, "type": "MultiMailbox", "settings": {"RealName": "User 0"}, "facts": {},
    }  # fmt: skip
    assert found[0]["settings"] == {}
    assert found[0]["facts"] == {"untold": [{"place": "account_password", "why": "it is a secret"}]}


def test_the_extension_of_an_account_tells_its_type() -> None:
    """As live servers tell it (evidence.md section 1), and as the guide's table of settings has it."""
    (facet,) = (facet for facet in ACCOUNT.facets if facet.name == "type")
    known = {
        "macnt": "MultiMailbox", "mbox": "TextMailbox", "mdir": "MailDirMailbox", "mslc": "SlicedMailbox",
        "aacnt": "AGrade", "bacnt": "BGrade", "cacnt": "CGrade",
    }  # fmt: skip
    assert {extension: facet.to_options(extension)["type"] for extension in known} == known
    assert {setting.values[0][0]: setting.name for setting in ACCOUNT_TYPES} == known
    with pytest.raises(CgpError, match="of which type an Account with the extension other is, is not known"):
        facet.to_options("other")


def test_pages_filter_and_limit(server: Server, domain: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "PAGE", 3)
    assert len(accounts(server, domain=domain)) == 21
    assert [entry["name"] for entry in accounts(server, domain=domain, filter="er1")] == [
        "user%d@%s" % (number, domain) for number in range(10, 20)
    ]
    assert len(accounts(server, domain=domain, limit=5)) == 5
    assert len(accounts(server, domain=domain, limit=3)) == 3
    assert accounts(server, domain=domain, filter="nothing like that") == []


@pytest.mark.parametrize("few", [32, 0], ids=["looked up", "listed"])
def test_pages_do_not_hide_a_name(server: Server, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """More names than fit a page contain the wanted one, and it is the last of them."""
    monkeypatch.setattr(names, "PAGE", 2)
    monkeypatch.setattr(names, "FEW", few)
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": name} for name in ("0x", "1x", "2x", "3x", "x")], domain=domain)
    result = server.apply(ACCOUNT, [{"name": "x"}, {"name": "x0", "state": "absent"}], domain=domain)
    assert result["counts"]["unchanged"] == 2
    purged = server.apply(ACCOUNT, [{"name": "x"}], domain=domain, purge={"limit": 9}, check=True)
    assert purged["counts"]["deleted"] == 4


def test_named_accounts_that_do_not_exist_are_no_error(server: Server, domain: str) -> None:
    sought = ["user01", "nobody", "ann@nowhere.example"]
    params = {"names": sought, "domain": domain, "include": ["settings", "aliases"]}
    found = run_info(server.master, ACCOUNT_INFO, params)
    assert [entry["name"] for entry in found["accounts"]] == ["user01@" + domain]
    assert found["accounts"][0]["aliases"] == []
    assert found["missing"] == ["nobody@" + domain, "ann@nowhere.example"]


def test_what_is_asked_for_is_read_and_nothing_else(server: Server, domain: str) -> None:
    mark = server.mark()
    (found,) = accounts(server, names=["admin@" + domain], include=["aliases", "info"])
    assert (set(found), set(found["facts"])) == ({"name", "aliases", "facts"}, {"info"})
    assert server.verbs(mark) == ["LISTDOMAINOBJECTS", "GETACCOUNTALIASES", "GETACCOUNTINFO"]
    assert server.changes(mark) == []


def test_every_reading_of_an_account(server: Server, domain: str) -> None:
    include = list(ACCOUNT_INFO.include.choices or ())
    (found,) = accounts(server, names=["admin@" + domain], include=include)
    assert {*found, *found["facts"]} == {"name", "facts", "untold", *include}
    assert found["facts"]["effective_settings"]["Password"] == HIDDEN
    assert "Password" not in found["settings"]


def test_every_reading_of_a_domain(server: Server, domain: str) -> None:
    include = list(DOMAIN_INFO.include.choices or ())
    (found,) = run_info(server.master, DOMAIN_INFO, {"names": [domain], "include": include})["domains"]
    assert {*found, *found["facts"]} == {"name", "facts", *include}
    assert found["facts"]["counts"] == {"accounts": 21, "aliases": 1, "forwarders": 1}
    assert found["facts"]["forwarders"] == ["fred"]


def test_all_domains_and_unknown_ones(server: Server, domain: str) -> None:
    found = run_info(server.master, DOMAIN_INFO, {})["domains"]
    assert {domain, MAIN_DOMAIN} <= {entry["name"] for entry in found}
    unknown = run_info(server.master, DOMAIN_INFO, {"names": ["nowhere.example"]})
    assert (unknown["domains"], unknown["missing"]) == ([], ["nowhere.example"])


def test_every_reading_of_the_server(server: Server) -> None:
    include = [name for name in SERVER_INFO.include.choices or () if name != "controller"]
    result = run_info(server.master, SERVER_INFO, {"include": include})
    assert result["changed"] is False
    assert set(result["server"]) == set(include)
    assert result["server"]["main_domain"] == MAIN_DOMAIN


def test_what_cannot_be_read_is_told(server: Server, domain: str) -> None:
    administrator = server.administrator(domain, "Domain")
    with pytest.raises(CgpError, match="could not be read"):
        run_info(administrator, SERVER_INFO, {"include": ["modules"]})
    with pytest.raises(CgpError, match="neither names nor domain is given"):
        accounts(server)


@given(wish=SETTINGS)
@settings(max_examples=40)
def test_what_is_read_can_be_wanted_again(server: Server, wish) -> None:
    """An export: applied to the same Account it changes nothing; to a new one it makes the same again."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann", "settings": wish}], domain=domain)
    (found,) = accounts(server, names=["ann@" + domain])
    if "untold" in found["facts"]:
        return  # a secret was nested in it
    assert server.apply(ACCOUNT, [found])["changed"] is False
    server.apply(ACCOUNT, [{**found, "name": "copy@" + domain}])
    (copy,) = accounts(server, names=["copy@" + domain])
    assert copy["settings"] == found["settings"]
