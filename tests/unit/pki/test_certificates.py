# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is told of a certificate is what another program tells of it."""

from __future__ import annotations

import datetime as dt
from ipaddress import ip_address, ip_network

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._pki import certificates
from ansible_collections.communigate.pro.plugins.module_utils._pki.der import PkiError
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509.name import _ASN1Type
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from support.key_material import DAY, NOW, certificate, common_name, der, ec_key, pem, private_key, rsa_key

TEXT = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), min_size=1, max_size=12)
KINDS = [NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME, NameOID.LOCALITY_NAME, NameOID.EMAIL_ADDRESS, NameOID.TITLE]
UTC = dt.timezone.utc


def read(one: x509.Certificate) -> certificates.Certificate:
    return certificates.read_certificate(der(one))


def test_the_fingerprint_is_the_usual_one() -> None:
    one = certificate(rsa_key())
    assert read(one).fingerprint.replace(":", "").lower() == one.fingerprint(hashes.SHA256()).hex()
    assert len(read(one).fingerprint) == 32 * 3 - 1


def test_the_issuer_the_serial_number_and_all_names_are_told() -> None:
    key = rsa_key()
    listed = [
        x509.DNSName("Mail.example.com"), x509.IPAddress(ip_address("192.0.2.1")),
        x509.IPAddress(ip_address("2001:db8::1")), x509.RFC822Name("info@example.com"),
        x509.UniformResourceIdentifier("https://example.com/"),
        x509.RegisteredID(x509.ObjectIdentifier("1.2.3")),
        x509.IPAddress(ip_network("192.0.2.0/24")),
    ]  # fmt: skip
    builder = (
        x509.CertificateBuilder().subject_name(common_name("one")).issuer_name(common_name("other"))
        .public_key(key.public_key()).serial_number(0x80FE).not_valid_before(NOW - DAY).not_valid_after(NOW + DAY)
        .add_extension(x509.SubjectAlternativeName(listed), critical=False)
    )
    one = read(builder.sign(key, hashes.SHA256()))
    assert (one.subject, one.issuer, one.serial, one.self_signed) == ("CN=one", "CN=other", 0x80FE, False)
    assert one.names == ("mail.example.com",)
    assert one.alternative_names == (
        "DNS:Mail.example.com", "IP:192.0.2.1", "IP:2001:db8::1", "email:info@example.com", "URI:https://example.com/",
        "IP:c0000200ffffff00",
    )  # fmt: skip
    assert read(certificate(key, "Somebody")).self_signed


@pytest.mark.parametrize(
    "moment",
    [
        dt.datetime(1950, 1, 1, tzinfo=UTC),
        dt.datetime(1968, 7, 1, 12, 30, 59, tzinfo=UTC),
        dt.datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC),
        dt.datetime(2049, 12, 31, 23, 59, 59, tzinfo=UTC),
        dt.datetime(2050, 1, 1, tzinfo=UTC),
        dt.datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ],
)
def test_the_dates_are_read_in_both_spellings(moment) -> None:
    one = read(certificate(rsa_key(), begins=dt.datetime(1950, 1, 1), ends=moment))
    assert (one.not_before, one.not_after) == (dt.datetime(1950, 1, 1, tzinfo=UTC), moment)


def test_the_modulus_is_that_of_the_key() -> None:
    assert read(certificate(rsa_key())).modulus == rsa_key().public_key().public_numbers().n
    assert read(certificate(ec_key())).modulus is None


@given(st.lists(st.tuples(st.sampled_from(KINDS), TEXT), min_size=1, max_size=4))
def test_the_subject_is_written_as_in_rfc_4514(parts) -> None:
    name = x509.Name([x509.NameAttribute(kind, text) for kind, text in parts])
    assert read(certificate(rsa_key(), name)).subject == name.rfc4514_string()


def test_parts_of_one_level_and_other_types_of_text() -> None:
    plain, wide = _ASN1Type.T61String, _ASN1Type.BMPString
    level = [x509.NameAttribute(NameOID.COMMON_NAME, "a"), x509.NameAttribute(NameOID.ORGANIZATION_NAME, "b")]
    name = x509.Name([
        x509.RelativeDistinguishedName(level),
        x509.RelativeDistinguishedName([x509.NameAttribute(NameOID.COMMON_NAME, "Gruss", _type=plain)]),
        x509.RelativeDistinguishedName([x509.NameAttribute(NameOID.LOCALITY_NAME, "\u0416", _type=wide)]),
    ])
    subject = read(certificate(rsa_key(), name)).subject
    assert subject.startswith("L=\u0416,CN=Gruss,")
    assert sorted(subject.split(",")[2].split("+")) == ["CN=a", "O=b"]


def test_without_a_subject_the_names_for_the_dns_are_shown() -> None:
    nobody = x509.Name([])
    assert read(certificate(rsa_key(), nobody, dns_names=("example.com", "*.example.com"))).subject == (
        "DNS:example.com,DNS:*.example.com"
    )
    assert read(certificate(rsa_key(), nobody)).subject == ""


def test_all_certificates_of_a_text_are_found_in_their_order() -> None:
    first, second = certificate(rsa_key(), "one"), certificate(rsa_key(1), "two")
    text = "A comment\n" + pem(first) + private_key(rsa_key()) + pem(second).replace("\n", "\r\n")
    assert [one.subject for one in certificates.read_certificates(text)] == ["CN=one", "CN=two"]
    assert certificates.read_certificates("nothing of the kind") == []


def test_certificates_that_are_run_together_are_parted() -> None:
    first, second = der(certificate(rsa_key(), "one")), der(certificate(rsa_key(1), "two"))
    assert certificates.split(first + second) == [first, second]
    for damaged in (first + second[:-1], first + b"\0\0", b"\xff"):
        with pytest.raises(PkiError):
            certificates.split(damaged)


def test_its_dates_are_a_problem_only_outside_of_them() -> None:
    one = read(certificate(rsa_key(), begins=NOW - DAY, ends=NOW + DAY))
    assert one.date_problem(NOW) == ""
    assert one.date_problem(NOW + 2 * DAY) == "expired on %s" % (NOW + DAY).date()
    assert one.date_problem(NOW - 2 * DAY) == "is not valid before %s" % (NOW - DAY).date()


WHOLE = der(certificate(rsa_key()))


@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_a_damaged_certificate_is_read_or_refused(place, byte) -> None:
    with pytest.raises(PkiError):
        certificates.read_certificate(WHOLE[:place])
    try:
        certificates.read_certificate(WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :])
    except PkiError as error:
        assert str(error) == "not an X.509 certificate, or a damaged one"


@given(st.binary(max_size=60))
def test_anything_else_is_no_certificate(content) -> None:
    with pytest.raises(PkiError):
        certificates.read_certificate(content)
