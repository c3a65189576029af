# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What holds for every data object: nothing is lost, nothing ends a line, and mistakes end in one class of error."""

from __future__ import annotations

import copy
import json
import pickle
import random
from xml.etree import ElementTree

from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.tests.unit.connector.data_spellings import (
    CHARACTERS,
    CONTAINERS,
    SPECIAL,
    VALUES,
    elements,
    spelled,
    unknown_objects,
    with_system_line_ends,
)
from hypothesis import given, settings
from hypothesis import strategies as st

SEEDS = st.integers(0, 2**32)


@given(VALUES)
def test_what_is_written_is_one_line_and_reads_as_the_same(value):
    text = data.write(value)
    assert not set(text) & set("\r\n\0")
    assert data.parse(text) == with_system_line_ends(value)


@given(VALUES, SEEDS)
def test_every_spelling_reads_as_the_same(value, seed):
    assert data.parse(spelled(value, random.Random(seed))) == value


@given(VALUES)
def test_json_data_loses_nothing(value):
    assert data.from_json(json.loads(json.dumps(data.to_json(value)))) == value


@given(VALUES)
def test_values_can_be_copied(value):
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


@given(CONTAINERS, st.sampled_from(["", " ", ";", ",", "x", '"']))
def test_scan_ends_right_behind_the_object(value, rest):
    text = data.write(value)
    assert data.scan(text + rest) == (with_system_line_ends(value), len(text))


@given(st.text(CHARACTERS))
def test_quoted_text_is_one_token(text):
    quoted = data.quote(text)
    assert data.scan(quoted + " rest") == (with_system_line_ends(text), len(quoted))


@given(elements("\r\n"))
def test_xml_on_one_line_is_the_same_to_an_xml_parser(text):
    wire = data.write(data.parse(text))
    assert not set(wire) & set("\r\n")
    canonical = [ElementTree.canonicalize(form, strip_text=True) for form in (text, wire)]
    assert canonical[0] == canonical[1]
    assert data.parse(wire) == data.XML(wire)


@given(unknown_objects("\r\n"))
def test_an_unknown_object_can_be_put_on_one_line(text):
    assert data.parse(text) == data.Unknown(text)
    wire = data.write(data.Unknown(text))
    assert not set(wire) & set("\r\n")
    assert data.write(data.parse(wire)) == wire


def _outcome(read, text):
    """The value of ``text``, or None for a text that is refused; any other exception gets out."""
    try:
        return read(text)
    except data.DataError as error:
        assert error.__class__ is data.DataError
        assert 0 <= error.position <= len(text)
        assert "\n" not in str(error)
        return None


@given(st.text(st.one_of(st.sampled_from(SPECIAL + "\0"), st.characters())))
def test_any_text_is_read_or_refused(text):
    _outcome(data.parse, text)
    _outcome(data.scan, text)


@settings(max_examples=150)
@given(CONTAINERS, SEEDS)
def test_any_damaged_text_is_read_or_refused(value, seed):
    dice = random.Random(seed)
    text = dice.choice([spelled(value, dice), data.write(value)])
    for _damage in range(dice.randint(1, 3)):
        start, end = sorted(dice.randint(0, len(text)) for _side in range(2))
        inserted = "".join(dice.choices(SPECIAL + "\0", k=dice.randint(0, 2)))
        text = text[:start] + inserted + text[min(end, start + dice.randint(0, 3)) :]
    read = _outcome(data.parse, text)
    if not _holds_fraction(read):
        assert data.parse(data.write(read)) == with_system_line_ends(read)


def _holds_fraction(value):
    if isinstance(value, dict):
        value = list(value.values())
    return any(map(_holds_fraction, value)) if isinstance(value, list) else isinstance(value, float)
