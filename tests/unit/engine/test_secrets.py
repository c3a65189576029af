# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets are compared by the server, set when they differ, and never shown: random ones are planted and looked for."""

from __future__ import annotations

import base64
import json
import logging
import traceback
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    DELETEACCOUNT,
    GETACCOUNTSETTINGS,
    SETACCOUNTALIASES,
    VERIFYACCOUNTPASSWORD,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine import secrets
from ansible_collections.communigate.pro.plugins.module_utils._engine.apply import apply
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils._engine.gather import gather
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import run_info
from ansible_collections.communigate.pro.plugins.module_utils._engine.plan import plan
from ansible_collections.communigate.pro.plugins.module_utils._engine.result import plain
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import read_wants
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT, ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN, DOMAIN_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, WrongPassword
from hypothesis import given, settings
from hypothesis import strategies as st
from support.engine_server import Server, just_before

# A core that is looked for, in a wrapping that may break quoting.
CORES = st.text("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", min_size=12, max_size=12)
WRAPPINGS = st.sampled_from(["%s", '"%s"', "\\%s\\", "%s é {a=b;}", "#%s", "'%s%%'"])


@st.composite
def planted(draw: Any) -> tuple[str, str]:
    """(what is looked for, the secret)"""
    core = draw(CORES)
    return core, draw(WRAPPINGS) % core


def everything(*things: Any) -> str:
    """All that anybody could print of these things: as text, as repr, and errors with their causes."""
    shown = []
    for thing in things:
        shown += [str(thing), repr(thing)]
        if isinstance(thing, BaseException):
            shown += traceback.format_exception(type(thing), thing, thing.__traceback__)
            shown += [repr(vars(thing)), repr(thing.__cause__), repr(thing.__context__)]
    return "\n".join(shown)


def account_rows(domain: str, secret: str) -> list[dict[str, Any]]:
    """One Account for each way in which a secret, or an error about one, could get out."""
    datablock = {"$datablock": base64.b64encode(secret.encode()).decode()}
    return [
        {"name": "password", "account_password": secret},
        {"name": "settings", "settings": {"PSTNGatewayPassword": secret, "RealName": "x"}},
        {"name": "nested", "settings": {"RPOP": {"box": {"password": secret, "domain": "example.org"}}}},
        {"name": "list", "settings": {"Accounts": [{"AppPasswords": [secret, {"x": secret}]}]}},
        {"name": "key", "settings": {"DKIM": {"Enabled": True, "key": secret}, "PrivateSecureKey": datablock}},
        {"name": "refused", "account_password": secret, "aliases": ["taken"], "settings": {"MaxAccountSize": "1M"}},
    ]


BAD = [
    {"account_password": ["%s"]},
    {"account_password": {"secret": "%s"}},
    {"account_password": "%s\nQUIT"},
    {"account_password": "%s\0"},
    {"settings": "PSTNGatewayPassword=%s"},
    {"settings": ["%s"]},
    {"settings": {"Password": "%s"}},
    {"settings": {"PSTNGatewayPassword": "%s\0"}},
    {"settings": {"PrivateSecureKey": {"$datablock": "%s-"}}},
    {"settings": {"PrivateSecureKey": {"$address": "%s"}}},
    {"settings": {"PrivateSecureKey": {"$secret": "%s"}}},
    {"aliases": {"password": "%s"}},
    {"state": {"password": "%s"}},
    {"name": ["%s"], "account_password": "%s"},
    {"update_password": "%s"},
]


def filled(template: Any, secret: str) -> Any:
    if isinstance(template, str):
        return template.replace("%s", secret)
    if isinstance(template, list):
        return [filled(item, secret) for item in template]
    return {key: filled(value, secret) for key, value in template.items()}


@given(secret=planted())
@settings(max_examples=40)
def test_a_planted_secret_is_found_nowhere(server: Server, caplog, capfd, secret: tuple[str, str]) -> None:
    core, password = secret
    caplog.set_level(logging.NOTSET)
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "taken"}], domain=domain)
    shown: list[Any] = []
    mark = server.mark()
    rows = account_rows(domain, password)
    for wishes in (rows, account_rows(domain, "another"), rows):
        for check in (True, False):
            shown.append(server.apply(ACCOUNT, wishes, domain=domain, check=check, diff=True, detail="all"))
    shown.append(server.apply(DOMAIN, [{"name": domain, "settings": rows[4]["settings"]}], diff=True))
    include = ["settings", "effective_settings"]
    shown.append(run_info(server.master, ACCOUNT_INFO, {"domain": domain, "include": include}))
    shown.append(run_info(server.master, DOMAIN_INFO, {"names": [domain], "include": include}))
    # The engine's own objects, as a debugger or a careless log line would show them.
    dialogue = Dialogue(server.master)
    wants = read_wants(ACCOUNT, rows, domain)
    haves = gather(dialogue, ACCOUNT, wants)
    changes = plan(ACCOUNT, wants, haves)
    steps = [step.command for change in changes for step in change.steps]
    shown += [wants, haves, changes, steps, apply(dialogue, ACCOUNT, changes), vars(dialogue)]
    text = everything(*shown) + caplog.text + "".join(capfd.readouterr())
    text += json.dumps(server.since(mark), ensure_ascii=False)
    assert core not in text
    assert base64.b64encode(password.encode()).decode() not in text


