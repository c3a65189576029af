# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What real clients send besides the manual's syntax (protocol.md section 5).

An old name or form is answered as what it means, or with 500 when the manual has nothing like it. What is broken on
the client's side is refused, and changes nothing.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

OK = b"200 OK"


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def bob(admin):
    """An Account, and the places for files of Skins and PBX applications."""
    admin.do(
        b"CREATEACCOUNT bob {Password=pass;}",
        b'CREATESERVERSKIN ""', b"CREATESERVERSKIN x", b'CREATECLUSTERSKIN ""', b"CREATECLUSTERSKIN x",
        b'CREATEDOMAINSKIN example.com SKIN ""', b"CREATEDOMAINSKIN example.com SKIN x",
        b'CREATESERVERPBX ""', b'CREATECLUSTERPBX ""', b"CREATEDOMAINPBX example.com",
    )


class Case(NamedTuple):
    """The manual's name, what is done before, what is sent in the old form, and who would notice what it did.

    ``answer`` is the reply to it; ``then`` a command by the manual and its reply.
    """

    verb: str
    before: tuple[bytes, ...]
    sent: bytes
    answer: bytes
    then: tuple[bytes, bytes] | None = None


def read(verb: str, before: bytes, sent: bytes, answer: bytes) -> Case:
    return Case(verb, (before,), sent, answer)


def change(verb: str, sent: bytes, question: bytes, answer: bytes, *before: bytes) -> Case:
    return Case(verb, before, sent, OK, (question, answer))


RULES = b"((1,a,(),()))"

