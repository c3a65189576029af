# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Named Task Administration."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob", b"CREATEACCOUNT ann", b"CREATEACCOUNT bob@client1.com")


ROBOT = b'{Owner=bob;ProgramName=echo;RealName="The Robot";}'
OTHER = b'{Owner=ann;ProgramName="";RealName="";}'


@pytest.fixture
def tasks(admin):
    admin.do(b"CREATENAMEDTASK robot FOR bob", b'UPDATENAMEDTASK robot {RealName="The Robot";ProgramName=echo;}')
    admin.do(b"CREATENAMEDTASK other FOR ann")


# --- listing

def test_listdomainnamedtasks_tells_owner_real_name_and_program_of_each_task(admin, tasks):
    assert admin.ask(b"LISTDOMAINNAMEDTASKS") == b"201 {other=%s;robot=%s;}" % (OTHER, ROBOT)
    assert admin.ask(b"LISTDOMAINNAMEDTASKS example.com") == b"201 {other=%s;robot=%s;}" % (OTHER, ROBOT)
    assert admin.ask(b"LISTDOMAINNAMEDTASKS client1.com") == b"201 {}"
    assert admin.code(b"LISTDOMAINNAMEDTASKS nowhere.example") == 512


def test_listaccountnamedtasks_tells_the_same_of_the_tasks_of_one_account(admin, tasks):
    admin.do(b"CREATELIST news for ann")
    assert admin.ask(b"LISTACCOUNTNAMEDTASKS bob") == b"201 {robot=%s;}" % ROBOT
    assert admin.ask(b"LISTACCOUNTNAMEDTASKS ann") == b"201 {other=%s;}" % OTHER
    assert admin.ask(b"LISTACCOUNTNAMEDTASKS bob@client1.com") == b"201 {}"


# --- creating

def test_createnamedtask_makes_a_task_in_the_named_domain_or_the_own_one(admin):
    admin.do(b"CREATENAMEDTASK robot FOR bob", b"CREATENAMEDTASK robot@client1.com FOR bob")
    assert admin.ask(b"GETNAMEDTASK robot") == b"201 {Owner=bob;}"
    assert admin.ask(b"GETNAMEDTASK Robot@client1.com") == b"201 {Owner=bob;}"
    admin.do(b"DELETENAMEDTASK robot", b"DELETEACCOUNT bob")
    assert admin.ask(b"GETNAMEDTASK robot@client1.com") == b"201 {Owner=bob;}"


def test_createnamedtask_needs_an_owner_in_the_same_domain(admin):
    assert admin.code(b"CREATENAMEDTASK robot FOR nobody") == 513
    assert admin.code(b"CREATENAMEDTASK robot@client1.com FOR ann") == 513
    assert admin.ask(b"LISTDOMAINNAMEDTASKS") == b"201 {}"


def test_createnamedtask_wants_the_owner_without_a_domain(admin):
    assert admin.code(b"CREATENAMEDTASK robot FOR bob@example.com") == 501
    assert admin.ask(b"LISTDOMAINNAMEDTASKS") == b"201 {}"


def test_createnamedtask_takes_an_alias_for_its_account(admin):
    admin.do(b"SETACCOUNTALIASES bob (robert)", b"CREATENAMEDTASK robot FOR robert")
    assert admin.ask(b"GETNAMEDTASK robot") == b"201 {Owner=bob;}"


def test_createnamedtask_needs_a_free_legal_name_and_a_domain(admin, tasks):
    assert admin.code(b"CREATENAMEDTASK Robot FOR ann") == 501
    assert admin.code(b"CREATENAMEDTASK bob FOR ann") == 520
    assert admin.code(b'CREATENAMEDTASK "a b" FOR ann') == 525
    assert admin.code(b"CREATENAMEDTASK x@nowhere.example FOR ann") == 512
    assert admin.ask(b"LISTDOMAINNAMEDTASKS") == b"201 {other=%s;robot=%s;}" % (OTHER, ROBOT)


# --- renaming, deleting

def test_renamenamedtask_keeps_owner_and_settings(admin, tasks):
    admin.do(b"RENAMENAMEDTASK robot into android", b"RENAMENAMEDTASK android@example.com into Android@example.com")
    assert admin.ask(b"GETNAMEDTASK android") == b"201 " + ROBOT
    assert admin.ask(b"LISTACCOUNTNAMEDTASKS bob") == b"201 {Android=%s;}" % ROBOT


def test_renamenamedtask_changes_nothing_when_it_is_refused(admin, tasks):
    assert admin.code(b"RENAMENAMEDTASK robot into robot@client1.com") == 501
    assert admin.code(b"RENAMENAMEDTASK robot into robot@nowhere.example") == 512
    assert admin.code(b"RENAMENAMEDTASK robot into bob") == 520
    assert admin.code(b'RENAMENAMEDTASK robot into "a b"') == 525
    assert admin.ask(b"GETNAMEDTASK robot") == b"201 " + ROBOT


def test_deletenamedtask_frees_the_name_and_the_owner(admin, tasks):
    admin.do(b"DELETENAMEDTASK robot", b"CREATEGROUP robot", b"DELETEACCOUNT bob")
    assert admin.ask(b"LISTDOMAINNAMEDTASKS") == b"201 {other=%s;}" % OTHER


# --- settings

def test_updatenamedtask_leaves_omitted_settings_alone(admin, tasks):
    admin.do(b"UPDATENAMEDTASK robot {ProgramName=gateway;Other=(x);}")
    assert admin.ask(b"GETNAMEDTASK robot") == b'201 {Other=(x);Owner=bob;ProgramName=gateway;RealName="The Robot";}'


def test_updatenamedtask_may_give_the_task_to_another_account_of_the_domain(admin, tasks):
    admin.do(b"UPDATENAMEDTASK robot {Owner=ann;}")
    assert admin.ask(b"LISTACCOUNTNAMEDTASKS bob") == b"201 {}"
    assert admin.code(b"UPDATENAMEDTASK robot {Owner=nobody;A=1;}") == 513
    assert admin.code(b"UPDATENAMEDTASK robot {Owner=(bob);A=1;}") == 501
    assert admin.ask(b"GETNAMEDTASK robot") == b'201 {Owner=ann;ProgramName=echo;RealName="The Robot";}'


@pytest.mark.parametrize("command", [
    b"GETNAMEDTASK %s", b"DELETENAMEDTASK %s", b"UPDATENAMEDTASK %s {}", b"RENAMENAMEDTASK %s into x",
])
def test_the_task_must_exist(admin, command):
    assert admin.refused(command % b"missing")
    assert admin.refused(command % b"bob")
    assert admin.code(command % b"robot@nowhere.example") == 512
