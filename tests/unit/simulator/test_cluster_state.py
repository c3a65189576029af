# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--cluster-state: simulators that are given the same directory are members of one cluster."""

from __future__ import annotations

import json
import stat
import threading
from datetime import datetime, timezone

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.clock import Clock
from support import simulator as processes
from support.members import cluster_directory, join

__all__ = ["cluster_directory", "join"]

BOB = (b"CREATEDOMAIN s.example SHARED", b"CREATEACCOUNT bob@s.example {Password=p;}")


def files(directory) -> list[str]:
    return sorted(entry.name for entry in directory.iterdir())


def log_of(directory):
    (log,) = directory.glob("log-*.jsonl")
    return log


# --- who comes and goes


def test_who_comes_later_has_what_was_done_before(join):
    first = join(1)
    first.do(*BOB)
    second = join(2)
    assert second.ask(b"LISTACCOUNTS s.example") == b"201 {bob=macnt;}"
    assert second.shared() == first.shared()


def test_what_is_shared_outlives_all_members(join):
    first = join(1)
    first.do(*BOB, b"SETCLUSTERLANIPS 10.0.0.1")
    first.leave()
    second = join(2)
    assert second.ask(b"LISTACCOUNTS s.example") == b"201 {bob=macnt;}"
    assert second.ask(b"GETCLUSTERLANIPS") == b"201 10.0.0.1"


def test_the_log_ends_when_the_last_member_leaves(join, cluster_directory):
    first, second = join(1), join(2)
    first.do(*BOB)
    first.leave()
    assert log_of(cluster_directory).stat().st_size
    second.leave()
    assert log_of(cluster_directory).stat().st_size == 0
    assert json.loads((cluster_directory / "snapshot.json").read_text())["domains"][0]["name"] == "s.example"


def test_the_first_member_brings_the_shared_domains_of_its_state_file(join, tmp_path):
    path = str(tmp_path / "state.json")
    alone = join(1, cluster=True, cluster_state="", state=path)
    alone.do(*BOB)
    alone.leave()
    first, second = join(1, state=path), join(2)
    assert second.ask(b"LISTACCOUNTS s.example") == b"201 {bob=macnt;}"
    first.leave()
    second.do(b"DELETEACCOUNT bob@s.example", b"CREATEACCOUNT eve@s.example")
    again = join(1, state=path)
    assert again.ask(b"LISTACCOUNTS s.example") == b"201 {eve=macnt;}"


def test_telnums_of_a_state_file_are_known_to_the_others(join):
    first = join(1)
    first.do(*BOB, b"SETACCOUNTTELNUMS bob@s.example (1001)")
    first.leave()
    second = join(2)
    assert second.code(b"SETACCOUNTTELNUMS postmaster (1001)") == 501
    second.do(b"SETACCOUNTTELNUMS bob@s.example ()", b"SETACCOUNTTELNUMS postmaster (1001)")


def test_the_files_are_for_their_owner_only(join, cluster_directory):
    join(1).do(*BOB)
    assert {stat.S_IMODE(entry.stat().st_mode) for entry in cluster_directory.iterdir()} == {0o600}
    assert stat.S_IMODE(cluster_directory.stat().st_mode) == 0o700


def test_a_directory_with_something_else_in_it_is_refused(tmp_path):
    (tmp_path / "snapshot.json").write_text('{"format": 2}')
    with pytest.raises(CgpError, match=r"format 2"):
        Embedded(Options(port=0, password="secret", cluster_state=str(tmp_path)))


# --- what goes with a change


def test_a_login_and_a_new_password_are_known_to_all(join):
    first, second = join(1), join(2)
    first.do(*BOB)
    assert b"LastLogin" not in first.ask(b"GETACCOUNTINFO bob@s.example")
    second.connect("bob@s.example", "p").ask(b"NEWPASS q")
    assert b"LastLogin" in first.ask(b"GETACCOUNTINFO bob@s.example")
    first.connect("bob@s.example", "q")
    assert first.shared() == second.shared()


