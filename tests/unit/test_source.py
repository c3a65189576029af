# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of objects: each format, and each way in which a file can be wrong, told with its place."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._engine.rows import Row
from ansible_collections.communigate.pro.plugins.module_utils._source import files, read_source
from ansible_collections.communigate.pro.plugins.module_utils._source.files import files_below, read_bytes
from ansible_collections.communigate.pro.plugins.module_utils._source.text import decode, decoded, lines
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import CHARACTERS

ROWS = [
    {"name": "ann", "settings": {"RealName": 'Ann "A" Example\nsecond line'}, "aliases": ["a", "b"]},
    {"name": "bob", "settings": {"RealName": "Bob \u2028 \x85 Grüße"}},
]


def rows(path: str, content: str | bytes, **options: Any) -> list[dict[str, Any]]:
    """The rows of a file, none of which may have a problem."""
    found = list(read(path, content, **options))
    for row in found:
        if row.problem is not None:
            raise CgpError("source %s: %s: %s" % (path, row.place, row.problem.message), row.problem.hint)
    return [dict(row) for row in found]


def read(path: str, content: str | bytes, **options: Any) -> Iterator[Row]:
    encoded = content if isinstance(content, bytes) else content.encode("utf-8", errors="surrogatepass")
    return read_source(path, [encoded], yaml.safe_load, options)


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
        ("a.txt", "", ["no known format", ".json, .jsonl, .yaml, .yml, .csv, .tsv"]),
        ("a", "", ["no known format"]),
        ("a.json", '[{"name": "XK7Q2"', ["not JSON", "line 1 column"]),
        ("a.json", "", ["not JSON"]),
        ("a.json", '{"name": "XK7Q2"}', ["must hold a list"]),
        ("a.json", '[{"name": "a"}, "XK7Q2"]', ["item 2 of a.json", "no dictionary"]),
        ("a.json", "[" * 100000, ["too many levels"]),
        ("a.jsonl", '{"name": "a"}\n{"name": XK7Q2}\n', ["line 2", "not JSON"]),
        ("a.jsonl", '{"name": "a"}\n["XK7Q2"]\n', ["line 2 of a.jsonl", "no dictionary"]),
        ("a.jsonl", '{"a": 1}\n' + "[" * 100000, ["line 2", "too many levels"]),
        ("a.yaml", "- name: a\n  account_password: XK7Q2: x\n", ["not YAML", "line 2, column"]),
        ("a.yaml", "name: XK7Q2\n", ["must hold a list"]),
        ("a.yaml", "- XK7Q2\n", ["item 1 of a.yaml", "no dictionary"]),
        ("a.yaml", "", ["must hold a list"]),
        ("a.csv", "name,to\nann,x,XK7Q2\n", ["line 2 of a.csv: not as many cells", "3 instead of 2"]),
        ("a.csv", "name,to\nann,x\nXK7Q2\n", ["line 3 of a.csv: not as many cells", "1 instead of 2"]),
        ("a.csv", 'name,to\nann,"x\n', ["line 2 of a.csv", "never closed"]),
        ("a.csv", 'name,to\nann,"x"y\n', ["line 2 of a.csv", "a quotation mark within a cell", "doubled"]),
        ("a.csv", "name,name\nann,XK7Q2\n", ["columns 1 and 2 have the same name"]),
        ("a.csv", "name,settings,settings.ou\nann,XK7Q2,x\n", ["columns 2 and 3 are an option and a key of it"]),
        ("a.csv", "name,settings.ou,settings\nann,XK7Q2,x\n", ["columns 3 and 2 are an option and a key of it"]),
        ("a.csv", "name,,to\nann,XK7Q2,x\n", ["column 2 has no name"]),
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
        list(read_source("a.yaml", [b"[]"]))