OLD_NAMES = [
    read("GETACCOUNTMAILRULES", b"SETACCOUNTMAILRULES bob " + RULES, b"GETACCOUNTRULES bob", b"201 " + RULES),
    change("SETACCOUNTMAILRULES", b"SETACCOUNTRULES bob " + RULES, b"GETACCOUNTMAILRULES bob", b"201 " + RULES),
    read("GETDOMAINMAILRULES", b"SETDOMAINMAILRULES example.com " + RULES, b"GETDOMAINRULES example.com",
         b"201 " + RULES),
    change("SETDOMAINMAILRULES", b"SETDOMAINRULES example.com " + RULES, b"GETDOMAINMAILRULES example.com",
           b"201 " + RULES),
    read("GETSERVERMAILRULES", b"SETSERVERMAILRULES " + RULES, b"GETSERVERRULES", b"201 " + RULES),
    change("SETSERVERMAILRULES", b"SETSERVERRULES " + RULES, b"GETSERVERMAILRULES", b"201 " + RULES),
    read("GETCLUSTERMAILRULES", b"SETCLUSTERMAILRULES " + RULES, b"GETCLUSTERRULES", b"201 " + RULES),
    change("SETCLUSTERMAILRULES", b"SETCLUSTERRULES " + RULES, b"GETCLUSTERMAILRULES", b"201 " + RULES),
    read("READSTORAGEFILE", b"WRITESTORAGEFILE bob FILE a.txt DATA [SGVsbG8=]",
         b"GETWEBFILE bob FILE a.txt OFFSET 1 SIZE 2", b"201 ([ZWw=],"),
    change("WRITESTORAGEFILE", b"PUTWEBFILE bob FILE a.txt DATA [SGVsbG8=]", b"GETSTORAGEFILEINFO bob",
           b"201 (#5,#1)"),
    change("RENAMESTORAGEFILE", b"RENAMEWEBFILE bob FILE a.txt INTO b.txt", b"READSTORAGEFILE bob FILE b.txt",
           b"201 ([SGVsbG8=],", b"WRITESTORAGEFILE bob FILE a.txt DATA [SGVsbG8=]"),
    change("DELETESTORAGEFILE", b"DELETEWEBFILE bob FILE a.txt", b"GETSTORAGEFILEINFO bob", b"201 (#0,#0)",
           b"WRITESTORAGEFILE bob FILE a.txt DATA [SGVsbG8=]"),
    read("LISTSTORAGEFILES", b"WRITESTORAGEFILE bob FILE a.txt DATA [SGVsbG8=]", b"LISTWEBFILES bob",
         b"201 {a.txt={"),
    read("GETSTORAGEFILEINFO", b"WRITESTORAGEFILE bob FILE a.txt DATA [SGVsbG8=]", b"GETWEBFILESINFO bob",
         b"201 (#5,#1)"),
    read("GETMAILBOXSUBSCRIPTION", b"SETMAILBOXSUBSCRIPTION bob (INBOX)", b"GETACCOUNTSUBSCRIPTION bob",
         b"201 (INBOX)"),
    change("SETMAILBOXSUBSCRIPTION", b"SETACCOUNTSUBSCRIPTION bob (INBOX)", b"GETMAILBOXSUBSCRIPTION bob",
           b"201 (INBOX)"),
    read("GETACCOUNTPREFS", b"SETACCOUNTPREFS bob {A=1;}", b"GETWEBUSER bob",
         b"201 {A=1;AccountName=bob@example.com;}"),
    change("SETACCOUNTPREFS", b"SETWEBUSER bob {A=1;}", b"GETACCOUNTPREFS bob",
           b"201 {A=1;AccountName=bob@example.com;}"),
    read("GETACCOUNTEFFECTIVEPREFS", b"UPDATEACCOUNTPREFS bob {Language=Klingon;}", b"GETEFFECTIVEWEBUSER bob",
         b"201 {AccountName=bob@example.com;Language=Klingon;"),
    read("GETACCOUNTDEFAULTPREFS", b"SETACCOUNTDEFAULTPREFS {A=1;}", b"GETWEBUSERDEFAULTS", b"201 {A=1;}"),
    change("SETACCOUNTDEFAULTPREFS", b"SETWEBUSERDEFAULTS {A=1;}", b"GETACCOUNTDEFAULTPREFS", b"201 {A=1;}"),
    change("UPDATEACCOUNTDEFAULTPREFS", b"UPDATEWEBUSERDEFAULTS {B=2;}", b"GETACCOUNTDEFAULTPREFS",
           b"201 {A=1;B=2;}", b"SETACCOUNTDEFAULTPREFS {A=1;}"),
    read("GETSERVERACCOUNTPREFS", b"SETSERVERACCOUNTPREFS {A=1;}", b"GETSERVERWEBUSERDEFAULTS", b"201 {A=1;}"),
    change("SETSERVERACCOUNTPREFS", b"SETSERVERWEBUSERDEFAULTS {A=1;}", b"GETSERVERACCOUNTPREFS", b"201 {A=1;}"),
    read("GETCLUSTERACCOUNTPREFS", b"SETCLUSTERACCOUNTPREFS {A=1;}", b"GETCLUSTERWEBUSERDEFAULTS", b"201 {A=1;}"),
    change("SETCLUSTERACCOUNTPREFS", b"SETCLUSTERWEBUSERDEFAULTS {A=1;}", b"GETCLUSTERACCOUNTPREFS", b"201 {A=1;}"),
    read("GETSERVERACCOUNTDEFAULTS", b"SETSERVERACCOUNTDEFAULTS {A=1;}", b"GETALLACCOUNTSDEFAULTS", b"201 {A=1;}"),
    change("SETSERVERACCOUNTDEFAULTS", b"SETALLACCOUNTSDEFAULTS {A=1;}", b"GETSERVERACCOUNTDEFAULTS", b"201 {A=1;}"),
    change("UPDATESERVERACCOUNTDEFAULTS", b"UPDATEALLACCOUNTSDEFAULTS {B=2;}", b"GETSERVERACCOUNTDEFAULTS",
           b"201 {A=1;B=2;}", b"SETSERVERACCOUNTDEFAULTS {A=1;}"),
    read("GETCLUSTERACCOUNTDEFAULTS", b"SETCLUSTERACCOUNTDEFAULTS {A=1;}", b"GETCLUSTERACCOUNTSDEFAULTS",
         b"201 {A=1;}"),
    change("SETCLUSTERACCOUNTDEFAULTS", b"SETCLUSTERACCOUNTSDEFAULTS {A=1;}", b"GETCLUSTERACCOUNTDEFAULTS",
           b"201 {A=1;}"),
    change("UPDATECLUSTERACCOUNTDEFAULTS", b"UPDATECLUSTERACCOUNTSDEFAULTS {B=2;}", b"GETCLUSTERACCOUNTDEFAULTS",
           b"201 {A=1;B=2;}", b"SETCLUSTERACCOUNTDEFAULTS {A=1;}"),
    read("GETSTATELEMENT", b"SETSTATELEMENT custom1 SET 5", b"GETSNMPELEMENT custom1", b"201 #5"),
    # the short names of one client
    read("GETACCOUNTRIGHTS", b"SETACCOUNTRIGHTS bob (Domain)", b"GTACNTRGHT bob", b"201 (Domain)"),
    change("SETACCOUNTRIGHTS", b"STACNTRGHT bob (Domain)", b"GETACCOUNTRIGHTS bob", b"201 (Domain)"),
    read("GETACCOUNTPREFS", b"SETACCOUNTPREFS bob {A=1;}", b"GTWUSR bob", b"201 {A=1;AccountName=bob@example.com;}"),
    change("SETDOMAINALIASES", b"STDMNALS example.com (alias.example)", b"GETDOMAINALIASES example.com",
           b"201 (alias.example)"),
    change("UPDATEDOMAINDEFAULTS", b"UPDDMNDFL {B=2;}", b"GETDOMAINDEFAULTS", b"201 {A=1;B=2;}",
           b"SETDOMAINDEFAULTS {A=1;}"),
    change("RENAMEDOMAIN", b"RNDMN a.example INTO b.example", b"LISTDOMAINS", b"201 (example.com,b.example)",
           b"CREATEDOMAIN a.example"),
    change("DELETEDOMAIN", b"DLDMN a.example", b"LISTDOMAINS", b"201 (example.com)", b"CREATEDOMAIN a.example"),
    read("LISTMAILBOXES", b"CREATEMAILBOX bob MAILBOX Work", b"LSTMBX bob", b"201 {INBOX="),
]

