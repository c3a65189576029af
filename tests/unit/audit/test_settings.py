# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Weak settings, administrators and certificates: what is told of every value, and what is not."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.login import OF_ACCOUNTS, OF_DOMAINS, OF_SERVER
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.tests.unit.audit.looking import facts, look
from support.key_material import DAY, NOW, certificate, common_name, der, ec_key, rsa_key, traditional
from support.planted import key

# --- logins

YES, NO = ("YES", "Yes", "yes", "true", True), ("NO", "No", "no", "false", False)
WEAK: dict[str, tuple[Any, ...]] = {
    "PasswordEncryption": ("clear", "Clear", "CLEAR"),
    "Password": ("",),
    "FailedLoginFlow": ("unlimited", "-1", -1, ["-1", 60], ["unlimited", "1m"], [-1, "1h"], ["1000", "1m"]),
    "UseSysPassword": YES,
    "PasswordRecovery": YES,
    "RequireAPOP": NO,
    "UseExtPassword": YES,
    "AutoSignup": YES,
    "ForceSMTPAUTH": ("nobody", "Nobody"),
    "TLSEnableWeak": YES,
    "HideAccountUnknown": NO,
}
STRONG: dict[str, tuple[Any, ...]] = {
    "PasswordEncryption": ("A-crpt", "default", "unheard-of", None),
    "Password": ("\x01encrypted", None),
    "FailedLoginFlow": (["10", "1m"], [10, 60], ["60", "1m"], "default", [], ["0", "1m"], None),
    "UseSysPassword": (*NO, "default", None),
    "PasswordRecovery": (*NO, "default"),
    "RequireAPOP": (*YES, "default"),
    "UseExtPassword": (*NO, ""),
    "AutoSignup": (*NO, "default"),
    "ForceSMTPAUTH": ("everybody", "clients", "non-clients", "default"),
    "TLSEnableWeak": NO,
    "HideAccountUnknown": YES,
}
LEVELS = (
    [("account", "settings", one.setting) for one in OF_ACCOUNTS]
    + [(level, "account_defaults", one.setting) for level in ("domain", "server", "cluster") for one in OF_ACCOUNTS]
    + [("domain", "settings", one.setting) for one in OF_DOMAINS]
    + [(level, "domain_defaults", one.setting) for level in ("server", "cluster") for one in OF_DOMAINS]
    + [("server", "settings", one.setting) for one in OF_SERVER]
)


@pytest.mark.parametrize(("kind", "part", "setting"), LEVELS)
def test_a_setting_is_told_where_it_is_weak_and_nowhere_else(kind: str, part: str, setting: str) -> None:
    for name in (setting, setting.lower()):
        for value in WEAK[setting]:
            found, unread = look("login", kind, **{part: {name: value, "RealName": "clear"}})
            assert ([one.detail for one in found], unread) == ([{"setting": setting, "set_in": part}], []), value
        for value in STRONG[setting]:
            assert look("login", kind, **{part: {name: value}}) == ([], []), value
    assert look("login", kind, **{part: {}}) == ([], [])


def test_no_value_of_a_setting_is_told() -> None:
    found, _unread = look("login", "account", settings={"Password": "", "PasswordEncryption": "clear", "X": "Rabbit"})
    assert "Rabbit" not in repr(found)


def test_an_empty_password_is_none_where_all_look_so() -> None:
    hiding = facts(hides_passwords=True)
    for kind, part in (("account", "settings"), ("domain", "account_defaults")):
        found, unread = look("login", kind, known=hiding, **{part: {"Password": "", "PasswordEncryption": "clear"}})
        assert [one.detail["setting"] for one in found] == ["PasswordEncryption"]
        assert unread == ["the server shows each password as an empty one"]
        assert look("login", kind, known=hiding, **{part: {"Password": "***"}}) == ([], [])


# --- administrators


@pytest.mark.parametrize(
    ("rights", "level"),
    [
        (["Master"], "server"), (["master"], "server"), (["UserAccounts"], "server"),
        (["Domain", "Settings"], "server"),
        (["Domain", "CanCreateAccounts"], "domain"), (["BasicSettings"], "domain"), (["SomethingNew"], "domain"),
    ],
)  # fmt: skip
def test_whoever_has_a_right_is_an_administrator(rights: list[str], level: str) -> None:
    (found,), unread = look("administrators", "account", rights=rights)
    assert (found.severity, found.detail, unread) == ("notice", {"level": level, "rights": sorted(rights)}, [])
    assert all(right in found.what for right in rights)


def test_who_has_none_is_none() -> None:
    assert look("administrators", "account", rights=[]) == ([], [])


@pytest.mark.parametrize(
    ("other", "severity"),
    [("", ""), ("www.EXAMPLE.org", ""), ("net.example", "notice"), ("elsewhere.example", "warning"), (None, "")],
)
def test_administrators_of_another_domain_are_told(other: Any, severity: str) -> None:
    found, unread = look("administrators", "domain", effective={"AdminDomainName": other})
    assert ([one.severity for one in found], unread) == ([severity] if severity else [], [])


