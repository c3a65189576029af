# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section File Storage Administration."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from support.hand_clock import HandClock

NOON = b"#T31-01-2030_12:00:00"


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"CREATEACCOUNT ann {Password=pass;}")


def content(wire, name, options=b""):
    """The datablock and the size of a file."""
    reply = wire.ask(b'READSTORAGEFILE bob FILE "%s"%s' % (name, options))
    match = re.fullmatch(rb"201 \((\[.*\]),#T[^,]*,#(\d+)\)", reply)
    return match.groups() if match else reply


def write(admin, name, data, options=b""):
    admin.do(b'WRITESTORAGEFILE bob FILE "%s"%s DATA %s' % (name, options, data))


# --- content: [QUJDREVG] is ABCDEF, [eHk=] is xy

def test_readstoragefile_gives_data_modification_date_and_size(admin, clock):
    write(admin, b"a.txt", b"[QUJDREVG]")
    write(admin, b"empty", b"[]")
    assert admin.ask(b"READSTORAGEFILE bob FILE a.txt") == b"201 ([QUJDREVG],#T31-01-2030_12:00:00,#6)"
    clock.forward(seconds=1)
    write(admin, b"a.txt", b"[eHk=]", b" OFFSET END")
    assert admin.ask(b"READSTORAGEFILE bob FILE a.txt") == b"201 ([QUJDREVGeHk=],#T31-01-2030_12:00:01,#8)"
    assert admin.ask(b"READSTORAGEFILE bob FILE empty") == b"201 ([],#T31-01-2030_12:00:00,#0)"


def test_readstoragefile_needs_a_file(admin):
    write(admin, b"dir/", b"[]")
    for name, code in ((b"missing", 599), (b"dir", 598), (b'"dir/"', 598), (b'"dir/missing"', 599)):
        assert admin.code(b"READSTORAGEFILE bob FILE " + name) == code


@pytest.mark.parametrize(("parts", "data"), [
    (b" OFFSET 2", b"[Q0RFRg==]"), (b" SIZE 2", b"[QUI=]"), (b" OFFSET 2 SIZE 2", b"[Q0Q=]"), (b" OFFSET 6", b"[]"),
    (b" OFFSET 100", b"[]"), (b" SIZE 100", b"[QUJDREVG]"), (b" SIZE 0", b"[]"),
])
def test_readstoragefile_reads_from_a_position_and_no_more_than_a_slice(admin, parts, data):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert content(admin, b"a.txt", parts) == (data, b"6")


@pytest.mark.parametrize("parts", [b" OFFSET -1", b" SIZE -1"])
def test_readstoragefile_takes_no_negative_position_or_slice(admin, parts):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert admin.code(b"READSTORAGEFILE bob FILE a.txt" + parts) == 501


@pytest.mark.parametrize(("parts", "data"), [
    (b"", b"[eHk=]"), (b" OFFSET 0", b"[eHk=]"), (b" OFFSET BEG", b"[eHlDREVG]"), (b" OFFSET 2", b"[QUJ4eUVG]"),
    (b" OFFSET 5", b"[QUJDREV4eQ==]"), (b" OFFSET 6", b"[QUJDREVGeHk=]"), (b" OFFSET END", b"[QUJDREVGeHk=]"),
    (b" OFFSET end", b"[QUJDREVGeHk=]"),
])
def test_writestoragefile_replaces_rewrites_or_extends_a_file_as_offset_says(admin, parts, data):
    write(admin, b"a.txt", b"[QUJDREVG]")
    write(admin, b"a.txt", b"[eHk=]", parts)
    assert content(admin, b"a.txt")[0] == data


@pytest.mark.parametrize("parts", [b"", b" OFFSET 0", b" OFFSET END", b" OFFSET NEW"])
def test_writestoragefile_creates_a_file_without_offset_and_with_zero_end_and_new(admin, parts):
    write(admin, b"a.txt", b"[eHk=]", parts)
    assert content(admin, b"a.txt") == (b"[eHk=]", b"2")


