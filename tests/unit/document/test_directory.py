# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document as a directory: every name has a file, every file is of one noun, and what was written is read."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils._engine.rows import listed
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_directory import read_directory
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_layout import (
    BESIDE,
    TREES,
    Content,
    content_of,
    file_in_tree,
    file_of,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_nouns import (
    NAMES,
    stands_in_domain,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.every_noun import NOUNS
from ansible_collections.communigate.pro.plugins.module_utils._source.directory import NewContent
from ansible_collections.communigate.pro.plugins.module_utils._source.file_names import decoded, encoded
from ansible_collections.communigate.pro.plugins.module_utils._source.yaml_text import yaml_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import example, given
from hypothesis import strategies as st
from support.document_server import Server

NAME = st.text(max_size=20)
ODD = (
    "yes", "NO", "on", "Off", "null", "~", "1.0", "0x1f", "1:30", "2026-11-30", "- a", "a: b", "a #b", "!x", "&a", "*a",
    "%a", "@a", "`a", "", " ", "---", "...", "=", "<<", "? a", "| a", "\u2028", "\x85", "\ufeff", "\t", "a\nb",
    "{{ x }}",
)  # fmt: skip
SCALARS = st.one_of(st.text(), st.integers(), st.booleans(), st.none(), st.sampled_from(ODD))
DATA = st.recursive(
    SCALARS, lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(), inner, max_size=4))
)


# --- names


@given(name=st.text(st.characters(codec=None), max_size=40))
@example("")
@example("..")
@example("a/../../b")
@example("con.txt")
@example("ends. ")
@example("100%")
@example("\udcff")
def test_a_name_is_that_of_a_file_and_back(name: str) -> None:
    file = encoded(name)
    assert decoded(file) == name
    assert file not in ("", ".", "..") and not file.startswith(".") and not set(file) & set('/\\\0:*?"<>|')
    assert all(letter.isprintable() for letter in file)


@pytest.mark.parametrize("file", ["a%", "%zz", "%2f", "%C3"])
def test_what_no_name_becomes_is_told(file: str) -> None:
    with pytest.raises(CgpError, match="is the name of nothing"):
        decoded(file)


@given(domain=NAME.filter(bool))
def test_a_file_says_what_it_holds(domain: str) -> None:
    for noun, resource in NOUNS.items():
        if noun not in TREES and stands_in_domain(resource):
            assert content_of(file_of(noun, domain)) == Content(domain, noun)


@given(domain=NAME, skin=NAME, name=NAME.filter(bool))
def test_a_file_of_a_tree_says_what_it_is(domain: str, skin: str, name: str) -> None:
    for noun in TREES:
        scope = "domain" if domain else "cluster"
        row = {"scope": scope, "name": name}
        row.update({"domain": domain} if domain else {})
        row.update({"skin": skin} if skin and noun == "skin_files" else {})
        assert content_of(file_in_tree(noun, domain, row)) == Content(domain, noun, row)


def test_no_two_nouns_have_one_file() -> None:
    files = [file_of(noun, "example.org") for noun in NOUNS]
    assert len({os.path.splitext(file)[0] for file in files}) == len(files) == len(NAMES)


@pytest.mark.parametrize("suffix", ["yml", "csv", "json"])
def test_a_noun_may_be_called_as_its_module(suffix: str) -> None:
    assert content_of("domains/example.org/account." + suffix) == Content("example.org", "account")


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("severs.yml", "severs.yml: no file of a document is called so. Did you mean server.yml?"),
        ("domains/example.org/acounts.csv", "no noun is called acounts. Did you mean accounts?"),
        ("domains/example.org/skin/Blue/a.css", "no directory of a document holds such files. Did you mean skins?"),
        ("domains/example.org/skins/a.css", "no directory of a document holds such files"),
        ("domains/x.yml", "no file of a document is called so"),
        ("domains/%zz/domain.yml", "%zz is the name of nothing"),
    ],
)
def test_what_is_no_part_of_a_document_is_told_with_a_near_miss(tmp_path: Path, file: str, told: str) -> None:
    wanted = tmp_path / file
    wanted.parent.mkdir(parents=True, exist_ok=True)
    wanted.write_text("[]", encoding="utf-8")
    with pytest.raises(CgpError) as refused:
        read_directory(str(tmp_path), str, yaml.safe_load)
    assert told in str(refused.value) and str(tmp_path) in str(refused.value)


def test_what_stands_beside_a_document_is_passed_over(tmp_path: Path) -> None:
    for name in (*BESIDE, ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "server.yml").write_text("---\n", encoding="utf-8")
    assert read_directory(str(tmp_path), str, yaml.safe_load) == {"server": {}}


# --- YAML


@given(data=st.one_of(st.lists(DATA, max_size=5), st.dictionaries(st.text(), DATA, max_size=5)))
def test_what_is_written_is_read_by_two_readers(data: Any) -> None:
    text = yaml_of(data)
    assert yaml.safe_load(text) == data
    assert DataLoader().load(text) == data
    assert text.count("\n") == len(text.splitlines())


# --- the directory


WRONG = {
    "accounts.jsonl": ('{"name": "a"}\n{"name": \n[]\n', ["line 2", "not JSON", "line 3", "no dictionary"]),
    "accounts.csv": ("name,settings.RealName\na,A\nb,B,C\n", ["line 3"]),
    "accounts.yml": ("- {name: a}\n- b\n", ["item 2", "no dictionary"]),
    "accounts.json": ('[{"name": "a"}, 5]', ["item 2", "no dictionary"]),
}
"""By file, what nobody can read of it, and what is told of that."""


