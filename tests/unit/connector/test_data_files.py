# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data objects in files: laid out as servers lay them out, and changed without a change of anything else."""

from __future__ import annotations

import random

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import BadValue, DataError, parse
from ansible_collections.communigate.pro.plugins.module_utils.connector.data.layout import as_file, indented, spelt
from ansible_collections.communigate.pro.plugins.module_utils.connector.data.rewriting import rewritten
from ansible_collections.communigate.pro.tests.unit.connector.data_spellings import (
    CONTAINERS,
    TEXTS,
    VALUES,
    spelled,
    with_system_line_ends,
)
from hypothesis import given
from hypothesis import strategies as st

SEEDS = st.integers(0, 2**32)
COMMENTED = """\
// a file that somebody keeps by hand
{
 CacheSize = 100; // Accounts
 /* the main one */
 DomainName = mail.example.com;
 ExternalAUTH = {Enabled=NO;LogLevel=3;};
 Flow = ("-1", 3600);
 Names = (ann,
   "b c",   carl);
 Text = "one" /* and */ "two";
 Last = #T07-11-2011_16:53:05
}
// the end
"""


@given(VALUES)
def test_every_layout_reads_as_the_same(value):
    for layout in (spelt, as_file, indented):
        assert parse(layout(value)) == with_system_line_ends(value)


def test_a_file_is_laid_out_as_by_servers():
    """The two layouts of the files that vendors' scripts bring along (protocol.md section 3.1)."""
    value = {
        "Address": "info@example.com", "Class": {"Modes": ["26", "Mail", "S/MIME"]}, "Empty": {}, "Limit": "-1",
        "Method": "A-crpt", "None": "", "Ports": [{"PortNumber": "8100"}],
    }  # fmt: skip
    assert as_file(value) == """\
{
 Address = info@example.com;
 Class = {Modes=(26,Mail,"S/MIME");};
 Empty = {};
 Limit = "-1";
 Method = A-crpt;
 None = "";
 Ports = ({PortNumber=8100;});
}
"""
    assert indented(value) == """\
{
  Address =  info@example.com;
  Class =  {
    Modes =  (26, Mail, "S/MIME");
  };
  Empty =  {};
  Limit =  "-1";
  Method =  A-crpt;
  None =  "";
  Ports =  (
    {
      PortNumber =  8100;
    }
  );
}
"""


def test_an_array_that_is_too_long_for_a_line_has_lines_of_its_own():
    names = ["name%02d" % number for number in range(12)]
    assert indented({"Names": names}) == "{\n  Names =  (\n%s\n  );\n}\n" % ",\n".join("    " + name for name in names)


@pytest.mark.parametrize("layout", [spelt, as_file, indented])
def test_what_has_no_text_is_refused(layout):
    with pytest.raises(BadValue):
        layout({"a": {"b": 1.5}})


@given(VALUES, SEEDS)
def test_what_is_the_same_stays_to_the_letter(value, seed):
    text = spelled(value, random.Random(seed))
    assert rewritten(text, value) == text


@st.composite
def changed(draw, value):
    """Something like ``value``: members gone, exchanged and added at any depth."""
    if draw(st.integers(0, 3)) == 0:
        return draw(VALUES)
    if isinstance(value, dict):
        kept = {key: draw(changed(item)) for key, item in value.items() if draw(st.integers(0, 3))}
        return {**kept, **draw(st.dictionaries(TEXTS, VALUES, max_size=2))}
    if isinstance(value, list):
        return [draw(changed(item)) for item in value if draw(st.integers(0, 3))] + draw(st.lists(TEXTS, max_size=1))
    return value


@given(st.data(), CONTAINERS, SEEDS)
def test_whatever_is_changed_is_what_is_read(data, value, seed):
    after = data.draw(changed(value))
    text = rewritten(spelled(value, random.Random(seed)), after)
    assert with_system_line_ends(parse(text)) == with_system_line_ends(after)


def test_a_change_is_one_line_of_difference():
    value = parse(COMMENTED)
    after = {**value, "ExternalAUTH": {**value["ExternalAUTH"], "LogLevel": "4"}, "New": "of the site"}
    del after["CacheSize"]
    assert rewritten(COMMENTED, after) == """\
// a file that somebody keeps by hand
{
 /* the main one */
 DomainName = mail.example.com;
 ExternalAUTH = {Enabled=NO;LogLevel=4;};
 Flow = ("-1", 3600);
 Names = (ann,
   "b c",   carl);
 Text = "one" /* and */ "two";
 Last = #T07-11-2011_16:53:05;
 New = "of the site";
}
// the end
"""


def test_a_file_keeps_its_sort_of_line_ends():
    text = "{\r\n a = b;\r\n c = d;\r\n}\r\n"
    assert rewritten(text, {"a": "b", "e": "f"}) == "{\r\n a = b;\r\n e = f;\r\n}\r\n"
    assert rewritten(text, {"c": "d"}) == "{\r\n c = d;\r\n}\r\n"
    assert rewritten(text, {"a": "b"}) == "{\r\n a = b;\r\n}\r\n"


def test_elements_keep_their_spelling_and_new_ones_get_the_separator_of_the_others():
    value = parse(COMMENTED)
    assert " Flow = (\"-1\", 3600, 5);\n" in rewritten(COMMENTED, {**value, "Flow": ["-1", "3600", "5"]})
    assert ' Names = ("b c",\n   carl);\n' in rewritten(COMMENTED, {**value, "Names": ["b c", "carl"]})
    assert rewritten("{\n a = (\n  x\n );\n}", {"a": ["x", "y"]}) == "{\n a = (\n  x,\n  y\n );\n}"


def test_a_text_that_is_none_is_refused_without_a_part_of_it():
    with pytest.raises(DataError) as refused:
        rewritten("{Password=hunter2", {})
    assert "hunter" not in str(refused.value)