@pytest.mark.parametrize("parts", [b"OFFSET 1", b"OFFSET BEG"])
def test_writestoragefile_needs_a_file_for_a_position_and_for_beg(admin, parts):
    assert admin.code(b"WRITESTORAGEFILE bob FILE a.txt %s DATA [eHk=]" % parts) == 599
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"


def test_writestoragefile_new_needs_that_there_is_no_such_file(admin):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert admin.code(b"WRITESTORAGEFILE bob FILE a.txt OFFSET NEW DATA [eHk=]") == 501
    assert content(admin, b"a.txt") == (b"[QUJDREVG]", b"6")


@pytest.mark.parametrize("offset", [b"7", b"-1", b"MIDDLE"])
def test_writestoragefile_takes_no_position_that_is_negative_or_beyond_the_end(admin, offset):
    write(admin, b"a.txt", b"[QUJDREVG]")
    assert admin.refused(b"WRITESTORAGEFILE bob FILE a.txt OFFSET %s DATA [eHk=]" % offset)
    assert content(admin, b"a.txt") == (b"[QUJDREVG]", b"6")


@pytest.mark.parametrize("name", [b"", b"/", b"../x", b"a/../b", b"a//b", b"./a"])
def test_writestoragefile_refuses_illegal_names(admin, name):
    assert admin.code(b'WRITESTORAGEFILE bob FILE "%s" DATA [eHk=]' % name) == 501
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"


@pytest.mark.parametrize(("settings", "name", "data"), [
    (b"MaxFileSize=5;", b"b", b"[QUJDREVG]"), (b"MaxWebSize=8;", b"b", b"[QUJDREVG]"), (b"MaxWebFiles=1;", b"b", b"[]"),
    (b"MaxWebSize=8;", b"a", b"[QUJDREVGQUJDREVG]"),
])
def test_writestoragefile_stays_within_the_limits_of_the_account(admin, settings, name, data):
    write(admin, b"a", b"[QUJD]")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {%s}" % settings)
    assert admin.code(b"WRITESTORAGEFILE bob FILE %s DATA %s" % (name, data)) == 501
    assert admin.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#3,#1)"
    assert admin.code(b"WRITESTORAGEFILE bob FILE a OFFSET END DATA [QUJDREVG]") == (
        200 if settings == b"MaxWebFiles=1;" else 501
    )


def test_writestoragefile_may_shrink_a_file_that_is_over_the_limits(admin):
    write(admin, b"a", b"[QUJDREVG]")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {MaxFileSize=1;MaxWebSize=1;MaxWebFiles=0;}")
    write(admin, b"a", b"[QUJD]")
    assert content(admin, b"a") == (b"[QUJD]", b"3")


def test_writestoragefile_knows_no_limit_where_it_is_unlimited(admin):
    admin.do(b'UPDATEACCOUNTSETTINGS bob {MaxFileSize=unlimited;MaxWebSize="-1";MaxWebFiles=1K;}')
    write(admin, b"a", b"[QUJDREVG]")
    assert content(admin, b"a") == (b"[QUJDREVG]", b"6")


def test_writestoragefile_removes_the_old_file_with_its_attributes_unless_it_is_rewritten(admin):
    write(admin, b"a", b"[QUJD]")
    admin.do(b"UPDATESTORAGEFILEATTR bob FILE a (<x>1</x>)")
    write(admin, b"a", b"[eHk=]", b" OFFSET BEG")
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 (<x>1</x>)"
    write(admin, b"a", b"[eHk=]")
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 ()"


@pytest.mark.parametrize(("parts", "attributes", "created"), [
    (b"", b"()", b"#T31-01-2030_12:00:05"), (b" OFFSET 0", b"()", b"#T31-01-2030_12:00:05"),
    (b" OFFSET BEG", b"(<x>1</x>)", NOON), (b" OFFSET 1", b"(<x>1</x>)", NOON), (b" OFFSET END", b"(<x>1</x>)", NOON),
])
def test_writestoragefile_makes_a_new_file_only_without_a_position_or_at_zero(
    admin, clock, parts, attributes, created
):
    write(admin, b"a", b"[QUJD]")
    admin.do(b"UPDATESTORAGEFILEATTR bob FILE a (<x>1</x>)")
    clock.forward(seconds=5)
    write(admin, b"a", b"[eHk=]", parts)
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 " + attributes
    assert b"{a={Created=%s;Modified=#T31-01-2030_12:00:05;" % created in admin.ask(b"LISTSTORAGEFILES bob")


