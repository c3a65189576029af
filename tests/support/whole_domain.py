# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Domain with something of every noun that can be in one, odd names and secrets of all sorts among it."""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import Any

from support.key_material import DAY, NOW, certificate, pem, private_key, rsa_key
from support.vault import Vault

DOMAIN = "example.org"
ALIAS = "www.example.org"
CLEAR, RECOVERABLE, DIGEST = "clear", "A-crpt", "U-crpt"
ACCOUNTS = {"alice": CLEAR, "bob": RECOVERABLE, "o'hara": RECOVERABLE, "queen.of-hearts": DIGEST, "zoë": DIGEST}
"""By name, how the password is kept."""
ODD = 'Tea; & "Cake"'
TEMPLATE = "{{ 7*7 }}"
"""What nobody may take for an expression."""
ALICE = "alice@" + DOMAIN
BOB = "bob@" + DOMAIN
TELNUM = "+15550100"


@lru_cache(maxsize=None)
def _certificate() -> str:
    """The same for each Domain, as nothing else in them differs but secrets."""
    return pem(certificate(rsa_key(), DOMAIN, ends=NOW + 999 * DAY))


def whole_domain(vault: Vault) -> dict[str, Any]:
    """The document; every secret in it is planted."""
    rule = {"name": ODD, "priority": 5, "conditions": [["Subject", "is", "tea"]], "actions": [["Discard"]]}
    content = base64.b64encode(bytes(range(256))).decode()
    record = {"domain": "pop.net.example", "authName": "a", "password": vault.plain("a remote account")}
    key = {"$datablock": base64.b64encode(vault.plain("the key of DKIM").encode()).decode()}
    return {"domains": {DOMAIN: {
        "domain": [{"name": DOMAIN, "aliases": [ALIAS], "settings": {
            "MailToUnknown": "Rejected", "DKIM": {"Selector": "s", "key": key},
        }}],
        "domain_certificate": [{
            "name": DOMAIN, "private_key": private_key(rsa_key()), "certificate": _certificate(),
        }],
        "account_defaults": [{"scope": "domain", "domain": DOMAIN, "settings": {"MaxWebSize": "1G"}}],
        "account_default_prefs": [{"scope": "domain", "domain": DOMAIN, "settings": {"Language": "German"}}],
        "account_template": [{"domain": DOMAIN, "settings": {"City": "Oxford"}}],
        "account": [
            {"name": name, "account_password": vault.new("the password of %s" % name) + TEMPLATE, "settings": {
                "PasswordEncryption": kept, "RealName": TEMPLATE,
            }}
            for name, kept in ACCOUNTS.items()
        ] + [
            {"name": "nobody"},
            {"name": "al.box", "type": "TextMailbox", "aliases": ["al"], "telnums": [TELNUM]},
        ],
        "account_prefs": [{"name": ALICE, "settings": {"SkinName": "Blue"}}],
        "account_acl": [{"account": ALICE, "acl": {"bob": "lr"}}],
        "account_rights": [{"account": ALICE, "rights": ["CanCreateAccounts"]}],
        "account_remotes": [{"account": ALICE, "kind": kind, "records": {ODD: record}} for kind in ("rpop", "rimap")],
        "alert": [{"scope": "domain", "name": DOMAIN, "alerts": [ODD]}],
        "dataset": [{"account": ALICE, "name": "Contacts", "entries": {"hatter": {"e-mail": "hatter@net.example"}}}],
        "file_subscription": [{"account": ALICE, "files": ["a/b"]}],
        "forwarder": [{"name": "sales", "to": "sales@net.example"}],
        "group": [{"name": "party", "members": ["alice", "bob"], "settings": {"RealName": "Tea"}}],
        "mailing_list": [{"name": "news", "owner": "alice", "settings": {"FeedSubject": "[news]"}}],
        "list_subscriber": [{"list": "news@" + DOMAIN, "address": "queen@net.example", "mode": "feed"}],
        "mailbox": [{"account": ALICE, "name": name} for name in ("Archive", "Grüße", "Archive/2026")],
        "mailbox_acl": [{"account": ALICE, "mailbox": "Archive", "acl": {"bob": "lr"}}],
        "mailbox_aliases": [{"account": BOB, "aliases": {"Alice": "~%s/Archive" % ALICE}}],
        "mailbox_subscription": [{"account": ALICE, "mailboxes": ["Archive"]}],
        "named_task": [{"name": "robot", "owner": "alice", "settings": {"RealName": "Robot"}}],
        "pbx": [{"scope": "domain", "domain": DOMAIN, "language": ""}],
        "pbx_files": [{"scope": "domain", "domain": DOMAIN, "name": "main.sppi", "content": "entry Main is end;"}],
        "roster": [{"account": ALICE, "contact": "hatter@net.example", "real_name": "Hatter"}],
        "rules": [
            {"scope": "account", "name": ALICE, "kind": "mail", "rules": [rule]},
            {"scope": "domain", "name": DOMAIN, "kind": "mail", "rules": [rule]},
        ],
        "skin": [{"scope": "domain", "domain": DOMAIN, "name": name} for name in ("", "Blue")],
        "skin_files": [
            {"scope": "domain", "domain": DOMAIN, "skin": "Blue", "name": "a b.wssp", "content_base64": content},
        ],
        "storage": [{"scope": "domain", "domain": DOMAIN, "name": "disk2"}],
        "storage_file": [{"account": ALICE, "name": "private/%s" % ODD, "content_base64": content}],
    }}}  # fmt: skip
