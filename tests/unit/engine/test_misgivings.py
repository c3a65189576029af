# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is probably not meant in settings: slips in names and values that are known, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import MISSPELT
from ansible_collections.communigate.pro.plugins.module_utils._engine import shapes
from ansible_collections.communigate.pro.plugins.module_utils._engine.misgivings import misgivings, told
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Facet, Field, Resource, Want
from hypothesis import assume, given
from hypothesis import strategies as st
from support.strategies import ANYTHING

SETTABLE = ["account", "account-prefs", "domain", "group", "list", "server:server", "module:HTTPU", "rpop", "rsip"]


def thing(scope: str) -> Resource:
    field = Field("settings", type="dict")
    facet = Facet("settings", (field,), shapes.settings(SCOPES[scope]), write=lambda key, edit: [])
    return Resource("thing", "things", "things", key=(Field("name"),), facets=(facet,))


def found(scope: str, settings: Any) -> list[str]:
    value = shapes.SETTINGS.parse(settings)
    return list(misgivings(thing(scope), [Want(("one",), values={"settings": value})]))


@pytest.mark.parametrize(
    ("scope", "settings", "message"),
    [
        ("domain", {"MailToUnknwn": "x"}, "settings.MailToUnknwn is not known: did you mean MailToUnknown?"),
        ("domain", {"Mail_To_Unknown": "x"}, "settings.Mail_To_Unknown is not known: did you mean MailToUnknown?"),
        ("domain", {"MailToUnknown": "Rejectd"}, "MailToUnknown: Rejectd is not known: did you mean Rejected?"),
        ("domain", {"mailtounknown": "rejected"}, "rejected is not known: did you mean Rejected?"),
        ("account", {"MaxAccountSize": "5 GB"}, "settings.MaxAccountSize: 5 GB is no size: did you mean 5G?"),
        ("account", {"MaxAccountSize": "100m"}, "100m is no size: did you mean 100M?"),
        ("account", {"MaxAccountSize": "much"}, "settings.MaxAccountSize: much is no size"),
        ("account-prefs", {"EmptyTrash": "24 hours"}, "24 hours is no period: did you mean 24h?"),
        ("account", {"MailInpFlow": ["20", "1 min"]}, "1 min is no period: did you mean 1m?"),
        ("account", {"MailInpFlow": ["many", "1m"]}, "many is no number"),
        ("account", {"MaxMailboxes": "1O"}, "1O is no number"),
        ("account", {"MailToAll": "on"}, "on is no flag, YES or NO: did you mean YES?"),
        ("account", {"MailToAll": "yess"}, "yess is no flag, YES or NO"),
        ("account", {"AccessModes": [30, "Mial"]}, "Mial is not known: did you mean Mail?"),
        ("account", {"AccessModes": "Nnoe"}, "Nnoe is not known: did you mean None?"),
        ("account", {"ServiceClasses": {"Any": {"AccessMode": "All"}}}, "did you mean AccessModes?"),
        ("account-prefs", {"WorkDays": ["Mon", "tue"]}, "tue is not known: did you mean Tue?"),
        ("group", {"RejectAuto": True}, "settings.RejectAuto is not known: did you mean RejectAutomatic?"),
        ("server:server", {"ExternalFilters": [{"TimeOuts": "1m"}]}, "did you mean Timeout?"),
        ("server:server", {"ExternalFilters": {"$records": {"Name": {"a": {"Timeout": "1 m"}}}}}, "did you mean 1m?"),
    ],
)
def test_a_slip_is_noticed(scope: str, settings: Any, message: str) -> None:
    (doubt,) = found(scope, settings)
    assert message in doubt


