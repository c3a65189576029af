# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""DER as X.690 has it; the examples are written by hand."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._pki import der


def test_elements_follow_each_other() -> None:
    found = der.elements(bytes.fromhex("020105 3000 0402AABB"))
    assert [(one.tag, one.content.hex(), one.whole.hex()) for one in found] == [
        (0x02, "05", "020105"),
        (0x30, "", "3000"),
        (0x04, "aabb", "0402aabb"),
    ]


@pytest.mark.parametrize("length", [0, 1, 127, 128, 255, 256, 70000])
def test_lengths_have_two_forms(length) -> None:
    size = length.to_bytes((length.bit_length() + 7) // 8, "big")
    prefix = bytes([length]) if length < 128 else bytes([0x80 | len(size)]) + size
    (only,) = der.elements(b"\x04" + prefix + b"x" * length)
    assert only.content == b"x" * length


@pytest.mark.parametrize("text", ["02", "0205aa", "0480", "0485 0000000000", "048201", "1f8101 00", "048400000005aa"])
def test_what_is_cut_off_or_not_der_is_refused(text) -> None:
    with pytest.raises(der.DerError):
        der.elements(bytes.fromhex(text))


@pytest.mark.parametrize(
    ("content", "dotted"),
    [
        ("550403", "2.5.4.3"),
        ("2a864886f70d010101", "1.2.840.113549.1.1.1"),
        ("2b6570", "1.3.101.112"),
        ("00", "0.0"),
        ("4f", "1.39"),
        ("883703", "2.999.3"),
    ],
)
def test_object_identifiers(content, dotted) -> None:
    content = bytes.fromhex(content)
    assert der.object_identifier(der.Element(der.OBJECT_IDENTIFIER, content, content)) == dotted


@pytest.mark.parametrize(("content", "number"), [("00", 0), ("7f", 127), ("0080", 128), ("ff", -1), ("010001", 65537)])
def test_integers(content, number) -> None:
    content = bytes.fromhex(content)
    assert der.integer(der.Element(der.INTEGER, content, content)) == number


def test_a_sequence_must_begin_with_what_is_expected() -> None:
    sequence = bytes.fromhex("3006 020101 020102")
    assert [one.content for one in der.members(sequence, der.INTEGER)] == [b"\x01", b"\x02"]
    for tags in ((der.SEQUENCE,), (der.INTEGER, der.INTEGER, der.INTEGER)):
        with pytest.raises(der.DerError):
            der.members(sequence, *tags)
    for other in (sequence + b"\x05\x00", bytes.fromhex("020101"), b""):
        with pytest.raises(der.DerError):
            der.members(other, der.INTEGER)
