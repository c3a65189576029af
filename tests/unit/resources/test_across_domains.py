# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules that read what Domains or their Accounts have read it of several Domains, or of all, in one task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support import simulator
from support.engine_server import PASSWORD, Server
from support.in_process import Place

INSTEAD = {"cgp_domain_info": "without names it tells of all Domains"}
"""Modules that tell of Domains, and need no option ``domains``: why."""


def tells_of_domains(subject: Any) -> bool:
    """Whether it tells of what Domains have, or their Accounts."""
    options = {field.name: field for field in subject.options}
    scopes = options["scope"].choices or () if "scope" in options else ()
    return not {"domain", "account", "accounts", "domains"}.isdisjoint(options) or "domain" in scopes


INFOS = [module for module in SUBJECTS if module.endswith("_info") and module not in INSTEAD]
OF_DOMAINS = [module for module in INFOS if tells_of_domains(subject_of(module)) and module != "cgp_config_info"]
DOMAINS = ("one.example", "two.example")
MADE = (
    *("CREATEDOMAIN %s" % domain for domain in (*DOMAINS, "none.example")),
    "SETDOMAINALIASES one.example (www.one.example,mail.one.example)",
    *(
        line.replace("one.example", domain)
        for domain in DOMAINS
        for line in (
            "CREATEACCOUNT alice@one.example",
            "CREATEFORWARDER sales@one.example TO alice",
            "CREATEGROUP staff@one.example",
            "CREATELIST news@one.example FOR alice",
            "CREATENAMEDTASK clock@one.example FOR alice",
            "CREATEWEBUSERSESSION alice@one.example ADDRESS [127.0.0.1]",
            "CREATEDOMAINSKIN one.example SKIN \"\"",
            "CREATEDOMAINSKIN one.example SKIN Corporate",
            "CREATEDOMAINPBX one.example",
            "STOREDOMAINPBXFILE one.example FILE hello.sppr DATA [aGVsbG8=]",
            "POSTDOMAINALERT one.example ALERT tomorrow",
            "POSTACCOUNTALERT alice@one.example ALERT today",
            "WRITESTORAGEFILE alice@one.example FILE hello.txt DATA [aGVsbG8=]",
        )
    ),
    "SETACCOUNTTELNUMS alice@one.example (12025550142)",
    "SETACCOUNTTELNUMS alice@two.example (12025550143)",
)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    server = simulator.embed(tmp_path_factory.mktemp("across"))
    place = Place(server.host, server.port, server.password, Path())
    result = place.run(COMMAND, {"commands": [{"line": line} for line in MADE]})
    assert not result.get("failed"), result["msg"]
    yield place
    server.stop()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path) as server:
        yield server


@dataclass(frozen=True)
class Way:
    """How a module is asked: ``each(Domain, its Accounts)`` are the options of the tasks that read one Domain.

    ``told``: the key of the result; ``beside``: the options that go with ``domains``.
    """

    told: str
    each: Callable[[str, list[str]], list[dict[str, Any]]] = lambda domain, accounts: [{"domain": domain}]
    beside: dict[str, Any] = field(default_factory=dict)


WAYS = {
    "cgp_account_info": Way("accounts"),
    "cgp_alert_info": Way(
        "alert_sets", lambda domain, accounts: [{"scope": "domain", "names": [domain]}], {"scope": "domain"}
    ),
    "cgp_alert_info of Accounts": Way(
        "alert_sets", lambda domain, accounts: [{"scope": "account", "names": accounts}], {"scope": "account"}
    ),
    "cgp_forwarder_info": Way("forwarders"),
    "cgp_group_info": Way("groups"),
    "cgp_mailbox_info": Way("mailboxes", lambda domain, accounts: [{"accounts": accounts}]),
    "cgp_mailing_list_info": Way("lists"),
    "cgp_named_task_info": Way("named_tasks"),
    "cgp_pbx_info": Way("environments"),
    "cgp_session_info": Way("sessions", lambda domain, accounts: [{"account": account} for account in accounts]),
    "cgp_skin_info": Way("skins"),
    "cgp_stat_info": Way("domains", lambda domain, accounts: [{"domains": [domain]}]),
    "cgp_storage_file_info": Way("files", lambda domain, accounts: [{"accounts": accounts}]),
    "cgp_telnum_info": Way("domains", lambda domain, accounts: [{"domains": [domain]}]),
}
BY_THEIR_NAMES = ("cgp_stat_info",)
"""Modules that tell of each name that is given, be two of them names of one Domain."""
WHAT_IS_MISSING = ("cgp_stat_info", "cgp_telnum_info", "cgp_alert_info", "cgp_pbx_info")
"""Modules to which a Domain that does not exist is no error."""


def read(place: Place, way: str, **options: Any) -> list[Any]:
    result = place.run(subject_of(way.split()[0]), options)
    assert not result.get("failed"), result["msg"]
    return list(result[WAYS[way].told])


