# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of the conformance suite may be said to a real server, and how it is said there."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS, read_line
from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command
from support.conformance.bounds import home_of, scenes
from support.conformance.recording import Conversation

SCRATCH = "scratch.example"
_WRITES = """
UPDATEDOMAINSETTINGS SETDOMAINSETTINGS UPDATEACCOUNTDEFAULTS SETACCOUNTDEFAULTS UPDATEACCOUNTDEFAULTPREFS
SETACCOUNTDEFAULTPREFS UPDATEACCOUNTTEMPLATE SETACCOUNTTEMPLATE SETDOMAINMAILRULES SETDOMAINSIGNALRULES
SUSPENDDOMAIN RESUMEDOMAIN SETDOMAINALERTS POSTDOMAINALERT REMOVEDOMAINALERT RESETDOMAINSTAT
CREATEACCOUNT RENAMEACCOUNT DELETEACCOUNT SETACCOUNTTYPE UPDATEACCOUNTSETTINGS SETACCOUNTSETTINGS
SETACCOUNTPASSWORD SETACCOUNTALIASES SETACCOUNTMAILRULES SETACCOUNTSIGNALRULES UPDATEACCOUNTMAILRULE
UPDATEACCOUNTSIGNALRULE UPDATEACCOUNTPREFS SETACCOUNTPREFS SETACCOUNTACL SETACCOUNTRIGHTS SETACCOUNTALERTS
POSTACCOUNTALERT REMOVEACCOUNTALERT REMOVEACCOUNTSUBSET DATASET BALANCE RESETACCOUNTSTAT
CREATEGROUP RENAMEGROUP DELETEGROUP SETGROUP CREATEFORWARDER RENAMEFORWARDER DELETEFORWARDER
CREATENAMEDTASK RENAMENAMEDTASK DELETENAMEDTASK CREATELIST RENAMELIST DELETELIST UPDATELIST SETPOSTINGMODE
CREATEMAILBOX DELETEMAILBOX RENAMEMAILBOX SETMAILBOXACL SETMAILBOXCLASS SETMAILBOXSUBSCRIPTION SETMAILBOXALIASES
WRITESTORAGEFILE RENAMESTORAGEFILE DELETESTORAGEFILE UPDATESTORAGEFILEATTR SETFILESUBSCRIPTION
CREATEDOMAINSKIN RENAMEDOMAINSKIN DELETEDOMAINSKIN STOREDOMAINSKINFILE
CREATEDOMAINPBX DELETEDOMAINPBX STOREDOMAINPBXFILE LIST
"""
"""Written by hand: what a new command of the catalogue does is to be looked at before a real server is told it."""


def smallest(verb: str) -> list[Command]:
    """Each form of a command with only what it must have, names of objects in the Domain a.example."""
    found = []
    for spec in COMMANDS[verb]:
        arguments = {}
        for name, parameter in spec.parameters.items():
            if not parameter.required:
                continue
            if name == "domainName":
                arguments[name] = "a.example"
            elif re.fullmatch(r"(old|new)?(account|group|forwarder|list|task)Name", name, re.IGNORECASE):
                arguments[name] = "x@a.example"
            else:
                arguments[name] = [] if name in ("newRights", "newRule") else {} if "ettings" in name else "x"
        if verb == "LIST":
            arguments["SILENTLY"] = True
        found.append(Command(spec, arguments))
    return found


def test_only_these_commands_are_ever_written() -> None:
    able = {
        verb for verb in COMMANDS for command in smallest(verb)
        if command.spec.kind != "read" and home_of(command)[0] is not None
    }  # fmt: skip
    assert able == set(_WRITES.split())


@pytest.mark.parametrize(("line", "home"), [
    ("CREATEACCOUNT bob", "example.com"),
    ("CREATEACCOUNT bob@example.com", "example.com"),
    ("CREATEACCOUNT bob@Client1.com {Password=x;RealName=y;}", "client1.com"),
    ("LISTFORWARDERS", "example.com"),
    ("LISTFORWARDERS client1.com", "client1.com"),
    ("CREATEFORWARDER f@client1.com TO x@example.org", "client1.com"),
    ("RENAMEACCOUNT a@client1.com INTO b@client1.com", "client1.com"),
    ("LIST l@client1.com subscribe SILENTLY x@example.org", "client1.com"),
    ("UPDATEDOMAINSETTINGS client1.com {A=1;MailToUnknown=Rejected;}", "client1.com"),
    ("SETACCOUNTRIGHTS bob@client1.com (Domain,BasicSettings)", "client1.com"),
])
def test_what_stays_in_one_domain_is_at_home_there(line: str, home: str) -> None:
    assert home_of(read_line(line)) == (home, "")


