# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_config: what is asked for, what goes and what stays, and in which order; test_rows.py has all nouns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP_INFO
from support.document_server import DOMAIN, Config, Server, below, message

RULE = {"name": "r", "priority": 5, "actions": [["Stop"]]}


# --- what is made


def test_each_noun_comes_behind_what_it_needs(server: Server) -> None:
    mark = server.simulator.mark()
    server.made(
        below(
            list_subscriber=[{"list": "news@" + DOMAIN, "address": "queen@net.example"}],
            mailing_list=[{"name": "news", "owner": "alice"}],
            mailbox=[{"account": "alice@" + DOMAIN, "name": "Archive"}],
            account=[{"name": "alice"}],
        )
    )
    assert server.changes(mark) == ["CREATEDOMAIN", "CREATEACCOUNT", "CREATEMAILBOX", "CREATELIST", "LIST"]


def test_a_name_without_a_domain_is_of_the_domain_that_it_stands_below(server: Server) -> None:
    server.made(below(account=[{"name": "alice"}], group=[{"name": "party", "members": ["alice"]}]))
    assert server.names("account") == ["alice@" + DOMAIN]
    assert server.names("group") == ["party@" + DOMAIN]


def test_what_an_info_module_tells_is_taken_as_it_is(server: Server) -> None:
    server.made(below(account=[{"name": "alice", "aliases": ["al"]}], group=[{"name": "party", "members": ["alice"]}]))
    told = {
        noun: server.place.run(info, {"domain": DOMAIN, "include": include})[info.result]
        for noun, info, include in (
            ("account", ACCOUNT_INFO, ["aliases", "info", "type"]), ("group", GROUP_INFO, ["settings"])
        )
    }  # fmt: skip
    assert "StorageUsed" in told["account"][0]["facts"]["info"]
    assert not server.made(below(**told))["changed"]
    server.made(below(account=[], group=[]), state="overridden")
    assert server.made(below(**told))["counts"]["created"] == 2
    assert (server.names("account"), server.names("group")) == (["alice@" + DOMAIN], ["party@" + DOMAIN])


def test_check_mode_foresees_all_of_it_and_changes_nothing(server: Server) -> None:
    """Objects in objects that are not there yet, too."""
    config = below(
        account=[{"name": "alice", "settings": {"RealName": "Alice"}}],
        account_rights=[{"account": "alice@" + DOMAIN, "rights": ["CanCreateAccounts"]}],
        mailbox=[{"account": "alice@" + DOMAIN, "name": "Archive"}],
        mailbox_acl=[{"account": "alice@" + DOMAIN, "mailbox": "Archive", "acl": {"anyone": "lr"}}],
    )
    mark = server.simulator.mark()
    foreseen = server.made(config, check=True)
    assert server.changes(mark) == []
    done = server.made(config)
    for name, noun in done["nouns"].items():
        assert (foreseen["nouns"][name]["counts"], foreseen["nouns"][name]["changed_names"]) == (
            noun["counts"], noun["changed_names"]
        )  # fmt: skip
    assert [diff["after_header"] for diff in foreseen["diff"]] == [diff["after_header"] for diff in done["diff"]]
    again = server.made(config)
    assert (again["changed"], again["statistics"]["writes"]) == (False, 0)


def test_only_what_is_chosen_is_looked_at(server: Server) -> None:
    config = below(account=[{"name": "alice"}], group=[{"name": "party"}], forwarder=[{"name": "out", "to": "a@b"}])
    config["domains"]["two.example"] = {"domain": [{"name": "two.example"}]}
    config["server"] = {"skin": [{"scope": "server", "name": "Blue"}]}
    mark = server.simulator.mark()
    server.made(config, domains=[DOMAIN.upper()], only=["domain", "account", "group"], **{"except": ["group"]})
    assert server.changes(mark) == ["CREATEDOMAIN", "CREATEACCOUNT"]


# --- what is wrong


