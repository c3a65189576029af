# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Perl client that reads and writes as the vendor's does (``perl_client.pl``) talks to the simulator."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from support.simulator import Simulator

PERL = shutil.which("perl")
CLIENT = Path(__file__).with_name("perl_client.pl")
SECONDS = 120

pytestmark = pytest.mark.skipif(PERL is None, reason="needs perl")

OK = ("OK", None)
FOLLOWS = object()  # the text of a status line that announces data


def value(data: Any) -> tuple[Any, Any]:
    """The reply that carries ``data``."""
    return (FOLLOWS, data)


# Commands in the vendor client's spelling, and the text and the data of their replies. Texts are those that
# sources have seen, data is the manual's; numbers and escapes stay as they are written.
SESSION: tuple[tuple[str, tuple[Any, Any]], ...] = (
    ("LISTDOMAINS", value(["example.com"])),
    ('CREATEDOMAIN example.org {AccountsLimit=50;MailToUnknown="Rerouted to";}', OK),
    ("CREATEACCOUNT anna@example.org {RealName=\"Anna \\\"Tea\\\" Müller\";Password=secret1;}", OK),
    ("CREATEACCOUNT ben@example.org", OK),
    ("CREATEACCOUNT ben@example.org", ("account with this name already exists", None)),
    ("GETACCOUNTSETTINGS nobody@example.org", ("unknown user account", None)),
    ("LISTDOMAINS", value(["example.com", "example.org"])),
    ("MAINDOMAINNAME", value("example.com")),
    ("GETDOMAINSETTINGS example.org", value({"AccountsLimit": "50", "MailToUnknown": "Rerouted to"})),
    ("GETACCOUNTSETTINGS anna@example.org", value({"RealName": 'Anna \\"Tea\\" Müller', "Password": "secret1"})),
    ("GETACCOUNTSETTINGS ben@example.org", value({})),
    ("GETACCOUNTALIASES ben@example.org", value([])),
    ("LISTACCOUNTS example.org", value({"anna": "macnt", "ben": "macnt"})),
    ('SETACCOUNTALIASES anna@example.org (info,"a.miller")', OK),
    ("GETACCOUNTALIASES anna@example.org", value(["info", "a.miller"])),
    ('CREATEFORWARDER "press@example.org" TO "agency@net.example"', OK),
    ("GETFORWARDER press@example.org", value("agency@net.example")),
    ("LISTDOMAINOBJECTS example.org 10", value([
        "2",
        {"a.miller": ["anna"], "anna": "macnt", "ben": "macnt", "info": ["anna"], "press": [["agency@net.example"]]},
        "2",
        "1",
    ])),
    ("CREATEGROUP staff@example.org {Members=(anna,ben);Expand=YES;}", OK),
    ("GETGROUP staff@example.org", value({"Members": ["anna", "ben"], "Expand": "YES"})),
    # Structures whose inner lines end in brackets of both kinds: this client ends at the first that fits.
    (
        'SETACCOUNTMAILRULES anna@example.org ((5,Spam,((Subject,is,"*offer*")),((Discard))),(1,Empty,(),()))',
        OK,
    ),
    ("GETACCOUNTMAILRULES anna@example.org", value([
        ["5", "Spam", [["Subject", "is", "*offer*"]], [["Discard"]]], ["1", "Empty", [], []],
    ])),
    ("SETMODULE PWD {LogLevel=3;Listener={Ports=({PortNumber=106;},{PortNumber=8106;});Empty={};None=();};}", OK),
    ("GETMODULE PWD", value({
        "LogLevel": "3",
        "Listener": {"Ports": [{"PortNumber": "106"}, {"PortNumber": "8106"}], "Empty": {}, "None": []},
    })),
    ("ECHO (((a),(b)),((c)))", value([[["a"], ["b"]], [["c"]]])),
    ("ECHO ({a={b={c=d;};};},{})", value([{"a": {"b": {"c": "d"}}}, {}])),
    ('ECHO ")"', value(")")),
    ('ECHO (")","}","(","{;")', value([")", "}", "(", "{;"])),
    ('ECHO {"a)"="b}";}', value({"a)": "b}"})),
    ('SETLANIPS "10.0.0.0/8\\e192.168.1.1"', OK),
    ("GETLANIPS", value("10.0.0.0/8\\e192.168.1.1")),
    ("GETROUTERTABLE", value("")),
    ("WRITESTORAGEFILE anna@example.org FILE hello.txt DATA [SGVsbG8=]", OK),
    ("GETSTORAGEFILEINFO anna@example.org", value(["#5", "#1"])),
    ("ECHO ([HcqHfHI=],#-25,#I[10.0.44.55]:25,#NULL#,#T22-10-2009,\"\")", value(
        ["[HcqHfHI=]", "#-25", "#I[10.0.44.55]:25", None, "#T22-10-2009", ""],
    )),
    ("GETACCOUNTPRESENCE anna@example.org", value(None)),
    ("VERIFYACCOUNTPASSWORD anna@example.org PASSWORD secret1", OK),
    ("DELETEDOMAIN example.org FORCE", OK),
    ("LISTDOMAINS", value(["example.com"])),
    ("NOOP", OK),
)


def run(
    simulator: Simulator, commands: Sequence[str], *options: str, password: str = ""
) -> subprocess.CompletedProcess[str]:
    assert PERL is not None
    return subprocess.run(
        [PERL, str(CLIENT), simulator.host, str(simulator.port), simulator.login, *options],
        input="".join(command + "\n" for command in commands),
        env=dict(os.environ, CGP_PASSWORD=password or simulator.password),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


@pytest.mark.parametrize("inline", [True, False], ids=["inline", "data follow"])
def test_session(inline: bool, simulator: Simulator) -> None:
    """Twice, because the session clears up behind itself: with APOP and with a clear text password."""
    for login, options in ((["APOP"], []), (["USER", "PASS"], ["--clear"])):
        mark = simulator.mark()
        ended = run(simulator, [command for command, _reply in SESSION], *options, *["--inline"] * inline)
        assert (ended.returncode, ended.stderr) == (0, "")
        check([json.loads(line) for line in ended.stdout.splitlines()], inline)
        verbs = simulator.verbs(mark)
        assert verbs[: len(login) + inline] == login + ["INLINE"] * inline
        assert verbs[-1] == "QUIT"


def check(replies: Sequence[dict[str, Any]], inline: bool) -> None:
    """Compare what the client understood with ``SESSION``."""
    for (command, (text, data)), reply in zip(SESSION, replies, strict=True):
        has_data = text is FOLLOWS
        assert (command, reply["data"]) == (command, data)
        assert reply["echo"] == data, command
        assert reply["text"] == (text if not has_data else "" if inline else "data follow"), command
        if has_data or text == "OK":
            assert reply["code"] == (201 if has_data and inline else 200), command
    assert [reply["code"] for reply in replies if reply["code"] > 201] == [520, 513]


def test_a_wrong_password_is_refused(simulator: Simulator) -> None:
    for options in ([], ["--clear"]):
        ended = run(simulator, ["NOOP"], *options, password="wrong")
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr.startswith("login refused: 515 ")
    assert simulator.verbs() == ["APOP", "USER", "PASS"]