def test_writestoragefile_takes_large_files(admin):
    admin.send(b"WRITESTORAGEFILE bob FILE big DATA [" + b"QUJD" * 2_000_000 + b"]\r\n")
    assert admin.line() == b"200 OK"
    assert content(admin, b"big", b" OFFSET 5999997") == (b"[QUJD]", b"6000000")


# --- directories

def test_writestoragefile_makes_a_directory_for_a_name_with_a_slash(admin):
    write(admin, b"dir/", b"[]")
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {dir=();}"
    assert admin.ask(b"LISTSTORAGEFILES bob PATH dir") == b"201 {}"
    assert admin.code(b'WRITESTORAGEFILE bob FILE "dir/" DATA []') == 501


@pytest.mark.parametrize("command", [
    b'WRITESTORAGEFILE bob FILE "dir/" DATA [eHk=]', b'WRITESTORAGEFILE bob FILE "dir/" OFFSET 0 DATA []',
    b'WRITESTORAGEFILE bob FILE "dir/" OFFSET NEW DATA []',
])
def test_writestoragefile_gives_a_directory_neither_data_nor_offset(admin, command):
    assert admin.code(command) == 501
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"


def test_liststoragefiles_shows_one_level_with_dictionaries_for_files_and_arrays_for_directories(admin):
    write(admin, b"top.txt", b"[QUJD]")
    write(admin, b"dir/sub/deep.txt", b"[QUJDREVG]")
    info = b"{Created=%s;Modified=%s;Size=#%%d;}" % (NOON, NOON)
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {dir=();top.txt=%s;}" % (info % 3)
    assert admin.ask(b"LISTSTORAGEFILES bob PATH dir") == b"201 {sub=();}"
    for path in (b'"dir/sub"', b'"dir/sub/"'):
        assert admin.ask(b"LISTSTORAGEFILES bob PATH " + path) == b"201 {deep.txt=%s;}" % (info % 6)


def test_liststoragefiles_needs_a_directory_for_its_path(admin):
    write(admin, b"top.txt", b"[QUJD]")
    assert admin.code(b"LISTSTORAGEFILES bob PATH missing") == 599
    assert admin.code(b"LISTSTORAGEFILES bob PATH top.txt") == 599


def test_getstoragefileinfo_gives_the_size_and_the_number_of_all_files(admin):
    assert admin.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#0,#0)"
    write(admin, b"top.txt", b"[QUJD]")
    write(admin, b"dir/sub/deep.txt", b"[QUJDREVG]")
    assert admin.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#9,#2)"
    assert admin.ask(b"GETSTORAGEFILEINFO bob PATH dir") == b"201 (#6,#1)"
    assert admin.code(b"GETSTORAGEFILEINFO bob PATH missing") == 599


def test_writestoragefile_does_not_let_files_and_directories_share_a_name(admin):
    write(admin, b"dir/", b"[]")
    write(admin, b"file", b"[]")
    assert admin.code(b"WRITESTORAGEFILE bob FILE dir DATA [eHk=]") == 598
    assert admin.code(b'WRITESTORAGEFILE bob FILE "file/" DATA []') == 501
    assert admin.code(b'WRITESTORAGEFILE bob FILE "file/x" DATA []') == 501
    assert admin.ask(b"GETSTORAGEFILEINFO bob") == b"201 (#0,#1)"


# --- renaming and deleting

def test_renamestoragefile_moves_a_file(admin):
    write(admin, b"a", b"[QUJD]")
    admin.do(b'RENAMESTORAGEFILE bob FILE a INTO "dir/b"')
    assert content(admin, b"dir/b") == (b"[QUJD]", b"3")
    assert admin.code(b"READSTORAGEFILE bob FILE a") == 599


