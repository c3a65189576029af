# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Web Skins Administration."""

from __future__ import annotations

import base64
import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD

NOW = b"#T31-01-2030_12:00:00"


class Level:
    """The custom Skins of a Domain (named, or the administrator's own), of the server or of the cluster."""

    def __init__(self, name: str, place: bytes = b"") -> None:
        self.name = name
        self.place = place

    def verb(self, pattern: str) -> str:
        return pattern.replace("*", self.name)

    def __call__(self, pattern: str, rest: bytes) -> bytes:
        place = self.place + b" SKIN " if self.place else b""
        return b"%s %s%s" % (self.verb(pattern).encode(), place, rest)

    @property
    def names(self) -> bytes:
        return b"%s %s" % (self.verb("LIST*SKINS").encode(), self.place)


OWN_DOMAIN = Level("DOMAIN")
LEVELS = [Level("DOMAIN", b"client1.com"), Level("SERVER"), Level("CLUSTER")]


def everywhere(*patterns: str):
    """Run a test at each level; the names of its cases hold the commands that it proves something of."""
    return pytest.mark.parametrize("level", LEVELS, ids=["-".join(map(level.verb, patterns)) for level in LEVELS])


@pytest.fixture
def options():
    return Options(
        port=0, main_domain="example.com", password=PASSWORD, cluster=True, clock="fixed:2030-01-31T12:00:00"
    )


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")


def create(admin, level, *names):
    admin.do(*(level("CREATE*SKIN", name) for name in names))


# --- listing, creating, renaming, deleting Skins

@everywhere("LIST*SKINS")
def test_custom_skins_are_an_array_of_names(admin, level):
    assert admin.ask(level.names) == b"201 ()"
    create(admin, level, b'""', b"Blue", b'"Dark Green"')
    assert admin.ask(level.names) == b'201 ("",Blue,"Dark Green")'


@pytest.mark.parametrize("verb", [b"LISTDOMAINSKINS", b"LISTSERVERSKINS", b"LISTCLUSTERSKINS"], ids=bytes.decode)
def test_skins_of_one_level_are_not_those_of_another(admin, verb):
    for level in [OWN_DOMAIN, *LEVELS]:
        if level.name.encode() not in verb:
            create(admin, level, b'""')
    assert admin.ask(verb) == b"201 ()"


def test_listdomainskins_without_a_name_is_about_the_administrators_domain(admin):
    create(admin, OWN_DOMAIN, b'""')
    assert admin.ask(b"LISTDOMAINSKINS") == admin.ask(b"LISTDOMAINSKINS example.com") == b'201 ("")'
    assert admin.ask(b"LISTDOMAINSKINS client1.com") == b"201 ()"


@everywhere("CREATE*SKIN")
def test_an_empty_string_creates_the_unnamed_skin(admin, level):
    create(admin, level, b'""')
    assert admin.ask(level.names) == b'201 ("")'
    assert admin.code(level("CREATE*SKIN", b'""')) == 501


def test_createdomainskin_creates_a_named_skin_only_when_the_unnamed_one_exists(admin):
    level = LEVELS[0]
    assert admin.refused(level("CREATE*SKIN", b"Blue"))
    assert admin.ask(level.names) == b"201 ()"
    create(admin, level, b'""', b"Blue")
    assert admin.ask(level.names) == b'201 ("",Blue)'


@everywhere("CREATE*SKIN")
def test_a_skin_that_exists_cannot_be_created(admin, level):
    create(admin, level, b'""', b"Blue")
    assert admin.code(level("CREATE*SKIN", b"Blue")) == 501
    assert admin.ask(level.names) == b'201 ("",Blue)'


@pytest.mark.parametrize("level", LEVELS[1:], ids=["CREATESERVERSKIN", "CREATECLUSTERSKIN"])
def test_a_named_skin_that_is_no_domains_needs_no_unnamed_one(admin, level):
    create(admin, level, b"Blue")
    assert admin.ask(level.names) == b"201 (Blue)"
    assert admin.code(level("LIST*SKINFILES", b'""')) == 501
    create(admin, level, b'""')
    admin.do(level("DELETE*SKIN", b'""'))
    assert admin.ask(level.names) == b"201 (Blue)"


@everywhere("CREATE*SKIN")
@pytest.mark.parametrize("name", [b'"a/b"', b'".."', b'"a\\009b"', b"x" * 129], ids=["slash", "dots", "tab", "long"])
def test_a_name_that_can_be_no_directory_is_refused(admin, level, name):
    create(admin, level, b'""')
    assert admin.code(level("CREATE*SKIN", name)) == 501
    assert admin.ask(level.names) == b'201 ("")'


