# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--journal: one JSON object for each command, in the file before its reply is sent, and without secrets."""

from __future__ import annotations

import json
import os
import resource
from datetime import datetime

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background
from support.platforms import linux


@pytest.fixture
def path(tmp_path):
    return tmp_path / "journal"


@pytest.fixture
def options(path):
    return Options(port=0, main_domain="example.com", password="secret", journal=str(path))


@pytest.fixture
def entries(path):
    """What the journal holds, without the times."""
    def read():
        found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for entry in found:
            assert datetime.fromisoformat(entry.pop("time")).utcoffset().total_seconds() == 0
        return found
    return read


def entry(session, user, verb, arguments, code):
    return {"session": session, "user": user, "verb": verb, "arguments": arguments, "code": code}


MASTER = "postmaster@example.com"


def test_a_session_from_login_to_quit(connect, entries):
    wire = connect("postmaster", "secret")
    wire.do(b"CREATEFORWARDER a TO b@example.org")
    wire.ask(b"GETFORWARDER c")
    wire.ask(b"QUIT")
    assert entries() == [
        entry(1, None, "USER", {"name": "postmaster"}, 300),
        entry(1, MASTER, "PASS", {}, 200),
        entry(1, MASTER, "INLINE", {}, 200),
        entry(1, MASTER, "CREATEFORWARDER", {"forwarderName": "a", "address": "b@example.org"}, 200),
        entry(1, MASTER, "GETFORWARDER", {"forwarderName": "c"}, 553),
        entry(1, MASTER, "QUIT", {}, 200),
    ]


def test_sessions_and_users_are_told_apart(connect, admin, entries):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    connect("bob", "pass").do(b"NOOP")
    assert entries()[-1] == entry(2, "bob@example.com", "NOOP", {}, 200)


def test_old_names_and_flags_are_noted_as_what_they_mean(admin, entries):
    admin.do(b"SetWebUser postmaster {a=b;}", b"createdomain x.example", b"deletedomain x.example force")
    assert [found["verb"] for found in entries()[-3:]] == ["SETACCOUNTPREFS", "CREATEDOMAIN", "DELETEDOMAIN"]
    assert entries()[-1]["arguments"] == {"domainName": "x.example", "FORCE": True}


def test_data_is_noted_as_json(admin, entries):
    admin.ask(b"ECHO ([AAEC],#5,#T22-10-2009,#NULL#,{a=b;})")
    assert entries()[-1]["arguments"] == {
        "object": [{"$datablock": "AAEC"}, 5, {"$timestamp": "T22-10-2009"}, None, {"a": "b"}]
    }


def test_no_secret_gets_in(connect, admin, path):
    admin.do(
        b"CREATEACCOUNT bob {Password=hush1;}", b"SETACCOUNTPASSWORD bob PASSWORD hush2",
        b"UPDATEACCOUNTSETTINGS bob {Password=hush3;PSTNGatewayPassword=hush4;}",
        b"SETACCOUNTRPOPS bob {r={domain=example.org;password=hush5;};}",
        b"CREATEDOMAIN x.example {PrivateSecureKey=[aHVzaDY=];}",
    )
    admin.ask(b"VERIFYACCOUNTPASSWORD bob PASSWORD hush7")
    wire = connect()
    wire.login(b"bob", b"hush8")
    wire.ask(b"APOP bob hush9")
    wire.ask(b"NEWPASS hush10")
    wire.ask(b"AUTH WEBUSER bob hush11")
    wire.ask(b"hush12 hush13")
    wire.ask(b"\xffhush14")
    admin.ask(b"hush15")
    admin.ask(b"CREATEACCOUNT eve {Password=hush16;")
    text = path.read_text(encoding="utf-8")
    assert "hush" not in text and "aHVz" not in text and '"***"' in text
    assert '"verb": "SETACCOUNTPASSWORD"' in text


def test_what_is_no_command_has_no_verb(admin, connect, entries):
    admin.ask(b"whatever this is")
    connect().ask(b"NOOP")
    assert entries()[-2:] == [entry(1, MASTER, None, {}, 500), entry(2, None, None, {}, 500)]


def test_a_journal_is_continued(path, admin, connect):
    assert path.read_text(encoding="utf-8").count("\n") == 3
    admin.do(b"NOOP")
    assert path.read_text(encoding="utf-8").count("\n") == 4


# --- a disk that is full


@linux
def test_sessions_go_on_without_a_journal_and_it_is_told_once(dial, capsys):
    options = Options(port=0, password="secret", journal="/dev/full")
    with Embedded(options) as simulator:
        for _session in range(2):
            wire = dial(simulator.host, simulator.port)
            assert wire.login(b"postmaster", b"secret") == b"200 login OK"
            wire.do(b"NOOP", b"NOOP")
            assert wire.ask(b"QUIT").startswith(b"200 ")
        assert "No space left on device" in simulator.control("JOURNAL")["error"]
        assert simulator.control("JOURNAL")["missing"] == 10
    said = capsys.readouterr().err
    assert said.count("No space left on device") == 1 and "/dev/full" in said


@linux
@pytest.mark.parametrize("room", [0, 1, 40, 5000], ids=str)
def test_the_journal_goes_on_when_there_is_room_again(dial, path, tmp_path, room):
    """Whatever the last line is cut to: each line is whole afterwards, and tells of one command or of some missing."""
    options = Options(port=0, password="secret", journal=str(path), pid_file=str(tmp_path / "pid"))
    started = background.start(options)
    try:
        wire = dial(started.host, started.port)
        wire.login(b"postmaster", b"secret")
        limit = (os.path.getsize(path) + room, resource.RLIM_INFINITY)
        resource.prlimit(started.pid, resource.RLIMIT_FSIZE, limit)
        wire.do(*[b"NOOP"] * 50)
        assert "File too large" in background.find(options.pid_file).journal_error
        assert os.path.getsize(path) == limit[0]
        resource.prlimit(started.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        wire.do(b"CREATEDOMAIN last.example")
        assert background.find(options.pid_file).journal_error == ""
    finally:
        background.stop(options.pid_file)
    entries = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    (gap,) = [entry for entry in entries if "missing" in entry]
    assert sorted(gap) == ["error", "missing", "time"] and "File too large" in gap["error"]
    verbs = [entry["verb"] for entry in entries if entry is not gap]
    assert verbs[:2] == ["USER", "PASS"] and verbs[-1] == "CREATEDOMAIN"
    assert verbs.count("NOOP") + gap["missing"] == 50


def test_a_line_that_somebody_did_not_finish_spoils_no_other(dial, path):
    path.write_text('{"time": "2030', encoding="utf-8")
    with Embedded(Options(port=0, password="secret", journal=str(path))) as simulator:
        dial(simulator.host, simulator.port).login(b"postmaster", b"secret")
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == '{"time": "2030' and [json.loads(line)["verb"] for line in lines[1:]] == ["USER", "PASS"]