def test_renamestoragefile_moves_a_directory_with_all_in_it(admin):
    write(admin, b"old/sub/a", b"[QUJD]")
    write(admin, b"older", b"[]")
    admin.do(b'RENAMESTORAGEFILE bob FILE "old/" INTO "new/"')
    assert content(admin, b"new/sub/a") == (b"[QUJD]", b"3")
    assert admin.ask(b"LISTSTORAGEFILES bob PATH new") == b"201 {sub=();}"
    assert admin.code(b"LISTSTORAGEFILES bob PATH old") == 599


def test_renamestoragefile_takes_free_names_for_what_exists(admin):
    write(admin, b"a", b"[QUJD]")
    write(admin, b"b", b"[]")
    write(admin, b"dir/", b"[]")
    assert admin.code(b"RENAMESTORAGEFILE bob FILE a INTO b") == 501
    assert admin.code(b"RENAMESTORAGEFILE bob FILE a INTO dir") == 501
    assert admin.code(b"RENAMESTORAGEFILE bob FILE missing INTO c") == 599
    assert admin.code(b"RENAMESTORAGEFILE bob FILE dir INTO c") == 598
    assert admin.code(b'RENAMESTORAGEFILE bob FILE a INTO "c/"') == 501
    assert admin.code(b'RENAMESTORAGEFILE bob FILE "dir/" INTO "dir/sub/"') == 501
    info = b"{Created=%s;Modified=%s;Size=#%%d;}" % (NOON, NOON)
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {a=%s;b=%s;dir=();}" % (info % 3, info % 0)


@pytest.mark.parametrize(("new", "code"), [
    (b"../b", 501), (b"a/b", 501), (b"b/c", 501), (b"a", 501), (b"", 501), (b"/", 501),
])
def test_renamestoragefile_refuses_illegal_names_and_names_below_a_file(admin, new, code):
    write(admin, b"a", b"[QUJD]")
    write(admin, b"b", b"[]")
    before = admin.ask(b"LISTSTORAGEFILES bob")
    assert admin.code(b'RENAMESTORAGEFILE bob FILE a INTO "%s"' % new) == code
    assert admin.ask(b"LISTSTORAGEFILES bob") == before


def test_deletestoragefile_removes_files_and_empty_directories(admin):
    write(admin, b"dir/a", b"[QUJD]")
    assert admin.code(b'DELETESTORAGEFILE bob FILE "dir/"') == 501
    admin.do(b'DELETESTORAGEFILE bob FILE "dir/a"', b'DELETESTORAGEFILE bob FILE "dir/"')
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {}"
    assert admin.code(b'DELETESTORAGEFILE bob FILE "dir/a"') == 599
    assert admin.code(b'DELETESTORAGEFILE bob FILE "dir/"') == 599


# --- attributes and subscription

def test_updatestoragefileattr_replaces_attributes_by_their_names(admin):
    write(admin, b"a", b"[]")
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 ()"
    admin.do(
        b"UPDATESTORAGEFILEATTR bob FILE a (<one>1</one>,<two>2</two>)",
        b"UPDATESTORAGEFILEATTR bob FILE a (<one>3</one>)",
    )
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 (<two>2</two>,<one>3</one>)"
    assert admin.code(b"UPDATESTORAGEFILEATTR bob FILE a (<four/>,text)") == 501
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a") == b"201 (<two>2</two>,<one>3</one>)"


def test_readstoragefileattr_gives_only_those_that_are_named(admin):
    write(admin, b"a", b"[]")
    admin.do(b"UPDATESTORAGEFILEATTR bob FILE a (<one>1</one>,<two>2</two>)")
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a (two,none)") == b"201 (<two>2</two>)"
    assert admin.ask(b"READSTORAGEFILEATTR bob FILE a ()") == b"201 ()"
    assert admin.code(b"READSTORAGEFILEATTR bob FILE a ((two))") == 501


@pytest.mark.parametrize("command", [b"READSTORAGEFILEATTR bob FILE %s", b"UPDATESTORAGEFILEATTR bob FILE %s ()"],
                         ids=["READSTORAGEFILEATTR", "UPDATESTORAGEFILEATTR"])
def test_attributes_are_those_of_a_file_or_directory(admin, command):
    write(admin, b"dir/", b"[]")
    for name, code in ((b"missing", 599), (b"dir", 598), (b'"missing/"', 599)):
        assert admin.code(command % name) == code