def test_an_account_deleted_through_one_member_has_no_session_left_on_another(join):
    first, second = join(1), join(2)
    first.do(*BOB)
    session = second.connect("bob@s.example", "p")
    first.do(b"DELETEACCOUNT bob@s.example")
    second.do(b"NOOP")
    assert session.rest() == b""


def test_a_user_of_a_shared_domain_acts_under_its_own_name(join):
    first, second = join(1), join(2)
    first.do(*BOB)
    second.connect("bob@s.example", "p").do(b"CREATEMAILBOX * MAILBOX Work")
    assert b"Work=" in first.ask(b"LISTMAILBOXES bob@s.example")
    assert first.shared() == second.shared()


def test_a_restricted_administrator_changes_no_more_on_the_others(join):
    first, second = join(1), join(2)
    first.do(*BOB, b"SETACCOUNTRIGHTS bob@s.example (Domain)", b"CREATEACCOUNT amy@s.example")
    second.connect("bob@s.example", "p").do(b"UPDATEACCOUNTSETTINGS amy@s.example {RealName=Amy;MaxAccountSize=9G;}")
    assert first.ask(b"GETACCOUNTSETTINGS amy@s.example") == second.ask(b"GETACCOUNTSETTINGS amy@s.example")
    assert first.shared() == second.shared()


def test_an_administrator_from_a_local_domain_may_on_all_members_what_it_may_on_its_own(join):
    first, second = join(1), join(2)
    first.do(*BOB, b"UPDATEDOMAINSETTINGS s.example {AdminDomainName=own.example;}")
    second.do(b"CREATEDOMAIN own.example", b"CREATEACCOUNT chief@own.example {Password=c;}",
              b"SETACCOUNTRIGHTS chief@own.example (Domain,CanCreateAccounts,BasicSettings)")
    second.connect("chief@own.example", "c").do(b"CREATEACCOUNT eve@s.example {RealName=Eve;}")
    assert first.ask(b"GETACCOUNTSETTINGS eve@s.example") == b"201 {RealName=Eve;}"
    assert first.shared() == second.shared()


def test_times_are_those_of_the_member_where_it_was_done(join):
    class Past(Clock):
        def now(self):
            return datetime(2001, 2, 3, 4, 5, 6, tzinfo=timezone.utc)

    first, second = join(1, Past()), join(2)
    first.do(*BOB, b"POSTACCOUNTALERT bob@s.example ALERT text")
    assert b"20010203040506" in second.ask(b"GETACCOUNTALERTS bob@s.example")
    assert first.shared() == second.shared()


def test_what_happens_to_a_shared_account_is_told_to_one_member(join):
    first, second = join(1), join(2)
    first.do(*BOB)
    assert first.control().ask(b'MAIL {account="bob@s.example"; count=#3;}') == b"200 OK"
    assert b"Messages=#3;" in second.ask(b"GETMAILBOXINFO bob@s.example MAILBOX INBOX")
    assert first.shared() == second.shared()


def test_a_file_stored_from_a_session_is_seen_by_all(join):
    first, second = join(1), join(2)
    first.do(*BOB)
    session = first.ask(b'CREATEWEBUSERSESSION bob@s.example ADDRESS "10.0.0.1"')[len(b"201 "):]
    assert first.control().ask(b'UPLOAD {session=%s; uploadID=x; data=[QUJD];}' % session) == b"200 OK"
    first.do(b"STORESESSIONFILE %s FILE stored UPLOADID x" % session)
    assert second.ask(b"READSTORAGEFILE bob@s.example FILE stored").startswith(b"201 ([QUJD],")
    assert first.shared() == second.shared()


def test_a_refused_command_is_not_handed_on(join, cluster_directory):
    first, second = join(1), join(2)
    first.do(*BOB)
    size = log_of(cluster_directory).stat().st_size
    assert second.code(b"CREATEACCOUNT bob@s.example") == 520
    assert second.code(b"DELETEACCOUNT nobody@s.example") == 513
    assert log_of(cluster_directory).stat().st_size == size


