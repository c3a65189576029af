# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The connector, the dialogue and other clients at the simulator's HTTP realm, in every form that it can answer in."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    GETACCOUNTSETTINGS,
    RENAMEACCOUNT,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CliError, ConnectionLost
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.kinds import http
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.tests.unit.connector.scripted_realm import Realm, response
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Say
from support.load import FULL

PASSWORD = "a password, for tests"


# --- every form of answers tells the same

QUESTIONS = (
    "CREATEDOMAIN client.example", "CREATEDOMAIN client.example", "LISTDOMAINS",
    'CREATEACCOUNT ann@client.example {RealName="An\\e<n> & \u00e9";MaxAliases=513;}',
    "CREATEACCOUNT ann@client.example", "CREATEACCOUNT ann@nowhere.example", "GETACCOUNTSETTINGS ann@client.example",
    "GETACCOUNTONESETTING ann@client.example MaxAliases", "GETACCOUNTSETTINGS nobody@client.example",
    "GETACCOUNTALIASES ann@client.example", "SETACCOUNTALIASES ann@client.example (ERROR,200)",
    "GETACCOUNTALIASES ann@client.example", "GETGROUP nobody@client.example", "VERIFYACCOUNTPASSWORD ann PASSWORD x",
    "NONSENSE", "LISTMAILINGLISTS", "ECHO 513", "ECHO 200", 'ECHO "513 unknown user account"', 'ECHO ""', "ECHO #5",
    "ECHO [AQID]", 'ECHO "ERROR x"', "ECHO {}", "ECHO ()", "ECHO #NULL#", "NOOP",
)  # fmt: skip
BY_QUESTION = [
    ("", http.STATUS_LINE), ("", http.NOTHING_EMPTY, http.NOTHING_OK),
    ("", http.ERROR_TEXT, http.ERROR_LINE, http.ERROR_500, http.ERROR_500_TEXT, http.ERROR_500_PAGE, http.ERROR_STATUS),
    ("", http.CHUNKED, http.CLOSES),
]  # fmt: skip


def forms() -> Iterator[tuple[str, ...]]:
    """Each habit alone, and sets of an answer to each question."""
    yield from ((habit.name,) for habit in http.HABITS)
    chance = random.Random(12)
    for _set in range(200 if FULL else 12):
        yield tuple(filter(None, (chance.choice(names) for names in BY_QUESTION)))


@contextmanager
def at_realm(habits: Sequence[str] = (), **options: Any) -> Iterator[tuple[Embedded, Session]]:
    with ExitStack() as running:
        made = Options(port=0, http_port=0, password=PASSWORD, habits=tuple(habits), **options)
        server = running.enter_context(Embedded(made))
        endpoint = Endpoint(server.host, server.http_port or 0, "http")
        session = running.enter_context(Session(endpoint, Credentials("postmaster", PASSWORD), pause=lambda s: None))
        yield server, session


def told(session: Session) -> list[Any]:
    """What comes for the questions; of refusals the class and the text."""
    results = session.many([Say(question) for question in QUESTIONS])
    return [(type(each), each.text) if isinstance(each, CliError) else each for each in results]


def on_pwd() -> list[Any]:
    with ExitStack() as running:
        server = running.enter_context(Embedded(Options(port=0, password=PASSWORD)))
        endpoint = Endpoint(server.host, server.port)
        return told(running.enter_context(Session(endpoint, Credentials("postmaster", PASSWORD))))


def test_every_form_tells_what_the_pwd_port_tells() -> None:
    expected = on_pwd()
    for habits in forms():
        with at_realm(habits) as (_server, session):
            assert list(zip(QUESTIONS, told(session))) == list(zip(QUESTIONS, expected)), habits


@pytest.mark.parametrize("habit", [http.CLOSES, http.CHUNKED])
def test_the_end_of_a_response_is_told_within_tls(habit: str, certificate: tuple[str, str]) -> None:
    options = Options(
        port=0, https_port=0, password=PASSWORD, habits=(habit,), tls_cert=certificate[0], tls_key=certificate[1]
    )
    with Embedded(options) as server:
        endpoint = Endpoint(server.host, server.https_port or 0, "https", tls_ca_file=certificate[0])
        with Session(endpoint, Credentials("postmaster", PASSWORD), pause=lambda s: None) as session:
            assert told(session) == on_pwd()
            assert session.statistics.logins == 1


# --- order

def saying(*commands: Any) -> Any:
    """A conversation that says commands, one list after the other, and returns all that came."""
    results = []
    for command in commands:
        results += yield [command]
    return results


