# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The event source against a simulator: what comes up there is told once, and what was there is not.

ansible-rulebook itself runs the rulebook where that is at hand: `make rulebook` brings it. It needs Java.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import runpy
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION
from ansible_collections.communigate.pro.plugins.module_utils.connector.command import Line, Word
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.checkout import TREE, variables
from support.verbs import kind_of

EDA = TREE / "ansible_collections" / "communigate" / "pro" / "extensions" / "eda"
SOURCE = runpy.run_path(str(EDA / "plugins" / "event_source" / "server_events.py"))
PASSWORD = "not to be shown"
WAITING = 'QUEUE {queue="partner.example"; sender="anna@example.com"; size=#1; lastError="refused";}'
EVENTS: list[dict[str, Any]] = [
    {"type": "alert", "text": "disk is full"},
    {"type": "queue_growth", "queue": "partner.example", "messages": 2, "before": 1, "error": "refused"},
    {"type": "failed_logins", "address": "192.0.2.7", "seconds": 900},
]
READ = ("GETSERVERALERTS", "GETMESSAGEQUEUEINFO", "GETTEMPBLACKLISTEDIPS")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture
def server(journal: Path) -> Iterator[Embedded]:
    """One with an alert, a message in a queue and a blocked address."""
    with Embedded(Options(port=0, password=PASSWORD, journal=str(journal))) as simulator:
        say(simulator, Line("POSTSERVERALERT", "an old one"), Line("TEMPBLACKLISTIP", "192.0.2.1"))
        simulator.control(WAITING)
        yield simulator


def say(simulator: Embedded, *lines: Line) -> None:
    with Session(Endpoint(host=simulator.host, port=simulator.port), Credentials("postmaster", PASSWORD)) as session:
        for line in lines:
            session.one(line)


def come_up(simulator: Embedded) -> None:
    """Something of each kind."""
    say(simulator, Line("POSTSERVERALERT", "disk is full"))
    say(simulator, Line("TEMPBLACKLISTIP", "192.0.2.7", Word("TIMEOUT"), 900))
    simulator.control(WAITING)


def options(simulator: Embedded, **more: Any) -> dict[str, Any]:
    given = {"host": simulator.host, "port": simulator.port, "password": PASSWORD, "interval": 0.01}
    return {**given, "queues": ["partner.example"], "queue_limit": 2, **more}


async def has_looked(journal: Path) -> None:
    """Waits until the source has looked at what is there."""
    while READ[-1] not in journal.read_text(encoding="utf-8"):
        await asyncio.sleep(0.01)


async def ended(source: asyncio.Task[None]) -> None:
    source.cancel()
    await asyncio.wait({source})


def test_what_comes_up_is_told_once(server: Embedded, journal: Path) -> None:
    """And what was there before is not; nothing is sent that does not read."""

    async def watch() -> list[dict[str, Any]]:
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        source = asyncio.ensure_future(SOURCE["main"](queue, options(server)))
        await has_looked(journal)
        await asyncio.to_thread(come_up, server)
        events = [await queue.get() for dummy in EVENTS]
        more = journal.read_text(encoding="utf-8").count(READ[-1]) + 2
        while journal.read_text(encoding="utf-8").count(READ[-1]) < more:
            await asyncio.sleep(0.01)
        await ended(source)
        assert queue.empty()
        return events

    events = asyncio.run(asyncio.wait_for(watch(), 60))
    assert {set(event) == {"cgp"} for event in events} == {True}
    bare = [event["cgp"] for event in events]
    assert {event.pop("server") for event in bare} == {"%s:%d" % (server.host, server.port)}
    for event, expected in zip(sorted(bare, key=lambda one: one["type"]), sorted(EVENTS, key=lambda one: one["type"])):
        if event["type"] == "failed_logins":
            assert 0 < event.pop("seconds") <= expected["seconds"]
            expected = {name: value for name, value in expected.items() if name != "seconds"}
        if event["type"] == "alert":
            assert event.pop("time")
        assert event == expected
    said = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    verbs = {entry["verb"] for entry in said if entry["verb"] in COMMANDS}
    assert {verb for verb in verbs if kind_of(verb) == "read"} >= set(READ)
    changes = {verb for verb in verbs if kind_of(verb) in ("change", "destructive")}
    assert changes == {"POSTSERVERALERT", "TEMPBLACKLISTIP"}