@pytest.mark.parametrize(
    ("config", "options", "told"),
    [
        ({"domain": {}}, {}, "config: there is no part domain. Did you mean domains?"),
        ({"domains": []}, {}, "domains must be a dictionary, not a list"),
        ({"domains": {DOMAIN: {"accounts": []}}}, {}, f"domains.{DOMAIN}: there is no noun accounts. Did you mean"),
        (below(account={"name": "a"}), {}, f"domains.{DOMAIN}.account must be a list, not a dictionary"),
        (below(account=["a"]), {}, f"domains.{DOMAIN}.account: number 1 must be a dictionary, not text"),
        (below(account=[{"name": "a", "setting": {}}]), {}, "account number 1 (a): unknown option: setting"),
        (below(settings=[]), {}, f"domains.{DOMAIN}.settings: settings do not stand here. They stand under server"),
        ({"server": {"account": []}}, {}, "server.account: accounts do not stand here. They stand under the Domain"),
        (below(account=[{"name": "a@two.example"}]), {}, "a@two.example is not in this Domain"),
        (below(mailbox=[{"account": "a", "name": "b"}]), {}, "a b is not in this Domain"),
        (below(skin=[{"scope": "server", "name": "Blue"}]), {}, "server Blue is not in this Domain"),
        (below(account=[{"name": "a"}, {"name": "A@" + DOMAIN}]), {}, "named twice"),
        (below(), {"domains": ["net.example"]}, "domains: the configuration has no Domain net.example"),
        (below(), {"only": ["acount"]}, "only: there is no noun acount. Did you mean account?"),
        (below(), {"limits": {"acount": 1}}, "limits: there is no noun acount. Did you mean account?"),
        (below(), {"limits": {"account": "many"}}, "limits.account: limit must be a whole number, not text"),
        (below(), {"keep": {"account": {"a": 1}}}, "keep.account: keep must be a list, not a dictionary"),
        (below(), {"secrets": [{"noun": "acount", "name": "a", "place": "b"}]}, "secrets: there is no noun acount"),
        (
            below(account=[{"name": "alice"}]),
            {"secrets": [{"noun": "account", "name": "alice", "place": "account_password", "value": "x"}]},
            "secrets: the configuration has no account alice",
        ),
        (
            below(domain_certificate=[]),
            {"secrets": [{"noun": "domain_certificate", "name": DOMAIN, "place": "private_key", "value": "x"}]},
            f"secrets: the configuration has no domain_certificate {DOMAIN}",
        ),
        (
            below(account=[{"name": "alice"}]),
            {"secrets": [{"noun": "account", "name": "alic@" + DOMAIN, "place": "account_password", "value": "x"}]},
            f"secrets: the configuration has no account alic@{DOMAIN}",
        ),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_changed(
    server: Server, config: Config, options: dict[str, Any], told: str
) -> None:
    mark = server.simulator.mark()
    assert told in message(server.run(config, **options))
    assert server.simulator.verbs(mark) == []


def test_all_mistakes_are_told_at_once(server: Server) -> None:
    told = message(server.run(below(account=[{"name": "a", "x": 1}], group=[{"name": "b", "y": 1}])))
    assert "unknown option: x" in told and "unknown option: y" in told


def test_one_object_below_two_spellings_of_its_domain_is_told(server: Server) -> None:
    config = {"domains": {name: {"account": [{"name": "alice"}]} for name in (DOMAIN, DOMAIN.upper())}}
    assert "is said twice" in message(server.run(config))


# --- what is said wholly


def test_replaced_unsets_what_is_not_said_of_the_named(server: Server) -> None:
    there = [{"name": name, "settings": {"RealName": "A", "MaxAccountSize": "1M"}, "aliases": ["x" + name]}
             for name in ("alice", "bob")]  # fmt: skip
    server.made(below(account=there))
    server.made(below(account=[{"name": "alice", "settings": {"RealName": "Alice"}}]), state="replaced")
    rows = server.read(domains=[DOMAIN], only=["account"])["domains"][DOMAIN]["account"]
    assert [{key: row.get(key) for key in ("settings", "aliases")} for row in rows] == [
        {"settings": {"RealName": "Alice"}, "aliases": None},
        {"settings": {"RealName": "A", "MaxAccountSize": "1M"}, "aliases": ["xbob"]},
    ]


def test_a_password_that_no_document_tells_stays(server: Server) -> None:
    secret = {"noun": "account", "name": "alice@" + DOMAIN, "place": "account_password", "value": "Looking-glass"}
    remote = {"account": "alice@" + DOMAIN, "kind": "rpop", "records": {"a.b": {"domain": "x.example"}}}
    deep = {"noun": "account_remotes", "name": f"alice@{DOMAIN} rpop", "place": "records.a.b.password", "value": "Hole"}
    config = below(account=[{"name": "alice"}], account_remotes=[remote])
    server.made(config, secrets=[secret, deep])
    for state in ("replaced", "overridden"):
        assert not server.made(server.read(domains=[DOMAIN]), state=state)["changed"]
    told = server.place.run(CONFIG_INFO, {"domains": [DOMAIN]})["secrets"]
    assert [secret["place"] for secret in told] == ["account_password", "records.a.b.password"]
    # Only a server that has just these is as it is wanted.
    assert not server.made(config, secrets=[secret, deep])["changed"]


# --- what goes


def test_overridden_takes_what_is_not_named_of_the_nouns_that_are(server: Server) -> None:
    server.made(
        below(
            account=[{"name": "alice"}, {"name": "bob"}],
            mailbox=[{"account": f"{name}@{DOMAIN}", "name": "Archive"} for name in ("alice", "bob")],
            group=[{"name": "party"}],
            forwarder=[{"name": "out", "to": "a@net.example"}],
        )
    )
    result = server.made(below(account=[{"name": "alice"}], mailbox=[], group=[]), state="overridden")
    assert server.names("account") == ["alice@" + DOMAIN]
    assert server.names("mailbox") == [f"alice@{DOMAIN} INBOX"]
    assert (server.names("group"), server.names("forwarder")) == ([], ["out@" + DOMAIN])
    assert {name: noun["counts"]["deleted"] for name, noun in result["nouns"].items()} == {
        "domain": 0, "account": 1, "mailbox": 1, "group": 1
    }  # fmt: skip
    assert result["counts"]["deleted"] == 3


def test_what_cannot_be_deleted_is_emptied(server: Server) -> None:
    account = "alice@" + DOMAIN
    server.made(
        below(
            account=[{"name": "alice"}],
            account_prefs=[{"name": account, "settings": {"Language": "english"}}],
            mailbox_acl=[{"account": account, "mailbox": "INBOX", "acl": {"anyone": "lr"}}],
            rules=[{"scope": "account", "name": account, "rules": [RULE]}],
        )
    )
    empty = below(account=[{"name": "alice"}], account_prefs=[], mailbox_acl=[], rules=[])
    foreseen = server.made(empty, check=True, state="overridden")
    done = server.made(empty, state="overridden")
    assert foreseen["nouns"] == done["nouns"]
    assert set(server.read(domains=[DOMAIN])["domains"][DOMAIN]) == {"domain", "account", "mailbox"}
    assert not server.made(empty, state="overridden")["changed"]


def test_what_is_not_named_is_not_looked_into(server: Server) -> None:
    """An Account that has no row keeps all that is in it."""
    server.made(below(account=[{"name": "alice"}], mailbox=[{"account": "alice@" + DOMAIN, "name": "Archive"}]))
    server.made({"domains": {DOMAIN: {"mailbox": []}}}, state="overridden")
    assert server.names("mailbox") == [f"alice@{DOMAIN} Archive", f"alice@{DOMAIN} INBOX"]


def test_names_are_free_before_others_take_them(server: Server) -> None:
    server.made(below(forwarder=[{"name": "sales", "to": "a@net.example"}], account=[{"name": "team"}]))
    config = below(account=[{"name": "sales"}], forwarder=[{"name": "team", "to": "a@net.example"}])
    foreseen = server.made(config, check=True, state="overridden")
    done = server.made(config, state="overridden")
    assert foreseen["nouns"] == done["nouns"]
    assert (server.names("account"), server.names("forwarder")) == (["sales@" + DOMAIN], ["team@" + DOMAIN])


@pytest.mark.parametrize(
    ("options", "left"),
    [({"limit": 1}, None), ({"limits": {"account": 1}}, None), ({"limit": 1, "limits": {"account": 2}}, ["a"]),
     ({"limit": 1, "keep": {"account": ["B*"]}}, ["a", "b1"])],
)  # fmt: skip
def test_more_than_the_limit_of_any_noun_leaves_all_as_it_was(
    server: Server, options: dict[str, Any], left: list[str] | None
) -> None:
    names = ["a", "b1", "c1"]
    server.made(below(account=[{"name": name} for name in names], group=[{"name": "party"}]))
    mark = server.simulator.mark()
    result = server.run(below(account=[{"name": "a"}], group=[]), state="overridden", **options)
    if left is None:
        assert "account: the purge would delete 2 accounts, more than its limit of 1" in message(result)
        assert server.changes(mark) == []
    assert server.names("account") == [f"{name}@{DOMAIN}" for name in left or names]


def test_what_came_with_the_server_stays_and_is_told(server: Server) -> None:
    everything = server.read()
    everything["domains"]["example.com"]["account"] = [{"name": "alice"}]
    result = server.made(everything, state="overridden")
    assert result["nouns"]["account"]["spared"] == ["pbx@example.com", "postmaster@example.com"]


def test_the_cluster_is_a_part_of_the_server(tmp_path: Path) -> None:
    server = Server(tmp_path, "--cluster")
    try:
        server.made({"server": {"skin": [{"scope": scope, "name": "Blue"} for scope in ("server", "cluster")]}})
        server.made({"server": {"skin": [{"scope": "server", "name": "Blue"}]}}, state="overridden")
        assert server.read()["server"]["skin"] == [{"scope": "server", "name": "Blue"}]
    finally:
        server.simulator.stop()


# --- what goes wrong


@pytest.mark.parametrize("on_error", ["continue", "stop"])
def test_what_fails_in_one_noun_does_not_keep_the_others_unless_asked_for(server: Server, on_error: str) -> None:
    server.made(below(account=[{"name": "taken"}]))
    config = below(
        forwarder=[{"name": "taken", "to": "a@net.example"}, {"name": "out", "to": "a@net.example"}],
        group=[{"name": "party"}],
    )
    result = server.run(config, on_error=on_error)
    assert result["failed"] and "forwarder taken@example.org" in result["msg"]
    assert [failure["name"] for failure in result["nouns"]["forwarder"]["failures"]] == ["taken@" + DOMAIN]
    assert server.names("group") == ([] if on_error == "stop" else ["party@" + DOMAIN])
    left = ["party@" + DOMAIN] if on_error == "stop" else []
    assert result["nouns"]["group"]["not_attempted"] == left


def test_a_connection_that_is_lost_for_good_is_told_with_what_was_done(server: Server) -> None:
    server.simulator.control('FAULT "drop-before:verb=CREATEGROUP,times=always"')
    result = server.run(below(account=[{"name": "alice"}], group=[{"name": "party"}], skin=[]))
    assert result["failed"] and result["changed"]
    assert result["nouns"]["account"]["counts"]["created"] == 1
    assert result["nouns"]["group"]["counts"]["failed"] == 1


# --- what would be sent


def test_the_commands_are_told_without_secrets_and_not_sent(server: Server) -> None:
    config = below(account=[{"name": "alice", "account_password": "Looking-glass", "settings": {"RealName": "A"}}])
    mark = server.simulator.mark()
    result = server.made(config, render=True)
    assert (result["changed"], server.changes(mark)) == (False, [])
    assert result["commands"][:2] == [
        'CREATEDOMAIN "example.org"', 'CREATEACCOUNT "alice@example.org" {RealName=A;}'
    ]  # fmt: skip
    assert result["commands"][2].startswith('SETACCOUNTPASSWORD "alice@example.org"')
    assert "Looking-glass" not in str(result)
    mark = server.simulator.mark()
    server.made(config)
    sent = [line.split(" ")[0] for line in result["commands"]]
    assert server.changes(mark) == sent
