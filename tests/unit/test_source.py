# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of objects: each format, and each way in which a file can be wrong, told with its place."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._source import files_below, read_source
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import CHARACTERS

ROWS = [
    {"name": "ann", "settings": {"RealName": 'Ann "A" Example\nsecond line'}, "aliases": ["a", "b"]},
    {"name": "bob", "settings": {"RealName": "Bob \u2028 \x85 Grüße"}},
]


def rows(path: str, text: str) -> list[dict[str, Any]]:
    return list(read_source(path, text, yaml.safe_load))


def jsonl(items: list[Any]) -> str:
    return "".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("people.json", json.dumps(ROWS, ensure_ascii=False)),
        ("PEOPLE.JSON", json.dumps(ROWS, indent=2)),
        ("people.jsonl", jsonl(ROWS)),
        ("people.jsonl", "\n" + jsonl(ROWS).replace("\n", "\r\n") + "  \n"),
        ("people.yaml", yaml.safe_dump(ROWS)),
        ("people.yml", yaml.safe_dump(ROWS, allow_unicode=True)),
    ],
)
def test_the_same_objects_in_each_format(path: str, text: str) -> None:
    assert rows(path, text) == ROWS


def test_a_byte_order_mark_is_no_part_of_the_data() -> None:
    """As spreadsheets write it."""
    assert rows("a.csv", "\ufeffname\nann\n") == [{"name": "ann"}]
    assert rows("a.json", '\ufeff[{"name": "ann"}]') == [{"name": "ann"}]


def test_a_table_has_keys_of_dictionaries_as_columns_and_empty_cells_are_no_values() -> None:
    text = 'name , settings.RealName,settings.ou,aliases\nann,"Ann, ""A""\nExample",,a b\n\nbob,,,\n,,,\n'
    assert rows("people.csv", text) == [
        {"name": "ann", "settings": {"RealName": 'Ann, "A"\nExample'}, "aliases": "a b"},
        {"name": "bob"},
    ]


EMPTY = [("a.json", "[]"), ("a.jsonl", ""), ("a.yaml", "[]"), ("a.csv", ""), ("a.csv", "name\n")]


@pytest.mark.parametrize(("path", "text"), EMPTY)
def test_a_file_may_hold_nothing(path: str, text: str) -> None:
    assert rows(path, text) == []


@pytest.mark.parametrize(
    ("path", "text", "words"),
    [
        ("a.txt", "", ["no known format", ".json, .jsonl, .yaml, .yml, .csv"]),
        ("a", "", ["no known format"]),
        ("a.json", '[{"name": "XK7Q2"', ["not JSON", "line 1 column"]),
        ("a.json", "", ["not JSON"]),
        ("a.json", '{"name": "XK7Q2"}', ["must hold a list"]),
        ("a.json", '[{"name": "a"}, "XK7Q2"]', ["item 2 is no dictionary"]),
        ("a.json", "[" * 100000, ["too many levels"]),
        ("a.jsonl", '{"name": "a"}\n{"name": XK7Q2}\n', ["line 2", "not JSON"]),
        ("a.jsonl", '{"name": "a"}\n["XK7Q2"]\n', ["item 2 is no dictionary"]),
        ("a.jsonl", '{"a": 1}\n' + "[" * 100000, ["line 2", "too many levels"]),
        ("a.yaml", "- name: a\n  account_password: XK7Q2: x\n", ["not YAML", "line 2, column"]),
        ("a.yaml", "name: XK7Q2\n", ["must hold a list"]),
        ("a.yaml", "- XK7Q2\n", ["item 1 is no dictionary"]),
        ("a.yaml", "", ["must hold a list"]),
        ("a.csv", "name,to\nann,x,XK7Q2\n", ["line 2 has not as many cells"]),
        ("a.csv", "name,to\nann,x\nXK7Q2\n", ["line 3 has not as many cells"]),
        ("a.csv", 'name,to\nann,"x\n', ["line 2 is not CSV"]),
        ("a.csv", 'name,to\nann,"x"y\n', ["line 2 is not CSV"]),
        ("a.csv", "name,name\nann,XK7Q2\n", ["column name"]),
        ("a.csv", "name,settings,settings.ou\nann,XK7Q2,x\n", ["column settings.ou"]),
        ("a.csv", "name,settings.ou,settings\nann,XK7Q2,x\n", ["column settings.ou"]),
        ("a.csv", "name,,to\nann,XK7Q2,x\n", ["a column has no name"]),
        ("a.csv", "name\n" + "x" * 200000, ["is not CSV"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place_and_without_the_text(path: str, text: str, words: list[str]) -> None:
    with pytest.raises(CgpError) as refused:
        rows(path, text)
    message = str(refused.value)
    assert message.startswith("source %s" % path)
    assert all(word in message for word in words), message
    assert "XK7Q2" not in message
    assert "\n" not in message


def test_yaml_needs_a_loader() -> None:
    with pytest.raises(CgpError, match="YAML cannot be read here"):
        list(read_source("a.yaml", "[]"))


CELLS = st.text(CHARACTERS, max_size=8)


@given(st.lists(st.fixed_dictionaries({"name": CELLS.filter(bool), "note": CELLS.filter(bool)}), max_size=5))
def test_any_table_that_can_be_written_is_read(table) -> None:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, ["name", "note"])
    writer.writeheader()
    writer.writerows(table)
    assert rows("a.csv", text.getvalue()) == table


@given(st.lists(st.dictionaries(CELLS, st.one_of(CELLS, st.integers(), st.lists(CELLS))), max_size=5))
def test_json_and_json_lines_hold_the_same(items) -> None:
    assert rows("a.json", json.dumps(items, ensure_ascii=False)) == items
    assert rows("a.jsonl", jsonl(items)) == items


@given(st.sampled_from(["a.json", "a.jsonl", "a.yaml", "a.csv"]), st.text(max_size=40))
def test_any_text_is_read_or_refused_clearly(path: str, text: str) -> None:
    try:
        assert all(isinstance(row, dict) for row in rows(path, text))
    except CgpError as error:
        assert str(error).startswith("source %s" % path)


# --- directories

def test_a_directory_is_its_files_in_order_but_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.css", "a/z.css", "a/c/d.css", ".git/config", "a/.DS_Store", "A.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "linked.css").symlink_to(tmp_path / "b.css")
    assert list(files_below(str(tmp_path))) == ["A.css", "b.css", "linked.css", "a/z.css", "a/c/d.css"]


def test_a_directory_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CgpError, match="cannot be read"):
        list(files_below(str(tmp_path / "missing")))