CELLS = st.text(CHARACTERS, max_size=8)
MESSY = st.text(st.one_of(st.sampled_from(',;\t" \r\n\''), CHARACTERS), max_size=12)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
@given(table=st.lists(st.lists(MESSY, min_size=3, max_size=3), max_size=5), quoting=st.sampled_from([0, 1]))
def test_any_table_that_can_be_written_is_read(delimiter: str, line_end: str, table, quoting: int) -> None:
    """Python's writer is the other side: what it has quoted is kept, what it has not is stripped; nothing is lost."""
    if quoting == csv.QUOTE_MINIMAL:  # before Python 3.13 the writer does not quote what is no line end of its own
        strange = {ord(letter): None for letter in "\r\n" if letter not in line_end}
        table = [[cell.translate(strange) for cell in cells] for cells in table]
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    writer.writerow(["a", "b", "c"])
    writer.writerows(table)
    wanted = [{name: read_cell(cell, delimiter, quoting) for name, cell in zip("abc", cells)} for cells in table]
    wanted = [{name: cell for name, cell in row.items() if cell} for row in wanted]
    found = rows("x.csv", text.getvalue(), delimiter=delimiter)
    assert found == [row for row in wanted if row]


def read_cell(cell: str, delimiter: str, quoting: int) -> str:
    """What the writer's cell is read as: it quotes what holds a delimiter, a quotation mark or the end of a line."""
    quoted = quoting == csv.QUOTE_ALL or any(letter in cell for letter in (delimiter, '"', "\r", "\n"))
    return cell if quoted else cell.strip()


def test_a_blank_beside_a_cell_is_no_part_of_it_and_in_quotation_marks_it_is() -> None:
    text = 'account, new_password ,note\nu1@a.example, s3cret ,x\nu2@a.example ," s3cret " , "a, ""b"" "\n'
    assert rows("a.csv", text) == [
        {"account": "u1@a.example", "new_password": "s3cret", "note": "x"},
        {"account": "u2@a.example", "new_password": " s3cret ", "note": 'a, "b" '},
    ]


PEOPLE = [{"name": "ann", "settings": {"RealName": "Änne; O'Neil"}}, {"name": "bob", "settings": {"RealName": "x, y"}}]


def people(delimiter: str) -> str:
    return 'name%ssettings.RealName\nann%s"Änne; O\'Neil"\nbob%s"x, y"\n' % (delimiter, delimiter, delimiter)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_a_spreadsheet_writes_is_recognised(delimiter: str, encoding: str) -> None:
    """Python writes a mark with the last three."""
    assert rows("a.csv", people(delimiter).encode(encoding)) == PEOPLE
    assert rows("a.csv", ("\r\n  \r\n" + people(delimiter)).encode(encoding)) == PEOPLE


@pytest.mark.parametrize("delimiter", [";", "|"])
def test_a_table_may_declare_what_separates_its_cells(delimiter: str) -> None:
    assert rows("a.csv", "sep=%s\r\n%s" % (delimiter, people(delimiter))) == PEOPLE


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "latin-1", "utf-16-le"])
def test_an_encoding_that_cannot_be_told_is_said(encoding: str) -> None:
    content = people(";").encode(encoding)
    assert rows("a.csv", content, encoding=encoding) == PEOPLE
    with pytest.raises(CgpError, match=r"source a.csv: line \d .*source_options.encoding, such as cp1252"):
        rows("a.csv", content)


