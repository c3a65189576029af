# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--state: what a simulator knew when it ended, it knows when it starts again."""

from __future__ import annotations

import json
import stat

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

CHANGES = [
    b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAINSTORAGE SHARED PATH huge",
    b"CREATEDOMAIN client1.com PATH big "
    b"{A=#5;When=#T22-10-2009_15:24:45;Address=#I[10.0.0.1]:25;Data=[AAEC];None=(#NULL#);}",
    b"CREATEDOMAIN shared.example SHARED", b"CREATEDIRECTORYDOMAIN dir.example",
    b"SETDOMAINALIASES client1.com (alias.example)",
    b"SUSPENDDOMAIN dir.example", b"SETACCOUNTDEFAULTS client1.com {B=1;}",
    b"SETACCOUNTDEFAULTPREFS client1.com {C=1;}",
    b"SETACCOUNTTEMPLATE client1.com {D=1;}", b"SETDOMAINMAILRULES client1.com ((1,a,(),()))",
    b"SETDOMAINSIGNALRULES client1.com ((#2,b,(),()))", b"CREATEACCOUNTSTORAGE client1.com PATH disk1",
    b'CREATEACCOUNT Bob@client1.com AGrade PATH disk1 {Password=pass;"$odd"={"$datablock"=x;};}',
    b"CREATEACCOUNT one@client1.com TextMailbox LEGACY", b"SETACCOUNTALIASES bob@client1.com (robert)",
    b"SETACCOUNTTELNUMS bob@client1.com (1001,1002)", b"SETACCOUNTRIGHTS bob@client1.com (Domain)",
    b"SETACCOUNTPREFS bob@client1.com {E=1;}", b"SETACCOUNTMAILRULES bob@client1.com ((1,c,(),()))",
    b"SETACCOUNTSIGNALRULES bob@client1.com ((1,d,(),()))", b"SETACCOUNTRPOPS bob@client1.com {r={a=b;};}",
    b"SETACCOUNTRIMAPS bob@client1.com {r={c=d;};}", b"SETACCOUNTRSIPS bob@client1.com {r={e=f;};}",
    b"SETACCOUNTACL bob@client1.com {one=l;}", b"SETACCOUNTPASSWORD bob@client1.com PASSWORD app NAME phone",
    b"UPDATESCHEDULEDTASK bob@client1.com {id=x;program=y;}",
    b"CREATEMAILBOX bob@client1.com MAILBOX Work/Old CLASS IPF.Note",
    b"SETMAILBOXACL bob@client1.com MAILBOX Work/Old {one=lr;}",
    b"SETMAILBOXSUBSCRIPTION bob@client1.com (INBOX)", b"SETMAILBOXALIASES bob@client1.com {x=INBOX;}",
    b"WRITESTORAGEFILE bob@client1.com FILE dir/file DATA [AAEC]",
    b"UPDATESTORAGEFILEATTR bob@client1.com FILE dir/file (<a>1</a>)",
    b'UPDATESTORAGEFILEATTR bob@client1.com FILE "dir/" (<b/>)', b"SETFILESUBSCRIPTION bob@client1.com (x)",
    b"CREATEGROUP staff@client1.com {Members=(bob);}", b"CREATEFORWARDER fax@client1.com TO x@example.org",
    b"CREATELIST news@client1.com for bob", b"UPDATELIST news@client1.com {Charset=x;}",
    b"CREATENAMEDTASK robot@client1.com FOR bob", b"UPDATENAMEDTASK robot@client1.com {RealName=R;}",
    b"UPDATEDOMAINDEFAULTS {F=1;}", b"UPDATESERVERACCOUNTDEFAULTS {G=1;}", b"UPDATESERVERACCOUNTPREFS {H=1;}",
    b"SETSERVERTRUSTEDCERTS ([AQID])", b"SETDIRECTORYINTEGRATION {I=1;}", b"SETNETWORK {J=1;}",
    b"SETMODULE SMTP {K=1;}",
    b"SETSERVERMAILRULES ((1,e,(),()))", b"SETSERVERSIGNALRULES ((1,f,(),()))", b'SETROUTERTABLE "a\\eb"',
    b"SETLANIPS 10.0.0.1",
    b"SETCLUSTERDOMAINDEFAULTS {L=1;}", b"SETCLUSTERLANIPS 10.0.0.2", b"SETCLUSTERBANNED {M=1;}",
]

