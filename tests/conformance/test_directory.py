# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Directory Administration."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD

# Every command, with what goes where SHARED may stand. All of them find the unit "staff".
COMMANDS = {
    "LISTDIRECTORYUNITS": b"LISTDIRECTORYUNITS%s",
    "CREATEDIRECTORYUNIT": b"CREATEDIRECTORYUNIT new%s o=New",
    "RELOCATEDIRECTORYUNIT": b"RELOCATEDIRECTORYUNIT staff%s o=Moved",
    "DELETEDIRECTORYUNIT": b"DELETEDIRECTORYUNIT staff%s",
    "GETDIRECTORYUNIT": b"GETDIRECTORYUNIT staff%s",
    "SETDIRECTORYUNIT": b"SETDIRECTORYUNIT staff%s {a=1;}",
    "GETDIRECTORYACCESSRIGHTS": b"GETDIRECTORYACCESSRIGHTS%s",
    "SETDIRECTORYACCESSRIGHTS": b"SETDIRECTORYACCESSRIGHTS%s (a)",
}
every_command = pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)


@pytest.fixture
def options() -> Options:
    return Options(port=0, main_domain="example.com", password=PASSWORD, cluster=True)


@pytest.fixture
def staff(admin):
    """One local unit."""
    admin.do(b'CREATEDIRECTORYUNIT staff "o=MyCompany"')
    return admin


# --- rights and scopes

@every_command
def test_directory_commands_need_the_directory_right(staff, connect, command):
    staff.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (UserAccounts,Settings)")
    assert connect("bob", "pass").code(command % b"") == 510
    assert staff.ask(b"LISTDIRECTORYUNITS") == b'201 {"o=MyCompany"=staff;}'
    staff.do(b"SETACCOUNTRIGHTS bob (Directory)")
    assert connect("bob", "pass").code(command % b"") in (200, 201)


@every_command
def test_shared_means_the_units_and_rights_of_the_cluster(staff, command):
    staff.do(b'CREATEDIRECTORYUNIT staff SHARED "o=Cluster"')
    assert staff.code(command % b" SHARED") in (200, 201)
    assert staff.ask(b"LISTDIRECTORYUNITS") == b'201 {"o=MyCompany"=staff;}'
    assert staff.ask(b"GETDIRECTORYUNIT staff") == b"201 {}"
    assert staff.ask(b"GETDIRECTORYACCESSRIGHTS") == b"201 ()"


@every_command
def test_the_units_and_rights_of_the_server_are_not_those_of_the_cluster(staff, command):
    staff.do(b'CREATEDIRECTORYUNIT staff SHARED "o=Cluster"')
    assert staff.code(command % b"") in (200, 201)
    assert staff.ask(b"LISTDIRECTORYUNITS SHARED") == b'201 {"o=Cluster"=staff;}'
    assert staff.ask(b"GETDIRECTORYUNIT staff SHARED") == b"201 {}"
    assert staff.ask(b"GETDIRECTORYACCESSRIGHTS SHARED") == b"201 ()"


# What each command with SHARED does to a cluster that has the unit "staff": a question, and its answer then.
IN_THE_CLUSTER = {
    "LISTDIRECTORYUNITS": (b"LISTDIRECTORYUNITS SHARED", b'{"o=Cluster"=staff;}'),
    "CREATEDIRECTORYUNIT": (b"LISTDIRECTORYUNITS SHARED", b'{"o=Cluster"=staff;"o=New"=new;}'),
    "RELOCATEDIRECTORYUNIT": (b"LISTDIRECTORYUNITS SHARED", b'{"o=Moved"=staff;}'),
    "DELETEDIRECTORYUNIT": (b"LISTDIRECTORYUNITS SHARED", b"{}"),
    "GETDIRECTORYUNIT": (b"GETDIRECTORYUNIT staff SHARED", b"{b=2;}"),
    "SETDIRECTORYUNIT": (b"GETDIRECTORYUNIT staff SHARED", b"{a=1;}"),
    "GETDIRECTORYACCESSRIGHTS": (b"GETDIRECTORYACCESSRIGHTS SHARED", b"(b)"),
    "SETDIRECTORYACCESSRIGHTS": (b"GETDIRECTORYACCESSRIGHTS SHARED", b"(a)"),
}


