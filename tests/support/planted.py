# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers for tests of an audit: one on which there is nothing to find, and what is planted there to be found.

Whatever could be taken for a finding by mistake is on the first: names in all their spellings, what is off, what has no
limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from support.key_material import DAY, NOW, certificate, der, traditional

SECRETS = ("Rabbit-hole", "Looking-glass", "Mad-hatter", "token-of-the-hook")
"""Nothing that is returned, written or said may have one of these in it."""


@lru_cache(maxsize=None)
def key(number: int = 0) -> rsa.RSAPrivateKey:
    """A key that is long enough, another one for each number."""
    return rsa.generate_private_key(65537, 2048)


def installed(domain: str, names: tuple[str, ...], days: int, private: int = 0, public: int = 0) -> str:
    """The command that gives a Domain a certificate for these names which lasts so many days."""
    made: x509.Certificate = certificate(key(public), domain, ends=NOW + days * DAY, dns_names=names)
    settings = {"PrivateSecureKey": traditional(key(private)), "SecureCertificate": der(made)}
    return "UPDATEDOMAINSETTINGS %s %s" % (domain, data.write({**settings, "CertificateType": "YES"}))


def info(account: str, **days_ago: int) -> str:
    """The line of the control language that says when an Account was made and used."""
    moments = {name: data.Timestamp.from_datetime(NOW - days * DAY) for name, days in days_ago.items()}
    return "ACCOUNTINFO %s" % data.write({"account": account, "info": moments})


MADE = (
    'UPDATESERVERACCOUNTDEFAULTS {PasswordEncryption="A-crpt";MaxAccountSize=1M;}',
    "CREATEDOMAIN example.org",
    "SETDOMAINALIASES example.org (www.example.org)",
    "CREATEDOMAIN net.example",
    "SETDOMAINALIASES net.example (mail.net.example)",
    installed("example.com", ("example.com",), 90),
    installed("example.org", ("www.example.org",), 90),
    installed("net.example", ("*.net.example",), 90),
    'CREATEACCOUNT alice@example.org {RealName="Alice";}',
    "SETACCOUNTALIASES alice@example.org (ally)",
    'SETACCOUNTPASSWORD alice@example.org PASSWORD "%s"' % SECRETS[0],
    "CREATEACCOUNT bob@net.example {MaxAccountSize=unlimited;}",
    "CREATEGROUP staff@example.org {Members=(alice,bob@mail.net.example);}",
    "CREATEFORWARDER sales@example.org TO Ally@WWW.Example.ORG",
    "CREATEFORWARDER trash@example.org TO null",
    "CREATEFORWARDER partners@net.example TO staff@example.org",
    "CREATELIST news@example.org FOR alice",
    "CREATENAMEDTASK clock@example.org FOR alice",
    "CREATEGROUP party@net.example {Members=(BOB,sales@www.example.org,news@example.org,clock@example.org);}",
    "SETACCOUNTMAILRULES alice@example.org "
    '((1,Copy,(),(("Mirror to","bob@Mail.net.example,ally")),""),'
    '(0,"Not used",(),(("Redirect to","far@elsewhere.example")),""))',
    "SETACCOUNTSIGNALRULES alice@example.org ((100005,Ring,(),((\"Redirect to\",\"ccincoming#pbx\")),\"\"))",
    'SETMAILBOXACL alice@example.org MAILBOX INBOX {"anyone@"=l;"#staff"=lr;"bob@net.example"=lr;ALLY=l;"-ally"=r;}',
    'SETACCOUNTACL bob@net.example {"alice@www.example.org"=l;}',
    'SETROUTERTABLE "<old@example.org> = alice@example.org\\eformer.example = net.example"',
    "CREATEFORWARDER before@example.org TO bob@former.example",
    "CREATEGROUP moved@example.org {Members=(old);}",
    "WRITESTORAGEFILE alice@example.org FILE notes.txt DATA [QUJD]",
)
CONTROL = (
    info("alice@example.org", Created=900, LastLogin=2),
    info("bob@net.example", Created=3),
)

PLANTED = (
    'CREATEACCOUNT carol@net.example {MaxAccountSize=10;FailedLoginFlow=("-1",60);RequireAPOP=NO;}',
    'SETACCOUNTPASSWORD carol@net.example PASSWORD "%s"' % SECRETS[1],
    "WRITESTORAGEFILE carol@net.example FILE notes.txt DATA [QUJDREVGR0hJSko=]",
    "SETACCOUNTRIGHTS carol@net.example (CanCreateAccounts)",
    "SETACCOUNTMAILRULES carol@net.example "
    '((2,Away,(),(("Forward to","bob@net.example,far@elsewhere.example")),""),'
    '(1,Hook,(),(("Execute URL","https://hook:%s@hook.example/%s")),""))' % (SECRETS[2], SECRETS[3]),
    'SETACCOUNTACL carol@net.example {ghost=l;"bob@net.example"=l;}',
    "SETMAILBOXACL carol@net.example MAILBOX INBOX {\"ghost@example.org\"=lr;}",
    "CREATEFORWARDER out@example.org TO far@elsewhere.example",
    "CREATEFORWARDER lost@example.org TO nobody@net.example",
    "CREATEGROUP mixed@example.org {Members=(alice,gone,far@elsewhere.example);}",
    "CREATEDOMAIN late.example",
    installed("late.example", ("other.example",), 10),
    "UPDATEDOMAINSETTINGS late.example {AutoSignup=YES;}",
    "CREATEDOMAIN wrong.example",
    installed("wrong.example", ("wrong.example",), 90, private=1),
    "CREATEDOMAIN none.example",
    'SETSERVERMAILRULES ((5,All,(),(("Mirror to","archive@elsewhere.example")),""))',
)
PLANTED_CONTROL = (info("carol@net.example", Created=900, LastLogin=800),)
FOUND = {
    ("quota", "critical", "carol@net.example"),
    ("unused", "warning", "carol@net.example"),
    ("leads_outside", "warning", "carol@net.example"),
    ("leads_outside", "notice", "carol@net.example"),
    ("leads_outside", "warning", "out@example.org"),
    ("leads_outside", "warning", "server"),
    ("members_outside", "notice", "mixed@example.org"),
    ("missing_names", "warning", "mixed@example.org"),
    ("missing_names", "warning", "lost@example.org"),
    ("acl_names", "warning", "carol@net.example"),
    ("certificates", "warning", "late.example"),
    ("certificates", "critical", "wrong.example"),
    ("certificates", "warning", "none.example"),
    ("login", "notice", "carol@net.example"),
    ("login", "warning", "carol@net.example"),
    ("login", "warning", "late.example"),
    ("administrators", "notice", "postmaster@example.com"),
    ("administrators", "notice", "carol@net.example"),
}
"""What is to be found, by check, severity and object. The postmaster may always do everything."""


def found(result: Mapping[str, Any]) -> set[tuple[str, str, str]]:
    """The same of a result."""
    return {(one["check"], one["severity"], one["object"]) for one in _findings(result)}


def grave(result: Mapping[str, Any]) -> list[str]:
    """What was found that is more than a notice, in words."""
    return ["%s %s" % (one["object"], one["what"]) for one in _findings(result) if one["severity"] != "notice"]


def _findings(result: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    return list(result["findings"])
