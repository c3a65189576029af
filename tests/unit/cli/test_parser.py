# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines are read as clients write them: any case, bare or quoted words, spaces; errors say what was expected where."""

from __future__ import annotations

import difflib

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import BadArguments, UnknownVerb, read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector import data

SECRET = "hunter2hunter2"


def arguments(line):
    return dict(read_line(line).arguments)


def failure(line):
    with pytest.raises(BadArguments) as caught:
        read_line(line)
    assert SECRET not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        'CREATEFORWARDER "info@example.com" TO "john@example.org"',
        "CreateForwarder info@example.com to john@example.org",
        "createforwarder info@example.com To john@example.org",
        "  CREATEFORWARDER   info@example.com\tTO  john@example.org  ",
        'CREATEFORWARDER "info@example.com"TO "john@example.org"',
        'CREATEFORWARDER "info@example.com" TO "john@example.org"\r\n',
        'CREATEFORWARDER "info@example.com" TO "john@example.org"\n',
    ],
)
def test_case_quotes_and_spaces_do_not_matter(line):
    command = read_line(line)
    assert command.verb == "CREATEFORWARDER"
    assert command.arguments == {"forwarderName": "info@example.com", "address": "john@example.org"}
    assert command.line() == 'CREATEFORWARDER "info@example.com" TO "john@example.org"'


@pytest.mark.parametrize(
    "name",
    ["*", "user@example.com", "first.last", "a-b_c", "Zoë@example.com", "$x", "~boss/Archive", "%", "+44", "x=y"],
)
def test_bare_words(name):
    assert arguments("GETACCOUNTSETTINGS " + name) == {"accountName": name}


@pytest.mark.parametrize(
    ("quoted", "name"),
    [
        ('""', ""),
        ('"a b"', "a b"),
        (r'"a\"b\\c"', 'a"b\\c'),
        (r'"one\etwo"', "one\ntwo"),
        ('"TO"', "TO"),
        ('"{}"', "{}"),
    ],
)
def test_quoted_strings(quoted, name):
    assert arguments("GETACCOUNTSETTINGS " + quoted) == {"accountName": name}


def test_words_that_begin_like_an_object():
    assert arguments("UPDATEACCOUNTMAILRULE user DELETE #Vacation")["oldRule"] == "#Vacation"
    assert arguments("GETIPSTATE [192.0.2.1]") == {"ip_address": "[192.0.2.1]"}
    assert arguments("GETIPSTATE [192.0.2.1]:25 temp") == {"ip_address": "[192.0.2.1]:25", "TEMP": True}
    assert arguments("GETIPSTATE #I[192.0.2.1]") == {"ip_address": data.IPAddress("[192.0.2.1]")}


def test_spaces_inside_structures():
    assert arguments('UPDATEACCOUNTSETTINGS user { Password = "x y" ; Rules = ( a , (b) ) ; }') == {
        "accountName": "user",
        "newSettings": {"Password": "x y", "Rules": ["a", ["b"]]},
    }


def test_a_dictionary_without_a_space_before_it():
    assert arguments('CREATEGROUP sales@example.com{"RealName" = "Sales";}') == {
        "groupName": "sales@example.com",
        "settings": {"RealName": "Sales"},
    }
    assert arguments("CREATEFORWARDER queue TO app{1}#pbx@example.com")["address"] == "app{1}#pbx@example.com"
    assert arguments("VERIFYACCOUNTPASSWORD user PASSWORD x{y")["password"] == "x{y"


@pytest.mark.parametrize("number", ["10", '"10"', "#10"])
def test_numbers(number):
    assert arguments("LISTSERVERTELNUMS " + number) == {"limit": 10}


def test_any_object():
    assert arguments("ECHO 5") == {"object": "5"}
    assert arguments("ECHO #5") == {"object": 5}
    assert arguments("ECHO user@example.com") == {"object": "user@example.com"}
    assert arguments("ECHO #NULL#") == {"object": None}
    assert arguments('ECHO <a b="c d">text</a>') == {"object": data.XML('<a b="c d">text</a>')}
    assert arguments("ECHO [aGVsbG8=]") == {"object": b"hello"}