OTHER_FORMS = [
    change("SETACCOUNTPASSWORD", b"SetAccountPassword bob TO other", b"VERIFYACCOUNTPASSWORD bob PASSWORD other", OK),
    change("CREATEDOMAIN", b"CREATESHAREDDOMAIN a.example {A=1;}", b"GETDOMAINSETTINGS a.example", b"201 {A=1;}"),
    change("CREATEACCOUNT", b"CREATEACCOUNT ann TextMailbox external {RealName=Ann;}", b"GETACCOUNTSETTINGS ann",
           b"201 {RealName=Ann;}"),
    change("CREATEACCOUNT", b"CREATEACCOUNT ann legacy path disk1 {RealName=Ann;}", b"GETACCOUNTSETTINGS ann",
           b"201 {RealName=Ann;}", b"CREATEACCOUNTSTORAGE example.com PATH disk1"),
    change("CREATEMAILBOX", b"CREATEMAILBOX bob MAILBOX Work AUTH bob CLASS IPF.Contact",
           b"GETMAILBOXINFO bob MAILBOX Work", b"201 {Class=IPF.Contact;"),
    change("WRITESTORAGEFILE", b"WRITESTORAGEFILE bob FILE a.txt DATA [SGVsbG8=] AUTH bob", b"GETSTORAGEFILEINFO bob",
           b"201 (#5,#1)"),
    change("WRITESTORAGEFILE", b'WRITESTORAGEFILE bob FILE a.txt DATA "SGVsbG8="', b"GETSTORAGEFILEINFO bob",
           b"201 (#5,#1)"),
    change("STOREDOMAINPBXFILE", b"DELETEDOMAINPBXFILE example.com FILE a.sppr", b"LISTDOMAINPBXFILES example.com",
           b"201 {}", b"STOREDOMAINPBXFILE example.com FILE a.sppr DATA [SGVsbG8=]"),
    change("STOREDOMAINPBXFILE", b'STOREDOMAINPBXFILE example.com FILE a.sppr DATA "SGVsbG8="',
           b"READDOMAINPBXFILE example.com FILE a.sppr", b"201 [SGVsbG8=]"),
    change("STORESERVERPBXFILE", b"DELETESERVERPBXFILE a.sppr", b"LISTSERVERPBXFILES", b"201 {}",
           b"STORESERVERPBXFILE a.sppr DATA [SGVsbG8=]"),
    change("STORESERVERPBXFILE", b'STORESERVERPBXFILE a.sppr DATA "SGVsbG8="', b"READSERVERPBXFILE a.sppr",
           b"201 [SGVsbG8=]"),
    change("STORECLUSTERPBXFILE", b"DELETECLUSTERPBXFILE a.sppr", b"LISTCLUSTERPBXFILES", b"201 {}",
           b"STORECLUSTERPBXFILE a.sppr DATA [SGVsbG8=]"),
    change("STORECLUSTERPBXFILE", b"DELETECLUSTERPBXFILE FILE a.sppr", b"LISTCLUSTERPBXFILES", b"201 {}",
           b"STORECLUSTERPBXFILE a.sppr DATA [SGVsbG8=]"),
    change("STORECLUSTERPBXFILE", b"STORECLUSTERPBXFILE FILE a.sppr DATA [SGVsbG8=]", b"READCLUSTERPBXFILE a.sppr",
           b"201 [SGVsbG8=]"),
    change("STORECLUSTERPBXFILE", b'STORECLUSTERPBXFILE FILE a.sppr DATA "SGVsbG8="', b"READCLUSTERPBXFILE a.sppr",
           b"201 [SGVsbG8=]"),
    change("STORECLUSTERPBXFILE", b'STORECLUSTERPBXFILE a.sppr DATA "SGVsbG8="', b"READCLUSTERPBXFILE a.sppr",
           b"201 [SGVsbG8=]"),
    change("STORECLUSTERPBXFILE", b"STORECLUSTERPBXFILE FILE a.sppr DELETE", b"LISTCLUSTERPBXFILES", b"201 {}",
           b"STORECLUSTERPBXFILE a.sppr DATA [SGVsbG8=]"),
    read("READCLUSTERPBXFILE", b"STORECLUSTERPBXFILE a.sppr DATA [SGVsbG8=]", b"READCLUSTERPBXFILE FILE a.sppr",
         b"201 [SGVsbG8=]"),
    change("STOREDOMAINSKINFILE", b"DELETEDOMAINSKINFILE example.com SKIN x FILE a.css",
           b"LISTDOMAINSKINFILES example.com SKIN x", b"201 {}",
           b"STOREDOMAINSKINFILE example.com SKIN x FILE a.css DATA [SGVsbG8=]"),
    change("STORESERVERSKINFILE", b"DELETESERVERSKINFILE x FILE a.css", b"LISTSERVERSKINFILES x", b"201 {}",
           b"STORESERVERSKINFILE x FILE a.css DATA [SGVsbG8=]"),
    change("STORESERVERSKINFILE", b'STORESERVERSKINFILE x FILE a.css DATA "SGVsbG8="',
           b"READSERVERSKINFILE x FILE a.css", b"201 ([SGVsbG8=],"),
    change("STORECLUSTERSKINFILE", b"DELETECLUSTERSKINFILE x FILE a.css", b"LISTCLUSTERSKINFILES x", b"201 {}",
           b"STORECLUSTERSKINFILE x FILE a.css DATA [SGVsbG8=]"),
    change("STORECLUSTERSKINFILE", b'STORECLUSTERSKINFILE x FILE a.css DATA "SGVsbG8="',
           b"READCLUSTERSKINFILE x FILE a.css", b"201 ([SGVsbG8=],"),
    read("GETACCOUNTACL", b"SETACCOUNTACL bob {ann=l;}", b"GetAccountACL bob AUTH bob", b"201 {ann=l;}"),
]


