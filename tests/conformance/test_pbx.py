# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Real-Time Application Administration."""

from __future__ import annotations

import base64
import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD

NOW = b"#T31-01-2030_12:00:00"
ABC = b"{Modified=" + NOW + b";Size=#3;}"


class Level:
    """The environment of a Domain, of the server or of the cluster. Only a Domain's commands have the word FILE."""

    def __init__(self, name: str, place: bytes = b"") -> None:
        self.name = name
        self.place = place
        self.keyword = b" FILE" if place else b""

    def verb(self, pattern: str) -> str:
        return pattern.replace("*", self.name)

    def __call__(self, pattern: str, rest: bytes | None = None) -> bytes:
        """A command, with what comes behind the Domain and FILE."""
        words = [self.verb(pattern).encode(), self.place]
        if rest is not None:
            words.append(self.keyword + b" " + rest)
        return b" ".join(words)

    @property
    def create(self) -> bytes:
        """The command that makes the environment itself: only for a Domain it can have no parameter."""
        return self("CREATE*PBX") if self.place else self("CREATE*PBX", b'""')


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


# --- environments and national subsets

@everywhere("CREATE*PBX")
def test_without_a_language_the_environment_itself_is_created(admin, level):
    assert admin.refused(level("LIST*PBXFILES"))
    admin.do(level.create)
    assert admin.ask(level("LIST*PBXFILES")) == b"201 {}"
    assert admin.code(level.create) == 501


@everywhere("CREATE*PBX")
def test_with_a_language_a_national_subset_is_created(admin, level):
    admin.do(level.create, level("CREATE*PBX", b"french"))
    assert admin.ask(level("LIST*PBXFILES", b"french")) == b"201 {}"
    assert admin.code(level("CREATE*PBX", b"french")) == 501
    assert admin.refused(level("LIST*PBXFILES", b"german"))


def test_createdomainpbx_creates_a_national_subset_beside_the_environment_only(admin):
    level = LEVELS[0]
    assert admin.refused(level("CREATE*PBX", b"french"))
    assert admin.refused(level("LIST*PBXFILES", b"french"))


@pytest.mark.parametrize("level", LEVELS[1:], ids=["CREATESERVERPBX", "CREATECLUSTERPBX"])
def test_a_national_subset_may_come_before_an_environment_that_is_no_domains(admin, level):
    admin.do(level("CREATE*PBX", b"french"), level("STORE*PBXFILE", b'"french/a.txt" DATA [QUJD]'))
    assert admin.ask(level("LIST*PBXFILES", b"french")) == b"201 {a.txt=" + ABC + b";}"
    assert admin.refused(level("LIST*PBXFILES"))
    assert admin.refused(level("STORE*PBXFILE", b"a.txt DATA [QUJD]"))
    admin.do(level.create)
    assert admin.ask(level("LIST*PBXFILES")) == b"201 {}"


@everywhere("CREATE*PBX")
@pytest.mark.parametrize("language", [b'"a/b"', b'".."'])
def test_an_illegal_language_is_refused(admin, level, language):
    admin.do(level.create)
    assert admin.code(level("CREATE*PBX", language)) == 501


@everywhere("DELETE*PBX")
def test_a_national_subset_is_removed_with_its_files(admin, level):
    admin.do(
        level.create, level("CREATE*PBX", b"french"), level("STORE*PBXFILE", b"a.txt DATA [QUJD]"),
        level("STORE*PBXFILE", b'"french/a.txt" DATA [QUJD]'), level("DELETE*PBX", b"french"),
    )
    assert admin.refused(level("READ*PBXFILE", b'"french/a.txt"'))
    assert admin.ask(level("LIST*PBXFILES")) == b"201 {a.txt=" + ABC + b";}"
    admin.do(level("CREATE*PBX", b"french"))
    assert admin.ask(level("LIST*PBXFILES", b"french")) == b"201 {}"


