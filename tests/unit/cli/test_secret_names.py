# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which names mean a secret, and which must stay visible."""

from __future__ import annotations

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
from ansible_collections.communigate.pro.plugins.module_utils._engine.secrets import redact

SECRET_EVERYWHERE = (
    *("password", "Password", "PASSWORD", "PSTNGatewayPassword", "AppPasswords", "SyncUserPassword", "userPassword"),
    *("newPassword", "account_password", "new_password", "ssh_password", "authPasswd", "passwd"),
    *("secret", "SharedSecret", "sharedSecretText", "clientSecret"),
    *("PrivateSecureKey", "private_key", "privateKey", "PrivateKeyText", "key", "Key", "KEY"),
)
ABOUT_PASSWORDS = (
    *("PasswordEncryption", "PasswordComplexity", "PasswordRecovery", "CanModifyPassword", "MinPasswordLength"),
    *("UsePassword", "UseAppPassword", "UseExtPassword", "UseSysPassword", "UseKerberosPassword"),
    *("update_password", "password_file", "PasswordFile"),
)
"""Keys with these names tell how passwords are handled. A journal leaves them out all the same."""
ONLY_FOR_ANSIBLE = ("pass", "passphrase", "bypass", "ssh_key_file", "settings_keys", "keyName", "token", "monkey")
"""Ansible wants to be told whether options with these names are secret."""
PLAIN = ("RealName", "account", "login", "passive", "Passive", "SecureCertificate", "Selector", "ke")

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


@pytest.mark.parametrize("name", ["x" + name for name in ABOUT_PASSWORDS] + [name + "s" for name in ABOUT_PASSWORDS])
def test_only_the_whole_name_is_about_passwords(name: str) -> None:
    assert is_secret_key(name)


@pytest.mark.parametrize("name", ONLY_FOR_ANSIBLE)
def test_what_only_sounds_secret_to_ansible(name: str) -> None:
    assert [means_a_secret(name) for means_a_secret in ALL] == [False, False, False, True]


@pytest.mark.parametrize("name", PLAIN)
def test_what_must_stay_visible(name: str) -> None:
    assert not any(means_a_secret(name) for means_a_secret in ALL)


def test_the_secret_arguments_of_all_commands() -> None:
    specs = [spec for variants in COMMANDS.values() for spec in variants]
    secret = {name for spec in specs for name, argument in spec.parameters.items() if argument.secret}
    assert secret == {"newPassword", "password", "secret", "sessionID"}
