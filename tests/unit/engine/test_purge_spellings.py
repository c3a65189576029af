# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A purge takes nothing that the task names by whatever name: of a Domain, of an Account, of the object, in any case.

Either what was there is as wanted afterwards, or the task fails and has changed nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.engine_server import MAIN_DOMAIN, Server

each_example_is_new = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20
)

ALL = 99
"""A limit that nothing here reaches."""


def command(verb: str, *arguments: Any, **named: Any) -> Any:
    return COMMANDS[verb][0](*arguments, **named)


@dataclass(frozen=True)
class Kind:
    """A noun that is purged within something that has several names.

    ``row``: the options of an object of this name; ``names``: the command that lists them, and what makes names of its
    answer. ``of``: what the noun belongs to.
    """

    module: str
    of: str
    row: Callable[[str, str], Mapping[str, Any]]
    names: Callable[[str], Any]

    @property
    def resource(self) -> Resource:
        found = subject_of(self.module)
        assert isinstance(found, Resource)
        return found


def number_for(name: str, account: str) -> str:
    """A telephone number, of which the server has only one: made of the name and of its Domain's number."""
    digits = "".join(filter(str.isdigit, account.lower().rpartition("test")[2]))
    return "+49%s0%d" % (digits, sum(map(ord, name)))


def in_domain(name: str, domain: str) -> dict[str, Any]:
    return {"name": "%s@%s" % (name, domain)}


KINDS = [
    Kind("cgp_account", "domain", in_domain, lambda domain: command("LISTACCOUNTS", domainName=domain)),
    Kind(
        "cgp_forwarder",
        "domain",
        lambda name, domain: {**in_domain(name, domain), "to": "x@example.org"},
        lambda domain: command("LISTFORWARDERS", domainName=domain),
    ),
    Kind("cgp_group", "domain", in_domain, lambda domain: command("LISTGROUPS", domainName=domain)),
    Kind(
        "cgp_mailing_list",
        "domain",
        lambda name, domain: {**in_domain(name, domain), "owner": "owner"},
        lambda domain: command("LISTLISTS", domainName=domain),
    ),
    Kind(
        "cgp_named_task",
        "domain",
        lambda name, domain: {**in_domain(name, domain), "owner": "owner"},
        lambda domain: command("LISTDOMAINNAMEDTASKS", domainName=domain),
    ),
    Kind(
        "cgp_skin",
        "place",
        lambda name, domain: {"scope": "domain", "domain": domain, "name": name},
        lambda domain: command("LISTDOMAINSKINS", domainName=domain),
    ),
    Kind(
        "cgp_pbx_files",
        "place",
        lambda name, domain: {"scope": "domain", "domain": domain, "name": name, "content": "x"},
        lambda domain: command("LISTDOMAINPBXFILES", domainName=domain),
    ),
    Kind(
        "cgp_mailbox",
        "account",
        lambda name, account: {"account": account, "name": name},
        lambda account: command("LISTMAILBOXES", account),
    ),
    Kind(
        "cgp_roster",
        "account",
        lambda name, account: {"account": account, "contact": name + "@example.org"},
        lambda account: command("ROSTER", account, {"what": "List"}),
    ),
    Kind(
        "cgp_account_telnum",
        "account",
        lambda name, account: {"account": account, "telnum": number_for(name, account)},
        lambda account: command("GETACCOUNTTELNUMS", account),
    ),
    Kind(
        "cgp_list_subscriber",
        "list",
        lambda name, mailing_list: {"list": mailing_list, "address": name + "@example.org"},
        lambda mailing_list: command("LISTSUBSCRIBERS", mailing_list),
    ),
]

ACCOUNTS = KINDS[0]
NAMES = ("ann", "bob", "cid")


class World:
    """A Domain with aliases, in it an Account with aliases and a mailing list, and what has which names."""

    def __init__(self, server: Server, kind: Kind, aliases_of_domain: int, aliases_of_account: int) -> None:
        self.server = server
        self.domain = server.new_domain()
        others = ["alias%d.%s" % (number, self.domain) for number in range(aliases_of_domain)]
        server.ask(command("SETDOMAINALIASES", self.domain, others))
        self.domains = [self.domain, *others]
        owner = "owner@" + self.domain
        server.ask(command("CREATEACCOUNT", owner))
        more = ["owner%d" % number for number in range(aliases_of_account)]
        server.ask(command("SETACCOUNTALIASES", owner, more))
        if kind.of == "list":
            server.ask(command("CREATELIST", "news@" + self.domain, "owner"))
        if kind.of == "place":
            server.ask(command("CREATEDOMAINPBX", domainName=self.domain))
            server.ask(command("CREATEDOMAINSKIN", domainName=self.domain, skinName=""))
        self.names = {
            "domain": self.domains,
            "place": ["domain " + domain for domain in self.domains],
            "account": ["%s@%s" % (name, domain) for name in ("owner", *more) for domain in self.domains],
            "list": ["news@" + domain for domain in self.domains],
        }

    def there(self, kind: Kind) -> set[str]:
        """The names of all objects of this kind, as they were made: all that was made here is in lower case."""
        scope = self.names[kind.of][0].rpartition(" ")[2]
        told = self.server.ask(kind.names(scope))
        return {str(name).lower() for name in (told if isinstance(told, (dict, list)) else [])}


