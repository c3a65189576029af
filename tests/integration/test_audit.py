# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A fleet looked through by the playbook audit: what is told of it, when it fails, and that no server is touched."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION
from ansible_collections.communigate.pro.plugins.module_utils._resources.audit import AUDIT
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.tests.integration.noun import changing
from support import simulator
from support.checkout import ROOT
from support.in_process import Place
from support.planted import CONTROL, FOUND, MADE, PLANTED, PLANTED_CONTROL, SECRETS
from support.playbook import LOCALHOST, PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator

PLAYBOOK = "communigate.pro.audit"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></title>{{ 7*7 }}"
FORMULA = "=HYPERLINK(1)"
QUOTED = HOSTILE.replace('"', '\\"')
MARKUP = (
    'SETDOMAINMAILRULES example.org ((5,"%s",(),(("Redirect to","far@elsewhere.example")),""))' % QUOTED,
    'SETMAILBOXACL alice@example.org MAILBOX INBOX {"%s"=l;}' % FORMULA,
)
CLEAN, FULL, UNREACHABLE = "mail1", "mail2", "mail3"
FAILING = "Fail where anything is as grave as that or could not be read"


class Fleet(NamedTuple):
    """The servers by name, where reports are written, and how many commands each server had got before."""

    servers: dict[str, Simulator]
    directory: Path
    marks: dict[str, int]
    hosts: dict[str, dict[str, Any]]
    runner: PlaybookRunner

    def run(self, *arguments: str, check: bool = False, **variables: Any) -> PlaybookRun:
        """The playbook for the fleet, with the report in the directory."""
        told = {"report": str(self.directory / "audit.html"), **variables}
        return self.runner(PLAYBOOK, *arguments, hosts=self.hosts, extra_vars=told, check=check)


class Told(NamedTuple):
    """A run, and what it has written."""

    run: PlaybookRun
    json: dict[str, Any]
    junit: ElementTree.Element
    csv: list[list[str]]
    page: str

    def found(self, name: str) -> set[tuple[str, str, str]]:
        """By check, severity and object, what is told of a server."""
        (server,) = [server for server in self.json["servers"] if server["name"] == name]
        return {(check["check"], one["kind"], one["name"]) for check in server["checks"] for one in check["findings"]}


def say(server: Simulator, *lines: str) -> None:
    place = Place(server.host, server.port, server.password, Path())
    result = place.run(COMMAND, {"commands": [{"line": line} for line in lines]})
    assert not result.get("failed"), result["msg"]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    directory = tmp_path_factory.mktemp("fleet")
    servers = {name: simulator.embed(directory / "servers" / name) for name in (CLEAN, FULL, UNREACHABLE)}
    for server in servers.values():
        say(server, *MADE)
        server.control(*CONTROL)
    say(servers[FULL], *PLANTED, *MARKUP)
    servers[FULL].control(*PLANTED_CONTROL)
    servers[UNREACHABLE].stop()
    hosts = {
        name: {
            **LOCALHOST,
            "cgp_host": server.host,
            "cgp_port": server.port,
            "cgp_login": "postmaster",
            "cgp_password": server.password,
        }
        for name, server in servers.items()
    }
    marks = {name: server.mark() for name, server in servers.items()}
    yield Fleet(servers, directory, marks, hosts, PlaybookRunner(directory / "runs"))
    for name, server in servers.items():
        if name != UNREACHABLE:
            server.stop()


