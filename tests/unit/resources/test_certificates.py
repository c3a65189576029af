# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Certificates of Domains and trusted ones: what is sent, what is refused, and what nobody is shown."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import (
    GETDOMAINSETTINGS,
    SETDOMAINALIASES,
    UPDATEDOMAINSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import (
    GETSERVERTRUSTEDCERTS,
    SETSERVERTRUSTEDCERTS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain_certificate import DOMAIN_CERTIFICATE
from ansible_collections.communigate.pro.plugins.module_utils._resources.trusted_certificates import (
    TRUSTED_CERTIFICATES,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support.engine_server import Server
from support.key_material import (
    DAY,
    NOW,
    PKCS1,
    PKCS8,
    certificate,
    der,
    ec_key,
    pem,
    private_key,
    rsa_key,
    traditional,
)

STRANGERS = "the private key does not belong to the certificate of "
FITTING = {"ends": NOW + 100 * DAY, "dns_names": ("*.example",)}
"""For every Domain that a test makes, and for long enough."""
LEAF, RENEWED = certificate(rsa_key(), **FITTING), certificate(rsa_key(1), **FITTING)
AUTHORITY, ROOT = certificate(rsa_key(2), "Authority"), certificate(ec_key(), "Root")
KEY, CERTIFICATE = private_key(rsa_key()), pem(LEAF)
PAIR = {"private_key": KEY, "certificate": CERTIFICATE}
OTHER_PAIR = {"private_key": private_key(rsa_key(1), PKCS1), "certificate": pem(RENEWED)}
NAMES = ("PrivateSecureKey", "SecureCertificate", "CAChain")


def installed(server: Server, domain: str) -> tuple[Any, ...]:
    settings = server.ask(GETDOMAINSETTINGS(domainName=domain))
    return tuple(map(content_of, map(settings.get, NAMES)))


def content_of(value: Any) -> Any:
    """What a datablock or the text of one holds (evidence.md section 1: servers tell such text)."""
    return base64.b64decode(value[1:-1]) if isinstance(value, str) else value


def hiding_keys(session: Session) -> Session:
    """The session of a server that does not show private keys."""
    send = session.many

    def many(commands: Iterable[Any]) -> Iterator[Any]:
        for reply in send(commands):
            yield {k: v for k, v in reply.items() if k != NAMES[0]} if isinstance(reply, dict) else reply

    session.many = many  # type: ignore[method-assign]
    return session


@pytest.mark.parametrize("form", [PKCS1, PKCS8])
def test_the_key_is_sent_in_the_traditional_form_and_the_chain_run_together(server: Server, form) -> None:
    domain = server.new_domain()
    row = {"private_key": private_key(rsa_key(), form), "certificate": CERTIFICATE, "chain": pem(AUTHORITY, ROOT)}
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **row}])["changed"] is True
    assert installed(server, domain) == (traditional(rsa_key()), der(LEAF), der(AUTHORITY) + der(ROOT))
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **row}])["changed"] is False


@pytest.mark.parametrize(
    "given",
    [
        {"certificate": pem(LEAF, AUTHORITY, ROOT)},
        {"certificate": pem(LEAF, AUTHORITY, ROOT), "chain": pem(AUTHORITY, ROOT)},
        {"certificate": pem(LEAF, AUTHORITY), "chain": pem(LEAF, ROOT)},
    ],
)
def test_the_full_chain_and_its_parts_are_the_same(server: Server, given) -> None:
    domain = server.new_domain()
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR, "chain": pem(AUTHORITY, ROOT)}])
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR, **given}])["changed"] is False