def test_the_journal_tells_what_a_member_was_told_only(join, tmp_path):
    first, second = join(1), join(2, journal=str(tmp_path / "journal"))
    first.do(*BOB)
    second.do(b"NOOP")
    verbs = [json.loads(line)["verb"] for line in (tmp_path / "journal").read_text().splitlines()]
    assert verbs == ["USER", "PASS", "INLINE", "NOOP"]


# --- local Domains that are in the way


def test_a_shared_domain_is_hidden_where_a_local_one_has_its_name(join):
    first, second = join(1), join(2)
    first.do(b"CREATEDOMAIN same.example", b"CREATEACCOUNT local@same.example")
    second.do(b"CREATEDOMAIN same.example SHARED", b"CREATEACCOUNT far@same.example")
    assert first.ask(b"LISTDOMAINS") == b"201 (node1.example,same.example)"
    assert first.ask(b"LISTACCOUNTS same.example") == b"201 {local=macnt;}"
    second.do(b"CREATEACCOUNT more@same.example")
    first.do(b"DELETEDOMAIN same.example FORCE")
    assert first.ask(b"LISTACCOUNTS same.example") == b"201 {far=macnt;more=macnt;}"
    assert first.shared() == second.shared()


def test_a_shared_telnum_is_taken_whatever_local_accounts_have(join):
    first, second = join(1), join(2)
    first.do(*BOB, b"SETACCOUNTTELNUMS postmaster (1001)")
    second.do(b"SETACCOUNTTELNUMS bob@s.example (1001)")
    assert first.ask(b"GETACCOUNTTELNUMS bob@s.example") == b"201 (1001)"
    assert first.ask(b"GETACCOUNTTELNUMS postmaster") == b"201 (1001)"
    first.do(b"SETACCOUNTTELNUMS bob@s.example ()")
    assert first.ask(b"GETACCOUNTTELNUMS postmaster") == b"201 (1001)"


# --- accidents


def test_what_a_killed_writer_left_behind_is_cut_off(join, cluster_directory):
    first, second = join(1), join(2)
    first.do(*BOB)
    with log_of(cluster_directory).open("ab") as log:
        log.write(b'{"deed": "command", "text": "DELETEACC')
    assert second.ask(b"LISTACCOUNTS s.example") == b"201 {bob=macnt;}"
    second.do(b"CREATEACCOUNT eve@s.example")
    assert first.ask(b"LISTACCOUNTS s.example") == b"201 {bob=macnt;eve=macnt;}"
    assert b"DELETEACC" not in log_of(cluster_directory).read_bytes()
    assert join(3).shared() == first.shared()


@pytest.mark.parametrize("line", [
    b"no record",
    b'{"deed": "command", "text": "CREATEACCOUNT bob@s.example", "time": "2026-01-01T00:00:00+00:00", "code": 200}',
    b'{"deed": "command", "text": "NOSUCHCOMMAND", "time": "2026-01-01T00:00:00+00:00", "code": 200}',
    b'{"deed": "unheard of", "text": "", "time": "2026-01-01T00:00:00+00:00", "code": 200}',
])
def test_a_member_that_cannot_follow_says_so_and_does_nothing_more(join, cluster_directory, line, capfd):
    first, second = join(1), join(2)
    first.do(*BOB)
    second.do(b"NOOP")
    with log_of(cluster_directory).open("ab") as log:
        log.write(line + b"\n")
    assert second.code(b"NOOP") == 590
    assert second.code(b"LISTDOMAINS") == 590
    assert "out of step with the cluster" in capfd.readouterr().err
    with pytest.raises(CgpError):
        join(3)


# --- real processes


