# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_command: any command of the CLI."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from support.playbook import PlaybookRunner, play


def command(name: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    return {"name": name, "communigate.pro.cgp_command": options, **keywords}


VALUES: dict[str, Any] = {
    "text": "Grüß Gott, \"you\" \\ there;\n(two lines)",
    "text that looks like another type": "#5",
    "a number": 5,
    "a list": ["a", ["b", []], {}],
    "a dictionary": {"b c": {"d": "e"}, "$f": "g"},
    "a datablock": {"$datablock": "AAH/"},
    "a timestamp": {"$timestamp": "T22-10-2009_15:24:45"},
    "an address": {"$address": "[10.0.44.55]:25"},
    "XML": {"$xml": "<a b=\"c\">d</a>"},
    "nothing": {"n": None},
}


def test_values_of_all_types_go_there_and_back(run_playbook: PlaybookRunner) -> None:
    tasks = [command(name, {"verb": "ECHO", "arguments": {"object": value}}) for name, value in VALUES.items()]
    run = run_playbook(play(*tasks)).succeeded()
    assert {name: run.result(name)["value"] for name in VALUES} == VALUES
    assert run.changed == []


def test_lines_and_arguments_say_the_same(run_playbook: PlaybookRunner) -> None:
    created = {"accountType": "AGrade", "LEGACY": True, "settings": {"RealName": "Alice L.", "Age": "7"}}
    shown = {"commands": [{"line": "GETACCOUNTSETTINGS alice"}, {"line": "GETACCOUNTSETTINGS bob"}]}
    run = run_playbook(
        play(
            command("by line", {"line": 'createaccount alice AGrade legacy {RealName="Alice L."; Age=7;}'}),
            command("by arguments", {"verb": "CreateAccount", "arguments": {"accountName": "bob", **created}}),
            command("shown", shown),
            command("nothing to say", {"line": "NOOP"}),
            command("unknown here", UNKNOWN, failed_when=False),
            command("unknown elsewhere", UNKNOWN, failed_when=False, poll=1, **{"async": 60}),
        )
    ).succeeded()
    sent = [*run.sent("by line"), *run.sent("by arguments")]
    alice, bob = (entry["arguments"] for entry in sent if entry["verb"] == "CREATEACCOUNT")
    assert {**alice, "accountName": "bob"} == bob
    assert {"accountType", "LEGACY", "settings"} < set(alice)
    assert [reply["value"] for reply in run.result("shown")["results"]] == [{"RealName": "Alice L.", "Age": "7"}] * 2
    assert run.result("nothing to say")["value"] is None
    assert run.changed == ["by line", "by arguments"]
    here, elsewhere = (run.result(name)["results"] for name in ("unknown here", "unknown elsewhere"))
    assert here == elsewhere
    assert [(entry["verb"], entry["kind"], entry["code"]) for entry in here] == [
        ("NEWONE", "change", 500), ("LISTNEWONES", "read", 500),
    ]  # fmt: skip


UNKNOWN: dict[str, Any] = {
    "commands": [
        {"verb": "newone", "arguments": {"account": "alice", "MAILBOX": "INBOX", "info": {"Lock": "YES"}}},
        {"line": "LISTNEWONES", "read_only": True},
    ],
    "allow_unknown": True,
    "on_error": "continue",
}


def test_check_mode_asks_and_does_not_change(run_playbook: PlaybookRunner) -> None:
    several = {"commands": [{"line": "LISTDOMAINS"}, {"line": "CREATEDOMAIN example.org"}, {"line": "MAINDOMAINNAME"}]}
    run = run_playbook(
        play(
            command("read", {"line": "MAINDOMAINNAME"}),
            command("change", {"line": "CREATEDOMAIN example.org"}),
            command("action", {"line": "KILLACCOUNTSESSIONS alice"}),
            command("several", several),
            command("unknown", {"verb": "NEWONE", "arguments": {"x": "y"}, "allow_unknown": True}),
            command("unknown read", {**UNKNOWN["commands"][1], "allow_unknown": True}, failed_when=False),
        ),
        check=True,
        diff=True,
    ).succeeded()
    assert run.result("unknown read")["code"] == 500
    assert run.result("read")["value"] == "example.com"
    assert run.changed == ["change", "action", "several", "unknown"]
    assert changing([entry for result in run.results for entry in result.sent]) == []
    assert [entry["sent"] for entry in run.result("several")["results"]] == [True, False, True]
    assert run.result("several")["results"][2]["value"] == "example.com"
    assert run.result("several")["diff"]["after"] == "CREATEDOMAIN\n"


@pytest.mark.parametrize("on_error", ["stop", "continue"])
def test_several_commands_in_their_order(run_playbook: PlaybookRunner, on_error: str) -> None:
    lines = ["CREATEDOMAIN example.org", "CREATEACCOUNT alice@example.org", "LISTACCOUNTS example.org"]
    lines += ["RENAMEACCOUNT alice@example.org INTO bob@example.org", "LISTACCOUNTS example.org"]
    options = {"commands": [{"line": line} for line in lines], "on_error": on_error}
    run = run_playbook(play(command("task", options))).succeeded()
    results = run.result("task")["results"]
    assert [entry["verb"] for entry in results] == [line.split()[0] for line in lines]
    assert [list(results[number]["value"]) for number in (2, 4)] == [["alice"], ["bob"]]
    assert run.result("task")["statistics"]["writes"] == 3
    round_trips = run.result("task")["statistics"]["round_trips"]
    # One by one, and at the end the proof that the replies were those to the commands; or together.
    assert round_trips == 6 if on_error == "stop" else round_trips < 5