def test_createdomainskin_without_a_domain_is_about_the_administrators_domain(admin):
    admin.do(b'CREATEDOMAINSKIN ""', b"CREATEDOMAINSKIN Blue")
    assert admin.ask(b"LISTDOMAINSKINS example.com") == b'201 ("",Blue)'


@everywhere("RENAME*SKIN")
def test_renaming_a_skin_keeps_its_files(admin, level):
    create(admin, level, b'""', b"Blue")
    admin.do(level("STORE*SKINFILE", b"Blue FILE a.css DATA [QUJD]"), level("RENAME*SKIN", b"Blue INTO Red"))
    assert admin.ask(level.names) == b'201 ("",Red)'
    assert admin.ask(level("READ*SKINFILE", b"Red FILE a.css")) == b"201 ([QUJD]," + NOW + b")"


@everywhere("RENAME*SKIN")
@pytest.mark.parametrize(("rest", "code"), [
    (b"Gray INTO Black", 501), (b"Blue INTO Red", 501), (b'"" INTO Black', 501), (b'Blue INTO ""', 501),
    (b'Blue INTO "a/b"', 501),
], ids=["unknown", "taken", "unnamed", "into unnamed", "illegal"])
def test_only_a_named_skin_can_be_renamed_and_only_to_a_free_name(admin, level, rest, code):
    create(admin, level, b'""', b"Blue", b"Red")
    assert admin.code(level("RENAME*SKIN", rest)) == code
    assert admin.ask(level.names) == b'201 ("",Blue,Red)'


def test_renamedomainskin_without_a_domain_is_about_the_administrators_domain(admin):
    create(admin, OWN_DOMAIN, b'""', b"Blue")
    admin.do(b"RENAMEDOMAINSKIN Blue INTO Red")
    assert admin.ask(b"LISTDOMAINSKINS") == b'201 ("",Red)'


@everywhere("DELETE*SKIN")
def test_a_skin_is_deleted_with_its_files(admin, level):
    create(admin, level, b'""', b"Blue")
    admin.do(level("STORE*SKINFILE", b"Blue FILE a.css DATA [QUJD]"), level("DELETE*SKIN", b"Blue"))
    assert admin.ask(level.names) == b'201 ("")'
    assert admin.code(level("DELETE*SKIN", b"Blue")) == 501
    create(admin, level, b"Blue")
    assert admin.ask(level("LIST*SKINFILES", b"Blue")) == b"201 {}"


def test_deletedomainskin_deletes_the_unnamed_skin_only_when_there_is_no_named_one(admin):
    level = LEVELS[0]
    create(admin, level, b'""', b"Blue")
    assert admin.refused(level("DELETE*SKIN", b'""'))
    assert admin.ask(level.names) == b'201 ("",Blue)'
    admin.do(level("DELETE*SKIN", b"Blue"), level("DELETE*SKIN", b'""'))
    assert admin.ask(level.names) == b"201 ()"
    assert admin.refused(level("DELETE*SKIN", b'""'))


def test_deletedomainskin_without_a_domain_is_about_the_administrators_domain(admin):
    create(admin, OWN_DOMAIN, b'""')
    admin.do(b'DELETEDOMAINSKIN ""')
    assert admin.ask(b"LISTDOMAINSKINS") == b"201 ()"


# --- files: [QUJD] is ABC, [QUJDREVG] is ABCDEF

@everywhere("LIST*SKINFILES")
def test_files_are_listed_by_name_with_their_attributes(admin, level):
    create(admin, level, b'""', b"Blue")
    assert admin.ask(level("LIST*SKINFILES", b"Blue")) == b"201 {}"
    admin.do(
        level("STORE*SKINFILE", b"Blue FILE a.css DATA [QUJD]"), level("STORE*SKINFILE", b"Blue FILE b.css DATA []")
    )
    attributes = b"{Modified=" + NOW + b";Size=#%d;}"
    wanted = b"201 {a.css=" + attributes % 3 + b";b.css=" + attributes % 0 + b";}"
    assert admin.ask(level("LIST*SKINFILES", b"Blue")) == wanted


@everywhere("LIST*SKINFILES")
def test_a_listing_does_not_show_the_files_of_the_skins_behind_it(admin, level):
    create(admin, level, b'""', b"Blue")
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DATA [QUJD]'))
    assert admin.ask(level("LIST*SKINFILES", b"Blue")) == b"201 {}"
    assert admin.code(level("LIST*SKINFILES", b"Red")) == 501


