# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is merged into a whole that others write at the same time is there in the end, and so is theirs."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import domain_set, group, mailbox
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import server_settings as server_cli
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.access_rights import SETACCOUNTRIGHTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTRIGHTS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine import settle
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, noun_of, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources import ip_list as ip_list_noun
from support.checkout import ROOT
from support.engine_server import Server, just_before

HOSTS = 12
RESOURCES = ROOT / "plugins" / "module_utils" / "_resources"
ACCOUNT, GROUP = "ann@example.com", "team@example.com"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """All that is written to is there, and of the cluster, too."""
    with Server(tmp_path_factory.mktemp("simulator"), cluster=True) as running:
        running.ask(CREATEACCOUNT(ACCOUNT))
        running.ask(group.CREATEGROUP(GROUP))
        yield running


@dataclass(frozen=True)
class Shared:
    """Something that is written as a whole: its module, the options that add ``name`` to it, and how others do that."""

    module: str
    add: Callable[[str], dict[str, Any]]
    get: Any
    put: Callable[[Any], Any]
    entry: Callable[[Any, str], Any]
    """The whole with one more entry."""

    @property
    def resource(self) -> Resource:
        return subject_of(self.module)

    def names(self, server: Server) -> set[str]:
        """All the entries of the tests' names, however the whole spells them."""
        whole = server.ask(self.get)
        return set(re.findall(r"\bentry\d+\b", whole if isinstance(whole, str) else repr(whole)))


def in_lines(whole: str, name: str) -> str:
    return "\n".join([*whole.splitlines(), "%s ; %s" % (address(name), name)])


def address(name: str) -> str:
    return "10.0.0.%d" % int(name[len("entry") :])


def ip_list(scope: str, name: str, get: Any, put: Any) -> Shared:
    add = {"scope": scope, "name": name, "mode": "update"}
    return Shared(
        "cgp_ip_list", lambda entry: {**add, "addresses": ["%s ; %s" % (address(entry), entry)]}, get(), put, in_lines
    )


def settings(module: str, key: dict[str, Any], get: Any, put: Callable[[Any], Any]) -> Shared:
    return Shared(
        module, lambda name: {**key, "settings": {name: "1"}}, get, put, lambda have, name: {**have, name: "1"}
    )


def names(module: str, key: dict[str, Any], option: str, get: Any, put: Callable[[Any], Any]) -> Shared:
    return Shared(module, lambda name: {**key, option: [name]}, get, put, lambda have, name: [*have, name])


def rules(scope: str, kind: str, get: Any, put: Any) -> Shared:
    add = {"scope": scope, "kind": kind, "mode": "update"}
    return Shared(
        "cgp_rules",
        lambda name: {**add, "rules": [{"priority": 5, "name": name}]},
        get(),
        put,
        lambda have, name: [*have, ["5", name, [], []]],
    )


