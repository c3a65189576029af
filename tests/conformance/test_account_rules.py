# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: Queue Rules and Signal Rules of an Account."""

from __future__ import annotations

import pytest

RULE = b'(5,Spam,(("Header Field",is,"X-Spam-Flag: YES")),(("Store in",Spam),(Discard)))'
OUTGOING = b'(1,Out,(),(("Redirect to",x@example.org)))'

GETS = pytest.mark.parametrize("kind", [b"MAIL", b"SIGNAL"], ids=["GETACCOUNTMAILRULES", "GETACCOUNTSIGNALRULES"])
SETS = pytest.mark.parametrize("kind", [b"MAIL", b"SIGNAL"], ids=["SETACCOUNTMAILRULES", "SETACCOUNTSIGNALRULES"])
UPDATES = pytest.mark.parametrize(
    "kind", [b"MAIL", b"SIGNAL"], ids=["UPDATEACCOUNTMAILRULE", "UPDATEACCOUNTSIGNALRULE"],
)


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")


@pytest.fixture
def rules(admin):
    """Reads the Rules of one kind."""
    def read(kind: bytes) -> bytes:
        return admin.ask(b"GETACCOUNT%sRULES bob" % kind)

    return read


# --- all of them

@GETS
def test_the_rules_are_an_array(admin, kind):
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 ()"
    admin.do(b"SETACCOUNT%sRULES bob (%s)" % (kind, RULE))
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 (%s)" % RULE


@SETS
def test_all_old_rules_are_removed(admin, rules, kind):
    admin.do(b"SETACCOUNT%sRULES bob (%s,(9,Other,(),()))" % (kind, RULE))
    assert rules(kind) == b"201 (%s,(9,Other,(),()))" % RULE
    admin.do(b"SETACCOUNT%sRULES bob ((1,New,(),(),comment))" % kind)
    assert rules(kind) == b"201 ((1,New,(),(),comment))"
    admin.do(b"SETACCOUNT%sRULES bob ()" % kind)
    assert rules(kind) == b"201 ()"


def test_setaccountmailrules_and_setaccountsignalrules_are_apart(admin, rules):
    admin.do(b"SETACCOUNTMAILRULES bob ((1,Mail,(),()))", b"SETACCOUNTSIGNALRULES bob ((1,Signal,(),()))")
    assert rules(b"MAIL") == b"201 ((1,Mail,(),()))"
    assert rules(b"SIGNAL") == b"201 ((1,Signal,(),()))"


# --- one of them

@UPDATES
@pytest.mark.parametrize("elements", [b"(1,Second,(),())", b"(1,Second,(),(),comment)"], ids=["four", "five"])
def test_a_rule_of_four_or_more_elements_is_stored(admin, rules, kind, elements):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + RULE, update + elements)
    assert rules(kind) == b"201 (%s,%s)" % (RULE, elements)


@UPDATES
def test_an_existing_rule_with_the_same_name_is_removed(admin, rules, kind):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + RULE, update + b"(7,Spam,(),(Discard))")
    assert rules(kind) == b"201 ((7,Spam,(),(Discard)))"


@UPDATES
@pytest.mark.parametrize("short", [b"(0,Spam)", b"(0,Spam,((From,is,x)))"], ids=["two", "three"])
def test_fewer_than_four_elements_update_the_priority_only(admin, rules, kind, short):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + b"(1,First,(),())", update + RULE, update + short)
    assert rules(kind) == b"201 ((1,First,(),()),(0%s)" % RULE[2:]


@UPDATES
@pytest.mark.parametrize("short", [b"(1,Missing)", b"(1,Missing,())"], ids=["two", "three"])
def test_fewer_than_four_elements_need_an_existing_rule(admin, rules, kind, short):
    admin.do(b"UPDATEACCOUNT%sRULE bob %s" % (kind, RULE))
    assert admin.refused(b"UPDATEACCOUNT%sRULE bob %s" % (kind, short))
    assert rules(kind) == b"201 (%s)" % RULE


@UPDATES
def test_delete_removes_a_rule_by_name_and_does_nothing_without_one(admin, rules, kind):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + RULE, update + b"(1,Second,(),())", update + b"DELETE Missing", update + b"DELETE Spam")
    assert rules(kind) == b"201 ((1,Second,(),()))"
    admin.do(update + b"DELETE Spam")


@pytest.mark.parametrize("rule", [b"()", b"(1)", b"(x,y)", b'(1,"")', b"(1,x,y,z)", b"((1),x)", b"(1,x,(),(),(),())"])
@pytest.mark.parametrize("kind", [b"MAIL", b"SIGNAL"], ids=[
    "UPDATEACCOUNTMAILRULE SETACCOUNTMAILRULES", "UPDATEACCOUNTSIGNALRULE SETACCOUNTSIGNALRULES",
])
def test_what_is_no_rule_is_refused(admin, rules, kind, rule):
    admin.do(b"SETACCOUNT%sRULES bob (%s)" % (kind, RULE))
    assert admin.code(b"UPDATEACCOUNT%sRULE bob %s" % (kind, rule)) == 501
    assert admin.code(b"SETACCOUNT%sRULES bob ((1,Good,(),()),%s)" % (kind, rule)) == 501
    assert rules(kind) == b"201 (%s)" % RULE


@SETS
def test_two_rules_cannot_have_one_name(admin, rules, kind):
    admin.do(b"SETACCOUNT%sRULES bob (%s)" % (kind, RULE))
    assert admin.code(b"SETACCOUNT%sRULES bob ((1,x,(),()),(2,x,(),()))" % kind) == 501
    assert rules(kind) == b"201 (%s)" % RULE


