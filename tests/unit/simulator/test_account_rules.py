# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: Queue Rules and Signal Rules of an Account."""

from __future__ import annotations

import pytest

RULE = b'(5,Spam,(("Header Field",is,"X-Spam-Flag: YES")),(("Store in",Spam),(Discard)))'


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")


@pytest.fixture(params=[b"MAIL", b"SIGNAL"])
def kind(request):
    return request.param


def test_rules_are_replaced_and_keep_their_order(admin, kind):
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 ()"
    admin.do(b"SETACCOUNT%sRULES bob (%s,(9,Other,(),()))" % (kind, RULE))
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 (%s,(9,Other,(),()))" % RULE
    admin.do(b"SETACCOUNT%sRULES bob ()" % kind)
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 ()"


def test_both_kinds_are_apart(admin):
    admin.do(b"SETACCOUNTMAILRULES bob ((1,Mail,(),()))", b"SETACCOUNTSIGNALRULES bob ((1,Signal,(),()))")
    assert admin.ask(b"GETACCOUNTMAILRULES bob") == b"201 ((1,Mail,(),()))"


def test_a_rule_of_four_or_more_elements_is_stored(admin, kind):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + RULE, update + b"(1,Second,(),(),comment)")
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 (%s,(1,Second,(),(),comment))" % RULE


def test_a_stored_rule_takes_the_place_of_its_namesake(admin, kind):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + RULE, update + b"(7,Spam,(),(Discard))")
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 ((7,Spam,(),(Discard)))"


@pytest.mark.parametrize("short", [b"(0,Spam)", b"(0,Spam,())"])
def test_fewer_elements_change_the_priority_only(admin, kind, short):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + b"(1,First,(),())", update + RULE, update + short)
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 ((1,First,(),()),(0%s)" % RULE[2:]


def test_fewer_elements_without_such_a_rule_are_an_error(admin, kind):
    assert admin.refused(b"UPDATEACCOUNT%sRULE bob (1,Missing)" % kind)


def test_deleting_a_rule(admin, kind):
    update = b"UPDATEACCOUNT%sRULE bob " % kind
    admin.do(update + RULE, update + b"DELETE Missing", update + b"DELETE Spam", update + b"DELETE Spam")
    assert admin.ask(b"GETACCOUNT%sRULES bob" % kind) == b"201 ()"


@pytest.mark.parametrize("rule", [b"()", b"(1)", b"(x,y)", b'(1,"")', b"(1,x,y,z)", b"((1),x)"])
def test_malformed_rules_are_refused(admin, kind, rule):
    assert admin.refused(b"UPDATEACCOUNT%sRULE bob %s" % (kind, rule))
    assert admin.refused(b"SETACCOUNT%sRULES bob (%s)" % (kind, rule))


def test_old_names(admin):
    admin.do(b"SetAccountRules bob (%s)" % RULE)
    assert admin.ask(b"GetAccountRules bob") == b"201 (%s)" % RULE


# --- the owner

def test_the_owner_may_change_the_own_rules(connect):
    bob = connect("bob", "pass")
    bob.do(b"SETACCOUNTMAILRULES * (%s)" % RULE, b"UPDATEACCOUNTMAILRULE bob DELETE Spam")
    bob.do(b"UPDATEACCOUNTSIGNALRULE bob (1,x,(),())")
    assert bob.refused(b"SETACCOUNTMAILRULES postmaster ()")


def test_the_owner_is_held_to_the_allowed_actions(admin, connect):
    bob = connect("bob", "pass")
    forwarding = b'(1,Out,(),(("Redirect to","x@example.org")))'
    admin.do(b'UPDATEACCOUNTSETTINGS bob {RulesAllowed="Filter Only";}')
    bob.do(b"SETACCOUNTMAILRULES * (%s)" % RULE)
    assert bob.refused(b"UPDATEACCOUNTMAILRULE * " + forwarding)
    assert bob.refused(b"SETACCOUNTMAILRULES * (%s)" % forwarding)
    admin.do(b"UPDATEACCOUNTSETTINGS bob {RulesAllowed=No;}")
    assert bob.refused(b"UPDATEACCOUNTMAILRULE * DELETE Spam")
    admin.do(b"UPDATEACCOUNTMAILRULE bob " + forwarding)
