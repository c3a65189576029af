# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""An audit of a whole server: what is sent for it, what nobody may read, and names that stand in other Domains."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.checks import CHECKS
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, open_session
from ansible_collections.communigate.pro.plugins.module_utils._engine.progress import Progress
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.audit import AUDIT
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared import (
    audit_listings,
    audit_suspects,
    audit_walk,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support import simulator
from support.in_process import Place
from support.planted import CONTROL, FOUND, MADE, PLANTED, PLANTED_CONTROL, SECRETS, found, installed
from support.simulator import Simulator

ALWAYS = {"LISTDOMAINS", "GETDOMAINALIASES"}
LISTED = {"LISTDOMAINOBJECTS"}
NAMES = LISTED | {"LISTGROUPS", "LISTLISTS", "LISTDOMAINNAMEDTASKS"}
CLUSTER = {"GETCURRENTCONTROLLER"}
SENT = {
    "quota": LISTED | {"GETACCOUNTINFO", "GETACCOUNTONESETTING"},
    "unused": LISTED | {"GETACCOUNTINFO"},
    "leads_outside": LISTED | CLUSTER | {
        "GETDOMAINEFFECTIVESETTINGS", "GETACCOUNTMAILRULES", "GETACCOUNTSIGNALRULES", "GETDOMAINMAILRULES",
        "GETDOMAINSIGNALRULES", "GETSERVERMAILRULES", "GETSERVERSIGNALRULES", "ROUTE",
    },
    "members_outside": {"LISTGROUPS", "GETGROUP"},
    "missing_names": NAMES | {"GETGROUP", "GETLIST", "ROUTE"},
    "acl_names": NAMES | {"GETACCOUNTACL", "LISTMAILBOXES", "GETMAILBOXACL"},
    "certificates": {"GETDOMAINEFFECTIVESETTINGS"},
    "login": LISTED | CLUSTER | {
        "GETACCOUNTSETTINGS", "GETACCOUNTDEFAULTS", "GETDOMAINSETTINGS", "GETSERVERSETTINGS", "GETDOMAINDEFAULTS",
        "GETSERVERACCOUNTDEFAULTS",
    },
    "administrators": LISTED | {"GETACCOUNTRIGHTS", "GETDOMAINEFFECTIVESETTINGS"},
}  # fmt: skip
OF_COMMAND = {field.name: field.default for field in COMMAND.fields}
UNSAID = {field.name: field.default for field in AUDIT.fields}
SESSION = {"APOP", "USER", "PASS", "AUTH", "INLINE", "NOOP", "ECHO", "QUIT"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    running = simulator.embed(tmp_path_factory.mktemp("audited"))
    say(running, *MADE, *PLANTED)
    for line in (*CONTROL, *PLANTED_CONTROL):
        running.control(line)
    yield running
    running.stop()


def place(server: Simulator) -> Place:
    return Place(server.host, server.port, server.password, Path())


def say(server: Simulator, *lines: str) -> None:
    result = place(server).run(COMMAND, {"commands": [{"line": line} for line in lines]})
    assert not result.get("failed"), result["msg"]


def audit(server: Simulator, **options: Any) -> tuple[dict[str, Any], Counter[tuple[str, str]]]:
    """What is found, and how often each command was sent."""
    mark = server.mark()
    result = place(server).run(AUDIT, options)
    sent = Counter(
        (one["verb"], json.dumps(one["arguments"])) for one in server.since(mark) if one["verb"] not in SESSION
    )
    return result, sent


def session_of(server: Simulator) -> Session:
    given = {"host": server.host, "port": server.port, "password": server.password}
    return open_session({name: given.get(name, spec.get("default")) for name, spec in CONNECTION.items()})


def test_no_command_is_sent_twice(server: Simulator) -> None:
    result, sent = audit(server)
    assert found(result) == FOUND
    assert result["unread"] == []
    assert [command for command, number in sent.items() if number > 1] == []


@pytest.mark.parametrize("check", CHECKS)
def test_for_a_check_only_what_it_needs_is_sent(check: str, server: Simulator) -> None:
    result, sent = audit(server, checks=[check])
    assert found(result) == {one for one in FOUND if one[0] == check}
    assert {verb for verb, _arguments in sent} == ALWAYS | SENT[check]
    assert [command for command, number in sent.items() if number > 1] == []
    assert list(result["counts"]) == list(result["looked_at"]) == [check]


def test_checks_that_are_left_out_tell_and_ask_nothing(server: Simulator) -> None:
    left_out = [check for check in CHECKS if check not in ("certificates", "members_outside")]
    result, sent = audit(server, **{"except": left_out})
    assert {verb for verb, _arguments in sent} == ALWAYS | SENT["certificates"] | SENT["members_outside"]
    assert list(result["counts"]) == ["members_outside", "certificates"]


def test_the_size_of_a_slice_makes_no_difference(server: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    whole, _sent = audit(server)
    monkeypatch.setattr(audit_walk, "SLICE", 2)
    monkeypatch.setattr(audit_walk, "SIDE_BY_SIDE", 1)
    monkeypatch.setattr(audit_listings, "SIDE_BY_SIDE", 1)
    for waiting in (0, 10_000):
        monkeypatch.setattr(audit_suspects, "WAITING", waiting)
        in_slices, _sent = audit(server)
        assert {**in_slices, "statistics": {}} == {**whole, "statistics": {}}


def test_some_domains_are_looked_at_and_names_of_others_looked_up(server: Simulator) -> None:
    result, sent = audit(server, domains=["WWW.example.org"])
    assert {one["domain"] for one in result["findings"]} == {"example.org"}
    assert found(result) == {one for one in FOUND if one[2].endswith("@example.org")}
    assert not any("SERVER" in verb for verb, _arguments in sent)
    listed = {arguments for verb, arguments in sent if verb == "LISTGROUPS"}
    assert listed == {'{"domainName": "%s"}' % domain for domain in ("example.org", "net.example")}
    assert [command for command, number in sent.items() if number > 1] == []


def test_a_domain_is_looked_at_once_whatever_names_it_is_given(server: Simulator) -> None:
    for domains in (["example.org", "WWW.example.org", "EXAMPLE.ORG"], ["www.example.org"]):
        result, sent = audit(server, domains=domains, checks=["certificates", "quota"])
        assert result["looked_at"] == {"certificates": 1, "quota": 1}
        assert [command for command, number in sent.items() if number > 1] == []


@pytest.mark.parametrize("login", [{}, {"login": "carol@net.example", "password": SECRETS[1]}])
def test_a_domain_that_there_is_not_is_an_error(server: Simulator, login: dict[str, str]) -> None:
    result, _sent = audit(server, domains=["net.example", "nowhere.example"], checks=["certificates"], **login)
    assert result["failed"]
    assert "there is no domain nowhere.example" in result["msg"]


def test_what_the_login_may_not_read_is_told_and_all_else_is_looked_at(server: Simulator) -> None:
    options = {"domains": ["net.example"], "login": "carol@net.example", "password": SECRETS[1]}
    result, _sent = audit(server, **options)
    assert ("quota", "critical", "carol@net.example") in found(result)
    assert found(result) <= FOUND
    unread = {one["check"]: one for one in result["unread"]}
    assert "LISTDOMAINS" in unread["leads_outside"]["why"]
    assert {name for name, counts in result["counts"].items() if counts["unread"]} == set(unread)
    assert all(one["number"] and one["names"] for one in unread.values())


def test_a_login_without_rights_learns_that(server: Simulator) -> None:
    result, _sent = audit(server, login="alice@example.org", password=SECRETS[0])
    assert result["findings"] == []
    assert {one["check"] for one in result["unread"]} == set(CHECKS)


def test_nothing_that_is_secret_is_returned(server: Simulator) -> None:
    result, _sent = audit(server)
    assert not [secret for secret in SECRETS if secret in json.dumps(result)]


def test_whoever_watches_is_told_of_each_object(server: Simulator) -> None:
    told: list[str] = []
    moments = iter(range(0, 10_000, 5))
    with closing(session_of(server)) as session:
        mode = Mode(progress=Progress(told.append, lambda: next(moments)))
        result = AUDIT.run(session, {**UNSAID, "checks": ["quota"]}, mode)
    assert told == ["%d objects read" % number for number in range(1, result["looked_at"]["quota"] + 1)]
    assert len(told) > 3


# --- defaults


def test_what_domains_have_by_default_they_have(tmp_path: Path) -> None:
    server = simulator.embed(tmp_path / "defaults")
    given = installed("example.org", ("*.org", "example.com"), 10)
    say(server, "CREATEDOMAIN example.org", given.replace("UPDATEDOMAINSETTINGS example.org", "UPDATEDOMAINDEFAULTS"),
        'UPDATEDOMAINDEFAULTS {MailToUnknown="Rerouted to";MailRerouteAddress="all@elsewhere.example";}',
        "UPDATEDOMAINDEFAULTS {AdminDomainName=example.com;}")  # fmt: skip
    result, _sent = audit(server, **{"except": ["login", "unused"]})
    server.stop()
    assert {(one["check"], one["object"], one["detail"].get("days")) for one in result["findings"]} == {
        ("leads_outside", "example.com", None), ("leads_outside", "example.org", None),
        ("certificates", "example.com", 9), ("certificates", "example.org", 9),
        ("administrators", "example.org", None), ("administrators", "postmaster@example.com", None),
    }  # fmt: skip


# --- passwords


def test_passwords_that_all_look_empty_are_not(tmp_path: Path) -> None:
    """The login has one, and whoever sees an empty one in its place sees none of the others either."""
    server = simulator.embed(tmp_path / "hiding")
    emptied = 'UPDATEACCOUNTSETTINGS %s {PasswordEncryption=clear;Password="";}'
    say(server, "CREATEACCOUNT alice@example.com", emptied % "alice@example.com")
    with closing(session_of(server)) as session, closing(session_of(server)) as other:
        options = {**UNSAID, "checks": ["login"]}
        shown = [AUDIT.run(session, options, Mode())]
        COMMAND.run(other, {**OF_COMMAND, "commands": [{"line": emptied % "postmaster@example.com"}]}, Mode())
        shown.append(AUDIT.run(session, options, Mode()))
    server.stop()
    assert [{one["object"] for one in result["findings"] if one["severity"] == "critical"} for result in shown] == [
        {"alice@example.com"}, set(),
    ]  # fmt: skip
    assert [one["names"] for one in shown[1]["unread"]] == [["alice@example.com", "postmaster@example.com"]]


# --- the Router


@pytest.fixture
def routed(tmp_path: Path) -> Iterator[Simulator]:
    running = simulator.embed(tmp_path / "routed")
    say(running, "CREATEDOMAIN example.org", "CREATEACCOUNT alice@example.org",
        "CREATEGROUP staff@example.org {Members=(gone,alice);}", "CREATEFORWARDER out@example.org TO x@old.example",
        'SETROUTERTABLE "old.example = example.org"', "CREATEACCOUNT x@example.org")  # fmt: skip
    yield running
    running.stop()


def suspects(server: Simulator, **options: Any) -> set[str]:
    result, _sent = audit(server, checks=["leads_outside", "missing_names"], **options)
    return {one["object"] for one in result["findings"]}


def test_the_router_knows_domains_and_names(routed: Simulator) -> None:
    assert suspects(routed) == {"staff@example.org"}
    say(routed, 'SETROUTERTABLE "old.example = example.org\\e<gone@example.org> = alice@example.org"')
    assert suspects(routed) == set()
    say(routed, 'SETROUTERTABLE "<gone@example.org> = error"')
    assert suspects(routed) == {"staff@example.org", "out@example.org"}


@pytest.mark.parametrize("action", ["Rejected", "Discarded", "Accepted and Bounced", "Rerouted to"])
def test_a_name_that_only_the_rule_for_unknown_names_catches_is_missing(routed: Simulator, action: str) -> None:
    settings = '{MailToUnknown="%s";MailRerouteAddress="alice@example.org";}' % action
    say(routed, "UPDATEDOMAINSETTINGS example.org %s" % settings)
    assert "staff@example.org" in suspects(routed)


def test_who_may_not_ask_the_router_is_told_by_names(routed: Simulator) -> None:
    say(routed, "SETACCOUNTRIGHTS alice@example.org (Domain,CanCreateGroups)",
        "SETACCOUNTPASSWORD alice@example.org PASSWORD secret")  # fmt: skip
    login = {"domains": ["example.org"], "login": "alice@example.org", "password": "secret"}
    assert suspects(routed, **login) == {"staff@example.org"}
