# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document does not speak of stays, by whatever name it goes, and what is told is so after one run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG
from ansible_collections.communigate.pro.plugins.module_utils._resources.export import EXPORT
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS
from support.document_server import DOMAIN, Config, Server, below, message


def test_a_row_that_gets_a_secret_still_tells_where_it_stands(server: Server) -> None:
    rows = '{"name": "bob"}\n{"name": "alice", "x": 1}\n'
    server.place.provide({f"there/domains/{DOMAIN}/accounts.jsonl": rows})
    secret = {"noun": "account", "name": "alice@" + DOMAIN, "place": "account_password", "value": "Looking-glass"}
    told = message(server.place.run(CONFIG, {"source": "there", "secrets": [secret]}))
    assert "account in line 2 of " in told and "accounts.jsonl (alice): unknown option: x" in told


@pytest.mark.parametrize(
    "place", ["name", "account_pasword", "settings", "settings.RealName", "settings.RealName.x", "settings.Deep.x",
              "aliases", "aliases.0"]
)  # fmt: skip
def test_a_secret_is_put_only_where_results_keep_it(server: Server, place: str) -> None:
    config = below(account=[{"name": "alice", "settings": {"RealName": "Alice"}, "aliases": ["al"]}])
    secret = {"noun": "account", "name": "alice@" + DOMAIN, "place": place, "value": "Looking-glass"}
    mark = server.simulator.mark()
    result = server.run(config, secrets=[secret])
    assert f"secrets: {place} of account alice@{DOMAIN} is " in message(result)
    assert "Looking-glass" not in str(result)
    assert server.simulator.verbs(mark) == []


def test_an_object_is_not_both_wanted_and_renamed(server: Server) -> None:
    server.made(below(account=[{"name": "alice"}]))
    config = below(account=[{"name": "anna", "rename_from": "alice"}, {"name": "alice"}])
    assert "is both wanted and renamed to anna@" + DOMAIN in message(server.run(config))
    assert server.names("account") == ["alice@" + DOMAIN]


def test_a_domain_stands_once_whatever_is_chosen(server: Server) -> None:
    """What stands below the other spelling would not be wanted, and would go."""
    server.made(below(account=[{"name": "alice"}, {"name": "bob"}]))
    parts = {name: {"account": [{"name": account}]} for name, account in ((DOMAIN, "alice"), (DOMAIN.upper(), "bob"))}
    told = message(server.run({"domains": parts}, state="overridden", domains=[DOMAIN]))
    assert f"domains.{DOMAIN.upper()} is said twice: it is {DOMAIN}, too" in told
    assert server.names("account") == [f"{name}@{DOMAIN}" for name in ("alice", "bob")]


def test_what_a_template_gives_is_not_said_either(server: Server) -> None:
    template = [{"domain": DOMAIN, "settings": {"ServiceClass": "standard"}}]
    server.made(below(account_template=template))
    config = below(account=[{"name": "alice"}], account_template=template)
    for state in ("overridden", "replaced"):
        server.made(below(account=[{"name": "alice", "state": "absent"}]))
        server.made(config, state=state)
        (row,) = server.read(domains=[DOMAIN], only=["account"])["domains"][DOMAIN]["account"]
        assert "settings" not in row
        assert server.made(config, state=state)["statistics"]["writes"] == 0


def test_what_held_by_default_is_said_before_the_default_goes(server: Server) -> None:
    """Of Domains, Accounts and preferences: what is in force when they are looked at is so when all is done."""
    account = "alice@" + DOMAIN
    server.made(
        {
            "server": {
                "domain_defaults": [{"scope": "server", "settings": {"MailToUnknown": "Rejected"}}],
                "account_defaults": [{"scope": "server", "settings": {"MaxAccountSize": "1M"}}],
                "account_default_prefs": [{"scope": "server", "settings": {"Language": "German"}}],
            },
            **below(account=[{"name": "alice"}]),
        }
    )
    config = below(
        account=[{"name": "alice", "settings": {"MaxAccountSize": "1M"}}],
        account_prefs=[{"name": account, "settings": {"Language": "German"}}],
    )
    config["domains"][DOMAIN]["domain"][0]["settings"] = {"MailToUnknown": "Rejected"}
    config["server"] = {
        name: [{"scope": "server", "settings": {}, "settings_mode": "replace"}]
        for name in ("domain_defaults", "account_defaults", "account_default_prefs")
    }
    server.made(config, state="replaced")
    assert server.made(config, state="replaced")["statistics"]["writes"] == 0


