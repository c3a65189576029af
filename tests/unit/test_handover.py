# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is handed over of Domains: what servers with all habits tell, what is made anew, and what stays as it was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.plugin_utils._handover import (
    Handover,
    Place,
    hand_over,
    new_password,
)
from ansible_collections.communigate.pro.plugins.plugin_utils._handover_file import read_handover, write_handover
from support.document_server import DOMAIN, Server
from support.key_material import certificate, pem, private_key, rsa_key

CLEAR, RECOVERABLE, DIGEST = "clear", "A-crpt", "U-crpt"
ALICE = 'Looking {{ 7*7 }} "glass" ü'
RPOP = Place("account_remotes", "alice@%s rpop" % DOMAIN, "records.home.password")
DKIM = Place("domain", DOMAIN, "settings.DKIM.key")
KEY = Place("domain_certificate", DOMAIN, "private_key")
NAMES = ("alice", "bob", "queen")


def password_of(name: str) -> Place:
    return Place("account", "%s@%s" % (name, DOMAIN), "account_password")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path)
    yield running
    running.simulator.stop()


def fill(server: Server, encryption: str = CLEAR) -> None:
    """A Domain with an Account of each sort: a password that may be told, one that is not kept, and none."""
    settings = {"DKIM": {"Selector": "s", "key": {"$datablock": "AQID"}}}
    record = {"domain": "pop.net.example", "authName": "a", "password": "Rabbit-hole"}
    certified = {"private_key": private_key(rsa_key()), "certificate": pem(certificate(rsa_key(), DOMAIN))}
    config = {
        "domain": [{"name": DOMAIN, "settings": settings}],
        "domain_certificate": [{"name": DOMAIN, **certified}],
        "account": [
            {"name": "alice", "account_password": ALICE, "settings": {"PasswordEncryption": encryption}},
            {"name": "bob", "account_password": "Tweedledum", "settings": {"PasswordEncryption": DIGEST}},
            {"name": "queen"},
        ],
        "account_remotes": [{"account": "alice@" + DOMAIN, "records": {"home": record}}],
    }
    server.made({"domains": {DOMAIN: config}})


def handed(server: Server, *habits: str, kept: Handover | None = None) -> Handover:
    """What a server with these habits hands over. It must not have been changed by that."""
    server.simulator.control("HABITS (%s)" % ",".join('"%s"' % habit for habit in habits))
    mark = server.simulator.mark()
    where = Endpoint(host=server.simulator.host, port=server.simulator.port, connect_timeout=60)
    session = Session(where, Credentials("postmaster", server.simulator.password))
    try:
        return hand_over(session, [DOMAIN], kept or Handover())
    finally:
        session.close()
        assert server.changes(mark) == []


def verifies(server: Server, name: str, password: Any) -> bool:
    asked = {"names": ["%s@%s" % (name, DOMAIN)], "verify_password": password, "include": []}
    (account,) = server.place.run(ACCOUNT_INFO, asked)["accounts"]
    return bool(account["facts"]["password_matches"])


# --- what a server tells


@pytest.mark.parametrize(
    ("encryption", "habits", "told"),
    [
        (CLEAR, (), {"alice"}),
        (RECOVERABLE, (), set()),
        (CLEAR, ("hides-secrets",), set()),
        (CLEAR, ("shows-encoded-secrets",), set()),
        (RECOVERABLE, ("hands-on-passwords",), {"alice"}),
        (RECOVERABLE, ("hands-on-passwords", "hides-secrets"), {"alice"}),
        (RECOVERABLE, ("hands-on-passwords-or-nothing", "hides-secrets"), {"alice"}),
        (RECOVERABLE, ("hands-on-passwords-or-nothing", "shows-encoded-secrets", "other-texts"), {"alice"}),
        (DIGEST, ("hands-on-passwords",), set()),
        (DIGEST, ("hands-on-passwords-or-nothing",), set()),
        (CLEAR, ("other-texts", "absent-500", "password-500"), {"alice"}),
    ],
)
def test_a_password_is_taken_where_the_server_hands_it_on_and_made_elsewhere(
    server: Server, encryption: str, habits: tuple[str, ...], told: set[str]
) -> None:
    fill(server, encryption)
    found = handed(server, *habits)
    for name in NAMES:
        assert verifies(server, name, found.values[password_of(name)]) == (name in told)
    assert found.new == ["%s@%s" % (name, DOMAIN) for name in NAMES if name not in told]
    assert found.told == len(told) + len([place for place in (RPOP, DKIM, KEY) if place in found.values])


@pytest.mark.parametrize(
    ("habits", "missing"),
    [((), []), (("hides-secrets",), [(Place(*RPOP[:2], "records.home"), False)]), (("shows-encoded-secrets",), [RPOP])],
)
def test_other_secrets_are_taken_as_they_are_shown(
    server: Server, habits: tuple[str, ...], missing: list[Any]
) -> None:
    fill(server)
    found = handed(server, *habits)
    assert found.values[DKIM] == {"$datablock": "AQID"}
    assert "BEGIN RSA PRIVATE KEY" in found.values[KEY]
    assert found.values.get(RPOP) == (None if missing else "Rabbit-hole")
    assert found.missing == [one if isinstance(one[0], Place) else (one, True) for one in missing]