@everywhere("READ*SKINFILE")
def test_reading_gives_the_content_and_the_modification_date(admin, level, simulator):
    create(admin, level, b'""', b"Blue")
    admin.do(level("STORE*SKINFILE", b"Blue FILE a.css DATA [QUJD]"))
    simulator.control('CLOCK "+2h"')
    assert admin.ask(level("READ*SKINFILE", b"Blue FILE a.css")) == b"201 ([QUJD]," + NOW + b")"


@everywhere("READ*SKINFILE")
@pytest.mark.parametrize(("rest", "code"), [
    (b"Blue FILE b.css", 599), (b"Red FILE a.css", 501), (b'"" FILE a.css', 599),
])
def test_only_a_file_of_that_very_skin_can_be_read(admin, level, rest, code):
    create(admin, level, b'""', b"Blue")
    admin.do(level("STORE*SKINFILE", b"Blue FILE a.css DATA [QUJD]"))
    assert admin.code(level("READ*SKINFILE", rest)) == code


@everywhere("STORE*SKINFILE")
def test_a_stored_file_is_listed_and_deleted_in_small_letters_and_read_as_it_was_stored(admin, level):
    create(admin, level, b'""')
    admin.do(level("STORE*SKINFILE", b'"" FILE AbC DATA [QUJD]'))
    assert admin.ask(level("LIST*SKINFILES", b'""')).startswith(b"201 {abc={")
    assert admin.ask(level("READ*SKINFILE", b'"" FILE AbC')).startswith(b"201 ([QUJD],")
    assert admin.code(level("STORE*SKINFILE", b'"" FILE AbC DELETE')) == 599
    admin.do(level("STORE*SKINFILE", b'"" FILE abc DELETE'))


@everywhere("STORE*SKINFILE")
def test_storing_replaces_the_old_file(admin, level, simulator):
    create(admin, level, b'""')
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DATA [QUJDREVG]'))
    simulator.control('CLOCK "+1h"')
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DATA [QUJD]'))
    assert admin.ask(level("READ*SKINFILE", b'"" FILE a.css')) == b"201 ([QUJD],#T31-01-2030_13:00:00)"


@everywhere("STORE*SKINFILE")
def test_storing_needs_an_existing_skin(admin, level):
    assert admin.code(level("STORE*SKINFILE", b'"" FILE a.css DATA [QUJD]')) == 501
    assert admin.ask(level.names) == b"201 ()"


@everywhere("STORE*SKINFILE")
@pytest.mark.parametrize("name", [b'""', b'"../a"', b'"/a"', b'"a//b"', b'"a/"', b'"a\\010b"'])
def test_an_illegal_file_name_is_refused(admin, level, name):
    create(admin, level, b'""')
    assert admin.code(level("STORE*SKINFILE", b'"" FILE %s DATA [QUJD]' % name)) == 501
    assert admin.ask(level("LIST*SKINFILES", b'""')) == b"201 {}"


@everywhere("STORE*SKINFILE")
def test_delete_deletes_one_file(admin, level):
    create(admin, level, b'""')
    for name in (b"a.css", b"b.css"):
        admin.do(level("STORE*SKINFILE", b'"" FILE %s DATA [QUJD]' % name))
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DELETE'))
    assert admin.code(level("READ*SKINFILE", b'"" FILE a.css')) == 599
    assert admin.code(level("READ*SKINFILE", b'"" FILE b.css')) == 201
    assert admin.code(level("STORE*SKINFILE", b'"" FILE a.css DELETE')) == 599


@everywhere("STORE*SKINFILE")
def test_data_may_come_as_base64_in_quotation_marks(admin, level):
    create(admin, level, b'""')
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DATA "QUJD"'))
    assert admin.ask(level("READ*SKINFILE", b'"" FILE a.css')) == b"201 ([QUJD]," + NOW + b")"


@everywhere("READ*SKINFILE")
def test_a_file_deleted_by_the_older_command_is_gone(admin, level):
    create(admin, level, b'""')
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DATA [QUJD]'), level("DELETE*SKINFILE", b'"" FILE a.css'))
    assert admin.code(level("READ*SKINFILE", b'"" FILE a.css')) == 599


def test_storedomainskinfile_takes_large_files(admin):
    create(admin, OWN_DOMAIN, b'""')
    admin.send(b'STOREDOMAINSKINFILE "" FILE big.js DATA [' + b"QUJD" * 1_000_000 + b"]\r\n")
    assert admin.line() == b"200 OK"
    assert b"Size=#3000000;" in admin.ask(b'LISTDOMAINSKINFILES ""')