def test_a_certificate_stays_where_the_domain_is_said_wholly(server: Server) -> None:
    """It is an object of its own, which a document of Domains alone does not tell."""
    (files,) = (noun.files for noun in NOUNS if noun.module == "cgp_domain_certificate")
    named = {"private_key": "privkey.pem", "certificate": "cert.pem", "chain": "chain.pem"}
    certificate = {"name": DOMAIN, **{option: files[file] for option, file in named.items()}}
    server.made(below(domain_certificate=[certificate]))
    for options in ({}, {"only": ["domain"]}):
        for state in ("replaced", "overridden"):
            result = server.made(server.read(domains=[DOMAIN], **options), state=state)
            assert (result["changed"], result["statistics"]["writes"]) == (False, 0)


def test_the_server_is_named_by_no_document_of_its_domains(server: Server) -> None:
    """As it is read, and as files: neither says that there are no other Domains, Skins or routes."""
    everything = {**below(account=[{"name": "alice"}]), "server": {"skin": [{"scope": "server", "name": "Blue"}]}}
    everything["domains"]["two.example"] = {"domain": [{"name": "two.example"}]}
    server.made(everything)
    whole = server.read()
    options = {"domains": [DOMAIN]}
    exported = server.place.run(EXPORT, {"dest": str(server.place.directory / "files" / "part"), **options})
    for document in ({"config": server.read(**options)}, {"source": "part"}):
        result = server.place.run(CONFIG, {**document, "state": "overridden", "only": exported["order"]})
        assert (result.get("msg"), result["changed"]) == (None, False)
    assert server.read() == whole


@pytest.mark.parametrize("row", [{"aliases": ["al"]}, {"state": "absent", "aliases": ["al"]}, None])
def test_who_is_named_by_an_alias_does_not_go(server: Server, row: dict[str, Any] | None) -> None:
    server.made(
        below(
            account=[{"name": "alice", "aliases": ["al"]}],
            mailbox=[{"account": "alice@" + DOMAIN, "name": "Archive"}],
        )
    )
    before, mark = server.read(), server.simulator.mark()
    config = below(account=[{"name": "al"}, *([{"name": "alice", **row}] if row else [])], mailbox=[], account_prefs=[])
    told = message(server.run(config, state="overridden"))
    assert f"account: al@{DOMAIN} is only another name of alice@{DOMAIN}" in told
    assert (server.changes(mark), server.read()) == ([], before)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("al@" + DOMAIN, ("alice@" + DOMAIN, "al@" + DOMAIN)),
        ("al@alias.example", (DOMAIN, "alias.example")),
        ("alice@alias.example", (DOMAIN, "alias.example")),
    ],
)
def test_what_is_filled_by_one_name_is_not_emptied_by_another(
    server: Server, other: str, told: tuple[str, str]
) -> None:
    account = {"name": "alice", "aliases": ["al"]}
    domain = {"name": DOMAIN, "aliases": ["alias.example"]}
    server.made({"domains": {DOMAIN: {"domain": [domain], "account": [account]}}})
    config: Config = {"domains": {DOMAIN: {"domain": [domain], "account": [account]}}}
    prefs = [{"name": other, "settings": {"Language": "English"}}]
    config["domains"].setdefault(other.rpartition("@")[2], {})["account_prefs"] = prefs
    before, mark = server.read(), server.simulator.mark()
    result = server.run(config, state="overridden")
    assert f"{told[0]} and {told[1]} are names of the same" in message(result)
    assert (server.changes(mark), server.read()) == ([], before)
    assert not server.run(config).get("failed")


def test_what_is_to_go_is_not_emptied_before(server: Server) -> None:
    account = "alice@" + DOMAIN
    server.made(below(account=[{"name": "alice"}], mailbox=[{"account": account, "name": "Archive"}]))
    gone = below(account=[{"name": "alice", "state": "absent"}], mailbox=[], account_prefs=[], rules=[])
    for changes in (["DELETEACCOUNT"], []):
        mark = server.simulator.mark()
        assert "warnings" not in server.made(gone, state="overridden")
        assert server.changes(mark) == changes