@pytest.mark.parametrize("row", BAD, ids=[json.dumps(row) for row in BAD])
def test_no_error_about_bad_input_shows_a_secret(server: Server, row) -> None:
    core = "XK7Q2MZP4TRW"
    with pytest.raises(CgpError) as refused:
        server.apply(ACCOUNT, [{"name": "ann@example.com", **filled(row, core)}])
    assert core not in everything(refused.value)
    assert "account number 1" in str(refused.value)


def test_a_password_is_set_once_and_compared_by_the_server(server: Server) -> None:
    name = "ann@" + server.new_domain()
    row = {"name": name, "account_password": 'one "quoted" \\ é'}
    assert server.apply(ACCOUNT, [row])["counts"]["created"] == 1
    server.ask(VERIFYACCOUNTPASSWORD(name, row["account_password"]))
    mark = server.mark()
    assert server.apply(ACCOUNT, [row])["changed"] is False
    assert server.verbs(mark) == ["LISTDOMAINOBJECTS", "VERIFYACCOUNTPASSWORD"]
    mark = server.mark()
    result = server.apply(ACCOUNT, [{**row, "account_password": "two"}], diff=True)
    assert server.verbs(mark)[-2:] == ["SETACCOUNTPASSWORD", "VERIFYACCOUNTPASSWORD"]
    assert result["changed_names"] == [name]
    assert list(result["diff"]["after"][name]) == ["account_password"]
    with pytest.raises(WrongPassword):
        server.ask(VERIFYACCOUNTPASSWORD(name, row["account_password"]))
    server.ask(VERIFYACCOUNTPASSWORD(name, "two"))


def test_a_password_of_creation_only_is_left_alone_later(server: Server) -> None:
    name = "ann@" + server.new_domain()
    row = {"name": name, "account_password": "one", "update_password": "on_create"}
    server.apply(ACCOUNT, [row])
    mark = server.mark()
    assert server.apply(ACCOUNT, [{**row, "account_password": "two"}])["changed"] is False
    assert server.verbs(mark) == ["LISTDOMAINOBJECTS"]
    server.ask(VERIFYACCOUNTPASSWORD(name, "one"))


def test_replacing_all_settings_keeps_a_stored_password(server: Server) -> None:
    name = "ann@" + server.new_domain()
    row = {"name": name, "account_password": "one", "settings": {"RealName": "A", "PSTNGatewayPassword": "p"}}
    server.apply(ACCOUNT, [row])
    row = {"name": name, "settings": {"RealName": "B"}, "settings_mode": "replace"}
    assert server.apply(ACCOUNT, [row])["changed"] is True
    server.ask(VERIFYACCOUNTPASSWORD(name, "one"))
    assert server.ask(GETACCOUNTSETTINGS(name))["PSTNGatewayPassword"] == "p"
    assert server.apply(ACCOUNT, [row])["changed"] is False


def test_a_password_that_is_refused_is_a_failure_of_its_object(server: Server) -> None:
    """The Account is deleted by somebody else before its password can be set."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann", "account_password": "one"}], domain=domain)
    session = server.session(window=1)
    just_before(session, "SETACCOUNTPASSWORD", lambda: server.ask(DELETEACCOUNT("ann@" + domain)))
    rows = [{"name": "ann", "account_password": "XK7Q2MZP4TRW"}, {"name": "bob"}]
    result = server.apply(ACCOUNT, rows, domain=domain, session=session)
    (failure,) = result["failures"]
    assert (failure["name"], failure["code"], failure["changed"]) == ("ann@" + domain, 513, False)
    assert "while setting account_password" in failure["msg"]
    assert "XK7Q2MZP4TRW" not in json.dumps(result)
    assert result["counts"]["created"] == 1


SECRET_KEYS = ["Password", "password", "PSTNGatewayPassword", "AppPasswords"]
SECRET_KEYS += ["PrivateSecureKey", "SharedSecret", "key", "private_key"]


@pytest.mark.parametrize("key", SECRET_KEYS)
def test_keys_whose_values_are_secret(key: str) -> None:
    assert plain({"outer": [{key: "value"}]}) == {"outer": [{key: secrets.HIDDEN}]}
    assert plain({key: ""}) == {key: ""}


PLAIN_KEYS = ["PasswordEncryption", "PasswordComplexity", "UseAppPassword", "PasswordRecovery"]
PLAIN_KEYS += ["RealName", "Keywords", "monkey"]


@pytest.mark.parametrize("key", PLAIN_KEYS)
def test_keys_whose_values_are_not(key: str) -> None:
    assert plain({key: "value"}) == {key: "value"}


def test_an_error_of_the_server_does_not_echo_what_was_sent(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}, {"name": "bob"}], domain=domain)
    with pytest.raises(CgpError) as refused:
        server.ask(SETACCOUNTALIASES("ann@" + domain, ["bob"]))
    assert domain not in str(refused.value)