def test_what_is_handed_over_makes_the_domain_elsewhere(server: Server, tmp_path: Path) -> None:
    """The values are such as cgp_config takes, and nothing is left to do then."""
    fill(server)
    found = handed(server)
    other = Server(tmp_path / "other")
    try:
        given = [{**place._asdict(), "value": value} for place, value in found.values.items()]
        config = server.read(domains=[DOMAIN])
        other.made(config, state="replaced", secrets=given)
        assert not other.made(server.read(domains=[DOMAIN]), state="replaced", secrets=given, check=True)["changed"]
        again = handed(other)
        assert again.values[DKIM] == found.values[DKIM] and again.values[KEY] == found.values[KEY]
        assert again.values[RPOP] == found.values[RPOP]
        assert all(verifies(other, name, found.values[password_of(name)]) for name in NAMES)
    finally:
        other.simulator.stop()


# --- what was handed over before


def test_nothing_is_made_twice(server: Server) -> None:
    fill(server)
    first = handed(server)
    second = handed(server, kept=first)
    assert (second.values, second.new) == (first.values, first.new)


def test_a_password_that_was_made_stays_also_where_the_server_hands_on_another_by_now(server: Server) -> None:
    """Somebody may have it."""
    fill(server, RECOVERABLE)
    first = handed(server)
    second = handed(server, "hands-on-passwords", kept=first)
    assert second.values[password_of("alice")] == first.values[password_of("alice")]
    assert second.new == first.new


def test_a_password_that_was_told_follows_the_server_and_is_not_forgotten(server: Server) -> None:
    fill(server)
    first = handed(server)
    server.made({"domains": {DOMAIN: {"account": [{"name": "alice", "account_password": "Jabberwock"}]}}})
    second = handed(server, kept=first)
    assert second.values[password_of("alice")] == "Jabberwock"
    third = handed(server, "hides-secrets", kept=second)
    assert third.values[password_of("alice")] == "Jabberwock"
    assert third.new == first.new


def test_what_somebody_has_filled_in_stays(server: Server) -> None:
    fill(server)
    filled = Handover(values={password_of("queen"): "Off with", Place(*RPOP[:2], "records.home.password"): "Hole"})
    found = handed(server, "hides-secrets", kept=filled)
    assert (found.values[password_of("queen")], found.values[RPOP]) == ("Off with", "Hole")
    assert "queen@" + DOMAIN not in found.new


def test_what_is_of_an_object_that_is_gone_is_left_out(server: Server) -> None:
    """It would be an error of the document that it stands beside."""
    fill(server)
    gone = Place("account", "hatter@" + DOMAIN, "account_password")
    found = handed(server, kept=Handover(values={gone: "Mad"}, new=[gone.name]))
    assert gone not in found.values and gone.name not in found.new


def test_what_is_of_other_domains_is_not_forgotten(server: Server) -> None:
    """Nobody could tell a password again that was made for an Account there."""
    fill(server)
    other = Place("account", "alice@two.example", "account_password")
    values: dict[Place, Any] = {
        other: "Mad", Place("account_remotes", "alice@two.example rpop", "records.x.password"): "Hole",
        Place("domain", "two.example", "settings.DKIM.key"): {"$datablock": "AQID"},
    }  # fmt: skip
    found = handed(server, kept=Handover(values=values, new=[other.name]))
    assert {place: found.values.get(place) for place in values} == values
    assert found.new == [*handed(server).new, other.name]


def test_new_passwords_have_letters_of_all_sorts_and_differ() -> None:
    made = [new_password() for dummy in range(200)]
    assert len(set(made)) == 200
    for password in made:
        assert len(password) == 16 and password.isalnum() and password.isascii()
        assert password.lower() != password != password.upper() and any(map(str.isdigit, password))


# --- the file

ODD = ["plain", "yes", "007", "{{ 7*7 }}", "{% raw %}", "a: b", "- x", "'", '"', "\\", "#5", "\n\t\x7f", "\u2028🙂"]
ODD += [" x ", "{# x #}", "1e3", "2030-01-01", "~"]


def test_the_file_says_what_was_handed_over_and_nobody_templates_it() -> None:
    values: dict[Place, Any] = {
        Place("account", "%s@%s" % (text, DOMAIN), "account_password"): text for text in ODD
    }
    values[DKIM] = {"$datablock": "AQID"}
    found = Handover(values=values, new=["{{ x }}@" + DOMAIN])
    text = write_handover(found)
    again = read_handover(DataLoader().load(text), "f")
    assert (again.values, again.new) == (found.values, found.new)
    assert write_handover(again) == text
    assert text.count("!unsafe") == 3 * 2 + 1


@pytest.mark.parametrize("text", ["[]", "a: 1", "cgp_secrets: [1]", "cgp_secrets: [{noun: account}]"])
def test_a_file_that_is_another_is_an_error_without_its_content(text: str) -> None:
    with pytest.raises(CgpError, match="^dest f( does|: number 1 of)"):
        read_handover(yaml.safe_load(text), "f")


@pytest.mark.parametrize("value", ["0451", "yes", "1.50", "2030-01-01", "2030-01-01 10:00:00"])
def test_a_password_that_yaml_takes_for_something_else_is_an_error(value: str) -> None:
    """Written by hand without quotation marks it would become another."""
    text = "cgp_secrets: [{noun: account, name: a@%s, place: account_password, value: %s}]" % (DOMAIN, "%s")
    with pytest.raises(CgpError, match="^dest f: the value of number 1 of cgp_secrets is no text") as raised:
        read_handover(DataLoader().load(text % value), "f")
    assert value not in str(raised.value)
    kept = read_handover(DataLoader().load(text % ("'%s'" % value)), "f").values
    assert list(kept.values()) == [value]


def test_an_empty_handover_is_a_file_as_well() -> None:
    assert read_handover(yaml.safe_load(write_handover(Handover())), "f").values == {}