@everywhere("DELETE*PBX")
def test_only_a_national_subset_that_exists_can_be_removed(admin, level):
    admin.do(level.create)
    assert admin.code(level("DELETE*PBX", b"french")) == 501
    assert admin.code(level("DELETE*PBX", b'""')) == 501
    assert admin.ask(level("LIST*PBXFILES")) == b"201 {}"


def test_deletedomainpbx_needs_a_language(admin):
    admin.do(b"CREATEDOMAINPBX client1.com")
    assert admin.code(b"DELETEDOMAINPBX client1.com") == 500
    assert admin.ask(b"LISTDOMAINPBXFILES client1.com") == b"201 {}"


# --- files: [QUJD] is ABC

@everywhere("LIST*PBXFILES")
def test_files_are_listed_by_name_with_their_attributes(admin, level):
    admin.do(
        level.create, level("CREATE*PBX", b"french"), level("STORE*PBXFILE", b"a.sppr DATA [QUJD]"),
        level("STORE*PBXFILE", b'"french/b.wav" DATA [QUJD]'),
    )
    assert admin.ask(level("LIST*PBXFILES")) == b"201 {a.sppr=" + ABC + b";}"
    assert admin.ask(level("LIST*PBXFILES", b"french")) == b"201 {b.wav=" + ABC + b";}"


def test_listdomainpbxfiles_with_an_empty_name_is_about_the_administrators_domain(admin):
    admin.do(b"CREATEDOMAINPBX example.com", b"STOREDOMAINPBXFILE example.com FILE a.sppr DATA [QUJD]")
    assert admin.ask(b'LISTDOMAINPBXFILES ""') == b"201 {a.sppr=" + ABC + b";}"


@everywhere("READ*PBXFILE")
def test_reading_gives_the_content_alone(admin, level):
    admin.do(level.create, level("STORE*PBXFILE", b"a.sppr DATA [QUJD]"))
    assert admin.ask(level("READ*PBXFILE", b"a.sppr")) == b"201 [QUJD]"
    assert admin.code(level("READ*PBXFILE", b"A.sppr")) == 599


@everywhere("READ*PBXFILE")
def test_a_file_of_a_national_subset_is_named_after_its_language(admin, level):
    admin.do(
        level.create, level("CREATE*PBX", b"french"), level("STORE*PBXFILE", b"a.txt DATA [QUJD]"),
        level("STORE*PBXFILE", b'"french/a.txt" DATA [QUJDREVG]'),
    )
    assert admin.ask(level("READ*PBXFILE", b"a.txt")) == b"201 [QUJD]"
    assert admin.ask(level("READ*PBXFILE", b'"french/a.txt"')) == b"201 [QUJDREVG]"
    assert admin.code(level("READ*PBXFILE", b'"german/a.txt"')) == 501
    assert admin.code(level("READ*PBXFILE", b'"french/b.txt"')) == 599


@everywhere("STORE*PBXFILE")
def test_storing_replaces_the_old_file(admin, level):
    admin.do(
        level.create, level("STORE*PBXFILE", b"a.txt DATA [QUJDREVG]"), level("STORE*PBXFILE", b"a.txt DATA [QUJD]")
    )
    assert admin.ask(level("READ*PBXFILE", b"a.txt")) == b"201 [QUJD]"


@everywhere("STORE*PBXFILE")
def test_storing_needs_the_environment_and_the_national_subset(admin, level):
    assert admin.refused(level("STORE*PBXFILE", b"a.txt DATA [QUJD]"))
    admin.do(level.create)
    assert admin.refused(level("STORE*PBXFILE", b'"french/a.txt" DATA [QUJD]'))
    assert admin.ask(level("LIST*PBXFILES")) == b"201 {}"


@everywhere("STORE*PBXFILE")
@pytest.mark.parametrize("name", [b'""', b'".."', b'"french/"', b'"/a"', b'"french/x/a"'])
def test_an_illegal_file_name_is_refused(admin, level, name):
    admin.do(level.create, level("CREATE*PBX", b"french"))
    assert admin.code(level("STORE*PBXFILE", name + b" DATA [QUJD]")) == 501
    assert admin.ask(level("LIST*PBXFILES")) == admin.ask(level("LIST*PBXFILES", b"french")) == b"201 {}"