def test_files_may_begin_with_other_text(server: Server, tmp_path: Path) -> None:
    domain = server.new_domain()
    (tmp_path / "key").write_bytes(b"Bag \xff Attributes\r\n" + KEY.replace("\n", "\r\n").encode())
    (tmp_path / "certificate").write_text("subject=CN = example.com\n" + CERTIFICATE, encoding="utf-8")
    files = {"private_key_file": str(tmp_path / "key"), "certificate_file": str(tmp_path / "certificate")}
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **files}])
    assert installed(server, domain) == (traditional(rsa_key()), der(LEAF), None)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"private_key": private_key(rsa_key(1))}, STRANGERS + "CN=example.com"),
        ({"certificate": pem(AUTHORITY, LEAF)}, STRANGERS + "CN=Authority"),
        ({"certificate": pem(ROOT)}, STRANGERS + "CN=Root"),
        ({"private_key": private_key(rsa_key(), PKCS8, b"secret")}, "private_key: the private key is encrypted. D"),
        ({"private_key": private_key(ec_key())}, "private_key: the private key is an EC key, not an RSA key. Get"),
        ({"private_key": CERTIFICATE}, "private_key: no private key in PEM"),
        ({"certificate": KEY}, "no certificate in PEM"),
        ({"certificate": CERTIFICATE.replace("MII", "AAA", 1)}, "not an X.509 certificate"),
        ({"chain": "no PEM"}, "chain: no certificate in PEM"),
        ({"chain": CERTIFICATE.replace("MII", "AAA", 1)}, "chain: not an X.509 certificate"),
        ({"certificate": None}, "the certificate is missing"),
        ({"private_key_file": "/nowhere/key"}, "private_key and private_key_file do not go together"),
        ({"chain_file": "/nowhere/chain"}, "chain_file /nowhere/chain cannot be read"),
        ({"chain_file": "/nowhere/\0"}, "chain_file /nowhere/. cannot be read"),
    ],
)
@pytest.mark.parametrize("check", [True, False])
def test_what_cannot_be_right_is_refused_before_anything_is_sent(server: Server, given, said, check) -> None:
    mark = server.mark()
    with pytest.raises(CgpError, match=r"certificate number 1 \(example.com\): certificate: " + said) as refusal:
        server.apply(DOMAIN_CERTIFICATE, [{"name": "example.com", **PAIR, **given}], check=check)
    assert server.verbs(mark) == []
    assert not any(line in str(refusal.value) for line in KEY.splitlines())


@pytest.mark.parametrize("check", [True, False])
def test_a_certificate_alone_is_one_that_the_domain_has(server: Server, check: bool) -> None:
    """As a document has it, which tells no key."""
    domain = server.new_domain()
    alone = [{"name": domain, "certificate": CERTIFICATE}]
    for there, others in ((None, None), (der(LEAF), pem(ROOT))):
        if there is not None:
            server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}])
            assert server.apply(DOMAIN_CERTIFICATE, alone, check=check)["changed"] is False
        before = installed(server, domain)
        result = server.apply(DOMAIN_CERTIFICATE, [{"name": domain, "certificate": others or CERTIFICATE}], check=check)
        assert "needs its private key" in result["msg"]
        assert installed(server, domain) == before


PAST, FUTURE = {"begins": NOW - 2 * DAY, "ends": NOW - DAY}, {"begins": NOW + DAY, "ends": NOW + 2 * DAY}


@pytest.mark.parametrize(("dates", "said"), [(PAST, "expired on"), (FUTURE, "is not valid before")])
def test_a_certificate_that_is_not_valid_today_is_refused_or_warned_of(server: Server, dates, said) -> None:
    domain = server.new_domain()
    row = {"name": domain, "private_key": KEY, "certificate": pem(certificate(rsa_key(), **{**FITTING, **dates}))}
    with pytest.raises(CgpError, match="the certificate of CN=example.com " + said):
        server.apply(DOMAIN_CERTIFICATE, [row])
    assert installed(server, domain) == (None, None, None)
    for check, changed in ((True, True), (False, True), (False, False)):
        result = server.apply(DOMAIN_CERTIFICATE, [{**row, "on_expired": "warn"}], check=check)
        assert result["changed"] is changed
        (warning,) = result["warnings"]
        assert domain in warning and said in warning