@pytest.mark.parametrize("line", [
    "SHUTDOWN", "SETLANIPS \"\"", "UPDATESERVERACCOUNTDEFAULTS {}", "SETCLUSTERLANIPS \"\"", "SETMODULE SMTP {}",
    "CREATEDIRECTORYUNIT x \"cn=x\"", "REJECTQUEUEMESSAGES SENDER x", "KILLSESSION x", "LISTDOMAINS", "GETLANIPS",
    "CREATEDOMAIN client1.com", "DELETEDOMAIN client1.com FORCE", "RENAMEDOMAIN client1.com INTO x.example",
    "SETDOMAINALIASES client1.com (x.example)", "SETACCOUNTTELNUMS bob@client1.com (1001)",
    "INSERTDIRECTORYRECORDS client1.com", "UPDATESCHEDULEDTASK bob@client1.com {id=x;}",
    "SETACCOUNTRPOPS bob@client1.com {}", "STARTPBXTASK bob@client1.com PROGRAM x", "KILLACCOUNTSESSIONS bob",
    "RUNSCRIPT bob@client1.com PROGRAM x", "UPDATENAMEDTASK t@client1.com {ProgramName=x;}",
    "CREATEACCOUNT bob@client1.com PATH x", "CREATEACCOUNT bob@client1.com LEGACY",
    "CREATEACCOUNTSTORAGE client1.com PATH x",
    "LIST l@client1.com subscribe x@example.org", "LIST l@client1.com subscribe SILENTLY CONFIRM x@example.org",
    "SETACCOUNTRIGHTS bob@client1.com (Master)", "SETACCOUNTRIGHTS bob@client1.com (Domain,MadeUp)",
    "UPDATEDOMAINSETTINGS client1.com {IPMode=All;}", "UPDATELIST l@client1.com {NoWordOfThis=1;}",
    "UPDATEDOMAINSETTINGS client1.com {AdminDomainName=x.example;}",
    "SETDOMAINSETTINGS client1.com {PrivateSecureKey=[QUJD];}", "CREATEACCOUNT bob@client1.com {ExternalINBOX=YES;}",
    "RENAMEACCOUNT bob@client1.com INTO bob@client2.com", "RENAMEACCOUNT bob@client1.com INTO bob",
    "GETACCOUNTACLRIGHTS bob@client1.com AUTH postmaster", "CREATELIST l@client1.com FOR bob", "GETACCOUNTSETTINGS *",
    "CREATEMAILBOX bob@client1.com MAILBOX ~ann/x", "GETMAILBOXINFO bob@client1.com MAILBOX ~ann@client2.com/x",
    "WRITESTORAGEFILE bob@client1.com FILE ~ann/x DATA [QUJD]",
    "CREATEFORWARDER f@client1.com TO somebody@client2.com", "CREATEGROUP g@client1.com {Members=(a@b.test.org);}",
])
def test_what_reaches_further_is_at_home_nowhere(line: str) -> None:
    home, why = home_of(read_line(line))
    assert home is None and why


def said(*lines: str) -> list[tuple[str, ...]]:
    found, _left_out = scenes([Conversation("test", lines)], SCRATCH)
    return [tuple(command.line() for command in scene.commands) for scene in found]


def test_a_conversation_about_two_domains_is_two_scenes_in_one() -> None:
    assert said("CREATEDOMAIN client1.com", "CREATEGROUP a", "CREATEGROUP b@client1.com", "GETGROUP A@example.com") == [
        ('CREATEGROUP "a@scratch.example"', 'GETGROUP "A@scratch.example"'), ('CREATEGROUP "b@scratch.example"',),
    ]  # fmt: skip


def test_names_inside_values_move_as_well_and_left_out_names_are_said() -> None:
    assert said("CREATEGROUP g@client1.com {Members=(a,b@Client1.com,c@example.org);}", "LISTGROUPS client1.com") == [
        (
            'CREATEGROUP "g@scratch.example" {Members=(a,"b@scratch.example","c@example.org");}',
            'LISTGROUPS "scratch.example"',
        )
    ]
    assert said("LISTGROUPS", "CREATEDOMAINSKIN plain") == [
        ('LISTGROUPS "scratch.example"', 'CREATEDOMAINSKIN "scratch.example" SKIN plain')
    ]


def test_every_password_is_another_one_and_the_same_where_it_was_the_same() -> None:
    lines = ("CREATEACCOUNT a {Password=pass;}", "VERIFYACCOUNTPASSWORD a PASSWORD pass")
    (made, verified), (_made, other) = said(*lines)[0], said(*lines)[0]
    password = verified.rpartition(" ")[2]
    assert "Password=%s;" % password in made
    assert password not in ("pass", other.rpartition(" ")[2])


def test_beginnings_of_scenes_and_load_are_left_out() -> None:
    beginning = Conversation("one", ("CREATEGROUP a",))
    whole = Conversation("two", ("CREATEGROUP a", "GETGROUP a"))
    load = Conversation("three", tuple("CREATEGROUP a%d" % number for number in range(1000)))
    found, left_out = scenes([beginning, whole, load], SCRATCH)
    assert [scene.test for scene in found] == ["two"]
    assert left_out == {"in a conversation that is too long": 1000}