def test_getaccountmailrules_reads_what_the_older_name_of_the_set_command_wrote(admin, rules):
    admin.do(b"SetAccountRules bob (%s)" % RULE)
    assert rules(b"MAIL") == b"201 (%s)" % RULE
    assert admin.ask(b"GetAccountRules bob") == b"201 (%s)" % RULE


# --- the Account's user

@pytest.mark.parametrize("command", [
    b"SETACCOUNTMAILRULES %%s (%s)" % RULE, b"UPDATEACCOUNTMAILRULE %%s %s" % RULE,
    b"UPDATEACCOUNTMAILRULE %s DELETE x", b"UPDATEACCOUNTSIGNALRULE %%s %s" % RULE,
    b"UPDATEACCOUNTSIGNALRULE %s DELETE x",
], ids=[
    "SETACCOUNTMAILRULES", "UPDATEACCOUNTMAILRULE", "UPDATEACCOUNTMAILRULE delete", "UPDATEACCOUNTSIGNALRULE",
    "UPDATEACCOUNTSIGNALRULE delete",
])
def test_any_user_may_modify_the_own_rules(connect, command):
    bob = connect("bob", "pass")
    bob.do(command % b"*", command % b"bob")
    assert bob.code(command % b"postmaster") == 510


@pytest.mark.parametrize(("kind", "setting"), [(b"MAIL", b"RulesAllowed"), (b"SIGNAL", b"SignalRulesAllowed")], ids=[
    "UPDATEACCOUNTMAILRULE", "UPDATEACCOUNTSIGNALRULE",
])
def test_the_user_is_held_to_the_allowed_actions(admin, connect, rules, kind, setting):
    bob = connect("bob", "pass")
    update = b"UPDATEACCOUNT%sRULE * " % kind
    admin.do(b'UPDATEACCOUNTSETTINGS bob {%s="Filter Only";}' % setting)
    bob.do(update + RULE)
    assert bob.code(update + OUTGOING) == 510
    assert rules(kind) == b"201 (%s)" % RULE
    admin.do(b"UPDATEACCOUNTSETTINGS bob {%s=Any;}" % setting)
    bob.do(update + OUTGOING)
    admin.do(b"UPDATEACCOUNTSETTINGS bob {%s=No;}" % setting)
    assert bob.code(update + b"DELETE Spam") == 510
    assert rules(kind) == b"201 (%s,%s)" % (RULE, OUTGOING)


def test_setaccountmailrules_holds_the_user_to_the_allowed_actions(admin, connect, rules):
    admin.do(b'UPDATEACCOUNTDEFAULTS {RulesAllowed="Filter Only";}')
    bob = connect("bob", "pass")
    bob.do(b"SETACCOUNTMAILRULES * (%s)" % RULE)
    assert bob.code(b"SETACCOUNTMAILRULES * (%s,%s)" % (RULE, OUTGOING)) == 510
    assert rules(b"MAIL") == b"201 (%s)" % RULE


def test_setaccountmailrules_by_the_user_may_keep_an_administrators_rule_as_it_is(admin, connect, rules):
    admin.do(b'UPDATEACCOUNTSETTINGS bob {RulesAllowed="Filter Only";}', b"SETACCOUNTMAILRULES bob (%s)" % OUTGOING)
    bob = connect("bob", "pass")
    bob.do(b"SETACCOUNTMAILRULES * (%s,%s)" % (RULE, OUTGOING))
    assert bob.code(b"SETACCOUNTMAILRULES * (%s)" % OUTGOING.replace(b"example.org", b"example.com")) == 510
    assert rules(b"MAIL") == b"201 (%s,%s)" % (RULE, OUTGOING)


def test_updateaccountmailrule_by_the_user_does_not_activate_what_is_not_allowed(admin, connect, rules):
    inactive = OUTGOING.replace(b"(1,", b"(0,")
    admin.do(b'UPDATEACCOUNTSETTINGS bob {RulesAllowed="Filter Only";}', b"SETACCOUNTMAILRULES bob (%s)" % inactive)
    assert connect("bob", "pass").code(b"UPDATEACCOUNTMAILRULE * (5,Out)") == 510
    assert rules(b"MAIL") == b"201 (%s)" % inactive


@pytest.mark.parametrize("rule", [b"(5,Odd,(),(()))", b"(5,Odd,(),(text))", b"(5,Odd,())", b"(5,Odd)"])
def test_setaccountmailrules_by_the_user_allows_a_rule_without_any_action(admin, connect, rules, rule):
    admin.do(b'UPDATEACCOUNTSETTINGS bob {RulesAllowed="Filter Only";}')
    connect("bob", "pass").do(b"SETACCOUNTMAILRULES * (%s)" % rule)
    assert rules(b"MAIL") == b"201 (%s)" % rule


def test_setaccountmailrules_by_the_user_is_not_restricted_where_no_setting_says_so(admin, connect, rules):
    admin.do(b"SETSERVERACCOUNTDEFAULTS {}")
    connect("bob", "pass").do(b"SETACCOUNTMAILRULES * (%s)" % OUTGOING)
    assert rules(b"MAIL") == b"201 (%s)" % OUTGOING


def test_updateaccountmailrule_by_an_administrator_is_not_held_to_the_allowed_actions(admin, rules):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {RulesAllowed=No;}", b"UPDATEACCOUNTMAILRULE bob " + OUTGOING)
    assert rules(b"MAIL") == b"201 (%s)" % OUTGOING