@pytest.mark.parametrize("names", [["x" * 300], ["?" * 100, "strings.data"], ["a", "a/b"], ["a/b", "a"]])
def test_what_no_file_can_be_called_is_exported_all_the_same(tmp_path: Path, names: list[str]) -> None:
    """Names that are too long, as they are or as they are encoded, and one that is a file and a directory."""
    scopes = [{"scope": "server"}, {"scope": "domain", "domain": DOMAIN}]
    files = [[{**scope, "skin": "Blue", "name": name, "content": name} for name in names] for scope in scopes]
    skins = [[scope, {**scope, "name": "Blue"}] for scope in scopes]
    config = below(skin=skins[1], skin_files=files[1])
    config["server"] = {"skin": skins[0], "skin_files": files[0]}
    told = []
    for number in (0, 1):
        server = Server(tmp_path / str(number))
        try:
            given = {"source": str(tmp_path / "out"), "state": "overridden"} if number else {"config": config}
            for changed in (True, False):
                result = server.place.run(CONFIG, given)
                assert (result.get("msg"), result["changed"]) == (None, changed)
            server.place.run(EXPORT, {"dest": str(tmp_path / "out")})
            told.append(server.read(only=["skin_files"]))
        finally:
            server.simulator.stop()
    assert told[0] == told[1]
    assert len(told[0]["server"]["skin_files"]) == len(names)


def test_what_cannot_go_is_not_tried(server: Server) -> None:
    """The environments and Skins without a name, of which no command rids a Domain."""
    nouns = {"pbx": [{"scope": "domain", "domain": DOMAIN}], "skin": [{"scope": "domain", "domain": DOMAIN}]}
    server.made(below(**nouns))
    assert not server.made(below(pbx=[], skin=[]), state="overridden")["changed"]


def test_check_mode_knows_what_has_no_name_from_what_it_is_in(server: Server) -> None:
    """An unnamed Skin and an unnamed environment of the server are not a new server."""
    (files,) = (noun.files for noun in NOUNS if noun.module == "cgp_domain_certificate")
    server.made({"server": {"trusted_certificates": [{"scope": "server", "certificates": [files["chain.pem"]]}]}})
    config = {
        "server": {
            **{name: [{"scope": "server"}] for name in ("skin", "pbx")},
            "trusted_certificates": [],
            "skin_files": [{"scope": "server", "name": "strings.data", "content": "tea"}],
        }
    }
    foreseen, done = (server.made(config, state="overridden", check=check) for check in (True, False))
    assert foreseen["nouns"] == done["nouns"]
    assert foreseen["nouns"]["trusted_certificates"]["counts"]["updated"] == 1


def test_check_mode_knows_what_a_new_account_has(server: Server) -> None:
    """Its INBOX, which an export names."""
    account = "alice@" + DOMAIN
    config = below(
        account=[{"name": "alice"}],
        mailbox=[{"account": account, "name": name} for name in ("INBOX", "Archive")],
        mailbox_acl=[{"account": account, "mailbox": "INBOX", "acl": {"anyone": "lr"}}],
    )
    foreseen, done = server.made(config, check=True), server.made(config)
    assert foreseen["nouns"] == done["nouns"]
    assert foreseen["nouns"]["mailbox"]["changed_names"] == [account + " Archive"]


def test_no_value_in_a_record_is_not_said_and_stays(server: Server) -> None:
    """It is none to whoever reads the document, and something to a server that keeps it."""
    lines = (
        "CREATEDOMAIN example.org",
        "CREATEACCOUNT alice@example.org",
        "SETACCOUNTRPOPS alice@example.org {home={domain=mail.net.example;more={a=#NULL#;b={c=#NULL#;d=e;};};};}",
    )
    server.place.run(COMMAND, {"commands": [{"line": line} for line in lines]})
    for state in ("merged", "replaced", "overridden"):
        assert not server.made(server.read(domains=[DOMAIN]), state=state)["changed"], state
    config = server.read(domains=[DOMAIN])
    (row,) = config["domains"][DOMAIN]["account_remotes"]
    assert row["records"]["home"]["more"]["b"] == {"d": "e"}
    del row["records"]["home"]["more"]
    assert server.made(config, state="replaced")["changed"]
    (row,) = server.read(domains=[DOMAIN])["domains"][DOMAIN]["account_remotes"]
    assert row["records"] == {"home": {"domain": "mail.net.example"}}
