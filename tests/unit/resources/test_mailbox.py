# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes, their rights, and files: what lies inside of Accounts."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.file_storage import (
    LISTSTORAGEFILES,
    READSTORAGEFILE,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailbox import (
    CREATEMAILBOX,
    GETMAILBOXACL,
    LISTMAILBOXES,
    SETMAILBOXACL,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX, MAILBOX_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_acl import MAILBOX_ACL
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.mailboxes import fold_mailbox
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import STORAGE_FILE
from support.engine_server import LOGIN, Server


@pytest.fixture
def owner(server: Server) -> str:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    return name


def changes(server: Server, mark: int) -> list[tuple[str, dict]]:
    return [(entry["verb"], entry["arguments"]) for entry in server.changes(mark)]


def test_a_mailbox_is_made_with_its_class_changed_and_deleted(server: Server, owner: str) -> None:
    row = {"account": owner, "name": "Contacts", "mailbox_class": "IPF.Contact"}
    mark = server.mark()
    server.apply(MAILBOX, [row])
    assert changes(server, mark) == [
        ("CREATEMAILBOX", {"accountName": owner, "mailboxName": "Contacts", "mailboxClass": "IPF.Contact"})
    ]
    assert server.apply(MAILBOX, [row])["changed"] is False
    mark = server.mark()
    assert server.apply(MAILBOX, [{**row, "mailbox_class": "IPF.Note"}])["counts"]["updated"] == 1
    assert [verb for verb, _arguments in changes(server, mark)] == ["SETMAILBOXCLASS"]
    assert server.apply(MAILBOX, [{"account": owner, "name": "Contacts", "state": "absent"}])["counts"]["deleted"] == 1
    assert "Contacts" not in server.ask(LISTMAILBOXES(owner))


def test_the_inbox_has_no_case_and_always_exists(server: Server, owner: str) -> None:
    for name in ("INBOX", "inbox", "Inbox"):
        assert server.apply(MAILBOX, [{"account": owner, "name": name}])["changed"] is False
    server.apply(MAILBOX, [{"account": owner, "name": "inbox/Sub"}])
    assert server.apply(MAILBOX, [{"account": owner, "name": "INBOX/Sub"}])["changed"] is False
    refused = server.apply(MAILBOX, [{"account": owner, "name": "inbox", "state": "absent"}])
    assert (refused["changed"], refused["failed"]) == (False, True)


HABITS = [(), ("mailbox-suffixes-kept",), ("mailboxes-in-utf7",), ("mailboxes-in-utf7", "mailboxes-in-arrays")]


@pytest.mark.parametrize("habits", HABITS, ids=str)
@pytest.mark.parametrize("name", ["Work.mdir", "Play/Work.MBOX", "Entwürfe", "A&B/Zoë.mslc", "&-", ".mdir"])
def test_a_mailbox_is_found_under_each_spelling_of_its_name(tmp_path: Path, name: str, habits: tuple[str, ...]) -> None:
    with Server(tmp_path, habits=habits) as server:
        server.apply(ACCOUNT, [{"name": "ann@example.com"}])
        row = {"account": "ann@example.com", "name": name, "mailbox_class": "IPF.Contact"}
        acl = {"account": "ann@example.com", "mailbox": name, "acl": {"bob": "lr"}}
        for changed in (True, False):
            for resource, wanted in ((MAILBOX, row), (MAILBOX_ACL, acl)):
                result = server.apply(resource, [wanted])
                assert (result.get("msg"), result["changed"]) == (None, changed), wanted
        assert server.apply(MAILBOX, [{**row, "mailbox_class": "IPF.Note"}])["changed"] is True
        other = {"account": "ann@example.com", "name": "New", "rename_from": name}
        for changed in (True, False):
            assert server.apply(MAILBOX, [other])["changed"] is changed
        server.apply(MAILBOX, [{**other, "name": name, "rename_from": "New"}])
        listed = set(server.ask(LISTMAILBOXES("ann@example.com")))
        (made,) = [one for one in listed if fold_mailbox(one) == fold_mailbox(name)]
        for changed in (True, False):
            result = server.apply(MAILBOX, [{**row, "name": made, "state": "absent"}])
            assert (result.get("msg"), result["changed"]) == (None, changed)
        assert made not in server.ask(LISTMAILBOXES("ann@example.com"))


@pytest.mark.parametrize("habits", HABITS, ids=str)
def test_a_mailbox_is_told_as_the_server_spells_it(tmp_path: Path, habits: tuple[str, ...]) -> None:
    with Server(tmp_path, habits=habits) as server:
        for name in ("Grün.mdir", "Rot"):
            server.ask(CREATEMAILBOX(LOGIN, name, mailboxClass="IPF.Task"))
        asked = {"accounts": [LOGIN], "names": ["Grün.mdir", "Rot", "Blau"], "include": ["info"]}
        told = MAILBOX_INFO.run(server.master, asked, Mode())
        assert {one["name"] for one in told["mailboxes"]} == {*server.ask(LISTMAILBOXES(LOGIN))} - {"INBOX"}
        assert [one["facts"]["info"]["Class"] for one in told["mailboxes"]] == ["IPF.Task", "IPF.Task"]
        assert told["missing"] == [LOGIN + " Blau"]


@pytest.mark.parametrize(("gone", "left"), [("Work", "Work.mdir"), ("Work.mdir", "Work")])
def test_what_may_be_another_mailbox_is_not_deleted(tmp_path: Path, gone: str, left: str) -> None:
    with Server(tmp_path, habits=("mailbox-suffixes-kept",)) as server:
        server.apply(ACCOUNT, [{"name": "ann@example.com"}])
        for name in (gone, left):
            server.ask(CREATEMAILBOX("ann@example.com", name))
        for failed in (False, True):
            result = server.apply(MAILBOX, [{"account": "ann@example.com", "name": gone, "state": "absent"}])
            assert (bool(result.get("failed")), result["changed"]) == (failed, not failed)
            assert set(server.ask(LISTMAILBOXES("ann@example.com"))) == {"INBOX", left}
        assert left in result["msg"]


def test_a_purge_spares_what_may_be_a_wanted_mailbox(tmp_path: Path) -> None:
    with Server(tmp_path, habits=("mailbox-suffixes-kept",)) as server:
        server.apply(ACCOUNT, [{"name": "ann@example.com"}])
        for name in ("Work", "Work.mdir", "Play"):
            server.ask(CREATEMAILBOX("ann@example.com", name))
        purge = {"within": ["ann@example.com"], "limit": 9}
        server.apply(MAILBOX, [{"account": "ann@example.com", "name": "Work.mdir"}], purge=purge)
        assert set(server.ask(LISTMAILBOXES("ann@example.com"))) == {"INBOX", "Work", "Work.mdir"}


@pytest.mark.parametrize("there", [True, False])
def test_an_inbox_is_not_renamed(server: Server, owner: str, there: bool) -> None:
    if there:
        server.apply(MAILBOX, [{"account": owner, "name": "Old"}])
    mark = server.mark()
    result = server.apply(MAILBOX, [{"account": owner, "name": "Old", "rename_from": "inbox"}])
    assert (result["failed"], result["changed"], server.changes(mark)) == (True, False, [])


def test_a_folder_that_is_no_mailbox_can_become_one(server: Server, owner: str) -> None:
    server.apply(MAILBOX, [{"account": owner, "name": "A/B/C"}])
    assert server.apply(MAILBOX, [{"account": owner, "name": "A/B"}])["counts"]["created"] == 1
    both = [{"account": owner, "name": "A/B"}, {"account": owner, "name": "A/B/C"}]
    assert server.apply(MAILBOX, both)["changed"] is False


def test_a_mailbox_goes_alone_or_with_what_lies_below(server: Server, owner: str) -> None:
    rows = [{"account": owner, "name": name} for name in ("A", "A/B", "A/C", "D", "D/E")]
    server.apply(MAILBOX, rows)
    server.apply(MAILBOX, [{"account": owner, "name": "A", "state": "absent", "nested": True}])
    server.apply(MAILBOX, [{"account": owner, "name": "D", "state": "absent"}])
    there = server.ask(LISTMAILBOXES(owner))
    assert [name for name in there if name[0] in "A"] == []
    assert there["D/E"] and there["D"] == []


def test_a_mailbox_of_an_unknown_account_is_an_error_but_its_absence_is_not(server: Server) -> None:
    nobody = "nobody@" + server.new_domain()
    result = server.apply(MAILBOX, [{"account": nobody, "name": "A"}])
    assert "%s does not exist" % nobody in result["msg"] and result["changed"] is False
    assert server.apply(MAILBOX, [{"account": nobody, "name": "A", "state": "absent"}])["counts"]["unchanged"] == 1
    acl = server.apply(MAILBOX_ACL, [{"account": nobody, "mailbox": "A", "acl": {"ann": "l"}}])
    assert acl["failed"] is True and acl["changed"] is False


ACL = {"anyone@": "lr", "bob": "lrswi"}


def as_sets(acl: dict[str, str]) -> dict[str, set[str]]:
    return {who: set(letters) for who, letters in acl.items()}


@pytest.mark.parametrize(
    ("wish", "mode", "after"),
    [
        ({"bob": "iwsrl"}, "update", ACL),
        ({"bob": "lr"}, "update", {"anyone@": "lr", "bob": "lr"}),
        ({"bob": "+a"}, "update", {"anyone@": "lr", "bob": "lrswia"}),
        ({"bob": "+lr"}, "update", ACL),
        ({"bob": "-wi"}, "update", {"anyone@": "lr", "bob": "lrs"}),
        ({"bob": "-lrswi"}, "update", {"anyone@": "lr"}),
        ({"bob": ""}, "update", {"anyone@": "lr"}),
        ({"#team": "+l"}, "update", {**ACL, "#team": "l"}),
        ({"bob": "lr"}, "replace", {"bob": "lr"}),
        ({"bob": "+a"}, "replace", {"bob": "lrswia"}),
        ({}, "replace", {}),
        ({}, "update", ACL),
    ],
)
def test_rights_are_given_taken_and_replaced(server: Server, owner: str, wish, mode, after) -> None:
    server.ask(SETMAILBOXACL(owner, "INBOX", ACL))
    row = {"account": owner, "mailbox": "INBOX", "acl": wish, "mode": mode}
    mark = server.mark()
    foretold = server.apply(MAILBOX_ACL, [row], check=True, diff=True)
    assert server.changes(mark) == []
    result = server.apply(MAILBOX_ACL, [row], diff=True)
    assert result["changed"] is foretold["changed"] is (as_sets(after) != as_sets(ACL))
    assert result["diff"] == foretold["diff"]
    assert as_sets(server.ask(GETMAILBOXACL(owner, "INBOX"))) == as_sets(after)
    assert server.apply(MAILBOX_ACL, [row])["changed"] is False


def test_rights_on_a_mailbox_that_does_not_exist(server: Server, owner: str) -> None:
    row = {"account": owner, "mailbox": "Nowhere", "acl": {"bob": "l"}}
    result = server.apply(MAILBOX_ACL, [row])
    assert (result["failed"], result["changed"]) == (True, False)
    assert "Nowhere" in result["msg"]


def test_a_file_is_written_once_and_whole(server: Server, owner: str) -> None:
    row = {"account": owner, "name": "notes.txt", "content": "Grüße\r\nsecond line\n"}
    mark = server.mark()
    assert server.apply(STORAGE_FILE, [row])["counts"]["created"] == 1
    assert [verb for verb, _arguments in changes(server, mark)] == ["WRITESTORAGEFILE"]
    assert server.ask(READSTORAGEFILE(owner, "notes.txt"))[0] == row["content"].encode("utf-8")
    assert server.apply(STORAGE_FILE, [row])["changed"] is False
    same = {"account": owner, "name": "notes.txt", "content_base64": base64.b64encode(row["content"].encode()).decode()}
    assert server.apply(STORAGE_FILE, [same])["changed"] is False
    assert server.apply(STORAGE_FILE, [{**row, "content": "short"}])["counts"]["updated"] == 1
    assert server.ask(READSTORAGEFILE(owner, "notes.txt"))[0] == b"short"
    assert server.apply(STORAGE_FILE, [{"account": owner, "name": "notes.txt"}])["changed"] is False
    assert server.apply(STORAGE_FILE, [{**row, "content": ""}])["counts"]["updated"] == 1
    assert server.apply(STORAGE_FILE, [{**row, "content": ""}])["changed"] is False


def test_every_byte_arrives(server: Server, owner: str) -> None:
    content = bytes(range(256)) * 5000
    row = {"account": owner, "name": "all bytes.bin", "content_base64": base64.b64encode(content).decode()}
    assert server.apply(STORAGE_FILE, [row])["failures"] == []
    assert server.ask(READSTORAGEFILE(owner, "all bytes.bin"))[0] == content
    assert server.apply(STORAGE_FILE, [row])["changed"] is False


def test_files_lie_in_directories(server: Server, owner: str) -> None:
    rows = [{"account": owner, "name": name, "content": "x"} for name in ("a/one", "a/b/two")]
    directory = {"account": owner, "name": "empty/"}
    assert server.apply(STORAGE_FILE, [*rows, directory])["counts"]["created"] == 3
    assert server.apply(STORAGE_FILE, [*rows, directory])["changed"] is False
    assert set(server.ask(LISTSTORAGEFILES(owner, filePath="a"))) == {"one", "b"} or "b/" in server.ask(
        LISTSTORAGEFILES(owner, filePath="a")
    )
    for name in ("a/one", "nowhere/deep/file"):
        server.apply(STORAGE_FILE, [{"account": owner, "name": name, "state": "absent"}])
    assert server.apply(STORAGE_FILE, [{**rows[1], "state": "absent"}])["counts"]["deleted"] == 1
    assert server.apply(STORAGE_FILE, [{**directory, "state": "absent"}])["counts"]["deleted"] == 1


def test_a_directory_is_not_taken_for_a_file(server: Server, owner: str) -> None:
    server.apply(STORAGE_FILE, [{"account": owner, "name": "a/one", "content": "x"}])
    mark = server.mark()
    for row in ({"content": "y"}, {"state": "absent"}):
        result = server.apply(STORAGE_FILE, [{"account": owner, "name": "a", **row}])
        assert "is the name of another object: directory" in result["msg"]
    assert server.changes(mark) == []


def test_a_file_is_renamed(server: Server, owner: str) -> None:
    server.apply(STORAGE_FILE, [{"account": owner, "name": "old", "content": "x"}])
    row = {"account": owner, "name": "new", "rename_from": "old", "content": "x"}
    mark = server.mark()
    assert server.apply(STORAGE_FILE, [row])["counts"]["renamed"] == 1
    assert [verb for verb, _arguments in changes(server, mark)] == ["RENAMESTORAGEFILE"]
    assert server.apply(STORAGE_FILE, [row])["changed"] is False