IP_LISTS = [
    ip_list(scope, name, get, put)
    for (scope, name), (get, put) in ip_list_noun._COMMANDS.items()
]
SHARED = [
    *IP_LISTS,
    *(
        Shared(
            "cgp_router_table",
            lambda name, scope=scope: {
                "scope": scope, "mode": "block", "lines": ["%s = x" % name], "marker": "; {mark} %s" % name,
            },
            get(),
            put,
            lambda have, name: "%s\n%s = y" % (have, name),
        )
        for scope, get, put in [
            ("server", server_cli.GETROUTERTABLE, server_cli.SETROUTERTABLE),
            ("cluster", server_cli.GETCLUSTERROUTERTABLE, server_cli.SETCLUSTERROUTERTABLE),
        ]
    ),
    rules("server", "mail", server_cli.GETSERVERMAILRULES, server_cli.SETSERVERMAILRULES),
    rules("cluster", "signal", server_cli.GETCLUSTERSIGNALRULES, server_cli.SETCLUSTERSIGNALRULES),
    settings("cgp_settings", {"section": "queue"}, server_cli.GETQUEUESETTINGS(), server_cli.SETQUEUESETTINGS),
    settings(
        "cgp_directory_integration", {}, domain_set.GETDIRECTORYINTEGRATION(), domain_set.SETDIRECTORYINTEGRATION
    ),
    settings("cgp_group", {"name": GROUP}, group.GETGROUP(GROUP), lambda whole: group.SETGROUP(GROUP, whole)),
    names(
        "cgp_mailbox_subscription", {"account": ACCOUNT}, "mailboxes",
        mailbox.GETMAILBOXSUBSCRIPTION(ACCOUNT), lambda whole: mailbox.SETMAILBOXSUBSCRIPTION(ACCOUNT, whole),
    ),
    Shared(
        "cgp_mailbox_aliases",
        lambda name: {"account": ACCOUNT, "aliases": {name: "INBOX"}},
        mailbox.GETMAILBOXALIASES(ACCOUNT),
        lambda whole: mailbox.SETMAILBOXALIASES(ACCOUNT, whole),
        lambda have, name: {**have, name: "INBOX"},
    ),
    names(
        "cgp_account_rights", {"account": ACCOUNT, "mode": "update"}, "rights",
        GETACCOUNTRIGHTS(ACCOUNT), lambda whole: SETACCOUNTRIGHTS(ACCOUNT, whole),
    ),
]
quickly = pytest.mark.usefixtures("quick")
every_whole = pytest.mark.parametrize("shared", SHARED, ids=lambda shared: "%s-%s" % (shared.module, shared.get.verb))


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is far away here."""
    monkeypatch.setattr(settle, "PAUSE", 0.01)


def begin(server: Server, shared: Shared) -> Any:
    """The whole as all find it: with an entry that was there before."""
    whole = shared.entry(server.ask(shared.get), "entry1") if "entry1" not in shared.names(server) else None
    if whole is not None:
        server.ask(shared.put(whole))
    return server.ask(shared.get)


@quickly
@every_whole
def test_what_another_overwrites_is_merged_again(server: Server, shared: Shared) -> None:
    """Another one has read the whole when we do, and writes it when we have."""
    stale = begin(server, shared)
    ours = server.session()
    theirs = shared.entry(stale, "entry2")
    just_before(ours, shared.get.verb, lambda: server.ask(shared.put(theirs)), nth=2)
    result = server.apply(shared.resource, [shared.add("entry3")], session=ours)
    assert result["counts"]["updated"] == 1 and result["failures"] == []
    assert shared.names(server) >= {"entry1", "entry2", "entry3"}
    mark = server.mark()
    assert server.apply(shared.resource, [shared.add("entry3")])["changed"] is False
    assert server.changes(mark) == []


@quickly
@every_whole
def test_two_that_read_the_same_both_find_out(server: Server, shared: Shared) -> None:
    """The second one's write undoes the first one's, which looks once more when that has happened."""
    begin(server, shared)
    ours, theirs = server.session(), server.session()
    they_wrote, we_wrote = threading.Event(), threading.Event()
    results: list[dict[str, Any]] = []

    def they() -> None:
        results.append(server.apply(shared.resource, [shared.add("entry5")], session=theirs))

    def let_them_write_first() -> None:
        other.start()
        they_wrote.wait(60)

    other = threading.Thread(target=they)
    put = shared.put(server.ask(shared.get)).verb
    just_before(ours, put, let_them_write_first)
    just_before(theirs, shared.get.verb, lambda: (they_wrote.set(), we_wrote.wait(60)), nth=2)
    just_before(ours, shared.get.verb, we_wrote.set, nth=2)
    results.append(server.apply(shared.resource, [shared.add("entry4")], session=ours))
    other.join()
    assert [result["failures"] for result in results] == [[], []]
    assert shared.names(server) >= {"entry1", "entry4", "entry5"}


@quickly
@every_whole
def test_while_others_are_seen_to_write_there_is_one_more_look(server: Server, shared: Shared) -> None:
    """One of them keeps what is ours, and the next one, who is slower, does not."""
    stale = begin(server, shared)
    ours = server.session()
    just_before(
        ours, shared.get.verb, lambda: server.ask(shared.put(shared.entry(server.ask(shared.get), "entry12"))), nth=2
    )
    just_before(ours, shared.get.verb, lambda: server.ask(shared.put(shared.entry(stale, "entry16"))), nth=3)
    assert server.apply(shared.resource, [shared.add("entry13")], session=ours)["failures"] == []
    assert shared.names(server) >= {"entry1", "entry13", "entry16"}


def test_all_that_is_merged_is_tested_here() -> None:
    """A noun that says ``Whole`` is among those above, or says it only for keys that are to go."""
    only_removals = {"module", "account_defaults", "domain_defaults", "account_default_prefs"}
    same_code = {"file_subscription": "mailbox_subscription", "trusted_certificates": "", "directory_unit": ""}
    said = re.compile(r"Whole\(|setting_whole\(|subscription\(")
    nouns = {noun_of(module) for module in SUBJECTS if isinstance(subject_of(module), Resource)}
    saying = {noun for noun in nouns if said.search((RESOURCES / (noun + ".py")).read_text("utf-8"))}
    assert saying - only_removals - set(same_code) == {noun_of(shared.module) for shared in SHARED}


# --- many at once


@pytest.mark.parametrize("shared", [SHARED[0], SHARED[15], SHARED[16], SHARED[18]], ids=lambda shared: shared.get.verb)
def test_many_hosts_at_once_lose_nothing(server: Server, shared: Shared, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine one of them may be held up between its reading and its writing."""
    monkeypatch.setattr(settle, "PAUSE", 0.6)
    begin(server, shared)
    sessions = [server.session() for _host in range(HOSTS)]
    for session in sessions:
        session.open()
    barrier = threading.Barrier(HOSTS)
    results: list[dict[str, Any]] = []

    def host(number: int) -> None:
        barrier.wait()
        row = shared.add("entry%d" % (100 + number))
        results.append(server.apply(shared.resource, [row], session=sessions[number]))

    threads = [threading.Thread(target=host, args=(number,)) for number in range(HOSTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [result["failures"] for result in results] == [[]] * HOSTS
    assert shared.names(server) >= {"entry1", *("entry%d" % (100 + number) for number in range(HOSTS))}


# --- what it is bounded by

LAN = SHARED[0]


def test_what_others_undo_for_ever_is_an_error(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settle, "TRIES", 3)
    monkeypatch.setattr(settle, "LONGEST", 0.02)
    begin(server, LAN)
    ours = server.session()
    for number in range(2, 10):
        whole = "10.1.0.%d" % number
        just_before(ours, LAN.get.verb, lambda whole=whole: server.ask(LAN.put(whole)), nth=number)
    mark = server.mark()
    result = server.apply(LAN.resource, [LAN.add("entry7")], session=ours)
    assert result["failed"] is True and result["changed"] is True
    assert "others keep writing it" in result["msg"] and "throttle" in result["msg"]
    ours_written = [entry for entry in server.changes(mark) if "entry7" in str(entry["arguments"])]
    assert len(ours_written) == 1 + 3


def test_what_the_server_does_not_keep_is_its_own_error_and_not_sent_again(server: Server) -> None:
    begin(server, LAN)
    before = server.ask(LAN.get)
    ours = server.session()
    just_before(ours, LAN.get.verb, lambda: server.ask(LAN.put(before)), nth=2)
    mark = server.mark()
    result = server.apply(LAN.resource, [LAN.add("entry8")], session=ours)
    assert "did not keep addresses" in result["msg"] and result["changed"] is False
    assert [entry for entry in server.changes(mark) if "entry8" in str(entry["arguments"])][1:] == []


def test_a_whole_that_is_wanted_as_such_is_read_back_at_once_and_once(server: Server) -> None:
    begin(server, LAN)
    mark = server.mark()
    server.apply(LAN.resource, [{"name": "lan", "mode": "replace", "addresses": ["10.0.0.1 ; entry1"]}])
    assert server.verbs(mark) in (["GETLANIPS", "SETLANIPS", "GETLANIPS"], ["GETLANIPS"])


def test_looking_again_costs_one_command_for_each_whole_that_was_written(server: Server) -> None:
    begin(server, LAN)
    mark = server.mark()
    server.apply(LAN.resource, [LAN.add("entry66"), {"name": "client", "addresses": [], "mode": "update"}])
    assert server.verbs(mark) == ["GETLANIPS", "GETCLIENTIPS", "SETLANIPS", "GETLANIPS"]