def test_an_outage_is_told_once_and_its_end(journal: Path) -> None:
    async def watch() -> list[dict[str, Any]]:
        queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        first = Embedded(Options(port=0, password=PASSWORD, journal=str(journal)))
        with contextlib.ExitStack() as begun:
            begun.enter_context(first)
            port = first.port
            source = asyncio.ensure_future(SOURCE["main"](queue, options(first, queues=None)))
            await has_looked(journal)
            await asyncio.to_thread(begun.close)
        events = [await queue.get()]
        await asyncio.sleep(0.1)  # some looks more, none of which is an event
        with Embedded(Options(port=port, password=PASSWORD)):
            events.append(await queue.get())
            await ended(source)
        assert queue.empty()
        return [event["cgp"] for event in events]

    unreachable, reachable = asyncio.run(asyncio.wait_for(watch(), 60))
    assert (unreachable["type"], reachable["type"]) == ("unreachable", "reachable")
    assert unreachable["message"] and PASSWORD not in str(unreachable)


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"hosts": "mail.example.com"}, "no such option: hosts"),
        ({"port": "smtp"}, "port is no number"),
        ({"transport": "udp"}, "transport is not one of"),
        ({"password": "another"}, "login"),
        ({"password": None}, "no password"),
    ],
)
def test_a_mistake_ends_the_source_at_once(
    server: Embedded, wrong: dict[str, Any], word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CGP_PASSWORD", raising=False)
    monkeypatch.delenv("CGP_PASSWORD_FILE", raising=False)
    with pytest.raises(CgpError) as raised:
        asyncio.run(asyncio.wait_for(SOURCE["main"](asyncio.Queue(), options(server, **wrong)), 60))
    assert word in str(raised.value).lower()
    assert PASSWORD not in str(raised.value) and "another" not in str(raised.value)


def test_options_fall_back_to_the_variables_of_the_modules() -> None:
    environment = {"CGP_HOST": "mail.example.com", "CGP_PORT": "10106", "CGP_TLS_VERIFY": "no", "CGP_TRANSPORT": "tls"}
    read = SOURCE["read_options"]({"port": "106"}, environment)
    assert (read["host"], read["port"]) == ("mail.example.com", 106)
    assert (read["tls_verify"], read["transport"]) == (False, "tls")
    assert set(CONNECTION) < set(read)


def test_the_page_documents_the_options_that_are_the_sources_own() -> None:
    documented = yaml.safe_load(SOURCE["DOCUMENTATION"])["options"]
    assert {name: about.get("default") for name, about in documented.items() if name != "host"} == {
        name: list(value) if isinstance(value, tuple) else value for name, value in SOURCE["_OWN"].items()
    }
    (example,) = yaml.safe_load(SOURCE["EXAMPLES"])
    SOURCE["read_options"](example["communigate.pro.server_events"], {})


def test_the_rulebook_uses_the_source_and_has_a_rule_for_each_event() -> None:
    (rulebook,) = yaml.safe_load((EDA / "rulebooks" / "watch.yml").read_text(encoding="utf-8"))
    (source,) = rulebook["sources"]
    SOURCE["read_options"]({name: None for name in source["communigate.pro.server_events"]}, {})
    conditions = [rule["condition"] for rule in rulebook["rules"]]
    types = [*(event["type"] for event in EVENTS), "unreachable"]
    assert conditions == ['event.cgp.type == "%s"' % name for name in types]


@pytest.mark.skipif(shutil.which("ansible-rulebook") is None, reason="there is no ansible-rulebook to run it")
def test_the_rulebook_runs(server: Embedded, journal: Path, tmp_path: Path) -> None:
    inventory = tmp_path / "inventory.yml"
    inventory.write_text("all: {hosts: {localhost: {ansible_connection: local}}}\n", encoding="utf-8")
    about = {"cgp_host": server.host, "cgp_port": server.port, "cgp_interval": 0.2}
    about.update(cgp_queues=["partner.example"], cgp_queue_limit=2)
    given = tmp_path / "variables.yml"
    given.write_text(yaml.safe_dump(about), encoding="utf-8")
    output = tmp_path / "output"
    files = ("--rulebook", EDA / "rulebooks" / "watch.yml", "--inventory", inventory, "--vars", given)
    with output.open("w", encoding="utf-8") as written:
        running = subprocess.Popen(
            ["ansible-rulebook", *files],
            cwd=tmp_path,
            env=variables(tmp_path, CGP_PASSWORD=PASSWORD),
            stdout=written,
            stderr=subprocess.STDOUT,
        )
        try:
            while READ[-1] not in journal.read_text(encoding="utf-8"):
                assert running.poll() is None, output.read_text(encoding="utf-8")
                time.sleep(0.1)
            come_up(server)
            expected = ("disk is full", "2 messages wait for partner.example: refused", "192.0.2.7 is blocked")
            for words in expected:
                while words not in output.read_text(encoding="utf-8"):
                    assert running.poll() is None, output.read_text(encoding="utf-8")
                    time.sleep(0.1)
        finally:
            running.terminate()
            running.wait()
    assert PASSWORD not in output.read_text(encoding="utf-8")