def name(case: Case) -> str:
    return "%s sent as %s" % (case.verb, case.sent.split(b" ", 2)[0].decode())


def answers(reply: bytes, expected: bytes) -> bool:
    """Whether a reply is the expected one, or goes on where that one ends in the middle of an object."""
    return reply == expected or (expected[-1:] in b",;={" and reply.startswith(expected))


@pytest.mark.parametrize("case", OLD_NAMES, ids=name)
def test_an_old_name_is_answered_as_the_command_it_means(admin, case):
    check(admin, case)


@pytest.mark.parametrize("case", OTHER_FORMS, ids=name)
def test_another_form_is_answered_as_the_command_it_means(admin, case):
    check(admin, case)


def check(admin, case: Case) -> None:
    admin.do(*case.before)
    reply = admin.ask(case.sent)
    assert answers(reply, case.answer), reply
    if case.then is not None:
        question, expected = case.then
        reply = admin.ask(question)
        assert answers(reply, expected), reply


# --- forms that need more than one reply

@pytest.mark.parametrize("word", [b"WML", b"IMode"])
def test_createwebusersession_takes_an_extra_word_before_the_skin(admin, word):
    reply = admin.ask(b"CREATEWEBUSERSESSION bob ADDRESS 10.0.0.1 " + word)
    assert re.fullmatch(rb'201 "?[^"]+"?', reply)


def test_killsession_and_its_like_are_answered_under_their_old_names(admin):
    session = admin.ask(b"CREATEWEBUSERSESSION bob ADDRESS 10.0.0.1")[4:]
    assert admin.ask(b"FINDWEBUSERSESSION bob ADDRESS 10.0.0.1") == b"201 " + session
    assert admin.ask(b"GETWEBUSERSESSION " + session) == admin.ask(b"GETSESSION " + session)
    admin.do(b"KILLWEBUSERSESSION " + session)
    assert admin.refused(b"GETSESSION " + session)


def test_rejectqueuemessage_takes_its_text_without_the_keyword(admin, simulator):
    number = obey(simulator.service, 'QUEUE {queue="example.org"; sender="bob@example.com";}')
    admin.do(b'REJECTQUEUEMESSAGE %d "not now"' % number)
    assert [report["text"] for report in obey(simulator.service, "REPORTS")] == ["not now"]