def read_one(place: Place, way: str, domain: str) -> list[Any]:
    """What tasks without ``domains`` tell of a Domain."""
    accounts = [row["name"] for row in read(place, "cgp_account_info", domain=domain)]
    return [row for options in WAYS[way].each(domain, accounts) for row in read(place, way, **options)]


def read_several(place: Place, way: str, domains: Any) -> list[Any]:
    return read(place, way, domains=domains, **WAYS[way].beside)


@pytest.mark.parametrize("module", INFOS)
def test_whatever_tells_of_domains_or_accounts_takes_several_domains(module: str) -> None:
    if tells_of_domains(subject_of(module)):
        assert "domains" in {option.name for option in subject_of(module).options}


def test_all_of_them_are_asked_here() -> None:
    assert {way.split()[0] for way in WAYS} == set(OF_DOMAINS)


EVERY = [["*"], "all", ["one.example", "*"], ["ALL"], [" *"]]


@pytest.mark.parametrize(
    ("way", "every"),
    # A star is the login's own Domain to a server that is asked for statistics.
    [(way, every) for way in WAYS for every in EVERY if way not in BY_THEIR_NAMES or "*" not in str(every)],
)
def test_all_domains_are_each_domain_after_the_other(place: Place, way: str, every: Any) -> None:
    in_order = ("example.com", "none.example", "one.example", "two.example")
    each = [read_one(place, way, domain) for domain in in_order]
    assert read_several(place, way, every) == [one for some in each for one in some]
    assert each[2] and each[3]


@pytest.mark.parametrize("way", WAYS)
def test_domains_are_read_in_the_order_in_which_they_are_named_and_once(place: Place, way: str) -> None:
    domains = ["two.example", "ONE.example"]
    one, two = (read_one(place, way, domain) for domain in ("ONE.example", "two.example"))
    assert read_several(place, way, domains if way in BY_THEIR_NAMES else [*domains, "one.EXAMPLE"]) == [*two, *one]


@pytest.mark.parametrize("way", WAYS)
def test_no_domain_has_nothing(place: Place, way: str) -> None:
    assert read_several(place, way, []) == []


@pytest.mark.parametrize("way", [way for way in WAYS if way not in BY_THEIR_NAMES])
@pytest.mark.parametrize("names", [
    ["one.example", "WWW.one.example"], ["www.one.example", "one.EXAMPLE"], ["mail.one.example", "www.one.example"],
])  # fmt: skip
def test_a_domain_is_read_once_whatever_names_it_is_given(place: Place, way: str, names: list[str]) -> None:
    two = read_one(place, way, "two.example")
    assert read_several(place, way, [*names, "two.example"]) == [*read_one(place, way, names[0]), *two]


@pytest.mark.parametrize("way", [way for way in WAYS if way not in WHAT_IS_MISSING])
def test_which_domain_cannot_be_read_is_told(place: Place, way: str) -> None:
    asked = {"domains": ["one.example", "nowhere.example", "two.example"], **WAYS[way].beside}
    result = place.run(subject_of(way.split()[0]), asked)
    assert result["failed"] and result["code"]
    assert result["msg"].startswith("nowhere.example: ")


OF_ACCOUNTS = {
    "cgp_account_info": "GETACCOUNTALIASES",
    "cgp_alert_info of Accounts": "GETACCOUNTALERTS",
    "cgp_mailbox_info": "LISTMAILBOXES",
    "cgp_session_info": "LISTACCOUNTSESSIONS",
    "cgp_storage_file_info": "LISTSTORAGEFILES",
}
"""What reads of Accounts, and by what command."""


@pytest.mark.parametrize("way", OF_ACCOUNTS)
def test_which_account_cannot_be_read_is_told(server: Server, way: str) -> None:
    server.control('FAULTS ("error:verb=%s,nth=2,code=500,text=broken")' % OF_ACCOUNTS[way])
    place = Place(server.host, server.port, PASSWORD, Path())
    asked = {"domains": ["example.com"], **WAYS[way].beside}
    if way == "cgp_account_info":
        asked["include"] = ["aliases"]
    result = place.run(subject_of(way.split()[0]), asked)
    assert result["failed"] and "postmaster@example.com" in result["msg"] and "broken" in result["msg"]


@pytest.mark.parametrize("way", ["cgp_forwarder_info", "cgp_skin_info", "cgp_session_info"])
def test_a_domain_of_all_that_is_there_and_cannot_be_read_is_an_error(server: Server, way: str) -> None:
    verb = {"cgp_forwarder_info": "LISTFORWARDERS", "cgp_skin_info": "LISTDOMAINSKINS"}.get(way, "LISTDOMAINOBJECTS")
    server.control('FAULTS ("error:verb=%s,code=512,text=unknown secondary domain name")' % verb)
    result = Place(server.host, server.port, PASSWORD, Path()).run(subject_of(way), {"domains": ["*"]})
    assert result["failed"] and result["msg"].startswith("example.com: ")