@pytest.mark.parametrize(
    ("content", "options", "words"),
    [
        (b"name,to;x\nann,XK7Q2\n", {}, ["commas and semicolons", "source_options.delimiter"]),
        (b"name\tto,x\nann,XK7Q2\n", {}, ["commas and tabs", "source_options.delimiter"]),
        (b"name\n", {"delimiter": "::"}, ["source_options.delimiter must be one character"]),
        (b"name\n", {"delimiter": '"'}, ["source_options.delimiter must be one character"]),
        (b"name\n", {"encoding": "no-such"}, ["no encoding no-such is known"]),
        (b"name\n", {"encoding": "hex"}, ["no encoding hex is known"]),
        ("\ufeffname\n".encode(), {"encoding": "a\0"}, ["mark of utf-8"]),
        (b"name\nXK7Q2\n\x81\n", {"encoding": "cp1252"}, ["line 3 is no cp1252 text"]),
        ("\ufeffname\n".encode(), {"encoding": "cp1252"}, ["mark of utf-8", "source_options.encoding is cp1252"]),
        (b"name\n", {"columns": {"E-Mail": "name"}}, ["source_options.columns names E-Mail, which is no heading"]),
        (b"a,b\n1,2\n", {"columns": {"a": "name", "b": "name"}}, ["columns 1 and 2 have the same name"]),
    ],
)
def test_what_is_not_certain_is_asked_for(content: bytes, options, words) -> None:
    with pytest.raises(CgpError) as refused:
        rows("a.csv", content, **options)
    assert all(word in str(refused.value) for word in words), refused.value
    assert "XK7Q2" not in str(refused.value)


@pytest.mark.parametrize("option", ["delimiter", "columns"])
def test_what_is_for_tables_is_for_no_other_file(option: str) -> None:
    with pytest.raises(CgpError, match="source_options.%s is for tables" % option):
        rows("a.json", "[]", **{option: {"a": "b"} if option == "columns" else ";"})


def test_foreign_headings_are_mapped_and_a_column_can_be_left_out() -> None:
    text = 'E-Mail;Vor- und Nachname;Notiz;aliases\nann;Ann A;x;a b\n'
    columns = {"E-Mail": "name", "Vor- und Nachname": "settings.RealName", "Notiz": None}
    person = {"name": "ann", "settings": {"RealName": "Ann A"}, "aliases": "a b"}
    assert rows("a.csv", text, columns=columns) == [person]


def test_the_rows_after_a_bad_one_are_read_and_each_knows_its_line() -> None:
    text = 'name,to\n"a\nb",x\n\nann\nbob,b"x\n"carol"s,y\ndave,"z\n\n"\nerin,1,2\nfred,"never\n\n'
    found = [(row.place and row.place.number, dict(row), row.problem is None) for row in read("a.csv", text)]
    assert found == [
        (2, {"name": "a\nb", "to": "x"}, True),
        (5, {}, False),
        (6, {}, False),
        (7, {}, False),
        (8, {"name": "dave", "to": "z\n\n"}, True),
        (11, {}, False),
        (12, {}, False),
    ]
    lines = [(row.place and row.place.number, row.problem is None) for row in read("a.jsonl", '{\n{"a": 1}\n[]\n')]
    assert lines == [(1, False), (2, True), (3, False)]


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


OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "delimiter": st.one_of(st.sampled_from(["tab", ";", ""]), st.text(max_size=2)),
        "encoding": st.one_of(st.sampled_from(["cp1252", "utf-16", "rot13", "idna"]), st.text(max_size=5)),
        "columns": st.dictionaries(st.text(max_size=3), st.one_of(st.none(), st.text(max_size=3)), max_size=2),
    },
)


@given(st.one_of(st.binary(max_size=40), st.text(max_size=40).map(str.encode)), OPTIONS)
def test_any_bytes_with_any_options_are_a_table_or_refused_clearly(content: bytes, options: dict[str, Any]) -> None:
    try:
        for row in read("a.csv", content, **options):
            assert row.place is not None and (row or row.problem)
    except CgpError as error:
        assert str(error).startswith("source a.csv: ")


# --- directories

def test_a_directory_is_its_files_in_order_but_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.css", "a/z.css", "a/c/d.css", ".git/config", "a/.DS_Store", "A.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "linked.css").symlink_to(tmp_path / "b.css")
    assert list(files_below(str(tmp_path))) == ["A.css", "b.css", "linked.css", "a/z.css", "a/c/d.css"]
    entrance = tmp_path.parent / "entrance"
    entrance.symlink_to(tmp_path)
    assert "linked.css" in list(files_below(str(entrance)))


