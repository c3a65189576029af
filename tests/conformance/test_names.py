# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One space of names: whatever the kind of an object, no other object of its Domain has its name.

The manual says so of no command in so many words; it is what all commands that make or rename objects have in common.
"""

from __future__ import annotations

from itertools import product

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

# Each command gives an object of another kind the name; "owner" and "other" are Accounts of the Domain.
MAKERS = {
    "CREATEACCOUNT": b"CREATEACCOUNT %s@one.example",
    "SETACCOUNTALIASES": b"SETACCOUNTALIASES owner@one.example (%s)",
    "CREATEGROUP": b"CREATEGROUP %s@one.example",
    "CREATEFORWARDER": b"CREATEFORWARDER %s@one.example TO x@example.org",
    "CREATELIST": b"CREATELIST %s@one.example FOR owner",
    "CREATENAMEDTASK": b"CREATENAMEDTASK %s@one.example FOR owner",
}
RENAMERS = {
    "RENAMEACCOUNT": b"RENAMEACCOUNT %s@one.example INTO %s@one.example",
    "RENAMEGROUP": b"RENAMEGROUP %s@one.example INTO %s@one.example",
    "RENAMEFORWARDER": b"RENAMEFORWARDER %s@one.example INTO %s@one.example",
    "RENAMELIST": b"RENAMELIST %s@one.example INTO %s",
    "RENAMENAMEDTASK": b"RENAMENAMEDTASK %s@one.example INTO %s",
}
TAKEN = {
    "CREATEACCOUNT": 520,
    "SETACCOUNTALIASES": 521,
    "CREATELIST": 522,
    "CREATEGROUP": 523,
    "CREATEFORWARDER": 524,
    "CREATENAMEDTASK": 501,
}
"""How a name is refused that a command has given to something (evidence.md section 3)."""
MOVERS = {
    "RENAMEACCOUNT": b"RENAMEACCOUNT %s@one.example INTO %s@%s",
    "RENAMEGROUP": b"RENAMEGROUP %s@one.example INTO %s@%s",
    "RENAMEFORWARDER": b"RENAMEFORWARDER %s@one.example INTO %s@%s",
}
REMOVERS = {
    "CREATEACCOUNT": b"DELETEACCOUNT %s@one.example",
    "SETACCOUNTALIASES": b"SETACCOUNTALIASES owner@one.example ()",
    "CREATEGROUP": b"DELETEGROUP %s@one.example",
    "CREATEFORWARDER": b"DELETEFORWARDER %s@one.example",
    "CREATELIST": b"DELETELIST %s@one.example",
    "CREATENAMEDTASK": b"DELETENAMEDTASK %s@one.example",
}


def maker_of(renamer):
    """The command that makes what another one renames."""
    return MAKERS[renamer.replace("RENAME", "CREATE")]


def removal(maker, name):
    """The line that lets go what a command has made."""
    return REMOVERS[maker] % name if b"%s" in REMOVERS[maker] else REMOVERS[maker]


@pytest.fixture(autouse=True)
def domains(admin):
    admin.do(
        b"CREATEDOMAIN one.example", b"CREATEDOMAIN two.example", b"CREATEACCOUNT owner@one.example",
        b"CREATEACCOUNT other@one.example", b"CREATEACCOUNT owner@two.example",
    )


@pytest.fixture
def objects(simulator):
    """What a Domain has, as {name: kind}."""

    def look(domain="one.example"):
        found = simulator.service.server.find_domain(domain).objects
        return {entry.name: entry.kind for entry in found.values()}

    return look


@pytest.mark.parametrize(("first", "second"), list(product(MAKERS, MAKERS)))
def test_a_name_that_any_object_has_is_refused_for_a_new_one(admin, objects, first, second):
    admin.do(MAKERS[first] % b"name")
    before = objects()
    again = MAKERS[second].replace(b"owner@", b"other@")
    for spelling in (b"name", b"NAME"):
        reply = admin.ask(again % spelling)
        assert reply.startswith(b"%d " % TAKEN[first]) and b"already exists" in reply
    assert objects() == before


@pytest.mark.parametrize(("renamer", "taken"), list(product(RENAMERS, MAKERS)))
def test_a_name_that_any_object_has_is_refused_as_a_new_name(admin, objects, renamer, taken):
    admin.do(maker_of(renamer) % b"old", MAKERS[taken] % b"name")
    before = objects()
    for spelling in (b"name", b"NAME"):
        assert admin.code(RENAMERS[renamer] % (b"old", spelling)) == TAKEN[taken]
    assert objects() == before


@pytest.mark.parametrize("renamer", RENAMERS)
def test_a_name_may_change_in_nothing_but_its_case(admin, objects, renamer):
    admin.do(maker_of(renamer) % b"name", RENAMERS[renamer] % (b"NAME", b"Name"))
    assert "Name" in objects() and "name" not in objects()
    admin.do(RENAMERS[renamer] % (b"name", b"next"))
    assert "next" in objects() and "Name" not in objects()


@pytest.mark.parametrize(("renamer", "maker"), list(product(RENAMERS, MAKERS)))
def test_a_name_given_up_is_free_for_every_kind_of_object(admin, objects, renamer, maker):
    admin.do(maker_of(renamer) % b"name", RENAMERS[renamer] % (b"name", b"kept"), MAKERS[maker] % b"name")
    assert {"name", "kept"} <= set(objects())


@pytest.mark.parametrize(("first", "second"), list(product(MAKERS, MAKERS)))
def test_a_name_is_free_again_when_its_object_is_gone(admin, objects, first, second):
    admin.do(MAKERS[first] % b"name", removal(first, b"name"))
    assert "name" not in objects()
    admin.do(MAKERS[second] % b"name")
    assert "name" in objects()


@pytest.mark.parametrize("maker", MAKERS)
def test_the_same_name_is_free_in_another_domain(admin, objects, maker):
    admin.do(MAKERS[maker] % b"name", MAKERS[maker].replace(b"one.example", b"two.example") % b"name")
    assert objects()["name"] == objects("two.example")["name"]


@pytest.mark.parametrize("maker", MAKERS)
@pytest.mark.parametrize("name", [b'""', b'"two words"', b'"a/b"', b'"a,b"', b'"a(b"', b"*"], ids=[
    "empty", "space", "slash", "comma", "bracket", "star",
])
def test_an_illegal_name_is_refused_whatever_the_kind(admin, objects, maker, name):
    before = objects()
    address = name if maker == "SETACCOUNTALIASES" else b'"%s@one.example"' % name.strip(b'"')
    line = MAKERS[maker].replace(b"%s@one.example", b"%s") % address
    assert 500 <= admin.code(line) < 599
    assert objects() == before


# --- aliases of Accounts

@pytest.mark.parametrize(("aliases", "code"), [
    (b"(a,A)", 521), (b"(owner)", 520), (b"(OWNER)", 520), (b"(new,other)", 520), (b"(new,group)", 523),
])
def test_setaccountaliases_refuses_names_that_are_taken_or_given_twice(admin, objects, aliases, code):
    admin.do(b"CREATEGROUP group@one.example", b"SETACCOUNTALIASES owner@one.example (mine)")
    before = objects()
    assert admin.code(b"SETACCOUNTALIASES owner@one.example " + aliases) == code
    assert objects() == before


def test_renameaccount_refuses_the_accounts_own_alias(admin, objects):
    admin.do(b"SETACCOUNTALIASES owner@one.example (mine)")
    before = objects()
    assert admin.code(b"RENAMEACCOUNT owner@one.example INTO mine@one.example") == 521
    assert objects() == before


def test_renameaccount_keeps_its_aliases_and_what_it_owns(admin):
    admin.do(
        b"SETACCOUNTALIASES owner@one.example (mine)", b"CREATELIST list@one.example FOR owner",
        b"CREATENAMEDTASK task@one.example FOR owner", b"RENAMEACCOUNT owner@one.example INTO boss@one.example",
    )
    assert admin.ask(b"GETACCOUNTALIASES boss@one.example") == b"201 (mine)"
    assert admin.ask(b"LISTDOMAINOBJECTS one.example 9 ALIASES") == b"201 (2,{mine=(boss);},1,0)"
    assert b"Owner=boss;" in admin.ask(b"GETLIST list@one.example")
    assert b"Owner=boss;" in admin.ask(b"GETNAMEDTASK task@one.example")


# --- into another Domain

@pytest.mark.parametrize("mover", MOVERS)
def test_an_object_moves_into_the_domain_of_its_new_name(admin, objects, mover):
    admin.do(maker_of(mover) % b"name", MOVERS[mover] % (b"name", b"moved", b"two.example"))
    assert "name" not in objects() and "moved" not in objects()
    assert "moved" in objects("two.example")
    admin.do(MAKERS["CREATEACCOUNT"] % b"name")


@pytest.mark.parametrize(("mover", "taken"), list(product(MOVERS, MAKERS)))
def test_an_object_cannot_move_to_a_name_that_is_taken_there(admin, objects, mover, taken):
    admin.do(maker_of(mover) % b"name", MAKERS[taken].replace(b"one.example", b"two.example") % b"name")
    here, there = objects(), objects("two.example")
    assert admin.code(MOVERS[mover] % (b"name", b"NAME", b"two.example")) == TAKEN[taken]
    assert (objects(), objects("two.example")) == (here, there)


@pytest.mark.parametrize("mover", MOVERS)
def test_an_object_cannot_move_to_an_unknown_domain_or_an_illegal_name(admin, objects, mover):
    admin.do(maker_of(mover) % b"name")
    before = objects()
    assert admin.code(MOVERS[mover] % (b"name", b"name", b"nowhere.example")) == 512
    assert admin.code(MOVERS[mover].replace(b"INTO %s@%s", b'INTO "%s@%s"') % (b"name", b"a b", b"two.example")) == 525
    assert (objects(), "a b" in objects("two.example")) == (before, False)


def test_renameaccount_takes_aliases_and_telephone_numbers_into_another_domain(admin, objects):
    admin.do(
        b"SETACCOUNTALIASES other@one.example (mine)", b"SETACCOUNTTELNUMS other@one.example (1001)",
        b"RENAMEACCOUNT other@one.example INTO other@two.example",
    )
    assert admin.ask(b"GETACCOUNTALIASES mine@two.example") == b"201 (mine)"
    assert admin.ask(b"LISTDOMAINTELNUMS two.example 9") == b'201 {""=#1;1001=other;}'
    assert admin.ask(b"LISTDOMAINTELNUMS one.example 9") == b'201 {""=#0;}'
    assert objects() == {"owner": "account"}


def test_renameaccount_is_refused_where_one_of_its_aliases_is_taken(admin, objects):
    admin.do(
        b"SETACCOUNTALIASES other@one.example (first,mine)", b"SETACCOUNTTELNUMS other@one.example (1001)",
        b"CREATEGROUP MINE@two.example",
    )
    here, there = objects(), objects("two.example")
    assert admin.code(b"RENAMEACCOUNT other@one.example INTO other@two.example") == 523
    assert (objects(), objects("two.example")) == (here, there)
    assert admin.ask(b"LISTDOMAINTELNUMS one.example 9") == b'201 {""=#1;1001=other;}'


@pytest.mark.parametrize("owned", ["CREATELIST", "CREATENAMEDTASK"])
def test_the_owner_of_something_neither_moves_nor_goes(admin, objects, owned):
    """The manual is silent on lists without an owner: what would make one is refused (this simulator's choice)."""
    admin.do(MAKERS[owned] % b"name")
    here, there = objects(), objects("two.example")
    assert admin.code(b"DELETEACCOUNT owner@one.example") == 501
    assert admin.code(b"RENAMEACCOUNT owner@one.example INTO boss@two.example") == 501
    assert (objects(), objects("two.example")) == (here, there)
    admin.do(removal(owned, b"name"), b"DELETEACCOUNT owner@one.example")


class TestSharedDomains:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    @pytest.mark.parametrize("mover", MOVERS)
    def test_nothing_moves_between_local_and_shared_domains(self, admin, objects, mover):
        """A decision of this simulator: the manual does not say what a member does with such a command."""
        admin.do(
            b"CREATEDOMAIN three.example SHARED", b"CREATEDOMAIN four.example SHARED",
            maker_of(mover) % b"name", maker_of(mover).replace(b"one.example", b"three.example") % b"name",
        )
        before = objects()
        back = MOVERS[mover].replace(b"one.example", b"three.example")
        assert admin.code(MOVERS[mover] % (b"name", b"moved", b"three.example")) == 501
        assert admin.code(back % (b"name", b"moved", b"one.example")) == 501
        assert objects() == before and list(objects("three.example")) == ["name"]
        admin.do(back % (b"name", b"moved", b"four.example"))
        assert list(objects("four.example")) == ["moved"]