QUESTIONS = [
    b"LISTDOMAINS", b"LISTDOMAINSTORAGE", b"LISTDOMAINSTORAGE SHARED", b"GETDOMAINDEFAULTS",
    b"GETSERVERACCOUNTDEFAULTS",
    b"GETSERVERACCOUNTPREFS", b"GETCLUSTERDOMAINDEFAULTS", b"GETSERVERTRUSTEDCERTS", b"GETDIRECTORYINTEGRATION",
    b"GETNETWORK",
    b"GETMODULE SMTP", b"GETSERVERMAILRULES", b"GETSERVERSIGNALRULES", b"GETROUTERTABLE", b"GETLANIPS",
    b"GETCLUSTERLANIPS",
    b"GETCLUSTERBANNED", b"LISTSERVERTELNUMS 9", b"GETDOMAINEFFECTIVESETTINGS shared.example",
    b"GETACCOUNTRIGHTS postmaster",
] + [verb + b" client1.com" for verb in (
    b"GETDOMAINSETTINGS", b"GETDOMAINALIASES", b"GETACCOUNTDEFAULTS", b"GETACCOUNTDEFAULTPREFS", b"GETACCOUNTTEMPLATE",
    b"GETDOMAINMAILRULES", b"GETDOMAINSIGNALRULES", b"LISTACCOUNTSTORAGE", b"GETDOMAINLOCATION", b"LISTACCOUNTS",
    b"LISTGROUPS",
    b"LISTFORWARDERS", b"LISTLISTS", b"LISTDOMAINNAMEDTASKS",
)] + [
    b"LISTDOMAINOBJECTS client1.com 99", b"GETGROUP staff@client1.com", b"GETFORWARDER fax@client1.com",
    b"GETLIST news@client1.com",
    b"GETNAMEDTASK robot@client1.com", b"GETMAILBOXINFO bob@client1.com MAILBOX Work/Old",
    b"GETMAILBOXACL bob@client1.com MAILBOX Work/Old",
    b"READSTORAGEFILE bob@client1.com FILE dir/file", b"READSTORAGEFILEATTR bob@client1.com FILE dir/file",
    b'READSTORAGEFILEATTR bob@client1.com FILE "dir/"', b"LISTSTORAGEFILES bob@client1.com PATH dir",
    b"LISTMAILBOXES dir@dir.example",
] + [verb + b" bob@client1.com" for verb in (
    b"GETACCOUNTSETTINGS", b"GETACCOUNTALIASES", b"GETACCOUNTTELNUMS", b"GETACCOUNTRIGHTS", b"GETACCOUNTPREFS",
    b"GETACCOUNTMAILRULES",
    b"GETACCOUNTSIGNALRULES", b"GETACCOUNTRPOPS", b"GETACCOUNTRIMAPS", b"GETACCOUNTRSIPS", b"GETACCOUNTACL",
    b"GETACCOUNTLOCATION",
    b"GETACCOUNTINFO", b"LISTMAILBOXES", b"GETMAILBOXSUBSCRIPTION", b"GETMAILBOXALIASES", b"GETFILESUBSCRIPTION",
)]


@pytest.fixture
def run(dial):
    """The replies to some commands, given by a simulator that lives for them only."""
    def ask(options, *commands, password=b"secret"):
        with Embedded(options) as simulator:
            wire = dial(simulator.host, simulator.port)
            assert wire.login(b"postmaster", password) == b"200 login OK"
            wire.ask(b"INLINE")
            return [wire.ask(command) for command in commands]

    return ask


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "state.json")


def test_everything_is_there_again(run, path):
    options = Options(port=0, password="secret", state=path, cluster=True)
    before = run(options, *(CHANGES + QUESTIONS))
    assert set(before[: len(CHANGES)]) == {b"200 OK"}
    assert run(options, *QUESTIONS) == before[len(CHANGES):]


def test_saving_what_was_loaded_gives_the_same_file(run, path):
    options = Options(port=0, password="secret", state=path, cluster=True)
    run(options, *CHANGES)
    with open(path, encoding="utf-8") as stream:
        first = json.load(stream)
    with Embedded(options):
        pass
    with open(path, encoding="utf-8") as stream:
        second = json.load(stream)
    assert second == first