@pytest.fixture(scope="module")
def told(fleet: Fleet) -> Told:
    run = fleet.run("-vvvv")
    read = {suffix: (fleet.directory / ("audit." + suffix)).read_text("utf-8") for suffix in ("html", "json", "xml")}
    with (fleet.directory / "audit.csv").open(encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    return Told(run, json.loads(read["json"]), ElementTree.fromstring(read["xml"]), table, read["html"])


def failed(run: PlaybookRun) -> set[str]:
    return {one.host for one in run.results if one.task == FAILING and one.status == "failed"}


def test_what_was_planted_is_told_and_nothing_else(told: Told) -> None:
    markup = {("leads_outside", "warning", "example.org"), ("acl_names", "warning", "alice@example.org")}
    assert told.found(FULL) == FOUND | markup
    assert told.found(CLEAN) == {("administrators", "notice", "postmaster@example.com")}
    assert told.json["summary"].startswith("1 of 3 servers has findings")
    assert told.json["counts"]["unread"] == 0


def test_the_run_fails_where_anything_is_critical_or_could_not_be_read(told: Told) -> None:
    assert told.run.rc == 2, told.run.output
    assert failed(told.run) == {FULL, UNREACHABLE}


def test_no_server_was_changed(told: Told, fleet: Fleet) -> None:
    sent = {name: fleet.servers[name].since(fleet.marks[name]) for name in (CLEAN, FULL)}
    assert all(sent.values())
    assert [verb for commands in sent.values() for verb in changing(commands)] == []


def test_why_a_server_could_not_be_read_is_told_in_each_form(told: Told) -> None:
    (lost,) = [server for server in told.json["servers"] if server["name"] == UNREACHABLE]
    assert (lost["state"], lost["checks"]) == ("unknown", [])
    assert "refuses the connection" in lost["msg"]
    assert told.junit.findall("testsuite[@name='%s']/testcase/error" % UNREACHABLE)
    assert "refuses the connection" in told.page
    assert [line[-1] for line in told.csv if line[0] == UNREACHABLE] == [lost["msg"]]


def test_a_table_has_what_the_page_has(told: Told) -> None:
    assert {tuple(line[1:4]) for line in told.csv if line[0] == FULL} == told.found(FULL)
    assert not [cell for line in told.csv for cell in line if cell.startswith(("=", "+", "-", "@"))]
    assert any(FORMULA in cell for line in told.csv for cell in line)


def test_markup_of_a_server_is_text_of_the_page(told: Told) -> None:
    assert told.page.count("<script") == told.page.count("</title") == 1
    assert "<img" not in told.page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told.page
    assert "{{ 7*7 }}" in told.page


def test_no_secret_is_told(told: Told, fleet: Fleet) -> None:
    written = [path.read_text("utf-8") for path in fleet.directory.glob("audit.*")]
    assert len(written) == 4
    for secret in SECRETS:
        assert not [text for text in [*written, told.run.output] if secret in text]
    assert "hook.example" in told.page


def test_what_is_written_is_for_its_owner_only(told: Told, fleet: Fleet) -> None:
    assert {path.stat().st_mode & 0o777 for path in fleet.directory.glob("audit.*")} == {0o600}


@pytest.mark.parametrize(
    ("fails", "which"),
    [
        ("critical", {UNREACHABLE}),
        (True, {UNREACHABLE}),
        ("warning", {FULL, UNREACHABLE}),
        ("notice", {FULL, UNREACHABLE}),
        ("never", set()),
        (False, set()),
    ],
)
def test_when_it_fails_can_be_said(fleet: Fleet, fails: Any, which: set[str]) -> None:
    """Looking for what is no more than a warning there."""
    less = {"cgp_checks": "leads_outside,unused", "audit_fails": fails, "report": str(fleet.directory / "less.html")}
    run = fleet.run(**less)
    assert (failed(run), run.rc) == (which, 2 if which else 0)


def test_a_level_that_there_is_not_is_refused(fleet: Fleet) -> None:
    run = fleet.run("--limit", CLEAN, audit_fails="grave", report=str(fleet.directory / "none.html"))
    assert run.rc != 0
    assert "audit_fails is grave: it can be never, critical, warning, notice" in run.output
    assert not (fleet.directory / "none.html").exists()


def test_what_is_looked_for_can_be_said_of_each_server(fleet: Fleet) -> None:
    page = fleet.directory / "some.html"
    run = fleet.run(
        "--limit", FULL, report=str(page), cgp_checks=["certificates", "quota", "login"], cgp_except=["login"],
        cgp_domains=["net.example", "late.example"], cgp_certificate_days=5, cgp_quota_percent=50, check=False,
    )  # fmt: skip
    told = json.loads(page.with_suffix(".json").read_text("utf-8"))
    (server,) = told["servers"]
    assert [check["check"] for check in server["checks"]] == ["quota", "certificates"]
    (only,) = server["checks"][1]["findings"]
    assert (only["name"], "not for its name" in only["what"]) == ("late.example", True)
    assert failed(run) == {FULL}


def test_check_mode_writes_no_report(fleet: Fleet) -> None:
    report = fleet.directory / "unwritten.html"
    run = fleet.run("--limit", CLEAN, check=True, report=str(report)).succeeded()
    assert run.result("Report", CLEAN)["changed"] is True
    assert not list(fleet.directory.glob("unwritten*"))
    assert "unwritten.html" not in run.result("Tell where it is", CLEAN)["msg"]


def test_the_module_finds_on_a_target_what_the_router_finds(fleet: Fleet) -> None:
    server = fleet.servers[FULL]
    options = {"host": server.host, "port": server.port, "login": "postmaster", "password": server.password}
    tasks = [
        {"name": "here", "communigate.pro.cgp_audit": options},
        {"name": "there", "communigate.pro.cgp_audit": options, "async": 60, "poll": 1},
    ]
    run = fleet.runner(play(*tasks), hosts={"localhost": LOCALHOST}).succeeded()
    here, there = run.result("here"), run.result("there")
    assert {one["what"] for one in here["findings"]} == {one["what"] for one in there["findings"]}
    assert (here["counts"], here["looked_at"], here["unread"]) == (there["counts"], there["looked_at"], there["unread"])


def test_the_playbook_hands_on_every_option() -> None:
    (told,) = yaml.safe_load((ROOT / "playbooks" / "audit.yml").read_text("utf-8"))
    (task,) = [task["communigate.pro.cgp_audit"] for task in told["tasks"] if "communigate.pro.cgp_audit" in task]
    for_others = {"update_secrets", "strict_settings", "progress", "limit"}
    assert set(task) == {*CONNECTION, *(field.name for field in AUDIT.fields)} - for_others
    assert all(value == "{{ cgp_%s | default(omit) }}" % name for name, value in task.items())
