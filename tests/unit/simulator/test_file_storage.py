# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section File Storage Administration."""

from __future__ import annotations

import re

import pytest

STAMP = rb"#T\d\d-\d\d-\d{4}_\d\d:\d\d:\d\d"


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"CREATEACCOUNT ann {Password=pass;}")


def content(wire, name, options=b""):
    """The datablock and the size of a file."""
    reply = wire.ask(b'READSTORAGEFILE bob FILE "%s"%s' % (name, options))
    match = re.fullmatch(rb"201 \((\[.*\])," + STAMP + rb",#(\d+)\)", reply)
    return match.groups() if match else reply


def write(admin, name, data, options=b""):
    admin.do(b'WRITESTORAGEFILE bob FILE "%s"%s DATA %s' % (name, options, data))


# --- content: [QUJDREVG] is ABCDEF, [eHk=] is xy

def test_a_file_is_data_time_and_size(admin):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert content(admin, b"a.txt") == (b"[QUJDREVG]", b"6")
    write(admin, b"empty", b"[]")
    assert content(admin, b"empty") == (b"[]", b"0")


@pytest.mark.parametrize(("parts", "data"), [
    (b" OFFSET 2", b"[Q0RFRg==]"), (b" SIZE 2", b"[QUI=]"), (b" OFFSET 2 SIZE 2", b"[Q0Q=]"), (b" OFFSET 6", b"[]"),
    (b" OFFSET 100", b"[]"), (b" SIZE 100", b"[QUJDREVG]"), (b" SIZE 0", b"[]"),
])
def test_slices(admin, parts, data):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert content(admin, b"a.txt", parts) == (data, b"6")


@pytest.mark.parametrize("parts", [b" OFFSET -1", b" SIZE -1"])
def test_negative_slices_are_refused(admin, parts):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert admin.refused(b"READSTORAGEFILE bob FILE a.txt" + parts)


@pytest.mark.parametrize(("parts", "data"), [
    (b"", b"[eHk=]"), (b" OFFSET 0", b"[eHk=]"), (b" OFFSET BEG", b"[eHlDREVG]"), (b" OFFSET 2", b"[QUJ4eUVG]"),
    (b" OFFSET 5", b"[QUJDREV4eQ==]"), (b" OFFSET 6", b"[QUJDREVGeHk=]"), (b" OFFSET END", b"[QUJDREVGeHk=]"),
    (b" OFFSET end", b"[QUJDREVGeHk=]"),
])
def test_writing_to_a_file_that_exists(admin, parts, data):
    write(admin, b"a.txt", b"[QUJDREVG]")
    write(admin, b"a.txt", b"[eHk=]", parts)
    assert content(admin, b"a.txt")[0] == data


@pytest.mark.parametrize("parts", [b"", b" OFFSET 0", b" OFFSET END", b" OFFSET NEW"])
def test_writing_makes_a_file(admin, parts):
    write(admin, b"a.txt", b"[eHk=]", parts)
    assert content(admin, b"a.txt") == (b"[eHk=]", b"2")


@pytest.mark.parametrize("parts", [b"OFFSET 1", b"OFFSET BEG"])
def test_writing_into_a_file_that_does_not_exist(admin, parts):
    assert admin.refused(b"WRITESTORAGEFILE bob FILE a.txt %s DATA [eHk=]" % parts)
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"


def test_offset_new_does_not_overwrite(admin):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert admin.code(b"WRITESTORAGEFILE bob FILE a.txt OFFSET NEW DATA [eHk=]") == 520
    assert content(admin, b"a.txt") == (b"[QUJDREVG]", b"6")


@pytest.mark.parametrize("offset", [b"7", b"-1", b"MIDDLE"])
def test_bad_offsets(admin, offset):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert admin.refused(b"WRITESTORAGEFILE bob FILE a.txt OFFSET %s DATA [eHk=]" % offset)