@pytest.mark.parametrize(("days", "warned"), [(13, True), (15, False)])
def test_a_certificate_that_ends_soon_is_warned_of(server: Server, days, warned) -> None:
    domain = server.new_domain()
    ending = certificate(rsa_key(), **{**FITTING, "ends": NOW + days * DAY})
    row = {"name": domain, "private_key": KEY, "certificate": pem(ending)}
    for check in (True, False):
        told = server.apply(DOMAIN_CERTIFICATE, [row], check=check).get("warnings", [])
        day = str(ending.not_valid_after_utc.date())
        assert [domain in warning and day in warning and "14 days" in warning for warning in told] == [True] * warned
    assert installed(server, domain)[1] == der(ending)


@pytest.mark.parametrize(
    ("names", "covered"),
    [
        (["{domain}"], True),
        (["other.net.example", "{DOMAIN}"], True),
        (["*.example"], True),
        (["*.{domain}"], False),
        (["mail.{domain}", "*.org"], False),
        (["{alias}"], True),
        (["*.of.{domain}"], True),  # the alias is mail.of. and the Domain
    ],
)
def test_a_certificate_for_other_names_is_warned_of_with_the_names(server: Server, names, covered) -> None:
    """A name is that of the Domain or of an alias; the warning does not keep it from being installed."""
    domain = server.new_domain()
    alias = "mail.of." + domain
    server.ask(SETDOMAINALIASES(domain, [alias]))
    told = tuple(name.format(domain=domain, DOMAIN=domain.upper(), alias=alias) for name in names)
    leaf = certificate(rsa_key(), **{**FITTING, "dns_names": told})
    row = {"name": domain, "private_key": KEY, "certificate": pem(leaf)}
    for check in (True, False, False):
        warnings = server.apply(DOMAIN_CERTIFICATE, [row], check=check).get("warnings", [])
        assert len(warnings) == (not covered)
        assert all(word in warning for warning in warnings for word in (domain, *told))
    assert installed(server, domain)[1] == der(leaf)


def test_a_certificate_without_names_for_the_dns_is_for_the_name_of_its_subject(server: Server) -> None:
    domain = server.new_domain()
    for subject, number in ((domain, 0), ("mail." + domain, 1)):
        leaf = certificate(rsa_key(), subject, ends=NOW + 100 * DAY)
        row = {"name": domain, "private_key": KEY, "certificate": pem(leaf)}
        warnings = server.apply(DOMAIN_CERTIFICATE, [row]).get("warnings", [])
        assert [subject in warning for warning in warnings] == [True] * number


def test_no_certificate_no_warning(server: Server) -> None:
    domain = server.new_domain()
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}])
    for row in ({"name": domain}, {"name": domain, "state": "absent"}):
        assert "warnings" not in server.apply(DOMAIN_CERTIFICATE, [row])


def test_a_valid_certificate_needs_no_warning(server: Server) -> None:
    result = server.apply(DOMAIN_CERTIFICATE, [{"name": server.new_domain(), **PAIR, "on_expired": "warn"}])
    assert "warnings" not in result


def test_where_the_key_is_not_shown_the_certificate_decides(server: Server) -> None:
    domain = server.new_domain()
    hidden = hiding_keys(server.session())
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}], session=hidden)["changed"] is True
    mark = server.mark()
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}], session=hidden)["changed"] is False
    assert server.verbs(mark) == ["GETDOMAINSETTINGS"]
    result = server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **OTHER_PAIR}], session=hidden, diff=True)
    assert installed(server, domain) == (traditional(rsa_key(1)), der(RENEWED), None)
    assert result["diff"]["after"][domain]["certificate"]["private_key"] == "(hidden)"


def test_a_shown_key_that_differs_is_written(server: Server) -> None:
    domain = server.new_domain()
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}])
    server.ask(UPDATEDOMAINSETTINGS({"PrivateSecureKey": traditional(rsa_key(1))}, domainName=domain))
    result = server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}], diff=True)
    assert result["diff"]["after"] == {domain: {"certificate": {"private_key": "(hidden)"}}}
    assert installed(server, domain)[0] == traditional(rsa_key())