def test_what_came_back_can_be_changed(run, path):
    options = Options(port=0, password="secret", state=path, cluster=True)
    run(options, *CHANGES)
    assert set(run(
        options, b"SETACCOUNTALIASES bob@client1.com (x)", b"RENAMEACCOUNT bob@client1.com into rob@client1.com",
        b"SETACCOUNTTELNUMS rob@client1.com ()", b"SETACCOUNTTELNUMS postmaster (1001)",
        b"DELETEDOMAIN client1.com FORCE",
        b"CREATEDOMAIN alias.example",
    )) == {b"200 OK"}


def test_the_password_is_kept_unless_a_new_one_is_given(run, path):
    run(Options(port=0, password="secret", state=path), b"NOOP")
    run(Options(port=0, state=path), b"NOOP", password=b"secret")
    run(Options(port=0, password="other", state=path), b"NOOP", password=b"other")


def test_the_file_is_readable_json_and_for_its_owner_only(run, path, tmp_path):
    run(Options(port=0, password="secret", state=path), b"CREATEACCOUNT bob {RealName=Bob;}")
    with open(path, encoding="utf-8") as stream:
        state = json.load(stream)
    accounts = {account["name"]: account for account in state["domains"][0]["accounts"]}
    assert accounts["bob"]["settings"] == {"RealName": "Bob"}
    assert stat.S_IMODE((tmp_path / "state.json").stat().st_mode) == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["state.json"]


@pytest.mark.parametrize("text", [
    "", "no JSON", "[]", "{}", '{"format": 99}', '{"format": 1, "server": {}, "cluster": null, "domains": []}',
    '{"format": 1, "server": {"x": 1}, "cluster": null, "domains": [{"name": "example.com"}]}',
])
def test_a_file_that_is_no_state_is_refused_and_left_alone(path, text):
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)
    with pytest.raises(CgpError, match="is no state of this simulator"):
        Embedded(Options(port=0, password="secret", state=path))
    with open(path, encoding="utf-8") as stream:
        assert stream.read() == text


def test_deeply_nested_settings_survive(run, path):
    options = Options(port=0, password="secret", state=path)
    value = b"(" * 150 + b")" * 150
    run(options, b"UPDATEACCOUNTSETTINGS postmaster {Deep=%s;}" % value)
    assert run(options, b"GETACCOUNTONESETTING postmaster Deep") == [b"201 " + value]


def test_another_format_is_refused_by_its_number(path):
    with open(path, "w", encoding="utf-8") as stream:
        stream.write('{"format": 2, "server": "whatever that will be"}')
    with pytest.raises(CgpError, match=r"has the format 2, and only the format 1 is known"):
        Embedded(Options(port=0, password="secret", state=path))


@pytest.mark.parametrize("layout", [
    {"indent": 3}, {"separators": (",", ":")}, {"sort_keys": True, "ensure_ascii": True},
])
def test_any_layout_of_the_same_json_is_read(run, path, layout):
    options = Options(port=0, password="secret", state=path, cluster=True)
    before = run(options, *(CHANGES + QUESTIONS))[len(CHANGES):]
    with open(path, encoding="utf-8") as stream:
        state = json.load(stream)
    with open(path, "w", encoding="utf-8") as stream:
        json.dump(state, stream, **layout)
    assert run(options, *QUESTIONS) == before


def test_saving_keeps_the_file_for_its_owner_only(run, path, tmp_path):
    options = Options(port=0, password="secret", state=path)
    run(options, b"NOOP")
    (tmp_path / "state.json").chmod(0o600)
    run(options, b"NOOP")
    assert stat.S_IMODE((tmp_path / "state.json").stat().st_mode) == 0o600


def test_an_object_is_one_line(run, path):
    run(Options(port=0, password="secret", state=path), b"CREATEACCOUNT bob {RealName=Bob;}", b"CREATEACCOUNT eve")
    with open(path, encoding="utf-8") as stream:
        lines = [line.strip() for line in stream]
    assert any(line.startswith('{"name": "bob", "settings": {"RealName": "Bob"}') for line in lines)


def test_flags_that_an_older_simulator_wrote_as_words_are_understood(run, path):
    options = Options(port=0, password="secret", state=path, cluster=True)
    run(options, b"CREATEDOMAIN shared.example SHARED", b"CREATEDOMAIN local.example", b"SUSPENDDOMAIN local.example")
    with open(path, encoding="utf-8") as stream:
        text = stream.read()
    assert text.count(": true") == 2
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text.replace(": true", ': "YES"'))
    with Embedded(options) as simulator:
        assert [domain.name for domain in simulator.service.server.shared_domains()] == ["shared.example"]
        assert simulator.service.server.find_domain("local.example").suspended is True
