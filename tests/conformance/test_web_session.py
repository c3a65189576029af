# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Web Interface Integration."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.wire import PASSWORD

MISSING = b"00000000000000000000000000000000"


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password=PASSWORD, clock="fixed:2030-01-31T12:00:00")


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT ann@client1.com {Password=pass;}", b"CREATEACCOUNT eve {Password=pass;}",
    )


@pytest.fixture
def domain_admin(admin, connect):
    """A session of ann@client1.com with some rights."""
    def make(*codes: bytes):
        admin.do(b"SETACCOUNTRIGHTS ann@client1.com (%s)" % b",".join(codes))
        return connect("ann@client1.com", "pass")

    return make


def made(wire, command: bytes) -> bytes:
    """The ID of the session that a command makes."""
    code, _space, session = wire.ask(command).partition(b" ")
    assert code == b"201"
    assert re.fullmatch(rb"[0-9a-f]{32}", session)
    return session


def webuser(wire, rest: bytes = b"", account: bytes = b"bob@client1.com", address: bytes = b"10.0.0.1") -> bytes:
    return made(wire, b"CREATEWEBUSERSESSION %s ADDRESS %s%s" % (account, address, rest))


def listed(wire, rest: bytes = b"", account: bytes = b"bob@client1.com") -> list[bytes]:
    """The IDs that LISTACCOUNTSESSIONS gives."""
    reply = wire.ask(b"LISTACCOUNTSESSIONS %s%s" % (account, rest))
    assert re.fullmatch(rb"201 \([0-9a-f,]*\)", reply), reply
    return reply[5:-1].split(b",") if reply != b"201 ()" else []


# --- WebUser sessions

def test_createwebusersession_gives_the_id_of_a_new_session(admin):
    first, second = webuser(admin), webuser(admin)
    assert first != second
    assert listed(admin) == [first, second]
    assert admin.ask(b"GETSESSION " + first) == (
        b'201 {ID=%s;accountName=bob@client1.com;domainName=client1.com;loginAddress=#I[10.0.0.1];'
        b'loginTime=#T31-01-2030_12:00:00;protocol=WebUser;skinName="";transport=HTTP;}' % first
    )


@pytest.mark.parametrize(("address", "kept"), [
    (b"10.0.0.1", b"[10.0.0.1]"), (b'"10.0.0.1"', b"[10.0.0.1]"), (b"10.0.0.1:8080", b"[10.0.0.1]:8080"),
    (b"[10.0.0.1]", b"[10.0.0.1]"), (b"[10.0.0.1]:8080", b"[10.0.0.1]:8080"),
    (b"#I[10.0.0.1]:8080", b"[10.0.0.1]:8080"), (b"2001:db8::1", b"[2001:db8::1]"),
    (b"[2001:db8::1]:80", b"[2001:db8::1]:80"),
])
def test_createwebusersession_takes_address_and_port_as_string_or_object(admin, address, kept):
    assert b";loginAddress=#I%s;" % kept in admin.ask(b"GETSESSION " + webuser(admin, address=address))


@pytest.mark.parametrize("rest", [
    b"ADDRESS nowhere", b'ADDRESS ""', b"ADDRESS 10.0.0.256", b"ADDRESS 10.0.0.1 FOR nowhere", b"",
    b"ADDRESS [10.0.0.1]:99999",
])
def test_createwebusersession_needs_an_address(admin, rest):
    assert admin.refused(b"CREATEWEBUSERSESSION bob@client1.com " + rest)
    assert listed(admin) == []


def test_createwebusersession_takes_the_original_address_of_a_client_behind_a_proxy(admin):
    session = webuser(admin, b" FOR 192.168.1.7")
    assert b";loginAddress=#I[10.0.0.1];" in admin.ask(b"GETSESSION " + session)
    assert b";origAddress=#I[192.168.1.7];" in admin.ask(b"GETSESSION " + session)


def test_createwebusersession_takes_the_skin_or_the_preferred_one(admin):
    assert b";skinName=Blue;" in admin.ask(b"GETSESSION " + webuser(admin, b" SKIN Blue"))
    assert b";skinName=Red;" in admin.ask(b"GETSESSION " + webuser(admin, b" FOR 192.168.1.7 SKIN Red"))
    admin.do(b"UPDATEACCOUNTPREFS bob@client1.com {SkinName=Green;}")
    assert b";skinName=Green;" in admin.ask(b"GETSESSION " + webuser(admin))