def test_readstoragefileattr_reads_those_of_directories_too(admin):
    write(admin, b"dir/", b"[]")
    admin.do(b'UPDATESTORAGEFILEATTR bob FILE "dir/" (<x>1</x>)')
    assert admin.ask(b'READSTORAGEFILEATTR bob FILE "dir/"') == b"201 (<x>1</x>)"


def test_setfilesubscription_replaces_the_list_of_subscribed_files(admin):
    assert admin.ask(b"GETFILESUBSCRIPTION bob") == b"201 ()"
    admin.do(b"SETFILESUBSCRIPTION bob (a)", b'SETFILESUBSCRIPTION bob ("~ann/b")')
    assert admin.ask(b"GETFILESUBSCRIPTION bob") == b'201 ("~ann/b")'
    assert admin.code(b"SETFILESUBSCRIPTION bob (#5)") == 501
    assert admin.ask(b"GETFILESUBSCRIPTION bob") == b'201 ("~ann/b")'


def test_liststoragefiles_shows_what_older_names_and_orders_have_done(admin):
    admin.do(b'PutWebFile bob FILE "x" DATA [QUJD] AUTH bob', b"RenameWebFile bob FILE x INTO y")
    assert admin.ask(b"LISTSTORAGEFILES bob") == b"201 {y={Created=%s;Modified=%s;Size=#3;};}" % (NOON, NOON)
    assert admin.ask(b"GetWebFilesInfo bob") == b"201 (#3,#1)"


# --- who may: bob has dir/ with dir/a in it

# Each command with the File Access Right that is enough for it.
RIGHTS = [
    (b"READSTORAGEFILE %s FILE dir/a", b"r"), (b"WRITESTORAGEFILE %s FILE dir/b DATA [eHk=]", b"w"),
    (b"RENAMESTORAGEFILE %s FILE dir/a INTO dir/b", b"dw"), (b"DELETESTORAGEFILE %s FILE dir/a", b"d"),
    (b"LISTSTORAGEFILES %s PATH dir", b"l"), (b"GETSTORAGEFILEINFO %s PATH dir", b"l"),
    (b"READSTORAGEFILEATTR %s FILE dir/a", b"r"), (b"UPDATESTORAGEFILEATTR %s FILE dir/a (<x>1</x>)", b"a"),
]
SUBSCRIPTION = [b"GETFILESUBSCRIPTION %s", b"SETFILESUBSCRIPTION %s (x)"]


def verb(command):
    return command.partition(b" ")[0].decode()


EACH = pytest.mark.parametrize("command", [command for command, _rights in RIGHTS] + SUBSCRIPTION, ids=verb)
EACH_RIGHT = pytest.mark.parametrize(
    ("command", "letters"), [pytest.param(*case, id=verb(case[0])) for case in RIGHTS]
)


@pytest.fixture
def stored(admin):
    write(admin, b"dir/a", b"[QUJD]")


@pytest.fixture
def grant(admin, stored):
    """Gives everybody of the Domain some rights to dir/ and what is in it."""
    def give(letters):
        element = b'<accessRights><right key="anyone@">%s</right></accessRights>' % letters
        admin.do(b'UPDATESTORAGEFILEATTR bob FILE "dir/" (%s)' % element)
    return give


def seen(admin):
    """All that these commands could have changed, but for the attributes that grant rights."""
    return [admin.ask(question) for question in (
        b"LISTSTORAGEFILES bob PATH dir", b"READSTORAGEFILEATTR bob FILE dir/a", b"GETFILESUBSCRIPTION bob",
    )]


@EACH
def test_the_owner_may_use_the_own_storage(connect, stored, command):
    bob = connect("bob", "pass")
    assert bob.ask(command % b"*").startswith(b"20")


@EACH
def test_a_user_without_rights_may_not_use_the_storage_of_others(admin, connect, stored, command):
    before = seen(admin)
    assert connect("ann", "pass").code(command % b"bob") == 510
    assert seen(admin) == before