def test_a_directory_that_cannot_be_listed_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CgpError, match="cannot be read"):
        list(files_below(str(tmp_path / "missing")))


@pytest.mark.parametrize("target", ["../outside.css", "/dev/zero", "missing.css", "below/../../outside.css"])
def test_a_link_that_leads_out_of_a_directory_or_nowhere_is_refused(tmp_path: Path, target: str) -> None:
    (tmp_path / "outside.css").write_text("x", encoding="utf-8")
    (tmp_path / "skin" / "below").mkdir(parents=True)
    (tmp_path / "skin" / "link.css").symlink_to(target)
    with pytest.raises(CgpError, match="link.css (is a link that leads out of the directory|cannot be read)"):
        list(files_below(str(tmp_path / "skin")))


def test_a_pipe_or_a_device_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.css")
    with pytest.raises(CgpError, match="pipe.css is no regular file"):
        list(files_below(str(tmp_path)))
    for path in (tmp_path / "pipe.css", Path("/dev/zero")):
        with pytest.raises(CgpError, match="source .* is no regular file"):
            read_bytes(str(path), "source")


def test_a_file_may_not_be_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1 << 20)
    for size, fits in ((1 << 20, True), ((1 << 20) + 1, False), (1 << 40, False)):
        with open(tmp_path / "large", "wb") as file:
            file.truncate(size)  # a hole, which takes no room
        if fits:
            assert len(read_bytes(str(tmp_path / "large"), "src")) == size
        else:
            with pytest.raises(CgpError, match="src .*large has more than 1 MB"):
                read_bytes(str(tmp_path / "large"), "src")


@pytest.mark.parametrize(("name", "fits"), [("a.jsonl", True), ("a.json", False), ("a.csv", False), ("a.yml", False)])
def test_of_json_lines_there_may_be_any_number(name: str, fits: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than a piece of them is asked for before the first is told."""
    monkeypatch.setattr(files, "LARGEST", 1 << 10)
    asked: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(1 << 10):
            asked.append(number)
            yield b'{"name": "user%d"}\n' % number

    rows = read_source(name, pieces(), yaml.safe_load)
    if fits:
        assert (dict(next(rows)), len(asked)) == ({"name": "user0"}, 1)
        assert [row["name"] for row in rows] == ["user%d" % number for number in range(1, 1 << 10)]
    else:
        with pytest.raises(CgpError, match="source %s: the file has more than" % name):
            next(rows)
        assert len(asked) < 100


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "shift_jis"]
LETTERS = ["a", "\n", "\r\n", "\u2028", "\x85", "\xe9", "\u20ac", "\0", "\U0001f4e7", " "]
TEXTS = st.lists(st.sampled_from(LETTERS), max_size=12).map("".join)
CUTS = st.tuples(st.integers(1, 5), st.booleans())


@given(text=TEXTS, encoding=st.sampled_from(ENCODINGS), named=st.booleans(), cuts=CUTS)
def test_however_a_text_is_cut_it_is_the_same(text: str, encoding: str, named: bool, cuts: tuple[int, bool]) -> None:
    """So is what is wrong with it: a byte that is missing, another encoding, a NUL."""
    size, cut = cuts
    content = text.encode(encoding, errors="ignore")[: -1 if cut else None]
    pieces = [content[place : place + size] for place in range(0, len(content), size)]
    given_name = encoding if named else None
    whole = outcome(lambda: decode(content, given_name))
    assert outcome(lambda: "".join(decoded(pieces, given_name))) == whole
    expected = whole if isinstance(whole, CgpErrorText) else [line for line in re.split("(?<=\n)", whole) if line]
    assert outcome(lambda: list(lines(pieces, given_name))) == expected


class CgpErrorText(str):
    """What an error says: the first of several that are wrong, and which is met first depends on the cuts."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, CgpErrorText)

    __hash__ = str.__hash__


def outcome(call: Callable[[], Any]) -> Any:
    try:
        return call()
    except CgpError as error:
        return CgpErrorText(error)