@pytest.mark.parametrize("name", [b"", b"/", b"../x", b"a/../b", b"a//b", b"./a"])
def test_illegal_names(admin, name):
    assert admin.refused(b'WRITESTORAGEFILE bob FILE "%s" DATA [eHk=]' % name)


def test_a_large_file(admin):
    admin.send(b"WRITESTORAGEFILE bob FILE big DATA [" + b"QUJD" * 2_000_000 + b"]\r\n")
    assert admin.line() == b"200 OK"
    assert content(admin, b"big", b" OFFSET 5999997") == (b"[QUJD]", b"6000000")


# --- directories

def test_directories_are_made_by_name(admin):
    write(admin, b"dir/", b"[]")
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {dir=();}"
    assert admin.ask(b"LISTSTORAGEFILES bob PATH dir") == b"201 {}"
    assert admin.code(b'WRITESTORAGEFILE bob FILE "dir/" DATA []') == 520


@pytest.mark.parametrize("command", [
    b'WRITESTORAGEFILE bob FILE "dir/" DATA [eHk=]', b'WRITESTORAGEFILE bob FILE "dir/" OFFSET 0 DATA []',
    b'WRITESTORAGEFILE bob FILE "dir/" OFFSET NEW DATA []',
])
def test_a_directory_takes_neither_data_nor_offset(admin, command):
    assert admin.refused(command)
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"


def test_listings_show_one_level(admin):
    write(admin, b"top.txt", b"[QUJD]")
    write(admin, b"dir/sub/deep.txt", b"[QUJDREVG]")
    info = rb"\{Created=%s;Modified=%s;Size=#%%d;\}" % (STAMP, STAMP)
    assert re.fullmatch(rb"201 \{dir=\(\);top.txt=" + info % 3 + rb";\}", admin.ask(b"LISTSTORAGEFILES bob"))
    assert admin.ask(b"LISTSTORAGEFILES bob PATH dir") == b"201 {sub=();}"
    for path in (b'"dir/sub"', b'"dir/sub/"'):
        reply = admin.ask(b"LISTSTORAGEFILES bob PATH " + path)
        assert re.fullmatch(rb"201 \{deep.txt=" + info % 6 + rb";\}", reply)
    assert admin.refused(b"LISTSTORAGEFILES bob PATH missing")
    assert admin.refused(b"LISTSTORAGEFILES bob PATH top.txt")


def test_totals(admin):
    assert admin.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#0,#0)"
    write(admin, b"top.txt", b"[QUJD]")
    write(admin, b"dir/sub/deep.txt", b"[QUJDREVG]")
    assert admin.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#9,#2)"
    assert admin.ask(b"GETSTORAGEFILEINFO bob PATH dir") == b"201 (#6,#1)"


def test_files_and_directories_do_not_share_a_name(admin):
    write(admin, b"dir/", b"[]")
    write(admin, b"file", b"[]")
    assert admin.code(b"WRITESTORAGEFILE bob FILE dir DATA [eHk=]") == 520
    assert admin.code(b'WRITESTORAGEFILE bob FILE "file/" DATA []') == 520
    assert admin.code(b'WRITESTORAGEFILE bob FILE "file/x" DATA []') == 520
    assert admin.refused(b"READSTORAGEFILE bob FILE dir")
    assert admin.refused(b'READSTORAGEFILE bob FILE "dir/"')


# --- renaming and deleting

def test_rename_a_file(admin):
    write(admin, b"a", b"[QUJD]")
    admin.do(b'RENAMESTORAGEFILE bob FILE a INTO "dir/b"')
    assert content(admin, b"dir/b") == (b"[QUJD]", b"3")
    assert admin.refused(b"READSTORAGEFILE bob FILE a")


def test_rename_a_directory_with_all_in_it(admin):
    write(admin, b"old/sub/a", b"[QUJD]")
    write(admin, b"older", b"[]")
    admin.do(b'RENAMESTORAGEFILE bob FILE "old/" INTO "new/"')
    assert content(admin, b"new/sub/a") == (b"[QUJD]", b"3")
    assert admin.ask(b"LISTSTORAGEFILES bob PATH new") == b"201 {sub=();}"
    assert admin.refused(b"LISTSTORAGEFILES bob PATH old")