# --- certificates

HERE = facts(now=NOW)


def told(known: Any = HERE, **settings: Any) -> list[tuple[str, str]]:
    found, unread = look("certificates", "domain", "example.org", known=known, effective=settings)
    assert unread == []
    return [(one.severity, one.what) for one in found]


def made(days: float = 90, names: tuple[str, ...] = ("example.org",), number: int = 0, **others: Any) -> bytes:
    return der(certificate(key(number), "example.org", ends=NOW + days * DAY, dns_names=names, **others))


@pytest.mark.parametrize("form", [bytes, data.write])
@pytest.mark.parametrize(
    ("days", "severity"),
    [(90, ""), (30.1, ""), (29.9, "warning"), (0.1, "warning"), (-0.1, "critical"), (-900, "critical")],
)
def test_a_certificate_is_told_when_it_ends(form: Any, days: float, severity: str) -> None:
    ended = told(SecureCertificate=form(made(days, begins=NOW - 1000 * DAY)))
    assert [one[0] for one in ended] == ([severity] if severity else [])


def test_nor_may_it_begin_later() -> None:
    ((severity, what),) = told(SecureCertificate=made(begins=NOW + DAY))
    assert (severity, "not valid before" in what) == ("critical", True)


@pytest.mark.parametrize(
    ("names", "is_told"),
    [(("example.org",), False), (("WWW.example.org",), False), (("*.example.org",), False), (("net.example",), True),
     (("net.example", "mail.example.org"), False), (("*.mail.example.org",), True)],
)  # fmt: skip
def test_it_is_for_the_domain_or_an_alias_of_it(names: tuple[str, ...], is_told: bool) -> None:
    what = [what for _severity, what in told(SecureCertificate=made(names=names))]
    assert len(what) == is_told
    assert all("not for its name" in one for one in what)


def test_a_key_that_is_shown_has_to_fit() -> None:
    assert told(SecureCertificate=made(), PrivateSecureKey=traditional(key(0))) == []
    ((severity, what),) = told(SecureCertificate=made(), PrivateSecureKey=traditional(key(1)))
    assert (severity, "not that of its certificate" in what) == ("critical", True)
    for hidden in ("***", b"no key", "", None):
        assert told(SecureCertificate=made(), PrivateSecureKey=hidden) == []
    elliptic = der(certificate(ec_key(), "example.org", ends=NOW + 90 * DAY))
    assert told(SecureCertificate=elliptic, PrivateSecureKey=traditional(key(1))) == []


def test_a_short_key_and_a_signature_of_its_own_are_told() -> None:
    short = der(certificate(rsa_key(), "example.org", ends=NOW + 90 * DAY))
    assert [what for _severity, what in told(SecureCertificate=short)] == ["has a certificate with a key of 1024 bits"]
    own = certificate(key(), common_name("Somebody"), ends=NOW + 90 * DAY, dns_names=("example.org",))
    assert [what for _severity, what in told(SecureCertificate=der(own))] == [
        "has a certificate that nobody else has signed"
    ]


def test_the_chain_ends_too() -> None:
    chain = der(certificate(rsa_key(7), "Authority", ends=NOW + 5 * DAY)) + made()
    ((severity, what),) = told(SecureCertificate=made(), CAChain=chain)
    assert (severity, "CN=Authority in its chain" in what) == ("warning", True)
    assert [one[0] for one in told(SecureCertificate=made(), CAChain=b"no chain")] == ["warning"]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ["has no certificate"]),
        ({"SecureCertificate": ""}, ["has no certificate"]),
        ({"CertificateType": "Test"}, ["has the server's test certificate, which no client trusts (CertificateType)"]),
        ({"CertificateType": "NO"}, ["has no encrypted connections (CertificateType)"]),
        ({"SecureCertificate": b"no certificate"}, ["has a certificate that cannot be read"]),
    ],
)
def test_what_is_no_certificate_is_told(settings: dict[str, Any], expected: list[str]) -> None:
    assert [what for _severity, what in told(**settings)] == expected


def test_of_a_certificate_its_names_and_dates_are_told_and_no_key() -> None:
    found, _unread = look(
        "certificates", "domain", "example.org", known=HERE,
        effective={"SecureCertificate": made(10), "PrivateSecureKey": traditional(key(0))},
    )  # fmt: skip
    (one,) = found
    assert set(one.detail) == {"subject", "issuer", "names", "not_after", "fingerprint", "days"}
    assert one.detail["not_after"] == (NOW + dt.timedelta(days=10)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (one.detail["names"], one.detail["days"], one.detail["subject"]) == (["example.org"], 10, "CN=example.org")


def test_a_certificate_of_another_type_is_not_known() -> None:
    settings = {"SecureCertificate": "text"}
    assert look("certificates", "domain", effective=settings) == ([], ["SecureCertificate is no datablock"])