@pytest.mark.parametrize("where", ["here", "elsewhere"])
@pytest.mark.parametrize("file", WRONG)
def test_a_row_that_cannot_be_read_is_told_with_its_place(
    tmp_path: Path, server: Server, file: str, where: str
) -> None:
    """Also where the rows are sent to another machine, which has no file."""
    content, told = WRONG[file]
    directory = tmp_path / "config" / "domains" / "example.org"
    directory.mkdir(parents=True)
    (directory / "domain.yml").write_text("[{name: example.org}]\n")
    (directory / file).write_text(content)
    mark = server.simulator.mark()
    message = told_of(server, str(tmp_path / "config"), where)
    for part in (file, *told):
        assert part in message, message
    assert server.simulator.changes(mark) == []


def told_of(server: Server, source: str, where: str = "here", **options: Any) -> str:
    """What is told of a directory that is no document, or nothing: the machine elsewhere gets what it is sent."""
    given: dict[str, Any] = {"source": source}
    try:
        if where == "elsewhere":
            held = read_directory(source, str, yaml.safe_load)
            given = {"config": json.loads(json.dumps(listed(held)))}
        return str(server.place.run(CONFIG, {**given, **options}).get("msg", ""))
    except CgpError as error:
        return str(error)


def test_a_file_that_nobody_asks_for_is_not_read(tmp_path: Path, server: Server) -> None:
    for domain, content in (("one.example", "?"), ("two.example", '{"name": "alice"}')):
        (tmp_path / "config" / "domains" / domain).mkdir(parents=True)
        (tmp_path / "config" / "domains" / domain / "domain.yml").write_text("[{name: %s}]\n" % domain)
        (tmp_path / "config" / "domains" / domain / "accounts.jsonl").write_text(content)
    source = str(tmp_path / "config")
    assert "line 1" in told_of(server, source)
    assert told_of(server, source, domains=["two.example"]) == ""
    assert told_of(server, source, only=["domain"]) == ""


def put(path: Path, files: Mapping[str, str], check: bool = False) -> list[str]:
    with NewContent(str(path), "dest", "mark") as content:
        for name, text in {"mark": "", **files}.items():
            content.append(name, text.encode("utf-8"))
        differing = content.differing()
        if not check:
            content.put_in_place()
    return differing


def files_in(path: Path) -> dict[str, str]:
    return {str(one.relative_to(path)): one.read_text("utf-8") for one in path.rglob("*") if one.is_file()}


def test_only_what_differs_is_written_and_what_is_left_over_goes(tmp_path: Path) -> None:
    there = tmp_path / "out"
    assert put(there, {"a": "1", "b/c": "2", "b/d": "3"}) == ["a", "b/c", "b/d", "mark"]
    kept = (there / "a").stat().st_ino
    (there / ".git").mkdir()
    assert put(there, {"a": "1", "b/c": "x"}, check=True) == ["b/c", "b/d"]
    assert files_in(there) == {"mark": "", "a": "1", "b/c": "2", "b/d": "3"}
    assert put(there, {"a": "1", "e": "4"}) == ["b/c", "b/d", "e"]
    assert files_in(there) == {"mark": "", "a": "1", "e": "4"}
    assert (there / "a").stat().st_ino == kept
    assert sorted(path.name for path in there.iterdir()) == [".git", "a", "e", "mark"]
    assert {path.stat().st_mode & 0o777 for path in there.iterdir() if path.is_file()} == {0o600}


def test_check_mode_leaves_no_directory(tmp_path: Path) -> None:
    """Nor do those stay that were made on the way to it; what is somebody else's does."""
    assert put(tmp_path / "a" / "b" / "out", {"x": "1"}, check=True) == ["mark", "x"]
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "a").mkdir()
    put(tmp_path / "a" / "b" / "out", {"x": "1"}, check=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["a"]


def test_what_is_somebody_elses_is_left_in_place(tmp_path: Path) -> None:
    """Secrets that somebody has filled in, in a new directory and in an old one."""
    (tmp_path / "secrets.yml").write_text("ours", encoding="utf-8")
    for text in ("1", "2"):
        with NewContent(str(tmp_path), "dest", "mark", left=("secrets.yml",)) as content:
            content.append("mark", text.encode("utf-8"))
            assert content.differing() == ["mark"]
            content.put_in_place()
    assert files_in(tmp_path) == {"mark": "2", "secrets.yml": "ours"}


def test_what_is_interrupted_leaves_all_as_it_was(tmp_path: Path) -> None:
    there = tmp_path / "out"
    put(there, {"a": "1"})
    with pytest.raises(KeyboardInterrupt), NewContent(str(there), "dest", "mark") as content:
        content.append("a", b"2")
        raise KeyboardInterrupt
    assert files_in(tmp_path) == {"out/mark": "", "out/a": "1"}


def test_a_directory_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "thesis.txt").write_text("x", encoding="utf-8")
    with pytest.raises(CgpError, match="has files of its own, such as thesis.txt"):
        put(tmp_path / "own", {"a": "1"})
    with pytest.raises(CgpError, match="is no directory"):
        put(tmp_path / "own" / "thesis.txt", {"a": "1"})
    assert files_in(tmp_path) == {"own/thesis.txt": "x"}


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    put(tmp_path / "out", {"b/c": "1"})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out" / "b" / "c").unlink()
    (tmp_path / "out" / "b").rmdir()
    (tmp_path / "out" / "b").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CgpError, match="is a link"):
        put(tmp_path / "out", {"b/c": "2"})
    assert list((tmp_path / "elsewhere").iterdir()) == []
