# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a server tells, a check makes findings of it or says that it does not know; and all of that is JSON data."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.checks import CHECKS
from ansible_collections.communigate.pro.plugins.module_utils._audit.login import OF_ACCOUNTS, OF_DOMAINS, OF_SERVER
from ansible_collections.communigate.pro.plugins.module_utils._audit.model import Check, Finding, Look, Subject, Unread
from ansible_collections.communigate.pro.tests.unit.audit.looking import facts
from hypothesis import given, settings
from hypothesis import strategies as st
from support.load import FULL
from support.strategies import SERVER_VALUES, TEXT

WORDS = (
    TEXT
    | st.sampled_from(["1", "²", "٣"])
    | st.sampled_from(["-1", "@", "%", "<>", "a@", "@example.org", "\x00", "T99-99-2020", "[AAA]", "{", '"'])
    | SERVER_VALUES
)
NAMES = [one.setting for one in (*OF_ACCOUNTS, *OF_DOMAINS, *OF_SERVER)] + [
    "Members", "Owner", "MailToUnknown", "MailRerouteAddress", "SecureCertificate", "PrivateSecureKey", "CAChain",
    "CertificateType", "AdminDomainName", "StorageUsed", "LastLogin", "Created",
]  # fmt: skip
SETTINGS = st.dictionaries(st.sampled_from(NAMES) | TEXT, WORDS | st.sampled_from(["Rerouted to", "YES"]), max_size=6)
ACTIONS = st.lists(st.sampled_from(["Redirect to", "React with", "Execute URL", "Mirror to"]) | WORDS, max_size=3)
RULES = st.lists(st.tuples(st.just("5"), st.just("Name"), st.just([]), st.lists(ACTIONS | WORDS, max_size=3)).map(list))
ACLS = st.dictionaries(TEXT, st.sampled_from(["lr", ""]), max_size=4)
PARTS: dict[str, st.SearchStrategy[Any]] = {
    "settings": SETTINGS,
    "effective": SETTINGS,
    "account_defaults": SETTINGS,
    "domain_defaults": SETTINGS,
    "info": st.fixed_dictionaries({"StorageUsed": WORDS, "LastLogin": WORDS, "Created": WORDS}),
    "limit": WORDS,
    "rights": st.lists(TEXT, max_size=3),
    "mail_rules": RULES,
    "signal_rules": RULES,
    "acl": ACLS,
    "mailbox_acls": st.dictionaries(TEXT, ACLS, max_size=2),
    "to": TEXT,
    "owner": WORDS,
}
"""What a server may tell of each part: of the type that the catalogue has for the command, and anything in it."""
LOOKS = [
    pytest.param(check, look, id="%s-%s-%s" % (check.name, look.kind, look.parts[0]))
    for check in CHECKS.values() for look in check.looks
]  # fmt: skip


@pytest.mark.parametrize(("check", "look"), LOOKS)
@settings(max_examples=200 if FULL else 40, deadline=None, derandomize=not FULL)
@given(st.data())
def test_no_data_is_an_error(check: Check, look: Look, data: st.DataObject) -> None:
    parts = {part: data.draw(PARTS[part], part) for part in look.parts}
    for told in look.find(Subject(look.kind, "example.org", "alice@example.org", parts), facts()):
        assert isinstance(told, (Finding, Unread))
        if isinstance(told, Finding):
            assert json.dumps([told.what, told.detail])
            assert told.severity in ("critical", "warning", "notice")
