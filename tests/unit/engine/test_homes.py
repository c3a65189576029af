# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names inside objects whose own name does not tell the Domain, or tells it by an alias: all spellings are one name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils import _registry
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from support.engine_server import MAIN_DOMAIN, Server

ALIAS = "mail.example.com"
RIGHTS = ("CanCreateGroups", "CanCreateForwarders", "CanImpersonate", "CanAccessMailboxes", "CanAccessWebSites")


def command(verb: str, *arguments: Any, **named: Any) -> Any:
    return COMMANDS[verb][0](*arguments, **named)


@dataclass(frozen=True)
class Kind:
    """A noun with names inside: its rows with one such name, and all such names that the server has of it."""

    module: str
    row: Callable[[str, str], Mapping[str, Any]]
    names: Callable[[Server, str], list[str]]
    option: str = "name"

    @property
    def resource(self) -> Resource:
        found = subject_of(self.module)
        assert isinstance(found, Resource)
        return found


def paths(*told: str) -> list[str]:
    return [path[1:].partition("/")[0] for path in told]


KINDS = [
    Kind(
        "cgp_group",
        lambda name, inner: {"name": name, "members": [inner]},
        lambda server, name: server.ask(command("GETGROUP", name))["Members"],
    ),
    Kind(
        "cgp_forwarder",
        lambda name, inner: {"name": name, "to": inner},
        lambda server, name: [server.ask(command("GETFORWARDER", name))],
    ),
    Kind(
        "cgp_account_acl",
        lambda name, inner: {"account": name, "acl": {inner: "lr"}},
        lambda server, name: list(server.ask(command("GETACCOUNTACL", name))),
        "account",
    ),
    Kind(
        "cgp_mailbox_acl",
        lambda name, inner: {"account": name, "mailbox": "INBOX", "acl": {inner: "lr"}, "mode": "replace"},
        lambda server, name: list(server.ask(command("GETMAILBOXACL", name, "INBOX"))),
        "account",
    ),
    Kind(
        "cgp_mailbox_aliases",
        lambda name, inner: {"account": name, "aliases": {"theirs": "~%s/INBOX" % inner}},
        lambda server, name: paths(*server.ask(command("GETMAILBOXALIASES", name)).values()),
        "account",
    ),
    Kind(
        "cgp_mailbox_subscription",
        lambda name, inner: {"account": name, "mailboxes": ["~%s/INBOX" % inner], "mode": "replace"},
        lambda server, name: paths(*server.ask(command("GETMAILBOXSUBSCRIPTION", name))),
        "account",
    ),
    Kind(
        "cgp_file_subscription",
        lambda name, inner: {"account": name, "files": ["~%s/plans" % inner], "mode": "replace"},
        lambda server, name: paths(*server.ask(command("GETFILESUBSCRIPTION", name))),
        "account",
    ),
]
each_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.module)
WAYS = {"bare": "{}", "own": "{}@" + MAIN_DOMAIN, "alias": "{}@" + ALIAS}
"""How a name can be written: without a Domain, with its name, with another name of it."""


@pytest.fixture(scope="module", params=["", "own-domain-added", "own-domain-dropped"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    habits = (request.param,) if request.param else ()
    with Server(tmp_path_factory.mktemp("simulator"), habits=habits) as running:
        running.ask(command("SETDOMAINALIASES", MAIN_DOMAIN, [ALIAS]))
        running.ask(command("CREATEACCOUNT", "alice@" + MAIN_DOMAIN))
        yield running


def fresh(server: Server, kind: Kind) -> str:
    """The local name of an object that no test has used; where the noun is a part of an Account, that is there."""
    name = "one%d" % server.mark()
    if kind.option == "account":
        server.ask(command("CREATEACCOUNT", "%s@%s" % (name, MAIN_DOMAIN)))
    return name


def told_apart(names: list[str]) -> set[str]:
    """The names as one that knows the Domain's aliases compares them."""
    return {name.lower().replace("@" + ALIAS, "").replace("@" + MAIN_DOMAIN, "") for name in names}


@each_kind
@pytest.mark.parametrize("inner", WAYS)
@pytest.mark.parametrize("outer", WAYS)
def test_a_name_is_the_same_by_all_names_of_its_domain(server: Server, kind: Kind, outer: str, inner: str) -> None:
    """However the object and the name in it are written, and whatever the server makes of it: it is there once."""
    local = fresh(server, kind)
    row = kind.row(WAYS[outer].format(local), WAYS[inner].format("Alice"))
    assert server.apply(kind.resource, [row], domain="", check=True)["changed"]
    first = server.apply(kind.resource, [row], domain="")
    assert first["failures"] == [] and first["changed"]
    mark = server.mark()
    assert not server.apply(kind.resource, [row], domain="")["changed"]
    # Nor are the other ways to write it another wish.
    for way in WAYS.values():
        other = kind.row(WAYS[outer].format(local), way.format("alice"))
        assert server.apply(kind.resource, [other], domain="")["failures"] == []
    assert server.changes(mark) == []
    names = kind.names(server, "%s@%s" % (local, MAIN_DOMAIN))
    assert len(names) == 1 and told_apart(names) == {"alice"}


@each_kind
def test_another_domain_is_another_name(server: Server, kind: Kind) -> None:
    local = fresh(server, kind)
    for inner in ("alice", "alice@example.org"):
        result = server.apply(kind.resource, [kind.row(local, inner)], domain="")
        assert result["failures"] == [] and result["changed"]
    assert "alice@example.org" in kind.names(server, local)


@each_kind
def test_the_domain_of_a_login_elsewhere_is_its_own(server: Server, kind: Kind) -> None:
    """A bare name is one of the login's Domain then, and no name of the main Domain's is."""
    domain = server.new_domain()
    session = server.administrator(domain, *RIGHTS)
    local = "two"
    server.ask(command("CREATEACCOUNT", "%s@%s" % (local, domain)))
    if kind.option == "name":
        local = "three"
    row = kind.row(local, "alice@" + domain)
    # What completes names is the login's Domain; parts of Accounts go by bare names.
    assert server.apply(kind.resource, [row], session=session, domain=domain)["failures"] == []
    mark = server.mark()
    for inner in ("alice", "ALICE@" + domain.upper()):
        result = server.apply(kind.resource, [kind.row(local, inner)], session=session, domain=domain)
        assert result["failures"] == []
    assert server.changes(mark) == []
    result = server.apply(kind.resource, [kind.row(local, "alice@" + MAIN_DOMAIN)], session=session, domain=domain)
    assert result["failures"] == [] and result["changed"]


@each_kind
def test_nobody_is_asked_where_nothing_differs(server: Server, kind: Kind) -> None:
    local = "%s@%s" % (fresh(server, kind), MAIN_DOMAIN)
    rows = [kind.row(local, "alice@" + MAIN_DOMAIN)]
    server.apply(kind.resource, rows)
    mark = server.mark()
    assert not server.apply(kind.resource, rows)["changed"]
    assert not {"GETDOMAINALIASES", "MAINDOMAINNAME"} & set(server.verbs(mark))


def test_all_nouns_with_names_inside_can_ask() -> None:
    nouns = {
        module
        for module in _registry.SUBJECTS
        if isinstance(subject_of(module), Resource)
        and any(facet.shape_in is not None for facet in subject_of(module).facets)
    }
    assert nouns == {kind.module for kind in KINDS}
    assert all(kind.resource.homes is not None for kind in KINDS)
