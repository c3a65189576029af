# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary of settings: that its tables can be read, and what they answer."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import is_secret_key
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES, defaults, known
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import (
    COMPUTED,
    MISSPELT,
    Scope,
)

TYPES = {"flag", "number", "size", "period", "choice", "text", "multiline", "list", "set", "services", "rate"}
TYPES |= {"dictionary", "address", "address-list", "secret", "datablock", "timestamp", "ip", "unknown", COMPUTED}
TYPES |= {MISSPELT}

with open(Path(__file__).parent / "setting_names.tsv", encoding="utf-8", newline="") as _file:
    EVIDENCED = [(row["scope"], row["name"]) for row in csv.DictReader(_file, delimiter="\t")]

every_scope = pytest.mark.parametrize("scope", list(SCOPES.values()), ids=list(SCOPES))


@every_scope
def test_a_table_can_be_read(scope: Scope) -> None:
    for setting in scope:
        assert setting.type in TYPES, setting.name
        assert setting.meaning or setting.type == MISSPELT, setting.name
        assert setting.evidence[:2] in ("M ", "L ", "C ", "I "), setting.name
        if setting.default:
            assert scope.place(*setting.path).default() is not None
    assert len({setting.path for setting in scope}) == len(list(scope))


@every_scope
def test_what_no_one_set_has_a_default_that_is_no_secret(scope: Scope) -> None:
    assert not any(is_secret_key(name) for name in defaults(scope.name))


def test_every_name_that_is_evidenced_for_a_scope_is_in_its_table() -> None:
    """But for letter case, by which names are found anyway."""
    written = {(name, setting.name.replace("*.", "").lower()) for name, scope in SCOPES.items() for setting in scope}
    evidenced = {(scope, name) for scope, name in EVIDENCED if scope in SCOPES and (scope, name) not in ABOUT_ROSTERS}
    assert {(scope, name.lower()) for scope, name in evidenced} <= written


ABOUT_ROSTERS = {("roster", name) for name in ("data", "peer", "what")}
"""The words of the command, not of a contact."""


@pytest.mark.parametrize(
    ("scope", "path", "spelling"),
    [
        ("domain", ["MailToUnknown"], "MailToUnknown"),
        ("domain", ["mailtounknown"], "MailToUnknown"),
        ("domain", ["MailToUnknwn"], ""),
        ("account", ["title"], "title"),
        ("account", ["Title"], "Title"),
        ("account", ["ServiceClasses", "Gold"], "Gold"),
        ("account", ["serviceclasses", "Gold", "accessmodes"], "AccessModes"),
        ("account", ["ServiceClasses", "Gold", "Other"], ""),
        ("account", ["NoSuch", "Gold"], ""),
        ("server:intercept", ["ann@example.com", "sendto"], "SendTo"),
        ("server:server", ["ExternalFilters", "programname"], "ProgramName"),
        ("group", ["RejectAuto"], ""),
        ("rpop", ["Leave"], "leave"),
        ("no such scope", ["MailToUnknown"], ""),
    ],
)
def test_the_known_spelling_of_a_setting(scope: str, path: list[str], spelling: str) -> None:
    assert known(scope, *path) == spelling


def test_a_name_that_clients_misspell_is_known_for_what_was_meant() -> None:
    assert SCOPES["group"].root.meant_by("RejectAuto") == "RejectAutomatic"
    assert SCOPES["domain"].place("DKIM").meant_by("DKIMEnabled") == "Enabled"
    assert SCOPES["domain"].root.meant_by("MailToUnknwn") == ""


def test_defaults_are_data_objects_as_servers_show_them() -> None:
    shown = defaults("server:server")
    assert shown["ExternalAUTH"] == {"Enabled": "NO", "LogLevel": "3"}
    assert shown["MBOXSizeToIndex"] == "100M"
    assert defaults("account-prefs")["WorkDays"] == ["Mon", "Tue", "Wed", "Thu", "Fri"]
    assert defaults("group")["RemoveToAndCc"] == "YES"
    assert defaults("list")["Store"] == "NO"
    assert defaults("no such scope") == {}
