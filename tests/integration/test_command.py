# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_command: any command of the CLI."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing
from ansible_collections.communigate.pro.tests.integration.stage import perform
from support.playbook import PlaybookRun, play


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


UNKNOWN: dict[str, Any] = {
    "commands": [
        {"verb": "newone", "arguments": {"account": "alice", "MAILBOX": "INBOX", "info": {"Lock": "YES"}}},
        {"line": "LISTNEWONES", "read_only": True},
    ],
    "allow_unknown": True,
    "on_error": "continue",
}
ON_ERROR = ("stop", "continue")


def said_twice() -> dict[str, Any]:
    created = {"accountType": "AGrade", "LEGACY": True, "settings": {"RealName": "Alice L.", "Age": "7"}}
    shown = {"commands": [{"line": "GETACCOUNTSETTINGS alice"}, {"line": "GETACCOUNTSETTINGS bob"}]}
    return play(
        command("by line", {"line": 'createaccount alice AGrade legacy {RealName="Alice L."; Age=7;}'}),
        command("by arguments", {"verb": "CreateAccount", "arguments": {"accountName": "bob", **created}}),
        command("shown", shown),
        command("nothing to say", {"line": "NOOP"}),
        command("unknown here", UNKNOWN, failed_when=False),
        command("unknown elsewhere", UNKNOWN, failed_when=False, poll=1, **{"async": 60}),
        name="said twice",
    )


def in_order(on_error: str) -> tuple[list[str], dict[str, Any]]:
    """Lines that need each other, and the task that says them."""
    domain = on_error + ".example"
    lines = ["CREATEDOMAIN %s", "CREATEACCOUNT alice@%s", "LISTACCOUNTS %s"]
    lines += ["RENAMEACCOUNT alice@%s INTO bob@" + domain, "LISTACCOUNTS %s"]
    lines = [line % domain for line in lines]
    return lines, command(on_error, {"commands": [{"line": line} for line in lines], "on_error": on_error})


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    values = [command(name, {"verb": "ECHO", "arguments": {"object": value}}) for name, value in VALUES.items()]
    several = [in_order(on_error)[1] for on_error in ON_ERROR]
    plays = [play(*values, name="values"), said_twice(), play(*several, name="several")]
    return perform(tmp_path_factory.mktemp("commands"), plays).succeeded()


def test_values_of_all_types_go_there_and_back(run: PlaybookRun) -> None:
    assert {name: run.result(name)["value"] for name in VALUES} == VALUES
    assert run.part("values").changed == []


def test_lines_and_arguments_say_the_same(run: PlaybookRun) -> None:
    sent = [*run.sent("by line"), *run.sent("by arguments")]
    alice, bob = (entry["arguments"] for entry in sent if entry["verb"] == "CREATEACCOUNT")
    assert {**alice, "accountName": "bob"} == bob
    assert {"accountType", "LEGACY", "settings"} < set(alice)
    assert [reply["value"] for reply in run.result("shown")["results"]] == [{"RealName": "Alice L.", "Age": "7"}] * 2
    assert run.result("nothing to say")["value"] is None
    assert run.part("said twice").changed == ["by line", "by arguments"]
    here, elsewhere = (run.result(name)["results"] for name in ("unknown here", "unknown elsewhere"))
    assert here == elsewhere
    assert [(entry["verb"], entry["kind"], entry["code"]) for entry in here] == [
        ("NEWONE", "change", 500), ("LISTNEWONES", "read", 500),
    ]  # fmt: skip


def test_check_mode_asks_and_does_not_change(tmp_path: Path) -> None:
    several = {"commands": [{"line": "LISTDOMAINS"}, {"line": "CREATEDOMAIN example.org"}, {"line": "MAINDOMAINNAME"}]}
    run = perform(
        tmp_path,
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


@pytest.mark.parametrize("on_error", ON_ERROR)
def test_several_commands_in_their_order(run: PlaybookRun, on_error: str) -> None:
    result = run.result(on_error)
    lines, _task = in_order(on_error)
    assert [entry["verb"] for entry in result["results"]] == [line.split()[0] for line in lines]
    assert [list(result["results"][number]["value"]) for number in (2, 4)] == [["alice"], ["bob"]]
    assert result["statistics"]["writes"] == 3
    round_trips = result["statistics"]["round_trips"]
    # One by one, and at the end the proof that the replies were those to the commands; or together.
    assert round_trips == 6 if on_error == "stop" else round_trips < 5