# --- what the manual has nothing like

UNKNOWN = [
    b"UPDATEDOMAINMAILRULE example.com (1,a)", b"UPDATEDOMAINSIGNALRULE example.com (1,a)",
    b"UPDATESERVERMAILRULE (1,a)", b"UPDATESERVERSIGNALRULE (1,a)", b"UPDATECLUSTERMAILRULE (1,a)",
    b"UPDATECLUSTERSIGNALRULE (1,a)",
    b"GETACCOUNTPLAINPASSWORD bob", b"UPDATEAIRSYNCINFO bob {op=doWipe;}",
    b"GETPROTECTION", b"SETPROTECTION {}", b"GETCLUSTERPROTECTION", b"SETCLUSTERPROTECTION {}",
    b"LISTWEBUSERINTERFACE", b"GETWEBUSERINTERFACE x", b"PUTWEBUSERINTERFACE x", b"DELETEWEBUSERINTERFACE x",
    b"CLEARWEBUSERCACHE",
]


@pytest.mark.parametrize("line", UNKNOWN, ids=lambda line: line.split(b" ")[0].decode().lower())
def test_listclicommands_has_no_command_like_this(admin, line):
    verb = line.split(b" ")[0]
    assert verb not in admin.ask(b"LISTCLICOMMANDS")[5:-1].split(b",")
    assert admin.code(line) == 500


@pytest.mark.parametrize(("verb", "line"), [
    ("GETACCOUNTRPOPS", b"GETACCOUNTRPOP bob"), ("SETACCOUNTRPOPS", b"SETACCOUNTRPOP bob ()"),
])
def test_an_old_command_with_another_kind_of_data_is_unknown(admin, verb, line):
    """It has an array where the manual's command has a dictionary, so one cannot stand for the other."""
    admin.do(b"SETACCOUNTRPOPS bob {home={domain=pop.example;};}")
    assert admin.code(line) == 500
    assert admin.ask(b"GETACCOUNTRPOPS bob") == b"201 {home={domain=pop.example;};}"


# --- what is broken on the client's side

BROKEN = [
    ("FINDFORWARDERS", b"FINDFORWARDERSexample.com x@example.org",
     (b"FINDFORWARDERS example.com TO x@example.org", b"201 (out)")),
    ("GETFORWARDER", b"GETFORWARDERout", (b"GETFORWARDER out", b"201 x@example.org")),
    ("LISTSERVERTELNUMS", b"LISTSERVERTELNUMS 10FILTER 1 10",
     (b"LISTSERVERTELNUMS FILTER 1 10", b'201 {""=#1;1001=')),
    ("LISTCLUSTERTELNUMS", b"LISTCLUSTERTELNUMS 10FILTER 1 10",
     (b"LISTCLUSTERTELNUMS FILTER 1 10", b'201 {""=#0;}')),
    ("LISTDOMAINTELNUMS", b"LISTDOMAINTELNUMSexample.com 10",
     (b"LISTDOMAINTELNUMS example.com 10", b'201 {""=#1;1001=')),
    ("LISTLISTS", b"LISTLISTS OFFSET example.com", (b"LISTLISTS example.com", b"201 (news)")),
    ("GETDOMAINLISTS", b"GETDOMAINLISTS OFFSET example.com", (b"GETDOMAINLISTS example.com", b"201 {news=")),
    ("TESTLOOP", b"TESTLOOP1", (b"TESTLOOP 1", b"201 #")),
]


@pytest.mark.parametrize(("line", "right"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_line_is_refused(admin, line, right):
    admin.do(b"CREATEFORWARDER out TO x@example.org", b"SETACCOUNTTELNUMS bob (1001)", b"CREATELIST news for bob")
    assert 500 <= admin.code(line) < 599
    question, answer = right
    assert admin.ask(question).startswith(answer)


def test_updateaccounttemplate_is_not_what_a_client_sends_for_it(admin):
    """One client sends UPDATEACCOUNTDEFAULTPREFS; that is a command, and does what the manual says."""
    admin.do(b"UPDATEACCOUNTDEFAULTPREFS {A=1;}", b"UPDATEACCOUNTTEMPLATE {B=2;}")
    assert admin.ask(b"GETACCOUNTTEMPLATE") == b"201 {B=2;}"
    assert admin.ask(b"GETACCOUNTDEFAULTPREFS") == b"201 {A=1;}"