def test_words_of_a_set_in_any_case():
    assert arguments("CREATEACCOUNT user textMAILBOX")["accountType"] == "TextMailbox"
    assert arguments('CREATEACCOUNT user "TextMailbox"')["accountType"] == "TextMailbox"
    assert arguments("WRITESTORAGEFILE user FILE f OFFSET end DATA []")["position"] == "END"
    assert arguments("WRITESTORAGEFILE user FILE f OFFSET 12 DATA []")["position"] == 12
    assert arguments("LIST news FEED confirm bill@example.org")["operation"] == "feed"


# what only the words that follow can tell


def test_an_optional_name_before_a_dictionary():
    assert arguments("UPDATEDOMAINSETTINGS {a=b;}") == {"newSettings": {"a": "b"}}
    assert arguments("UPDATEDOMAINSETTINGS example.com {a=b;}") == {
        "domainName": "example.com",
        "newSettings": {"a": "b"},
    }


def test_an_optional_type_before_the_keywords():
    assert arguments("CREATEACCOUNT user PATH disk2") == {"accountName": "user", "storage": "disk2"}
    assert arguments("CREATEACCOUNT user legacy {}") == {"accountName": "user", "LEGACY": True, "settings": {}}
    assert arguments("CREATEACCOUNT path PATH path") == {"accountName": "path", "storage": "path"}
    assert arguments("CREATEACCOUNT user PATH LEGACY LEGACY") == {
        "accountName": "user",
        "storage": "LEGACY",
        "LEGACY": True,
    }


def test_an_optional_domain_before_a_skin():
    assert arguments("CREATEDOMAINSKIN blue") == {"skinName": "blue"}
    assert arguments("CREATEDOMAINSKIN example.com SKIN blue") == {"domainName": "example.com", "skinName": "blue"}
    assert arguments("CREATEDOMAINSKIN skin") == {"skinName": "skin"}
    assert arguments("CREATEDOMAINSKIN skin SKIN skin") == {"domainName": "skin", "skinName": "skin"}
    assert arguments("RENAMEDOMAINSKIN skin INTO blue") == {"skinName": "skin", "newSkinName": "blue"}


def test_a_filter_called_filter():
    assert arguments("LISTDOMAINTELNUMS example.com FILTER filter 5") == {
        "domainName": "example.com",
        "filter": "filter",
        "limit": 5,
    }


def test_a_mode_or_a_number():
    assert arguments("SETPOSTINGMODE news FOR bill@example.org special")["SPECIAL"] is True
    assert arguments("SETPOSTINGMODE news FOR bill@example.org 3")["numberOfModerated"] == 3


def test_a_key_or_a_list_of_keys():
    assert arguments('GETACCOUNTINFO "user1@example.com" Key LastLogin')["keyName"] == "LastLogin"
    assert arguments('GETACCOUNTINFO "user1@example.com" (LastLogin,LastAddress)')["keyList"] == [
        "LastLogin",
        "LastAddress",
    ]


@pytest.mark.parametrize(
    ("line", "syntax"),
    [
        ("DELETEMAILBOX user mailbox x", "MAILBOX <"),
        ("DELETEMAILBOX user mailboxes x", "MAILBOXES <"),
        ("UPDATEACCOUNTMAILRULE user (1,x)", "<newRule:array>"),
        ("UPDATEACCOUNTMAILRULE user delete x", "DELETE <oldRule:string>"),
        ("STORESERVERPBXFILE f DATA [aGVsbG8=]", "DATA"),
        ("STORESERVERPBXFILE f delete", "DELETE"),
        ("STORESERVERPBXFILE DATA DELETE", "DELETE"),
    ],
)
def test_the_variant_that_fits_is_chosen(line, syntax):
    assert syntax in read_line(line).spec.syntax


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("bill@example.org", "bill@example.org"),
        ("<bill@example.org>", "bill@example.org"),
        ('"bill@example.org"', "bill@example.org"),
        ('"Bill Jones" <bill@example.org>', '"Bill Jones" <bill@example.org>'),
        ("Bill Jones <bill@example.org>", '"Bill Jones" <bill@example.org>'),
        (r'"\"Bill Jones\" <bill@example.org>"', '"Bill Jones" <bill@example.org>'),
        ("bill", "bill"),
    ],
)
def test_a_subscriber_is_the_rest_of_the_line(written, kept):
    assert arguments("LIST news feed silently " + written) == {
        "listName": "news",
        "operation": "feed",
        "SILENTLY": True,
        "subscriber": kept,
    }