def spelling(data: st.DataObject, names: list[str]) -> str:
    """One of the names, in any letter case; what stands before a blank is no name."""
    before, blank, name = data.draw(st.sampled_from(names), label="name").rpartition(" ")
    return before + blank + data.draw(st.sampled_from([name, name.upper(), name.title()]), label="case")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.module)
@given(data=st.data())
@each_example_is_new
def test_what_is_wanted_by_any_name_is_there_afterwards(server: Server, kind: Kind, data: st.DataObject) -> None:
    world = World(server, kind, data.draw(st.integers(0, 2)), data.draw(st.integers(0, 2)))
    names = world.names[kind.of]

    def row(name: str) -> Mapping[str, Any]:
        return kind.row(name, spelling(data, names).rpartition(" ")[2])

    def known_as(chosen: list[str]) -> set[str]:
        """What the server's listing shows of these: they are made one after the other, as nothing was there before."""
        before = world.there(kind)
        result = server.apply(kind.resource, [kind.row(name, names[0].rpartition(" ")[2]) for name in chosen])
        assert not result["failures"]
        return world.there(kind) - before

    wanted = data.draw(st.lists(st.sampled_from(NAMES), unique=True), label="wanted")
    others = [name for name in NAMES if name not in wanted]
    known = {name: known_as([name]) for name in (*wanted, *others)}
    stays = world.there(kind) - set().union(*(known[name] for name in others))
    within = data.draw(st.lists(st.sampled_from(names), min_size=1), label="within")
    rows = [row(name) for name in wanted]
    if kind.module == "cgp_account":
        rows.append(kind.row("owner", world.domain))
    purge = {"within": [spelling(data, [scope]) for scope in within], "limit": ALL}
    result = server.apply(kind.resource, rows, domain=world.domain, purge=purge)
    assert result["failures"] == []
    assert result["counts"]["deleted"] == len(others)
    assert world.there(kind) == stays
    again = server.apply(kind.resource, rows, domain=world.domain, purge=purge)
    assert not again["changed"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.module)
@given(data=st.data())
@each_example_is_new
def test_what_is_to_be_kept_by_any_name_stays(server: Server, kind: Kind, data: st.DataObject) -> None:
    """A pattern may spell out the whole name of the object, and so the name of where it is."""
    world = World(server, kind, data.draw(st.integers(0, 2)), data.draw(st.integers(0, 2)))
    names = world.names[kind.of]
    rows = [kind.row(name, names[0].rpartition(" ")[2]) for name in NAMES]
    assert server.apply(kind.resource, rows)["failures"] == []
    before = world.there(kind)
    scope = spelling(data, names)
    row = kind.row("bob", scope.rpartition(" ")[2])
    key = [str(row[field.name]) for field in kind.resource.key]
    keep = [" ".join(key), *(["owner@" + world.domain] if kind.module == "cgp_account" else [])]
    purge = {"within": [spelling(data, names)], "keep": keep, "limit": ALL}
    result = server.apply(kind.resource, [], domain=world.domain, purge=purge)
    assert result["counts"]["deleted"] == 2
    gone = before - world.there(kind)
    assert len(gone) == 2 and key[-1].partition("@")[0] not in {name.partition("@")[0] for name in gone}


@given(data=st.data())
@each_example_is_new
def test_an_alias_in_the_list_of_accounts_spares_its_account_and_changes_nothing(
    server: Server, data: st.DataObject
) -> None:
    """It is no Account's name, so the list is wrong; which object it is wrong about must not be lost."""
    world = World(server, ACCOUNTS, data.draw(st.integers(0, 2)), 2)
    server.apply(ACCOUNTS.resource, [in_domain(name, world.domain) for name in NAMES])
    domain = spelling(data, world.domains)
    said = data.draw(st.sampled_from(["name", "rename_from"]), label="said")
    alias = spelling(data, ["owner0", "owner1"])
    row = in_domain(alias, domain) if said == "name" else {**in_domain("new", domain), "rename_from": alias}
    mark = server.mark()
    for check in (True, False):
        with pytest.raises(CgpError, match="is the name of another object: alias"):
            server.apply(
                ACCOUNTS.resource,
                [row],
                domain=domain,
                purge={"within": [spelling(data, world.domains)], "limit": ALL},
                check=check,
            )
    assert server.changes(mark) == []