@pytest.mark.parametrize("verb", IN_THE_CLUSTER)
def test_with_shared_the_units_and_rights_of_the_cluster_are_told_or_changed(admin, verb):
    admin.do(
        b'CREATEDIRECTORYUNIT staff SHARED "o=Cluster"', b"SETDIRECTORYUNIT staff SHARED {b=2;}",
        b"SETDIRECTORYACCESSRIGHTS SHARED (b)",
    )
    question, answer = IN_THE_CLUSTER[verb]
    assert admin.code(COMMANDS[verb] % b" SHARED") in (200, 201)
    assert admin.ask(question) == b"201 " + answer


class TestAlone:
    """A server that is no member of a cluster."""

    @pytest.fixture
    def options(self) -> Options:
        return Options(port=0, main_domain="example.com", password=PASSWORD)

    @every_command
    def test_shared_is_refused_without_a_cluster(self, staff, command):
        assert staff.code(command % b" SHARED") == 570


@pytest.mark.parametrize("command", [
    COMMANDS[verb] for verb in
    ("RELOCATEDIRECTORYUNIT", "DELETEDIRECTORYUNIT", "GETDIRECTORYUNIT", "SETDIRECTORYUNIT")
], ids=["RELOCATEDIRECTORYUNIT", "DELETEDIRECTORYUNIT", "GETDIRECTORYUNIT", "SETDIRECTORYUNIT"])
def test_only_an_existing_unit_can_be_worked_on(admin, command):
    assert admin.code(command % b"") == 501
    admin.do(b"CREATEDIRECTORYUNIT staff SHARED o=MyCompany")
    assert admin.code(command % b"") == 501
    assert admin.ask(b"LISTDIRECTORYUNITS") == b"201 {}"


# --- units

def test_listdirectoryunits_tells_the_names_of_the_units_by_their_mount_points(admin):
    assert admin.ask(b"LISTDIRECTORYUNITS") == b"201 {}"
    admin.do(b'CREATEDIRECTORYUNIT staff "o=MyCompany"', b'CREATEDIRECTORYUNIT Main ""')
    assert admin.ask(b"LISTDIRECTORYUNITS") == b'201 {""=Main;"o=MyCompany"=staff;}'


def test_createdirectoryunit_makes_a_local_unit_without_settings(admin, simulator):
    admin.do(b'CREATEDIRECTORYUNIT staff "o=MyCompany"')
    assert admin.ask(b"GETDIRECTORYUNIT staff") == b"201 {}"
    assert simulator.service.server.local.directory_units.unit("staff").remote is False


def test_createdirectoryunit_makes_a_remote_unit(admin, simulator):
    admin.do(b'CREATEDIRECTORYUNIT far REMOTE "o=Far"', b'CREATEDIRECTORYUNIT far SHARED REMOTE "o=Far"')
    assert admin.ask(b"LISTDIRECTORYUNITS") == b'201 {"o=Far"=far;}'
    assert simulator.service.server.local.directory_units.unit("far").remote is True
    assert simulator.service.server.cluster.directory_units.unit("far").remote is True


@pytest.mark.parametrize("command", [
    b'CREATEDIRECTORYUNIT staff "o=Other"', b'CREATEDIRECTORYUNIT Staff "o=Other"',
    b'CREATEDIRECTORYUNIT other "o=MyCompany"', b'CREATEDIRECTORYUNIT other REMOTE " O = mycompany "',
])
def test_createdirectoryunit_refuses_a_name_or_a_mount_point_that_is_taken(staff, command):
    assert staff.code(command) == 501
    assert staff.ask(b"LISTDIRECTORYUNITS") == b'201 {"o=MyCompany"=staff;}'


@pytest.mark.parametrize("command", [
    b"CREATEDIRECTORYUNIT staff", b"CREATEDIRECTORYUNIT staff MyCompany", b'CREATEDIRECTORYUNIT staff "o="',
    b'CREATEDIRECTORYUNIT staff "o=a,"', b'CREATEDIRECTORYUNIT staff "=a"', b'CREATEDIRECTORYUNIT "" "o=a"',
    b'CREATEDIRECTORYUNIT staff REMOTE SHARED "o=a"',
])
def test_createdirectoryunit_needs_a_name_and_a_dn(admin, command):
    assert admin.refused(command)
    assert admin.ask(b"LISTDIRECTORYUNITS") == b"201 {}"
    assert admin.ask(b"LISTDIRECTORYUNITS SHARED") == b"201 {}"