@pytest.mark.parametrize("word", [b"WML", b"IMode"])
def test_createwebusersession_tolerates_the_words_of_older_clients(admin, word):
    assert b";skinName=Blue;" in admin.ask(b"GETSESSION " + webuser(admin, b" " + word + b" SKIN Blue"))
    assert b';skinName="";' in admin.ask(b"GETSESSION " + webuser(admin, b" " + word))


# --- XIMSS and LITE sessions

def test_createximsssession_gives_the_id_of_a_new_session(admin):
    session = made(admin, b"CREATEXIMSSSESSION bob@client1.com ADDRESS 10.0.0.1 FOR 192.168.1.7")
    assert listed(admin) == [session]
    assert admin.ask(b"GETSESSION " + session) == (
        b"201 {ID=%s;accountName=bob@client1.com;domainName=client1.com;loginAddress=#I[10.0.0.1];"
        b"loginTime=#T31-01-2030_12:00:00;origAddress=#I[192.168.1.7];protocol=XIMSS;transport=HTTP;}" % session
    )
    assert admin.code(b"CREATEXIMSSSESSION bob@client1.com ADDRESS nowhere") == 501


def test_createlitesession_gives_the_id_of_a_session_of_no_account(admin):
    session = made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1 FOR 192.168.1.7")
    assert admin.ask(b"GETSESSION " + session) == (
        b"201 {ID=%s;loginAddress=#I[10.0.0.1];"
        b"loginTime=#T31-01-2030_12:00:00;origAddress=#I[192.168.1.7];protocol=LITE;transport=HTTP;}" % session
    )
    assert admin.code(b"CREATELITESESSION") == 500
    assert admin.code(b"CREATELITESESSION ADDRESS nowhere") == 501


@pytest.mark.parametrize(("address", "kept"), [
    (b'"10.0.0.1"', b"[10.0.0.1]"), (b"10.0.0.1:8080", b"[10.0.0.1]:8080"), (b"[10.0.0.1]:8080", b"[10.0.0.1]:8080"),
    (b"[2001:db8::1]:80", b"[2001:db8::1]:80"),
])
@pytest.mark.parametrize("command", [b"CREATEXIMSSSESSION bob@client1.com", b"CREATELITESESSION"],
                         ids=["CREATEXIMSSSESSION", "CREATELITESESSION"])
def test_the_addresses_have_the_meaning_that_they_have_for_webuser_sessions(admin, command, address, kept):
    session = made(admin, b"%s ADDRESS %s FOR 192.168.1.7" % (command, address))
    reply = admin.ask(b"GETSESSION " + session)
    assert b";loginAddress=#I%s;" % kept in reply and b";origAddress=#I[192.168.1.7];" in reply


@pytest.mark.parametrize("rest", [b"", b" ADDRESS", b" ADDRESS nowhere", b" ADDRESS 10.0.0.1 FOR nowhere",
                                  b" FOR 10.0.0.1", b" ADDRESS 10.0.0.1 SKIN Blue"])
@pytest.mark.parametrize("command", [b"CREATEXIMSSSESSION bob@client1.com", b"CREATELITESESSION"],
                         ids=["CREATEXIMSSSESSION", "CREATELITESESSION"])
def test_a_session_without_a_skin_needs_an_address_and_takes_no_skin(admin, command, rest):
    assert admin.refused(command + rest)
    assert listed(admin) == [] and admin.ask(b"LISTLITESESSIONS") == b"201 ()"


@pytest.mark.parametrize("verb", ["CREATEWEBUSERSESSION", "CREATEXIMSSSESSION"])
def test_the_account_must_exist_in_a_domain_that_is_open(admin, verb):
    assert admin.code(verb.encode() + b" nobody@client1.com ADDRESS 10.0.0.1") == 513
    assert admin.code(verb.encode() + b" bob@nowhere.example ADDRESS 10.0.0.1") == 512
    admin.do(b"SUSPENDDOMAIN client1.com")
    assert admin.refused(verb.encode() + b" bob@client1.com ADDRESS 10.0.0.1")