@everywhere("STORE*PBXFILE")
def test_delete_deletes_one_file(admin, level):
    admin.do(
        level.create, level("CREATE*PBX", b"french"), level("STORE*PBXFILE", b"a.txt DATA [QUJD]"),
        level("STORE*PBXFILE", b'"french/a.txt" DATA [QUJD]'), level("STORE*PBXFILE", b"a.txt DELETE"),
    )
    assert admin.code(level("STORE*PBXFILE", b"a.txt DELETE")) == 599
    assert admin.ask(level("READ*PBXFILE", b'"french/a.txt"')) == b"201 [QUJD]"
    admin.do(level("STORE*PBXFILE", b'"french/a.txt" DELETE'))
    assert admin.code(level("READ*PBXFILE", b'"french/a.txt"')) == 599


@everywhere("STORE*PBXFILE")
def test_data_may_come_as_base64_in_quotation_marks(admin, level):
    admin.do(level.create, level("STORE*PBXFILE", b'a.txt DATA "QUJD"'))
    assert admin.ask(level("READ*PBXFILE", b"a.txt")) == b"201 [QUJD]"


@everywhere("READ*PBXFILE")
def test_a_file_deleted_by_the_older_command_is_gone(admin, level):
    admin.do(level.create, level("STORE*PBXFILE", b"a.txt DATA [QUJD]"), level("DELETE*PBXFILE", b"a.txt"))
    assert admin.code(level("READ*PBXFILE", b"a.txt")) == 599


@pytest.mark.parametrize("verb", ["READCLUSTERPBXFILE", "STORECLUSTERPBXFILE"])
def test_file_may_stand_before_the_name_of_a_cluster_wide_file(admin, verb):
    admin.do(b'CREATECLUSTERPBX ""', b"STORECLUSTERPBXFILE FILE a.txt DATA [QUJD]")
    assert admin.ask(b"READCLUSTERPBXFILE FILE a.txt") == b"201 [QUJD]"


@everywhere("STORE*PBXFILE")
@pytest.mark.parametrize("end", [
    b"", b" DATA", b" DELETE [QUJD]", b" DATA [QUJD] DELETE", b" DATA [QU!D]", b" DATA (a)",
])
def test_storing_takes_either_data_with_a_datablock_or_delete_alone(admin, level, end):
    admin.do(level.create, level("STORE*PBXFILE", b"a.txt DATA [QUJDREVG]"))
    assert admin.code(level("STORE*PBXFILE", b"a.txt" + end)) == 500
    assert admin.ask(level("READ*PBXFILE", b"a.txt")) == b"201 [QUJDREVG]"


@everywhere("STORE*PBXFILE")
def test_storing_into_one_language_leaves_the_others_alone(admin, level):
    admin.do(
        level.create, level("CREATE*PBX", b"french"), level("CREATE*PBX", b"german"),
        level("STORE*PBXFILE", b'"french/a.txt" DATA [QUJD]'),
    )
    assert admin.ask(level("LIST*PBXFILES")) == admin.ask(level("LIST*PBXFILES", b"german")) == b"201 {}"
    assert admin.ask(level("LIST*PBXFILES", b"french")) == b"201 {a.txt=" + ABC + b";}"


@pytest.mark.parametrize("verb", ["LISTDOMAINPBXFILES", "LISTSERVERPBXFILES", "LISTCLUSTERPBXFILES"])
def test_the_environment_of_one_level_is_not_that_of_another(admin, verb):
    for level in LEVELS:
        admin.do(level.create)
        if level.name not in verb:
            admin.do(level("STORE*PBXFILE", b"a.txt DATA [QUJD]"))
    (asked,) = [level for level in LEVELS if level.name in verb]
    assert admin.ask(asked("LIST*PBXFILES")) == b"201 {}"


# --- the built-in environment