def test_relocatedirectoryunit_mounts_a_unit_elsewhere_with_its_settings(staff):
    staff.do(b"SETDIRECTORYUNIT staff {a=1;}", b'RELOCATEDIRECTORYUNIT STAFF "cn=a,o=Other"')
    assert staff.ask(b"LISTDIRECTORYUNITS") == b'201 {"cn=a,o=Other"=staff;}'
    assert staff.ask(b"GETDIRECTORYUNIT staff") == b"201 {a=1;}"
    staff.do(b'CREATEDIRECTORYUNIT other "o=MyCompany"')


def test_relocatedirectoryunit_may_spell_its_mount_point_differently(staff):
    staff.do(b'RELOCATEDIRECTORYUNIT staff "o=MYCOMPANY"')
    assert staff.ask(b"LISTDIRECTORYUNITS") == b'201 {"o=MYCOMPANY"=staff;}'


def test_relocatedirectoryunit_refuses_a_mount_point_that_is_taken_or_none(staff):
    staff.do(b'CREATEDIRECTORYUNIT other "o=Other"')
    assert staff.code(b'RELOCATEDIRECTORYUNIT staff "o=other"') == 501
    assert staff.code(b'RELOCATEDIRECTORYUNIT staff other') == 501
    assert staff.ask(b"LISTDIRECTORYUNITS") == b'201 {"o=MyCompany"=staff;"o=Other"=other;}'


def test_deletedirectoryunit_removes_a_unit_and_frees_its_mount_point(staff):
    staff.do(b"DELETEDIRECTORYUNIT Staff")
    assert staff.ask(b"LISTDIRECTORYUNITS") == b"201 {}"
    assert staff.code(b"DELETEDIRECTORYUNIT staff") == 501
    staff.do(b'CREATEDIRECTORYUNIT other "o=MyCompany"')


def test_getdirectoryunit_tells_the_settings(staff):
    staff.do(b"SETDIRECTORYUNIT staff {a=1;b=(2,#3);}")
    assert staff.ask(b"GETDIRECTORYUNIT STAFF") == b"201 {a=1;b=(2,#3);}"


def test_setdirectoryunit_replaces_the_settings(staff):
    staff.do(b"SETDIRECTORYUNIT staff {a=1;b=2;}", b"SETDIRECTORYUNIT staff {b=3;c=default;}")
    assert staff.ask(b"GETDIRECTORYUNIT staff") == b"201 {b=3;c=default;}"


def test_setdirectoryunit_takes_a_dictionary(staff):
    staff.do(b"SETDIRECTORYUNIT staff {a=1;}")
    assert staff.code(b"SETDIRECTORYUNIT staff (a)") == 500
    assert staff.ask(b"GETDIRECTORYUNIT staff") == b"201 {a=1;}"


# --- access rights

def test_getdirectoryaccessrights_tells_an_array(admin):
    assert admin.ask(b"GETDIRECTORYACCESSRIGHTS") == b"201 ()"


def test_setdirectoryaccessrights_replaces_the_array(admin):
    admin.do(b"SETDIRECTORYACCESSRIGHTS ({a=1;},(b,c))", b"SETDIRECTORYACCESSRIGHTS ({d=2;},(e))")
    assert admin.ask(b"GETDIRECTORYACCESSRIGHTS") == b"201 ({d=2;},(e))"
    admin.do(b"SETDIRECTORYACCESSRIGHTS ()")
    assert admin.ask(b"GETDIRECTORYACCESSRIGHTS") == b"201 ()"


def test_setdirectoryaccessrights_takes_an_array(admin):
    admin.do(b"SETDIRECTORYACCESSRIGHTS (a)")
    assert admin.code(b"SETDIRECTORYACCESSRIGHTS {a=1;}") == 500
    assert admin.ask(b"GETDIRECTORYACCESSRIGHTS") == b"201 (a)"