@pytest.mark.parametrize(("verb", "service", "other"), [
    ("CREATEWEBUSERSESSION", b"WebMail", b"XIMSS"), ("CREATEXIMSSSESSION", b"XIMSS", b"WebMail"),
], ids=lambda value: value if isinstance(value, str) else "")
def test_the_account_and_its_domain_must_have_the_service(admin, verb, service, other):
    command = verb.encode() + b" bob@client1.com ADDRESS 10.0.0.1"
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {AccessModes=(100,%s);}" % other)
    assert admin.refused(command)
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {AccessModes=(100,%s);}" % service)
    made(admin, command)
    admin.do(b"UPDATEDOMAINSETTINGS client1.com {DomainAccessModes=None;}")
    assert admin.refused(command)


@pytest.mark.parametrize("command", [
    b"CREATEWEBUSERSESSION bob@client1.com ADDRESS 10.0.0.1", b"CREATEXIMSSSESSION bob@client1.com ADDRESS 10.0.0.1",
    b"CREATELITESESSION ADDRESS 10.0.0.1", b"LISTACCOUNTSESSIONS bob@client1.com", b"LISTLITESESSIONS",
    b"FINDACCOUNTSESSION bob@client1.com",
], ids=lambda command: command.split()[0].decode())
def test_domain_administrators_need_cancreatewebusersessions(admin, domain_admin, command):
    webuser(admin)
    assert domain_admin(b"Domain", b"CanImpersonate").code(command) == 510
    wire = domain_admin(b"CanCreateWebUserSessions")
    assert wire.code(command) == 201
    if b"bob@" in command:
        assert wire.code(command.replace(b"bob@client1.com", b"eve@example.com")) == 510


# --- finding sessions

def test_findaccountsession_finds_an_existing_session(admin):
    assert admin.code(b"FINDACCOUNTSESSION bob@client1.com") == 501
    session = webuser(admin)
    webuser(admin)
    assert admin.ask(b"FINDACCOUNTSESSION bob@client1.com") == b"201 " + session
    assert admin.ask(b"FindWebUserSession bob@client1.com") == b"201 " + session
    assert admin.code(b"FINDACCOUNTSESSION ann@client1.com") == 501
    assert admin.code(b"FINDACCOUNTSESSION nobody@client1.com") == 513


def test_listaccountsessions_gives_all_sessions_of_the_account(admin):
    assert listed(admin) == []
    sessions = [webuser(admin), made(admin, b"CREATEXIMSSSESSION bob@client1.com ADDRESS 10.0.0.2"), webuser(admin)]
    webuser(admin, account=b"ann@client1.com")
    made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1")
    assert listed(admin) == sessions
    assert admin.code(b"LISTACCOUNTSESSIONS nobody@client1.com") == 513


def test_listaccountsessions_goes_by_the_account_whatever_name_it_has(admin):
    session = webuser(admin)
    admin.do(b"SETACCOUNTALIASES bob@client1.com (robert)")
    assert listed(admin, account=b"ROBERT@client1.com") == [session]
    admin.do(b"RENAMEACCOUNT bob@client1.com into rob@client1.com")
    assert listed(admin, account=b"rob@client1.com") == [session]


@pytest.mark.parametrize(("filters", "wanted"), [
    (b" PROTOCOL WebUser", {"web"}), (b" PROTOCOL XIMSS", {"ximss", "native"}), (b" PROTOCOL XMPP", {"xmpp"}),
    (b" PROTOCOL IMAP", set()), (b" TRANSPORT HTTP", {"web", "ximss"}), (b" TRANSPORT XIMSS", {"native"}),
    (b" PROTOCOL XIMSS TRANSPORT HTTP", {"ximss"}), (b" CLIENT Psi", {"xmpp"}),
    (b' CLIENT "Pronto Dash"', {"ximss", "native"}), (b" PROTOCOL XIMSS TRANSPORT XIMSS CLIENT Psi", set()),
])
@pytest.mark.parametrize("verb", ["LISTACCOUNTSESSIONS", "FINDACCOUNTSESSION"])
def test_only_sessions_of_the_protocol_the_transport_and_the_client_are_found(
    admin, simulator, verb, filters, wanted
):
    sessions = {"web": webuser(admin), "ximss": made(admin, b"CREATEXIMSSSESSION bob@client1.com ADDRESS 10.0.0.1")}
    simulator.control('SESSIONCLIENT {session="%s"; client="Pronto Dash";}' % sessions["ximss"].decode())
    for name, opened in (
        ("native", 'protocol=XIMSS; transport=XIMSS; client="Pronto Dash";'),
        ("xmpp", 'protocol=XMPP; transport=XMPP; client=Psi; address="10.0.0.1";'),
    ):
        sessions[name] = simulator.control('SESSION {account="bob@client1.com"; %s}' % opened).encode()
    found = [session for name, session in sessions.items() if name in wanted]
    if verb == "LISTACCOUNTSESSIONS":
        assert listed(admin, filters) == found
    else:
        reply = admin.ask(b"FINDACCOUNTSESSION bob@client1.com" + filters)
        assert reply == b"201 " + found[0] if found else reply.startswith(b"501 ")