@pytest.fixture
def process(tmp_path, cluster_directory):
    """Starts members that are processes of their own: ``process(1)``; each has a state file."""
    started = []

    def start(number, host="127.0.0.1"):
        directory = tmp_path / ("member%d" % number)
        started.append(processes.start(
            directory, "--cluster-state", str(cluster_directory), "--state", str(directory / "state.json"),
            "--host", host, main_domain="node%d.example" % number,
        ))
        return started[-1]

    yield start
    for simulator in started:
        simulator.stop()


def session(dial, simulator):
    wire = dial(simulator.host, simulator.port)
    assert wire.login(b"postmaster", simulator.password.encode()) == b"200 login OK"
    wire.ask(b"INLINE")
    return wire


def shared_state(tmp_path, number):
    state = json.loads((tmp_path / ("member%d" % number) / "state.json").read_text())
    return [domain for domain in state["domains"] if domain.get("shared")], state["cluster"]


def test_two_processes_that_write_at_once_lose_nothing(tmp_path, process, dial):
    simulators = [process(number) for number in (1, 2)]
    wires = [session(dial, simulator) for simulator in simulators]
    wires[0].do(*BOB)
    lines = []
    for number in range(2):
        own = [b"UPDATEACCOUNTSETTINGS bob@s.example {Key%dx%d=x;}" % (number, key) for key in range(300)]
        both = [b"CREATEACCOUNT user%d@s.example" % key for key in range(300)]
        credit = [b"BALANCE bob@s.example {op=credit;amount=1;}"] * 300
        lines.append([line for three in zip(own, both, credit) for line in three])
    replies = [[], []]

    def work(number):
        wires[number].send(b"".join(line + b"\r\n" for line in lines[number]))
        replies[number] = [wires[number].line() for _line in lines[number]]

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    created = [reply[:3] for each in replies for reply in each[1::3]]
    assert (created.count(b"200"), created.count(b"520")) == (300, 300)
    settings = [wire.ask(b"GETACCOUNTSETTINGS bob@s.example") for wire in wires]
    assert settings[0] == settings[1]
    assert all(b"Key%dx%d=" % (number, key) in settings[0] for number in range(2) for key in range(300))
    assert b"amount=#600;" in wires[0].ask(b"BALANCE bob@s.example {op=read;}")
    assert [simulator.stop() for simulator in simulators] == [0, 0]
    # The one that ended first has written its state before the other one: nothing has changed since.
    assert shared_state(tmp_path, 1) == shared_state(tmp_path, 2)
    assert len(shared_state(tmp_path, 1)[0][0]["accounts"]) == 301


def test_what_a_killed_process_has_acknowledged_is_kept(tmp_path, process, dial):
    victim, witness = (process(number) for number in (1, 2))
    wire = session(dial, victim)
    wire.do(*BOB)
    wire.send(b"".join(b"CREATEACCOUNT user%d@s.example\r\n" % number for number in range(20_000)))
    acknowledged = 0
    while acknowledged < 500:
        assert wire.line() == b"200 OK"
        acknowledged += 1
    victim.process.kill()
    victim.process.wait()
    other = session(dial, witness)
    listing = other.ask(b"LISTACCOUNTS s.example")
    assert all(b"user%d=" % number in listing for number in range(acknowledged))
    other.do(b"CREATEACCOUNT after@s.example")
    later = process(3)
    assert session(dial, later).ask(b"LISTACCOUNTS s.example") == other.ask(b"LISTACCOUNTS s.example")
    assert [witness.stop(), later.stop()] == [0, 0]
    assert shared_state(tmp_path, 2) == shared_state(tmp_path, 3)


def test_a_killed_controller_is_followed_by_another(process, dial):
    first, second = process(1), process(2, "127.0.0.2")
    wire = session(dial, second)
    assert wire.ask(b"GETCURRENTCONTROLLER") == b"201 127.0.0.1"
    first.process.kill()
    first.process.wait()
    assert wire.ask(b"GETCURRENTCONTROLLER") == b"201 127.0.0.2"