def test_what_other_clients_have_written_counts(server: Server) -> None:
    """As strings with the text of a datablock, with the padding of each certificate in it (protocol.md 3.2, 6.1)."""
    domain = server.new_domain()
    written = (traditional(rsa_key()), der(LEAF)), (der(AUTHORITY), der(ROOT))
    key, leaf = ("[%s]" % base64.b64encode(content).decode() for content in written[0])
    chain = "[%s]" % "".join(base64.b64encode(content).decode() for content in written[1])
    server.ask(UPDATEDOMAINSETTINGS(dict(zip(NAMES, (key, leaf, chain))), domainName=domain))
    row = {"name": domain, **PAIR, "chain": pem(AUTHORITY, ROOT)}
    assert server.apply(DOMAIN_CERTIFICATE, [row])["changed"] is False


@pytest.mark.parametrize("junk", [b"junk", "junk", "[junk", {"a": "b"}])
def test_what_is_no_certificate_is_replaced(server: Server, junk) -> None:
    domain = server.new_domain()
    server.ask(UPDATEDOMAINSETTINGS(dict.fromkeys(NAMES, junk), domainName=domain))
    row = {"name": domain, **PAIR, "chain": pem(AUTHORITY)}
    result = server.apply(DOMAIN_CERTIFICATE, [row], diff=True)
    assert result["counts"]["updated"] == 1
    assert "junk" not in json.dumps(result)
    assert installed(server, domain) == (traditional(rsa_key()), der(LEAF), der(AUTHORITY))


def test_the_other_settings_of_the_domain_stay(server: Server) -> None:
    domain = server.new_domain()
    server.ask(UPDATEDOMAINSETTINGS({"MailToUnknown": "Rejected"}, domainName=domain))
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}])
    assert server.ask(GETDOMAINSETTINGS(domainName=domain))["MailToUnknown"] == "Rejected"
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, "state": "absent"}])
    assert server.ask(GETDOMAINSETTINGS(domainName=domain)) == {"MailToUnknown": "Rejected"}


def test_one_set_goes_to_many_domains_at_a_fixed_price_for_each(server: Server) -> None:
    rows = [{"name": server.new_domain(), **PAIR, "chain": pem(AUTHORITY)} for _number in range(20)]
    mark = server.mark()
    assert server.apply(DOMAIN_CERTIFICATE, rows)["counts"]["created"] == 20
    assert server.verbs(mark).count("UPDATEDOMAINSETTINGS") == 20
    mark = server.mark()
    assert server.apply(DOMAIN_CERTIFICATE, rows)["counts"]["unchanged"] == 20
    assert server.verbs(mark) == ["GETDOMAINSETTINGS"] * 20


def test_without_a_certificate_one_must_be_there(server: Server) -> None:
    domain = server.new_domain()
    result = server.apply(DOMAIN_CERTIFICATE, [{"name": domain}])
    assert "the Domain has no certificate" in result["msg"]
    server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}])
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": domain}])["counts"]["unchanged"] == 1


def test_a_domain_that_does_not_exist(server: Server) -> None:
    name = server.unused_domain()
    pair = {**PAIR, "certificate": pem(certificate(rsa_key(), "other.net.example", ends=NOW + 100 * DAY))}
    failed = server.apply(DOMAIN_CERTIFICATE, [{"name": name, **pair}])
    assert "%s does not exist" % name in failed["msg"] and "warnings" not in failed
    foreseen = server.apply(DOMAIN_CERTIFICATE, [{"name": name, **PAIR}], check=True)
    assert foreseen["counts"]["created"] == 1
    assert any(name in warning for warning in foreseen["warnings"])
    assert server.apply(DOMAIN_CERTIFICATE, [{"name": name, "state": "absent"}])["changed"] is False


def test_an_administrator_who_may_not_is_told_so(server: Server) -> None:
    domain = server.new_domain()
    session = server.administrator(domain, "Domain", "BasicSettings")
    result = server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **PAIR}], session=session)
    assert "did not keep certificate" in result["msg"]
    assert installed(server, domain) == (None, None, None)