def test_storedomainskinfile_without_a_domain_is_about_the_administrators_domain(admin):
    create(admin, OWN_DOMAIN, b'""')
    admin.do(b'STOREDOMAINSKINFILE "" FILE a.css DATA [QUJD]')
    assert admin.ask(b'READDOMAINSKINFILE "" FILE a.css') == b"201 ([QUJD]," + NOW + b")"
    admin.do(b'STOREDOMAINSKINFILE "" FILE a.css DELETE')
    assert admin.ask(b'LISTDOMAINSKINFILES ""') == b"201 {}"


@everywhere("STORE*SKINFILE")
@pytest.mark.parametrize("end", [
    b"", b" DATA", b" DELETE [QUJD]", b" DATA [QUJD] DELETE", b" DATA [QU!D]", b" DATA (a)",
])
def test_storing_takes_either_data_with_a_datablock_or_delete_alone(admin, level, end):
    create(admin, level, b'""')
    admin.do(level("STORE*SKINFILE", b'"" FILE a.css DATA [QUJDREVG]'))
    assert admin.code(level("STORE*SKINFILE", b'"" FILE a.css' + end)) == 500
    assert admin.ask(level("READ*SKINFILE", b'"" FILE a.css')) == b"201 ([QUJDREVG]," + NOW + b")"


# --- whose Domain: that of the administrator when none is named

WITHOUT_A_DOMAIN = {
    "LISTDOMAINSKINS": (b"LISTDOMAINSKINS", b'201 ("",Blue)'),
    "CREATEDOMAINSKIN": (b"CREATEDOMAINSKIN Red", b"200 OK"),
    "RENAMEDOMAINSKIN": (b"RENAMEDOMAINSKIN Blue INTO Red", b"200 OK"),
    "DELETEDOMAINSKIN": (b"DELETEDOMAINSKIN Blue", b"200 OK"),
    "LISTDOMAINSKINFILES": (b"LISTDOMAINSKINFILES Blue", b"201 {a={Modified=" + NOW + b";Size=#3;};}"),
    "READDOMAINSKINFILE": (b"READDOMAINSKINFILE Blue FILE a", b"201 ([QUJD]," + NOW + b")"),
    "STOREDOMAINSKINFILE": (b"STOREDOMAINSKINFILE Blue FILE b DATA []", b"200 OK"),
}


@pytest.mark.parametrize("verb", WITHOUT_A_DOMAIN)
def test_without_a_domain_name_the_administrators_domain_is_meant(admin, connect, verb):
    create(admin, LEVELS[0], b'""', b"Blue")
    create(admin, OWN_DOMAIN, b'""')
    admin.do(
        LEVELS[0]("STORE*SKINFILE", b"Blue FILE a DATA [QUJD]"), b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"SETACCOUNTRIGHTS bob@client1.com (CanModifySkins)",
    )
    command, reply = WITHOUT_A_DOMAIN[verb]
    assert connect("bob@client1.com", "pass").ask(command) == reply
    assert admin.ask(b"LISTDOMAINSKINS example.com") == b'201 ("")'
    assert admin.ask(b'LISTDOMAINSKINFILES ""') == b"201 {}"


@pytest.mark.parametrize("rest", [
    b"CREATEDOMAINSKIN client1.com Red", b"RENAMEDOMAINSKIN client1.com Blue INTO Red",
    b"DELETEDOMAINSKIN client1.com Blue", b"LISTDOMAINSKINFILES client1.com Blue",
    b"READDOMAINSKINFILE client1.com Blue FILE a", b"STOREDOMAINSKINFILE client1.com Blue FILE a DELETE",
], ids=lambda rest: rest.split()[0].decode())
def test_a_domain_name_must_be_followed_by_the_word_skin(admin, rest):
    create(admin, LEVELS[0], b'""', b"Blue")
    admin.do(LEVELS[0]("STORE*SKINFILE", b"Blue FILE a DATA [QUJD]"))
    assert admin.code(rest) == 500
    assert admin.ask(b"LISTDOMAINSKINS client1.com") == b'201 ("",Blue)'
    assert admin.ask(LEVELS[0]("READ*SKINFILE", b"Blue FILE a")) == b"201 ([QUJD]," + NOW + b")"


# --- the built-in Skins

def test_liststockskinfiles_lists_the_files_of_a_built_in_skin(admin):
    reply = admin.ask(b'LISTSTOCKSKINFILES ""')
    assert re.match(rb"201 \{login\.wssp=\{Modified=#T\S+;Size=#\d+;\};", reply)
    assert admin.ask(b"LISTSTOCKSKINFILES Pronto-") != reply
    assert admin.code(b"LISTSTOCKSKINFILES Nowhere") == 501