# errors


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("CREATEFORWARDER", "CREATEFORWARDER: expected forwarderName (a string)"),
        ("CREATEFORWARDER " + SECRET, "CREATEFORWARDER: expected TO after forwarderName"),
        ("CREATEFORWARDER a INTO " + SECRET, "CREATEFORWARDER: expected TO after forwarderName"),
        ("CREATEFORWARDER a TO", "CREATEFORWARDER: expected address (a string) after TO"),
        ("CREATEFORWARDER a TO b " + SECRET, "CREATEFORWARDER: expected nothing more after address"),
        ("LISTDOMAINS " + SECRET, "LISTDOMAINS: expected nothing more"),
        (
            "UPDATEACCOUNTSETTINGS user " + SECRET,
            "UPDATEACCOUNTSETTINGS: expected newSettings (a dictionary) after accountName",
        ),
        ("LISTSERVERTELNUMS many", "LISTSERVERTELNUMS: expected FILTER or limit (a number)"),
        (
            "DELETEMAILBOX user " + SECRET,
            "DELETEMAILBOX: expected MAILBOX or MAILBOXES after accountName",
        ),
        (
            "CREATEDOMAIN example.com " + SECRET,
            "CREATEDOMAIN: expected SHARED, PATH, settings (a dictionary) or nothing more after domainName",
        ),
        ("SETTRACE FileIX", "SETTRACE: expected facility (one of FileIO, FileOp)"),
        (
            "SETACCOUNTPASSWORD user " + SECRET,
            "SETACCOUNTPASSWORD: expected PASSWORD after accountName",
        ),
        (
            "UPDATEACCOUNTSETTINGS user {Password=%s" % SECRET,
            "UPDATEACCOUNTSETTINGS: malformed data object at position ",
        ),
        ('GETACCOUNTSETTINGS "' + SECRET, "GETACCOUNTSETTINGS: malformed data object at position "),
        ("NOOP\nSHUTDOWN", "a command is one line"),
        ("NOOP\rSHUTDOWN", "a command is one line"),
        ("GETACCOUNTSETTINGS a\0b", "a command is one line"),
    ],
)
def test_bad_arguments_say_what_was_expected_where(line, message):
    assert failure(line).startswith(message)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("GETACOUNTSETTINGS user", "there is no command GETACOUNTSETTINGS. Did you mean GETACCOUNTSETTINGS?"),
        ("XYZZY", "there is no command XYZZY"),
        ("", "the line does not begin with a command"),
        ("   ", "the line does not begin with a command"),
        ("p@ss!word", "the line does not begin with a command"),
        ("{Password=x;}", "the line does not begin with a command"),
    ],
)
def test_unknown_verbs(line, message):
    with pytest.raises(UnknownVerb) as caught:
        read_line(line)
    assert str(caught.value) == message


def test_the_nearest_verb_is_looked_for_when_somebody_asks(monkeypatch):
    """It takes longer than a thousand commands do, and a server that answers 500 does not show it."""
    searches = []
    monkeypatch.setattr(difflib, "get_close_matches", lambda *search: searches.append(search) or ["NOOP"])
    with pytest.raises(UnknownVerb) as caught:
        read_line("NOP")
    assert not searches
    assert caught.value.hint == "Did you mean NOOP?"
    assert len(searches) == 1