def test_no_key_is_in_any_result_or_in_the_journal(server: Server) -> None:
    domain = server.new_domain()
    # Of the end: the modulus at the beginning is in the certificate, too.
    spellings = [base64.b64encode(traditional(key)).decode()[-80:-40] for key in (rsa_key(), rsa_key(1))]
    results = [
        server.apply(DOMAIN_CERTIFICATE, [{"name": domain, **row}], check=check, diff=True, detail="all")
        for row in (PAIR, OTHER_PAIR, {"state": "absent"})
        for check in (True, False)
    ]
    everything = json.dumps(results) + server.journal_text()
    assert not any(spelling in everything for spelling in spellings)
    assert results[1]["objects"][0]["after"]["certificate"]["private_key"] == "(hidden)"


# --- trusted certificates


@pytest.fixture
def trusting(server: Server) -> Iterator[Server]:
    """The server, without Trusted Certificates before and after."""
    yield server
    server.ask(SETSERVERTRUSTEDCERTS([]))


def test_order_and_repetition_do_not_matter(trusting: Server, tmp_path: Path) -> None:
    (tmp_path / "both.pem").write_text(pem(ROOT, AUTHORITY), encoding="utf-8")
    trusting.apply(TRUSTED_CERTIFICATES, [{"certificates": [pem(AUTHORITY), pem(ROOT)]}])
    assert trusting.ask(GETSERVERTRUSTEDCERTS()) == [der(AUTHORITY), der(ROOT)]
    mark = trusting.mark()
    row = {"certificates": [pem(AUTHORITY)], "files": [str(tmp_path / "both.pem")]}
    assert trusting.apply(TRUSTED_CERTIFICATES, [row])["changed"] is False
    assert trusting.verbs(mark) == ["GETSERVERTRUSTEDCERTS"]


def test_update_adds_what_is_missing(trusting: Server) -> None:
    trusting.ask(SETSERVERTRUSTEDCERTS([der(ROOT)]))
    row = {"certificates": [pem(AUTHORITY, ROOT)], "mode": "update"}
    trusting.apply(TRUSTED_CERTIFICATES, [row])
    assert trusting.ask(GETSERVERTRUSTEDCERTS()) == [der(ROOT), der(AUTHORITY)]
    assert trusting.apply(TRUSTED_CERTIFICATES, [row])["changed"] is False


def test_what_the_server_trusts_and_nobody_can_read_is_shown_by_its_fingerprint(trusting: Server) -> None:
    trusting.ask(SETSERVERTRUSTEDCERTS([b"junk"]))
    result = trusting.apply(TRUSTED_CERTIFICATES, [{"certificates": [pem(ROOT)]}], diff=True)
    (before,) = result["diff"]["before"]["server"]["certificates"]
    assert before["subject"] == "(not readable)"
    assert len(before["fingerprint"]) == 95
    (after,) = result["diff"]["after"]["server"]["certificates"]
    assert (after["subject"], set(after)) == ("CN=Root", {"subject", "not_after", "fingerprint"})


@pytest.mark.parametrize("given", [["nothing"], [CERTIFICATE.replace("MII", "AAA", 1)], [pem(ROOT), KEY]])
def test_what_is_no_certificate_is_refused(trusting: Server, given) -> None:
    mark = trusting.mark()
    with pytest.raises(CgpError, match="certificates: "):
        trusting.apply(TRUSTED_CERTIFICATES, [{"certificates": given}])
    assert trusting.verbs(mark) == []


def test_a_file_that_is_wrong_is_named(trusting: Server, tmp_path: Path) -> None:
    path = tmp_path / "root.pem"
    path.write_text("nothing", encoding="utf-8")
    for file, said in ((path, "root.pem: no certificate"), (tmp_path / "none.pem", "none.pem cannot be read")):
        with pytest.raises(CgpError, match=said):
            trusting.apply(TRUSTED_CERTIFICATES, [{"files": [str(file)]}])