def test_liststockpbxfiles_lists_built_in_files_and_their_national_subsets(admin):
    reply = admin.ask(b"LISTSTOCKPBXFILES")
    assert re.match(rb"201 \{echo\.scgp=\{Modified=#T\S+;Size=#\d+;\};gateway\.sppr=", reply)
    assert re.fullmatch(rb"201 \{welcome\.txt=\{Modified=#T\S+;Size=#\d+;\};\}", admin.ask(b"LISTSTOCKPBXFILES french"))
    assert admin.code(b"LISTSTOCKPBXFILES klingon") == 501


def test_readstockpbxfile_reads_a_built_in_file_whatever_the_custom_ones_are(admin):
    for level in LEVELS:
        admin.do(level.create, level("STORE*PBXFILE", b"welcome.txt DATA [QUJD]"))
    assert admin.ask(b"READSTOCKPBXFILE welcome.txt") == b"201 [%s]" % base64.b64encode(b"Welcome\n")
    assert admin.ask(b'READSTOCKPBXFILE "french/welcome.txt"') == b"201 [%s]" % base64.b64encode(b"Bienvenue\n")
    assert admin.code(b"READSTOCKPBXFILE missing.txt") == 599


# --- who may, and where

DOMAIN_COMMANDS = [
    b"CREATEDOMAINPBX client1.com FILE german", b"DELETEDOMAINPBX client1.com FILE french",
    b"LISTDOMAINPBXFILES client1.com", b"READDOMAINPBXFILE client1.com FILE a",
    b"STOREDOMAINPBXFILE client1.com FILE a DATA []", b"STOREDOMAINPBXFILE client1.com FILE a DELETE",
]


def verb_of(command: bytes) -> str:
    return command.split()[0].decode()


@pytest.mark.parametrize("command", DOMAIN_COMMANDS, ids=verb_of)
def test_domain_administrators_need_canmodifypbxapps_and_stay_in_their_domain(admin, connect, command):
    admin.do(
        b"CREATEDOMAINPBX client1.com", b"CREATEDOMAINPBX client1.com FILE french",
        b"STOREDOMAINPBXFILE client1.com FILE a DATA [QUJD]",
        b"CREATEDOMAIN client2.example", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT eve@client2.example {Password=pass;}",
        b"SETACCOUNTRIGHTS bob@client1.com (Domain,CanModifySkins)",
        b"SETACCOUNTRIGHTS eve@client2.example (CanModifyPBXApps)",
    )
    assert connect("bob@client1.com", "pass").code(command) == 510
    assert connect("eve@client2.example", "pass").code(command) == 510
    admin.do(b"SETACCOUNTRIGHTS bob@client1.com (CanModifyPBXApps)")
    assert connect("bob@client1.com", "pass").code(command) in (200, 201)


@pytest.mark.parametrize("command", DOMAIN_COMMANDS, ids=verb_of)
def test_the_domain_must_be_there(admin, command):
    assert admin.code(command.replace(b"client1.com", b"nowhere.example")) == 512


SYSTEM_COMMANDS = [
    command % level
    for level in (b"SERVER", b"CLUSTER")
    for command in (
        b"CREATE%sPBX french", b"DELETE%sPBX french", b"LIST%sPBXFILES", b"READ%sPBXFILE a",
        b"STORE%sPBXFILE a DATA []", b"STORE%sPBXFILE a DELETE",
    )
]


@pytest.mark.parametrize(
    "command", [*SYSTEM_COMMANDS, b"LISTSTOCKPBXFILES", b"READSTOCKPBXFILE welcome.txt"], ids=verb_of
)
def test_the_environment_of_the_server_is_for_system_administrators_only(admin, connect, command):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (Domain,CanModifyPBXApps)")
    assert connect("bob", "pass").code(command) == 510


class TestWithoutACluster:
    """A server on its own."""

    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password=PASSWORD)

    @pytest.mark.parametrize("command", [line for line in SYSTEM_COMMANDS if b"CLUSTER" in line], ids=verb_of)
    def test_cluster_commands_are_for_a_dynamic_cluster_only(self, admin, command):
        assert admin.code(command) == 570