@pytest.mark.parametrize("verb", ["LISTACCOUNTSESSIONS", "FINDACCOUNTSESSION"])
def test_the_address_does_not_matter_unless_fixed_ip_is_enabled(admin, verb):
    session = webuser(admin)
    for filters in (b" ADDRESS 10.0.0.2", b" ADDRESS 10.0.0.2 FOR 192.168.1.7"):
        assert session in admin.ask(verb.encode() + b" bob@client1.com" + filters)
    assert admin.code(verb.encode() + b" bob@client1.com ADDRESS nowhere") == 501


@pytest.mark.parametrize(("filters", "wanted"), [
    (b"", {"direct", "proxied"}), (b" ADDRESS 10.0.0.1", {"direct"}), (b" ADDRESS [10.0.0.1]:99", {"direct"}),
    (b" ADDRESS #I[10.0.0.1]", {"direct"}), (b" ADDRESS 10.0.0.2", set()),
    (b" ADDRESS 10.0.0.1 FOR 192.168.1.7", {"proxied"}), (b" ADDRESS 10.0.0.1 FOR 192.168.1.8", set()),
    (b" ADDRESS 10.0.0.2 FOR 192.168.1.7", set()),
])
@pytest.mark.parametrize("verb", ["LISTACCOUNTSESSIONS", "FINDACCOUNTSESSION"])
def test_with_fixed_ip_only_sessions_from_that_address_are_found(admin, verb, filters, wanted):
    admin.do(b"UPDATEACCOUNTPREFS bob@client1.com {IPWatch=YES;}")
    sessions = {"direct": webuser(admin, address=b"10.0.0.1:80"), "proxied": webuser(admin, b" FOR 192.168.1.7")}
    found = [session for name, session in sessions.items() if name in wanted]
    if verb == "LISTACCOUNTSESSIONS":
        assert listed(admin, filters) == found
    else:
        reply = admin.ask(b"FINDACCOUNTSESSION bob@client1.com" + filters)
        assert reply == b"201 " + found[0] if found else reply.startswith(b"501 ")


def test_findaccountsession_sees_fixed_ip_in_the_effective_preferences(admin):
    webuser(admin)
    admin.do(b"UPDATEACCOUNTDEFAULTPREFS client1.com {IPWatch=YES;}")
    assert admin.code(b"FINDACCOUNTSESSION bob@client1.com ADDRESS 10.0.0.2") == 501


def test_findaccountsession_takes_for_only_behind_address(admin):
    assert admin.code(b"FINDACCOUNTSESSION bob@client1.com FOR 192.168.1.7") == 500


def test_listlitesessions_gives_all_lite_sessions(admin):
    assert admin.ask(b"LISTLITESESSIONS") == b"201 ()"
    first = made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1")
    second = made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1 FOR 192.168.1.7")
    webuser(admin)
    assert admin.ask(b"LISTLITESESSIONS") == b"201 (%s,%s)" % (first, second)
    assert admin.ask(b"LISTLITESESSIONS ADDRESS 10.0.0.1") == b"201 (%s)" % first
    assert admin.ask(b"LISTLITESESSIONS ADDRESS 10.0.0.1 FOR 192.168.1.7") == b"201 (%s)" % second
    assert admin.ask(b"LISTLITESESSIONS ADDRESS 10.0.0.2") == b"201 ()"