def test_what_one_object_frees_another_may_take_as_on_pwd() -> None:
    """Of the conversations of one run a change that is said first is done before anything else is begun."""
    log: list[tuple[str, str]] = []
    other = threading.Event()

    def answer(command: str, _connection: int) -> bytes:
        log.append(("begun", command))
        if command.startswith("RENAME"):
            other.wait(0.05)  # time for another one to come, if that were sent
        else:
            other.set()
        log.append(("done", command))
        return response("200 OK\r\n")

    rename, create = RENAMEACCOUNT("ann@example.com", "bob@example.com"), CREATEACCOUNT("ann@example.com")
    reads = [GETACCOUNTSETTINGS("%s@example.com" % name) for name in ("ann", "bob")]
    conversations = [saying(rename, *reads), saying(create, *reads), saying(*reads)]
    with Realm(answer) as realm, realm.session() as session:
        assert len(list(Dialogue(session, raw=True).run(conversations))) == 3
    for change in (rename.line(), create.line()):
        assert log.index(("done", change)) == log.index(("begun", change)) + 1
    assert [command for what, command in log if what == "begun"][:2] == [rename.line(), create.line()]


# --- faults, and what is never sent twice

def sent(journal: Path) -> list[str]:
    return [json.loads(line)["verb"] for line in journal.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("fault", [
    "drop-before:verb=CREATEACCOUNT", "drop-after:verb=CREATEACCOUNT", "garble:verb=CREATEACCOUNT",
    "cut:verb=CREATEACCOUNT", "cut:verb=CREATEACCOUNT,bytes=5", "stall:verb=CREATEACCOUNT",
])
def test_a_change_whose_answer_does_not_come_is_a_loss_and_is_sent_once(fault: str, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    with at_realm(journal=str(journal)) as (server, session):
        session._limits.reply = 0.5
        server.control('FAULT "%s"' % fault)
        with pytest.raises(ConnectionLost):
            session.one(CREATEACCOUNT("ann@example.com"))
        session._limits.reply = 60.0
        there = not isinstance(next(session.many([GETACCOUNTSETTINGS("ann@example.com")])), CliError)
        assert there == (fault.partition(":")[0] not in ("drop-before", "stall"))
        assert sent(journal).count("CREATEACCOUNT") == 1


@pytest.mark.parametrize(("fault", "code"), [
    ("error:verb=CREATEACCOUNT,code=502,text=no", 502), ("forget:verb=CREATEACCOUNT", None),
    ("delay:verb=CREATEACCOUNT,ms=30", None), ("shuffle", None),
])
def test_other_faults(fault: str, code: int | None) -> None:
    with at_realm() as (server, session):
        server.control('FAULT "%s"' % fault)
        (result,) = session.many([CREATEACCOUNT("ann@example.com")])
        assert getattr(result, "code", None) == code
        (there,) = session.many([GETACCOUNTSETTINGS("ann@example.com")])
        assert isinstance(there, CliError) == fault.startswith(("error", "forget"))


def test_a_login_that_a_fault_refuses() -> None:
    with at_realm() as (server, session):
        server.control('FAULT "refuse-login:times=1"')
        with pytest.raises(ConnectionLost, match="login was refused"):
            session.one(Say("NOOP"))


# --- curl

needs_curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


@needs_curl
def test_curl_reaches_the_realm(certificate: tuple[str, str]) -> None:
    """As the scripts that are known do it: by GET and POST, with HTTPS too."""
    options = {"tls_cert": certificate[0], "tls_key": certificate[1], "https_port": 0}
    with at_realm(**options) as (server, _session):
        base = "http://127.0.0.1:%d/" % (server.http_port or 0)
        secure = "https://127.0.0.1:%d/" % (server.https_port or 0)
        requests = [
            ["--get", "--data-urlencode", "command=CREATEDOMAIN client.example", base + "cli/"],
            ["--data-urlencode", "command=updatedomainsettings client.example   {MailToUnknown=Discarded;}",
             base + "CLI/"],
            [secure + "CLI/?command=getdomainsettings%20client.example", "--cacert", certificate[0]],
            ["--data", "command=GETDOMAINSETTINGS+nowhere.example", base + "CLI/"],
        ]
        common = ["curl", "--silent", "--show-error", "--noproxy", "*", "--user", "postmaster:" + PASSWORD]
        output = b"".join(
            subprocess.run([*common, *request], check=True, stdout=subprocess.PIPE, timeout=60).stdout
            for request in requests
        )
    assert output.split(b"\r\n") == [
        b"200 OK", b"200 OK", b"{MailToUnknown=Discarded;}", b"ERROR 512 unknown secondary domain name", b"",
    ]
