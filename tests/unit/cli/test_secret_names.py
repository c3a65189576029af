# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names mean a secret, and which must stay visible."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Callable

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.redaction import redacted
from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import (
    is_secret_argument,
    is_secret_key,
    may_be_secret_key,
    sounds_secret,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils._engine.secrets import redact

SECRET_EVERYWHERE = (
    *("password", "Password", "PASSWORD", "PSTNGatewayPassword", "AppPasswords", "SyncUserPassword", "userPassword"),
    *("newPassword", "account_password", "new_password", "ssh_password", "authPasswd", "passwd"),
    *("secret", "SharedSecret", "sharedSecretText", "clientSecret"),
    *("PrivateSecureKey", "private_key", "privateKey", "PrivateKeyText", "key", "Key", "KEY"),
    *("pass", "authpass", "bindPass", "db_pass", "passphrase", "keyPassphrase", "userPwd", "bind_pwd", "pwd"),
    *("token", "Token", "access_token", "deviceTokens", "credential", "Credentials", "smtpCredentials"),
    *("AuthData", "authdata", "auth_data", "WebAuthCookie", "auth_cookies"),
    *("apikey", "APIKey", "api_key", "api-keys", "accessKey", "sharedKey", "akey", "ikey", "skey", "DKIMkey", "psk"),
    *("PIN", "pin", "PINCode", "pin_code", "voicePIN", "LicenseKey", "licence_key", "encryptionKey"),
)
ABOUT_PASSWORDS = (
    *("PasswordEncryption", "PasswordComplexity", "PasswordRecovery", "CanModifyPassword", "MinPasswordLength"),
    *("UsePassword", "UseAppPassword", "UseExtPassword", "UseSysPassword", "UseKerberosPassword"),
    *("update_password", "password_file", "PasswordFile"),
)
"""Keys with these names tell how passwords are handled. A journal leaves them out all the same."""
ONLY_FOR_ANSIBLE = ("bypass", "SpamBypass", "ssh_key_file", "settings_keys", "keyName", "token_type", "monkey")
"""Ansible wants to be told whether options with these names are secret."""
PLAIN = ("RealName", "account", "login", "passive", "Passive", "SecureCertificate", "Selector", "ke")
PLAIN += ("PWD", "PWDAllowed", "secretary", "Authenticated", "AUTHMethods", "ForceSMTPAUTH", "authName", "Spin")

ALL: tuple[Callable[[str], bool], ...] = (is_secret_key, may_be_secret_key, is_secret_argument, sounds_secret)


@pytest.mark.parametrize("name", SECRET_EVERYWHERE)
def test_a_secret_is_one_in_every_sort_of_names(name: str) -> None:
    assert [means_a_secret(name) for means_a_secret in ALL] == [True] * 4
    assert redacted({"settings": {name: "x"}}) == {"settings": {name: "***"}}
    assert redact({name: "x"}) == {name: "(hidden)"}


@pytest.mark.parametrize("name", ABOUT_PASSWORDS)
def test_what_is_about_passwords_is_told_in_results_and_not_noted_in_journals(name: str) -> None:
    assert (is_secret_key(name), may_be_secret_key(name), sounds_secret(name)) == (False, True, True)
    assert redact({name: "x"}) == {name: "x"}
    assert redacted({"settings": {name: "x"}}) == {"settings": {name: "***"}}


@pytest.mark.parametrize("name", ["UseToken", "AllowTokens", "RequirePIN", "UseCredentials", "MaxTokens"])
def test_what_is_about_tokens_and_the_like_is_told(name: str) -> None:
    assert not is_secret_key(name)


@pytest.mark.parametrize("name", ["x" + name for name in ABOUT_PASSWORDS] + [name + "s" for name in ABOUT_PASSWORDS])
def test_only_the_whole_name_is_about_passwords(name: str) -> None:
    assert is_secret_key(name)


@pytest.mark.parametrize("name", ONLY_FOR_ANSIBLE)
def test_what_only_sounds_secret_to_ansible(name: str) -> None:
    assert [means_a_secret(name) for means_a_secret in ALL] == [False, False, False, True]


@pytest.mark.parametrize("name", PLAIN)
def test_what_must_stay_visible(name: str) -> None:
    assert not any(means_a_secret(name) for means_a_secret in ALL)


# --- the settings that the manual and other clients know

with open(Path(__file__).parent / "setting_names.tsv", encoding="utf-8", newline="") as _file:
    SETTINGS = list(csv.DictReader(_file, delimiter="\t"))
HIDDEN_ALL_THE_SAME = {
    ("account-prefs", "Gateways.key"),  # has the name of a private key
    ("account-prefs", "WebAuthCookie"),  # who has such a cookie is logged in
    ("account-prefs", "WebAuthCookie.Apps"),
    ("account-prefs", "WebAuthCookie.LastCheck"),
    ("directory-attr", "userPassword"),
}
SHOWN_ALL_THE_SAME = {("device-token", "id")}  # nothing but the dictionary that it is in says what it identifies


def test_every_setting_that_holds_a_secret_is_hidden_and_no_other() -> None:
    assert len(SETTINGS) > 700
    hidden = {(row["scope"], row["name"]) for row in SETTINGS if any(map(is_secret_key, row["name"].split(".")))}
    secret = {(row["scope"], row["name"]) for row in SETTINGS if row["holds"] == "secret"}
    assert hidden - secret == HIDDEN_ALL_THE_SAME
    assert secret - hidden == SHOWN_ALL_THE_SAME


def test_what_the_vocabulary_calls_a_secret_is_hidden_wherever_it_stands() -> None:
    secret = {(name, setting.name) for name, scope in SCOPES.items() for setting in scope if setting.type == "secret"}
    assert len(secret) > 10
    assert {(scope, name) for scope, name in secret if not any(map(is_secret_key, name.split(".")))} == set()
    plain = {
        (name, setting.name.replace("*.", ""))
        for name, scope in SCOPES.items()
        for setting in scope
        if setting.type != "secret" and name not in ("right", "rule-action", "rule-condition")
    }
    hidden = {(scope, name) for scope, name in plain if any(map(is_secret_key, name.split(".")))}
    assert hidden <= HIDDEN_ALL_THE_SAME | {("account-prefs", "WebAuthCookie.*")}


def test_the_secret_arguments_of_all_commands() -> None:
    specs = [spec for variants in COMMANDS.values() for spec in variants]
    secret = {name for spec in specs for name, argument in spec.parameters.items() if argument.secret}
    assert secret == {"newPassword", "password", "secret", "sessionID"}