@pytest.mark.parametrize("filters", [
    b" ADDRESS", b" ADDRESS nowhere", b" FOR 192.168.1.7", b" ADDRESS 10.0.0.1 FOR", b" ADDRESS 10.0.0.1 FOR nowhere",
])
def test_listlitesessions_takes_addresses_only_and_for_behind_address(admin, filters):
    made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1")
    assert admin.refused(b"LISTLITESESSIONS" + filters)


@pytest.mark.parametrize("end", ["KILLSESSION", "GETSESSION"])
def test_a_lite_session_is_ended_and_found_as_any_other(admin, end):
    session, other = (made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1") for _number in range(2))
    assert admin.code(end.encode() + b" " + session) in (200, 201)
    left = b"%s" % other if end == "KILLSESSION" else b"%s,%s" % (session, other)
    assert admin.ask(b"LISTLITESESSIONS") == b"201 (%s)" % left


# --- one session

def test_getsession_resets_the_inactivity_timer(admin, simulator):
    used, unused = webuser(admin), webuser(admin)
    simulator.control('CLOCK "+15m"')
    assert admin.code(b"GETSESSION " + used) == 201
    simulator.control('CLOCK "+15m"')
    assert listed(admin) == [used]
    assert admin.code(b"GETSESSION " + unused) == 501
    simulator.control('CLOCK "+5m"')
    assert admin.code(b"FINDACCOUNTSESSION bob@client1.com") == 501


@pytest.mark.parametrize("command", [
    b"UPDATESESSION %s {a=b;}", b"LISTACCOUNTSESSIONS bob@client1.com", b"FINDACCOUNTSESSION bob@client1.com",
], ids=lambda command: command.split()[0].decode())
def test_looking_for_a_session_is_not_activity(admin, simulator, command):
    session = webuser(admin)
    simulator.control('CLOCK "+15m"')
    assert admin.code(command.replace(b"%s", session)) in (200, 201)
    simulator.control('CLOCK "+5m"')
    assert listed(admin) == []


def test_updatesession_merges_custom_attributes(admin):
    session = webuser(admin)
    admin.do(b"UPDATESESSION %s {a=1;b={c=(x,#2);};}" % session, b"UPDATESESSION %s {a=2;}" % session)
    reply = admin.ask(b"GETSESSION " + session)
    assert b";a=2;" in reply and b";b={c=(x,#2);};" in reply and b";protocol=WebUser;" in reply


def test_updatesession_removes_what_is_null(admin):
    session = webuser(admin)
    before = admin.ask(b"GETSESSION " + session)
    admin.do(b"UPDATESESSION %s {a=1;}" % session, b"UPDATESESSION %s {a=#NULL#;b=#NULL#;}" % session)
    assert admin.ask(b"GETSESSION " + session) == before


@pytest.mark.parametrize("wrong", [b"", b" (a)", b" text", b" #NULL#"])
def test_updatesession_takes_a_dictionary(admin, wrong):
    session = webuser(admin)
    admin.do(b"UPDATESESSION %s {a=1;}" % session)
    assert admin.code(b"UPDATESESSION " + session + wrong) == 500
    assert b";a=1;" in admin.ask(b"GETSESSION " + session)


@pytest.mark.parametrize("key", [b"ID", b"accountName", b"protocol", b"client", b"twoFactorWait"])
def test_updatesession_cannot_change_what_the_server_says(admin, key):
    session = webuser(admin)
    before = admin.ask(b"GETSESSION " + session)
    assert admin.code(b"UPDATESESSION %s {a=b;%s=x;}" % (session, key)) == 501
    assert admin.ask(b"GETSESSION " + session) == before


def test_killsession_terminates_one_session(admin):
    killed, kept = webuser(admin), webuser(admin)
    admin.do(b"KILLSESSION " + killed)
    assert listed(admin) == [kept]
    assert admin.code(b"KILLSESSION " + killed) == 501
    admin.do(b"KillWebUserSession " + kept)
    assert listed(admin) == []


ONE_SESSION = [
    b"GETSESSION %s{domain}", b"UPDATESESSION %s{domain} {a=b;}", b"STORESESSIONFILE %s{domain} FILE x UPLOADID u",
    b"KILLSESSION %s{domain}",
]


def verb_of(command: bytes) -> str:
    return command.split()[0].decode()


@pytest.fixture
def session(admin, simulator):
    """A session of bob@client1.com with an uploaded file."""
    made = webuser(admin)
    simulator.control('UPLOAD {session="%s"; uploadID=u; data=[QUJD];}' % made.decode())
    return made


def about(command: bytes, session: bytes, domain: bytes = b"") -> bytes:
    return command.replace(b"%s", session).replace(b"{domain}", b" DOMAIN " + domain if domain else b"")


@pytest.mark.parametrize("command", ONE_SESSION, ids=verb_of)
def test_the_session_must_exist(admin, command):
    assert admin.code(about(command, MISSING)) == 501
    assert admin.code(about(command, b'""')) == 501


@pytest.mark.parametrize("command", ONE_SESSION, ids=verb_of)
def test_a_domain_restricts_to_sessions_of_its_accounts(admin, session, command):
    assert admin.code(about(command, session, b"example.com")) == 501
    assert admin.code(about(command, session, b"nowhere.example")) == 512
    assert admin.code(about(command, session, b"client1.com")) in (200, 201)


@pytest.mark.parametrize("command", ONE_SESSION, ids=verb_of)
def test_a_lite_session_belongs_to_no_domain(admin, command):
    session = made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1")
    assert admin.code(about(command, session, b"example.com")) == 501


@pytest.mark.parametrize("command", ONE_SESSION, ids=verb_of)
def test_without_a_domain_all_domains_is_needed(domain_admin, session, command):
    wire = domain_admin(b"CanCreateWebUserSessions", b"CanAccessWebSites")
    assert wire.code(about(command, session)) == 510
    assert wire.code(about(command, session, b"client1.com")) in (200, 201)


@pytest.mark.parametrize("command", ONE_SESSION, ids=verb_of)
def test_with_a_domain_rights_in_that_domain_are_needed(admin, domain_admin, session, command):
    assert domain_admin(b"CanAccessWebSites").code(about(command, session, b"client1.com")) == 510
    wire = domain_admin(b"CanCreateWebUserSessions", b"CanAccessWebSites")
    assert wire.code(about(command, webuser(admin, account=b"eve"), b"example.com")) == 510


@pytest.mark.parametrize("command", [
    b"KILLACCOUNTSESSIONS bob@client1.com", b"DELETEACCOUNT bob@client1.com", b"SUSPENDDOMAIN client1.com",
    b"DELETEDOMAIN client1.com FORCE",
], ids=verb_of)
def test_the_sessions_of_the_accounts_end(admin, command):
    session, other = webuser(admin), webuser(admin, account=b"eve")
    admin.do(command)
    assert admin.code(b"GETSESSION " + session) == 501
    assert admin.code(b"GETSESSION " + other) == 201


# --- two-factor authentication

@pytest.fixture
def waiting(simulator, session):
    """Makes the session wait for the second stage of its login."""
    def wait(secret: str = "") -> bytes:
        simulator.control('SESSIONWAIT {session="%s"; secret="%s";}' % (session.decode(), secret))
        return session

    return wait


def is_waiting(admin, session: bytes) -> bool:
    return b";twoFactorWait=YES;" in admin.ask(b"GETSESSION " + session)


def test_blesssession_completes_a_login_that_waits_in_the_background(admin, waiting):
    session = waiting()
    assert is_waiting(admin, session)
    admin.do(b"BLESSSESSION " + session)
    assert not is_waiting(admin, session)
    assert admin.refused(b"BLESSSESSION " + session)


def test_blesssession_completes_a_login_with_the_one_time_secret(admin, waiting):
    session = waiting("123456")
    assert admin.code(b"BLESSSESSION %s PASSWORD 654321" % session) == 515
    assert is_waiting(admin, session)
    admin.do(b"BLESSSESSION %s PASSWORD 123456" % session)
    assert not is_waiting(admin, session)


@pytest.mark.parametrize("secret", [b'""', b"123456"])
def test_blesssession_takes_no_secret_where_the_login_waits_in_the_background(admin, connect, waiting, secret):
    session = waiting()
    for wire in (connect("bob@client1.com", "pass"), admin):
        assert wire.code(b"BLESSSESSION %s PASSWORD %s" % (session, secret)) == 515
    assert is_waiting(admin, session)


def test_blesssession_leaves_other_sessions_of_the_account_waiting(admin, simulator, waiting):
    session, other = waiting(), webuser(admin)
    simulator.control('SESSIONWAIT {session="%s";}' % other.decode())
    admin.do(b"BLESSSESSION " + session)
    assert is_waiting(admin, other) and not is_waiting(admin, session)


def test_blesssession_needs_a_session_that_waits(admin, session):
    assert admin.code(b"BLESSSESSION " + session) == 501
    assert admin.code(b"BLESSSESSION " + MISSING) == 501


def test_blesssession_without_a_secret_is_for_master_administrators(admin, connect, waiting):
    session = waiting()
    admin.do(b"SETACCOUNTRIGHTS eve (UserAccounts)")
    assert connect("eve", "pass").code(b"BLESSSESSION " + session) == 510
    assert connect("bob@client1.com", "pass").code(b"BLESSSESSION " + session) == 510
    assert is_waiting(admin, session)
    admin.do(b"SETACCOUNTRIGHTS eve (Master)")
    connect("eve", "pass").do(b"BLESSSESSION " + session)


def test_blesssession_with_a_secret_needs_no_rights_for_the_own_session(admin, connect, waiting):
    session = waiting("123456")
    assert connect("ann@client1.com", "pass").code(b"BLESSSESSION %s PASSWORD 123456" % session) == 510
    assert is_waiting(admin, session)
    bob = connect("bob@client1.com", "pass")
    assert bob.code(b"BLESSSESSION %s PASSWORD 1" % session) == 515
    bob.do(b"BLESSSESSION %s PASSWORD 123456" % session)
    assert not is_waiting(admin, session)


def test_blesssession_with_an_account_needs_canimpersonate_in_its_domain(admin, domain_admin, waiting):
    session = waiting("123456")
    command = b"BLESSSESSION %s PASSWORD 123456 AUTH bob@client1.com" % session
    assert domain_admin(b"CanCreateWebUserSessions").code(command) == 510
    assert is_waiting(admin, session)
    domain_admin(b"CanImpersonate").do(command)
    assert not is_waiting(admin, session)


def test_blesssession_without_a_secret_needs_master_for_a_named_account_as_well(admin, domain_admin, waiting):
    session = waiting()
    command = b"BLESSSESSION %s AUTH bob@client1.com" % session
    assert domain_admin(b"CanImpersonate").code(command) == 510
    assert is_waiting(admin, session)
    admin.do(command)
    assert not is_waiting(admin, session)


def test_blesssession_with_an_account_is_for_sessions_of_that_account(admin, domain_admin, waiting):
    session = waiting("123456")
    wire = domain_admin(b"CanImpersonate")
    assert wire.code(b"BLESSSESSION %s PASSWORD 123456 AUTH ann" % session) == 501
    assert wire.code(b"BLESSSESSION %s PASSWORD 123456 AUTH nobody" % session) == 513
    assert wire.code(b"BLESSSESSION %s PASSWORD 123456 AUTH eve@example.com" % session) == 510
    assert is_waiting(admin, session)


# --- uploaded files: [QUJD] is ABC, which is what the session has; [eHl6MTI=] is xyz12

def stored(admin) -> bytes:
    """The content of the file x."""
    return admin.ask(b"READSTORAGEFILE bob@client1.com FILE x").partition(b"(")[2].partition(b",")[0]


def test_storesessionfile_stores_an_uploaded_file(admin, session):
    for name in (b"x", b'"dir/y"'):
        admin.do(b"STORESESSIONFILE %s FILE %s UPLOADID u" % (session, name))
    assert stored(admin) == b"[QUJD]"
    assert b"{Created=#T31-01-2030_12:00:00;Modified=#T31-01-2030_12:00:00;Size=#3;}" in (
        admin.ask(b"LISTSTORAGEFILES bob@client1.com PATH dir")
    )


@pytest.mark.parametrize(("offset", "content"), [
    (b"", b"[QUJD]"), (b" OFFSET 0", b"[QUJD]"), (b" OFFSET 1", b"[eEFCQzI=]"), (b" OFFSET 4", b"[eHl6MUFCQw==]"),
    (b" OFFSET 5", b"[eHl6MTJBQkM=]"), (b" OFFSET BEG", b"[QUJDMTI=]"), (b" OFFSET END", b"[eHl6MTJBQkM=]"),
], ids=["absent", "zero", "inside", "over the end", "at the end", "BEG", "END"])
def test_storesessionfile_writes_at_the_offset_of_a_file_that_exists(admin, session, offset, content):
    admin.do(b"WRITESTORAGEFILE bob@client1.com FILE x DATA [eHl6MTI=]")
    admin.do(b"STORESESSIONFILE %s FILE x%s UPLOADID u" % (session, offset))
    assert stored(admin) == content


@pytest.mark.parametrize(("offset", "attributes"), [
    (b"", b"()"), (b" OFFSET 0", b"()"), (b" OFFSET 1", b"(<x>1</x>)"), (b" OFFSET BEG", b"(<x>1</x>)"),
    (b" OFFSET END", b"(<x>1</x>)"),
])
def test_storesessionfile_removes_the_existing_file_unless_it_is_written_into(admin, session, offset, attributes):
    admin.do(
        b"WRITESTORAGEFILE bob@client1.com FILE x DATA [eHl6MTI=]",
        b"UPDATESTORAGEFILEATTR bob@client1.com FILE x (<x>1</x>)",
        b"STORESESSIONFILE %s FILE x%s UPLOADID u" % (session, offset),
    )
    assert admin.ask(b"READSTORAGEFILEATTR bob@client1.com FILE x") == b"201 " + attributes


@pytest.mark.parametrize("offset", [b"-1", b"6", b"NEW", b"MIDDLE"])
def test_storesessionfile_refuses_other_offsets_for_a_file_that_exists(admin, session, offset):
    admin.do(b"WRITESTORAGEFILE bob@client1.com FILE x DATA [eHl6MTI=]")
    assert 500 <= admin.code(b"STORESESSIONFILE %s FILE x OFFSET %s UPLOADID u" % (session, offset)) < 599
    assert stored(admin) == b"[eHl6MTI=]"


@pytest.mark.parametrize("offset", [b"", b" OFFSET 0", b" OFFSET END", b" OFFSET NEW"])
def test_storesessionfile_creates_a_file(admin, session, offset):
    admin.do(b"STORESESSIONFILE %s FILE x%s UPLOADID u" % (session, offset))
    assert stored(admin) == b"[QUJD]"


@pytest.mark.parametrize("offset", [b"1", b"BEG", b"-1"])
def test_storesessionfile_needs_the_file_to_write_into_it(admin, session, offset):
    assert admin.refused(b"STORESESSIONFILE %s FILE x OFFSET %s UPLOADID u" % (session, offset))
    assert admin.ask(b"LISTSTORAGEFILES bob@client1.com") == b"201 {}"


def test_storesessionfile_needs_an_uploaded_file_and_a_file_storage(admin, session):
    assert admin.code(b"STORESESSIONFILE %s FILE x UPLOADID v" % session) == 501
    assert admin.code(b'STORESESSIONFILE %s FILE "x/" UPLOADID u' % session) == 501
    assert admin.code(b'STORESESSIONFILE %s FILE "../x" UPLOADID u' % session) == 501
    lite = made(admin, b"CREATELITESESSION ADDRESS 10.0.0.1")
    assert admin.refused(b"STORESESSIONFILE %s FILE x UPLOADID u" % lite)
    assert admin.ask(b"LISTSTORAGEFILES bob@client1.com") == b"201 {}"


def test_storesessionfile_keeps_the_limits_of_the_file_storage(admin, session):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {MaxFileSize=2;}")
    assert admin.refused(b"STORESESSIONFILE %s FILE x UPLOADID u" % session)
    assert admin.ask(b"LISTSTORAGEFILES bob@client1.com") == b"201 {}"


@pytest.mark.parametrize("right", [b"CanCreateWebUserSessions", b"CanAccessWebSites"])
def test_storesessionfile_needs_both_rights_in_the_domain(domain_admin, session, right):
    command = b"STORESESSIONFILE %s DOMAIN client1.com FILE x UPLOADID u" % session
    assert domain_admin(right).code(command) == 510
    domain_admin(b"CanCreateWebUserSessions", b"CanAccessWebSites").do(command)