def test_rename_refusals(admin):
    write(admin, b"a", b"[QUJD]")
    write(admin, b"b", b"[]")
    write(admin, b"dir/", b"[]")
    assert admin.code(b"RENAMESTORAGEFILE bob FILE a INTO b") == 520
    assert admin.code(b"RENAMESTORAGEFILE bob FILE a INTO dir") == 520
    assert admin.refused(b"RENAMESTORAGEFILE bob FILE missing INTO c")
    assert admin.refused(b'RENAMESTORAGEFILE bob FILE "dir/" INTO "dir/sub/"')
    assert content(admin, b"a") == (b"[QUJD]", b"3")


def test_delete(admin):
    write(admin, b"dir/a", b"[QUJD]")
    assert admin.refused(b'DELETESTORAGEFILE bob FILE "dir/"')
    admin.do(b'DELETESTORAGEFILE bob FILE "dir/a"', b'DELETESTORAGEFILE bob FILE "dir/"')
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"
    assert admin.refused(b'DELETESTORAGEFILE bob FILE "dir/a"')
    assert admin.refused(b'DELETESTORAGEFILE bob FILE "dir/"')


# --- attributes and subscription

def test_attributes_are_updated_by_name(admin):
    write(admin, b"a", b"[]")
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 ()"
    admin.do(
        b"UPDATESTORAGEFILEATTR bob FILE a (<one>1</one>,<two>2</two>)",
        b"UPDATESTORAGEFILEATTR bob FILE a (<one>3</one>)",
    )
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 (<two>2</two>,<one>3</one>)"
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a (two,none)") == b"201 (<two>2</two>)"
    assert admin.refused(b"UPDATESTORAGEFILEATTR bob FILE a (text)")
    assert admin.refused(b"READSTORAGEFILEATTR bob FILE missing")


def test_directories_have_attributes(admin):
    write(admin, b"dir/", b"[]")
    admin.do(b'UPDATESTORAGEFILEATTR bob FILE "dir/" (<x>1</x>)')
    assert admin.ask(b'READSTORAGEFILEATTR bob FILE "dir/"') == b"201 (<x>1</x>)"


def test_subscription_is_replaced(admin):
    assert admin.ask(b"GETFILESUBSCRIPTION bob") == b"201 ()"
    admin.do(b"SETFILESUBSCRIPTION bob (a)", b'SETFILESUBSCRIPTION bob ("~ann/b")')
    assert admin.ask(b"GETFILESUBSCRIPTION bob") == b'201 ("~ann/b")'


# --- who may

def test_the_owner_and_nobody_else(connect):
    bob, ann = connect("bob", "pass"), connect("ann", "pass")
    bob.do(b"WRITESTORAGEFILE * FILE a DATA [QUJD]")
    assert bob.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#3,#1)"
    for command in (b"READSTORAGEFILE bob FILE a", b"LISTSTORAGEFILES bob", b"DELETESTORAGEFILE bob FILE a"):
        assert ann.refused(command)


def test_auth_must_be_allowed_in_as_well(admin):
    write(admin, b"a", b"[QUJD]", b" AUTH bob")
    assert content(admin, b"a", b" AUTH postmaster") == (b"[QUJD]", b"3")
    assert admin.refused(b"READSTORAGEFILE bob FILE a AUTH ann")
    assert admin.code(b"READSTORAGEFILE bob FILE a AUTH nobody") == 513


def test_older_names_and_orders(admin):
    admin.do(b'PutWebFile bob FILE "x" DATA [QUJD] AUTH bob', b"RenameWebFile bob FILE x INTO y")
    assert admin.ask(b"GetWebFilesInfo bob") == b"201 (#3,#1)"