@pytest.mark.parametrize(
    ("scope", "settings"),
    [
        ("account", {"deleteAccount": "x", "Phone2": "1", "Department2": "x", "wn_MaximumAliases": 3, "zz": "y"}),
        ("account", {"MaxAccountSize": None, "MailToAll": "default", "MaxMailboxes": "Default"}),
        ("account", {"MaxAccountSize": "Unlimited", "MaxWebSize": -1, "ArchiveMessagesAfter": "never"}),
        ("account", {"AccessModes": [30, "Mail", "SomethingNew"], "RulesAllowed": "Everything"}),
        ("account", {"realname": "on", "REALNAME2": "5 GB"}),
        ("account", {"ServiceClasses": {"MailToUnknwn": {"AccessModes": "All"}}}),
        ("account", {"Site": {"MaxAccountSze": "5 GB"}}),
        ("domain", {"CertificateType": "yes", "DomainAccessModes": "All"}),
        ("account-prefs", {"WorkDays": "default", "EmptyTrash": "86400"}),
        ("rpop", {"APOP": "1", "period": "600s"}),
    ],
)
def test_what_is_known_or_plainly_something_else_is_let_pass(scope: str, settings: Any) -> None:
    if scope == "domain":
        settings = {**settings, "CertificateType": "YES"}
    assert found(scope, settings) == []


@pytest.mark.parametrize("scope", SETTABLE)
def test_all_that_is_known_is_let_pass(scope: str) -> None:
    """Every name with its own values, in their first spelling, and its default."""
    for setting in SCOPES[scope]:
        if setting.type == MISSPELT:
            continue
        place = SCOPES[scope].place(*setting.path)
        values = [spellings[0] for spellings in setting.values] + [place.default()]
        for value in values:
            settings: Any = {} if value is None else value
            if value is not None or setting.type == "dictionary":
                for name in reversed(setting.path):
                    settings = {name: settings}
                assert found(scope, settings) == []


@given(
    scope=st.sampled_from(SETTABLE[:7]),
    chosen=st.data(),
    letter=st.sampled_from("abcdefghijklmnopqrstuvwxyz"),
)
def test_one_slip_in_a_long_name_is_noticed(scope: str, chosen: st.DataObject, letter: str) -> None:
    root = SCOPES[scope].root
    name = chosen.draw(st.sampled_from([name for name in root.names() if len(name) > 8]))
    at = chosen.draw(st.integers(1, len(name) - 2))
    kind = chosen.draw(st.sampled_from(["missing", "wrong", "more", "exchanged"]))
    slip = {
        "missing": name[:at] + name[at + 1 :],
        "wrong": name[:at] + letter + name[at + 1 :],
        "more": name[:at] + letter + name[at:],
        "exchanged": name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    }[kind]
    assume(root.spelling(slip) == slip and slip not in root.names())
    (doubt,) = found(scope, {slip: {}})
    assert "did you mean" in doubt


@pytest.mark.parametrize("scope", SETTABLE)
@given(value=ANYTHING)
def test_whatever_is_wanted_is_no_error(scope: str, value: Any) -> None:
    names = [setting.path[0] for setting in SCOPES[scope]][:20]
    wants = [Want(("one",), values={"settings": {name: value for name in names}})]
    for doubt in misgivings(thing(scope), wants):
        assert doubt


def test_a_secret_is_not_told() -> None:
    settings = {
        "Password": "s3cret GB",
        "Passwrd": "s3cret",
        "SyncUserPassword": "s3cret",
        "ServiceClasses": {"a": {"PSTNGatewayPassword": "s3cret", "PSTNGatewayPasword": "s3cret"}},
    }
    doubts = found("account", settings)
    assert len(doubts) == 2
    assert "s3cret" not in str(doubts)
    assert "s3cret" not in str(found("account-prefs", {"DUOSecurity": {"akey": "s3cret", "skye": "s3cret"}}))


def test_a_misgiving_about_many_objects_is_told_once() -> None:
    wants = [Want(("n%d" % number,), values={"settings": {"MailToUnknwn": "x"}}) for number in range(12)]
    (message,) = told(thing("domain"), misgivings(thing("domain"), wants))
    assert message.startswith("thing n0, n1, n2, n3, n4, n5, n6, n7, n8, n9 and 2 more: settings.MailToUnknwn is not")