@EACH
def test_a_domain_administrator_needs_the_website_right(admin, connect, command):
    admin.do(
        b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob@client.example",
        b"CREATEACCOUNT adam@client.example {Password=pass;}", b"WRITESTORAGEFILE bob FILE dir/a DATA []",
        b"WRITESTORAGEFILE bob@client.example FILE dir/a DATA []",
        b"SETACCOUNTRIGHTS adam@client.example (BasicSettings)",
    )
    adam = connect("adam@client.example", "pass")
    assert adam.code(command % b"bob") == 510
    admin.do(b"SETACCOUNTRIGHTS adam@client.example (WebSite)")
    assert adam.code(command % b"bob@example.com") == 510
    assert adam.ask(command % b"bob").startswith(b"20")


@EACH_RIGHT
def test_a_file_access_right_to_the_directory_is_enough(connect, grant, command, letters):
    grant(letters)
    assert connect("ann", "pass").ask(command % b"bob").startswith(b"20")


@EACH_RIGHT
def test_another_file_access_right_is_not_enough(admin, connect, grant, command, letters):
    for letter in letters:
        grant(b"lrwda".replace(bytes([letter]), b""))
        before = seen(admin)
        assert connect("ann", "pass").code(command % b"bob") == 510
        assert seen(admin) == before


@EACH_RIGHT
def test_a_file_access_right_does_not_allow_the_use_of_auth(admin, connect, grant, command, letters):
    grant(b"lrwda")
    before = seen(admin)
    if b" DATA " in command:
        command = command.replace(b" DATA ", b" AUTH ann DATA ")
    else:
        command += b" AUTH ann"
    assert connect("ann", "pass").code(command % b"bob") == 510
    assert seen(admin) == before
    assert admin.ask(command % b"bob").startswith(b"20")


def with_auth(command, name):
    """A command with the AUTH part, which stands at the end, but for that of WRITESTORAGEFILE."""
    head, data, content = command.partition(b" DATA ")
    return head + b" AUTH " + name + data + content


@EACH_RIGHT
def test_auth_lets_an_administrator_do_no_more_than_that_account_may(admin, stored, command, letters):
    before = seen(admin)
    assert admin.code(with_auth(command, b"ann") % b"bob") == 510
    assert admin.code(with_auth(command, b"nobody") % b"bob") == 513
    assert seen(admin) == before
    assert admin.ask(with_auth(command, b"bob") % b"bob").startswith(b"20")


def test_readstoragefile_is_allowed_by_a_right_to_the_file_itself_and_to_no_other(admin, connect, stored):
    write(admin, b"dir/b", b"[]")
    admin.do(b'UPDATESTORAGEFILEATTR bob FILE dir/a (<accessRights><right key="ann">r</right></accessRights>)')
    ann = connect("ann", "pass")
    assert content(ann, b"dir/a") == (b"[QUJD]", b"3")
    assert ann.code(b"READSTORAGEFILE bob FILE dir/b") == 510


def test_readstoragefile_auth_is_executed_on_behalf_of_that_account(admin, stored):
    assert content(admin, b"dir/a", b" AUTH bob") == (b"[QUJD]", b"3")
    assert content(admin, b"dir/a", b" AUTH postmaster") == (b"[QUJD]", b"3")
    assert admin.code(b"READSTORAGEFILE bob FILE dir/a AUTH ann") == 510
    assert admin.code(b"READSTORAGEFILE bob FILE dir/a AUTH nobody") == 513


@EACH
def test_there_must_be_such_an_account(admin, command):
    assert admin.code(command % b"nobody") == 513


@EACH
def test_the_storage_of_an_account_in_a_suspended_domain_cannot_be_opened(admin, command):
    bob = b"bob@client.example"
    admin.do(
        b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob@client.example",
        b"WRITESTORAGEFILE bob@client.example FILE dir/a DATA []", b"SUSPENDDOMAIN client.example",
    )
    assert admin.code(command % bob) == 501
    admin.do(b"RESUMEDOMAIN client.example")
    assert admin.ask(b"GETSTORAGEFILEINFO " + bob) == b"201 (#0,#1)"
    assert admin.ask(b"GETFILESUBSCRIPTION " + bob) == b"201 ()"
    assert admin.ask(command % bob).startswith(b"20")