@pytest.mark.parametrize("way", WHAT_IS_MISSING)
def test_a_domain_that_is_not_there_is_told_as_when_it_is_asked_for_alone(place: Place, way: str) -> None:
    asked = {"domains": ["one.example", "nowhere.example"], **WAYS[way].beside}
    together = place.run(subject_of(way), asked)
    (options,) = WAYS[way].each("nowhere.example", [])
    alone = place.run(subject_of(way), options)
    assert not together.get("failed") and not alone.get("failed")
    assert together.get("missing") == alone.get("missing")
    assert together[WAYS[way].told] == [*read_one(place, way, "one.example"), *alone[WAYS[way].told]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("domains", ["", [""], [None], [" "], ["one.example", ""], ["", "*"]])
def test_an_empty_name_is_no_domain_of_any_login(place: Place, way: str, domains: Any) -> None:
    """Such as of a template that came out empty: it is not the main Domain, nor that of the login."""
    try:
        result = place.run(subject_of(way.split()[0]), {"domains": domains, **WAYS[way].beside})
    except CgpError as error:  # Ansible itself takes no None for text before 2.19
        assert domains == [None] and "domains" in error.message
        return
    assert result["failed"] and "domains has an empty name" in result["msg"]
    assert result.get("statistics", {}).get("commands", 0) <= 2  # the login


WITH_ACCOUNTS = [m for m in INFOS if "accounts" in {option.name for option in subject_of(m).options}]


@pytest.mark.parametrize("module", WITH_ACCOUNTS)
@pytest.mark.parametrize("accounts", ["", [""], [" "], ["alice@one.example", ""]])
def test_an_empty_name_is_no_account_of_any_login(place: Place, module: str, accounts: Any) -> None:
    result = place.run(subject_of(module), {"accounts": accounts})
    assert result["failed"] and "accounts has an empty name" in result["msg"]
    assert result.get("statistics", {}).get("commands", 0) <= 2  # the login


OTHERWISE = {
    "cgp_account_info": [{"names": ["alice@one.example"]}, {"domain": "one.example"}],
    "cgp_alert_info": [{"scope": "domain", "names": ["one.example"]}, {"scope": "server"}, {"scope": "cluster"}, {}],
    "cgp_forwarder_info": [{"names": ["sales@one.example"]}, {"domain": "one.example"}],
    "cgp_group_info": [{"names": ["staff@one.example"]}, {"domain": "one.example"}],
    "cgp_mailbox_info": [{"accounts": ["alice@one.example"]}],
    "cgp_mailing_list_info": [{"names": ["news@one.example"]}, {"account": "alice@one.example"}],
    "cgp_named_task_info": [{"names": ["clock@one.example"]}, {"account": "alice@one.example"}],
    "cgp_pbx_info": [{"domain": "one.example"}, *({"scope": scope} for scope in ("server", "cluster", "stock"))],
    "cgp_session_info": [
        {"account": "alice@one.example"}, {"lite": True}, {"sessions": ["1"]}, {"domain": "one.example"},
    ],
    "cgp_skin_info": [{"domain": "one.example"}, *({"scope": scope} for scope in ("server", "cluster", "stock"))],
    "cgp_storage_file_info": [{"accounts": ["alice@one.example"]}],
    "cgp_telnum_info": [{"domain": "one.example"}, {"scope": "server"}, {"scope": "cluster"}],
}  # fmt: skip
"""What says otherwise what is read: it does not go with ``domains``, which cgp_stat_info has beside all else."""


@pytest.mark.parametrize("module", OTHERWISE)
def test_what_says_otherwise_is_refused_before_anything_is_sent(place: Place, module: str) -> None:
    for options in OTHERWISE[module]:
        result = place.run(subject_of(module), {"domains": ["one.example"], **options})
        assert result["failed"] and "domains" in result["msg"], (options, result)
        assert result.get("statistics", {}).get("commands", 0) <= 2, options  # the login


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """A server with Domains that have nothing: much of what is asked of them is refused."""
    server = simulator.embed(tmp_path_factory.mktemp("bare"))
    place = Place(server.host, server.port, server.password, Path())
    result = place.run(COMMAND, {"commands": [{"line": "CREATEDOMAIN %s" % domain} for domain in BARE]})
    assert not result.get("failed"), result["msg"]
    yield place
    server.stop()


BARE = ["bare%d.example" % number for number in range(20)]


@pytest.mark.parametrize("way", WAYS)
def test_round_trips_do_not_grow_with_domains_that_have_nothing(bare: Place, way: str) -> None:
    module, beside = subject_of(way.split()[0]), WAYS[way].beside
    few, many = (bare.run(module, {"domains": domains, **beside})["statistics"] for domains in (BARE[:2], BARE))
    assert many["commands"] >= 20
    assert many["round_trips"] <= few["round_trips"] + 2  # the first few commands go out before all others
