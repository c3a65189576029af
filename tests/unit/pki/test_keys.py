# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Private keys in the forms in which they come, and the one form in which they leave."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._pki import keys
from ansible_collections.communigate.pro.plugins.module_utils._pki.der import PkiError
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from hypothesis import given
from hypothesis import strategies as st
from support.key_material import PKCS1, PKCS8, certificate, ec_key, pem, private_key, rsa_key, traditional

SSH = private_key(rsa_key(), serialization.PrivateFormat.OpenSSH)


@pytest.mark.parametrize("form", [PKCS1, PKCS8])
def test_both_forms_of_a_key_become_the_traditional_one(form) -> None:
    text = private_key(rsa_key(), form)
    assert keys.read_private_key(text) == traditional(rsa_key())
    assert keys.read_private_key("Bag Attributes\r\n" + text.replace("\n", "\r\n") + "more") == traditional(rsa_key())
    assert keys.read_private_key(pem(certificate(rsa_key())) + text) == traditional(rsa_key())


def test_a_traditional_key_stays_as_it_is() -> None:
    assert keys.as_traditional(traditional(rsa_key())) == traditional(rsa_key())


@pytest.mark.parametrize("number", [0, 1])
def test_the_modulus_is_that_of_the_key(number) -> None:
    assert keys.modulus_of_key(traditional(rsa_key(number))) == rsa_key(number).public_key().public_numbers().n


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (private_key(rsa_key(), PKCS8, b"secret"), "encrypted"),
        (private_key(rsa_key(), PKCS1, b"secret"), "encrypted"),
        (private_key(ec_key(), PKCS8), "an EC key"),
        (private_key(ec_key(), PKCS1), "an EC key"),
        (private_key(ed25519.Ed25519PrivateKey.generate(), PKCS8), "an Ed25519 key"),
        (SSH, "a key of SSH"),
        ("", "no private key"),
        (pem(certificate(rsa_key())), "no private key"),
        (private_key(rsa_key()).replace("PRIVATE", "PUBLIC"), "no private key"),
        (private_key(rsa_key()) + private_key(rsa_key(1)), "more than one"),
        (private_key(rsa_key()).replace("=\n", "%\n").replace("\n-----END", "*\n-----END"), "not Base64"),
        (pem(certificate(rsa_key())).replace("CERTIFICATE", "PRIVATE KEY"), "damaged"),
        ("-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n", "damaged"),
        ("-----BEGIN MAGIC PRIVATE KEY-----\nAAAA\n-----END MAGIC PRIVATE KEY-----\n", "of an unknown kind"),
    ],
)
def test_what_is_no_rsa_key_of_ours_is_refused_in_one_sentence(text, said) -> None:
    with pytest.raises(PkiError, match=said) as refusal:
        keys.read_private_key(text)
    assert "\n" not in str(refusal.value)


def test_a_key_whose_numbers_do_not_fit_together_is_damaged() -> None:
    numbers = rsa_key().private_numbers()
    prime = (numbers.p + 2).to_bytes(64, "big")
    changed = traditional(rsa_key()).replace(numbers.p.to_bytes(64, "big"), prime)
    assert changed != traditional(rsa_key())
    with pytest.raises(PkiError, match="damaged"):
        keys.as_traditional(changed)


@given(st.data())
def test_a_key_that_was_cut_or_changed_is_refused_without_another_error(data) -> None:
    whole = traditional(rsa_key())
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    for damaged in (whole[:place], whole[:place] + bytes([byte]) + whole[place + 1 :], whole + bytes([byte])):
        try:
            read = keys.as_traditional(damaged)
        except PkiError as error:
            assert str(error) == "the private key is damaged"
        else:
            # What cannot be seen without computing: the exponents.
            assert keys.modulus_of_key(read) == rsa_key().private_numbers().public_numbers.n


@given(st.binary(max_size=60))
def test_anything_else_is_no_key(content) -> None:
    with pytest.raises(PkiError):
        keys.as_traditional(content)


def test_a_large_key_is_read() -> None:
    large = rsa.generate_private_key(65537, 4096)
    assert keys.read_private_key(private_key(large)) == traditional(large)