def test_a_kept_alias_keeps_its_account(server: Server) -> None:
    world = World(server, ACCOUNTS, 1, 2)
    server.apply(ACCOUNTS.resource, [in_domain("ann", world.domain)])
    for pattern in ("owner1", "OWNER1@" + world.domains[1], "owner?@*"):
        purge = {"within": [world.domain], "keep": [pattern], "limit": ALL}
        server.apply(ACCOUNTS.resource, [], domain=world.domain, purge=purge)
        assert server.ask(command("LISTACCOUNTS", domainName=world.domain)).keys() == {"owner"}


@pytest.mark.parametrize("module", ["cgp_forwarder", "cgp_group", "cgp_mailing_list", "cgp_named_task"])
def test_a_name_of_another_kind_of_object_stops_every_purge(server: Server, module: str) -> None:
    world = World(server, ACCOUNTS, 0, 1)
    kind = next(kind for kind in KINDS if kind.module == module)
    server.apply(kind.resource, [kind.row("ann", world.domain)])
    mark = server.mark()
    with pytest.raises(CgpError, match="is the name of another object"):
        rows = [kind.row(name, world.domain) for name in ("ann", "owner0", "new")]
        server.apply(kind.resource, rows, purge={"within": [world.domain], "limit": ALL})
    assert server.changes(mark) == []


def test_an_alias_in_the_list_of_domains_changes_nothing(server: Server) -> None:
    world = World(server, ACCOUNTS, 1, 0)
    mark = server.mark()
    with pytest.raises(CgpError, match="is the name of another object: domain alias"):
        server.apply(subject_of("cgp_domain"), [{"name": world.domains[1]}], purge={"keep": ["*"], "limit": ALL})
    assert server.changes(mark) == []


def test_an_alias_in_the_list_of_mailboxes_changes_nothing(server: Server) -> None:
    """Its Mailbox would go as one that nobody named."""
    world = World(server, ACCOUNTS, 0, 0)
    owner = "owner@" + world.domain
    server.apply(subject_of("cgp_mailbox"), [{"account": owner, "name": "Work"}])
    server.ask(command("SETMAILBOXALIASES", owner, {"Office": "Work"}))
    mark = server.mark()
    with pytest.raises(CgpError, match="is the name of another object: mailbox alias of the Mailbox Work"):
        rows = [{"account": owner, "name": "Office"}]
        server.apply(subject_of("cgp_mailbox"), rows, purge={"within": [owner], "limit": ALL})
    assert server.changes(mark) == []


def test_one_object_by_two_names_is_refused(server: Server) -> None:
    world = World(server, ACCOUNTS, 1, 1)
    purge = {"within": [world.domain], "limit": ALL}
    mark = server.mark()
    rows = [in_domain("new", domain) for domain in world.domains]
    with pytest.raises(CgpError, match="are the same object"):
        server.apply(ACCOUNTS.resource, rows, domain=world.domain, purge=purge)
    assert server.changes(mark) == []


def test_a_name_in_the_main_domain_may_be_bare(server: Server) -> None:
    account = ACCOUNTS.resource
    server.apply(account, [{"name": "mann"}, {"name": "mbob"}])
    purge = {"within": [MAIN_DOMAIN.upper()], "keep": ["postmaster", "pbx"], "limit": ALL}
    server.apply(account, [{"name": "mann"}], domain="", purge=purge)
    left = server.ask(command("LISTACCOUNTS", domainName=MAIN_DOMAIN))
    assert "mann" in left and "mbob" not in left


def test_a_server_that_does_not_tell_the_aliases_is_not_purged_by_two_names(server: Server) -> None:
    """Whether two names are one Domain's is then unknown."""
    world = World(server, ACCOUNTS, 1, 0)
    other = server.new_domain()
    admin = server.administrator(world.domain, "CanCreateAccounts")
    mark = server.mark()
    with pytest.raises(CgpError):
        purge = {"within": [world.domain, other], "limit": ALL}
        server.apply(ACCOUNTS.resource, [], session=admin, domain=world.domain, purge=purge)
    assert server.changes(mark) == []


def test_with_one_spelling_nothing_more_is_asked(server: Server) -> None:
    world = World(server, ACCOUNTS, 2, 2)
    mark = server.mark()
    purge = {"within": [world.domain.upper()], "keep": ["owner@" + world.domain], "limit": ALL}
    server.apply(ACCOUNTS.resource, [in_domain("ann", world.domain)], domain=world.domain, purge=purge)
    assert not {"GETDOMAINALIASES", "GETACCOUNTALIASES", "MAINDOMAINNAME"} & set(server.verbs(mark))