def test_readstockskinfile_reads_a_built_in_file(admin):
    match = re.fullmatch(rb"201 \(\[(.*)\],(#T\S+)\)", admin.ask(b'READSTOCKSKINFILE "" FILE style.css'))
    content = base64.b64decode(match.group(1))
    assert b"font-family" in content
    attributes = b"style.css={Modified=%s;Size=#%d;};" % (match.group(2), len(content))
    assert attributes in admin.ask(b'LISTSTOCKSKINFILES ""')
    assert admin.code(b'READSTOCKSKINFILE "" FILE missing.css') == 599


def test_readstockskinfile_is_not_touched_by_custom_skins(admin):
    before = admin.ask(b'READSTOCKSKINFILE "" FILE style.css')
    for level in [OWN_DOMAIN, *LEVELS]:
        create(admin, level, b'""')
        admin.do(level("STORE*SKINFILE", b'"" FILE style.css DATA [QUJD]'))
    assert admin.ask(b'READSTOCKSKINFILE "" FILE style.css') == before


# --- who may, and where

DOMAIN_COMMANDS = [
    b"LISTDOMAINSKINS client1.com", b'CREATEDOMAINSKIN client1.com SKIN New',
    b"RENAMEDOMAINSKIN client1.com SKIN Old INTO Older", b"DELETEDOMAINSKIN client1.com SKIN Gone",
    b'LISTDOMAINSKINFILES client1.com SKIN ""', b'READDOMAINSKINFILE client1.com SKIN "" FILE a.css',
    b'STOREDOMAINSKINFILE client1.com SKIN "" FILE b.css DATA []',
    b'STOREDOMAINSKINFILE client1.com SKIN "" FILE c.css DELETE',
]


def verb_of(command: bytes) -> str:
    return command.split()[0].decode()


@pytest.mark.parametrize("command", DOMAIN_COMMANDS, ids=verb_of)
def test_domain_administrators_need_canmodifyskins_and_stay_in_their_domain(admin, connect, command):
    create(admin, LEVELS[0], b'""', b"Old", b"Gone")
    for name in (b"a.css", b"c.css"):
        admin.do(LEVELS[0]("STORE*SKINFILE", b'"" FILE %s DATA [QUJD]' % name))
    admin.do(
        b"CREATEDOMAIN client2.example", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT eve@client2.example {Password=pass;}",
        b"SETACCOUNTRIGHTS bob@client1.com (Domain,CanModifyPBXApps)",
        b"SETACCOUNTRIGHTS eve@client2.example (CanModifySkins)",
    )
    assert connect("bob@client1.com", "pass").code(command) == 510
    assert connect("eve@client2.example", "pass").code(command) == 510
    admin.do(b"SETACCOUNTRIGHTS bob@client1.com (CanModifySkins)")
    assert connect("bob@client1.com", "pass").code(command) in (200, 201)


@pytest.mark.parametrize("command", DOMAIN_COMMANDS, ids=verb_of)
def test_the_domain_must_be_there(admin, command):
    assert admin.code(command.replace(b"client1.com", b"nowhere.example")) == 512


SYSTEM_COMMANDS = [
    command % level
    for level in (b"SERVER", b"CLUSTER")
    for command in (
        b"LIST%sSKINS", b'CREATE%sSKIN ""', b"RENAME%sSKIN a INTO b", b'DELETE%sSKIN ""', b'LIST%sSKINFILES ""',
        b'READ%sSKINFILE "" FILE a', b'STORE%sSKINFILE "" FILE a DATA []', b'STORE%sSKINFILE "" FILE a DELETE',
    )
]


@pytest.mark.parametrize(
    "command", [*SYSTEM_COMMANDS, b'LISTSTOCKSKINFILES ""', b'READSTOCKSKINFILE "" FILE style.css'], ids=verb_of
)
def test_skins_of_the_server_are_for_system_administrators_only(admin, connect, command):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (Domain,CanModifySkins)")
    assert connect("bob", "pass").code(command) == 510


class TestWithoutACluster:
    """A server on its own."""

    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password=PASSWORD)

    @pytest.mark.parametrize("command", [line for line in SYSTEM_COMMANDS if b"CLUSTER" in line], ids=verb_of)
    def test_cluster_commands_are_for_a_dynamic_cluster_only(self, admin, command):
        assert admin.code(command) == 570
