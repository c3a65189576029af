# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A fleet compared with its directories by the playbook drift: what is told of it, and that no server is touched."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils._resources.export import EXPORT
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.every_noun import NOUNS
from ansible_collections.communigate.pro.tests.integration.noun import changing
from support import simulator
from support.checkout import ROOT
from support.in_process import Place
from support.playbook import ELSEWHERE, LOCALHOST, PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator

PLAYBOOK = "communigate.pro.drift"
SECRETS = ("Rabbit-hole", "Looking-glass", "Mad-hatter")
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)></title>{{ 7*7 }}"
MADE = (
    "CREATEDOMAIN example.org",
    "CREATEACCOUNT alice@example.org {RealName=Alice;}",
    'SETACCOUNTRPOPS alice@example.org {home={domain=mail.net.example;authName=alice;password="%s";};}' % SECRETS[0],
    "CREATEGROUP party@example.org {Members=(alice);}",
    "CREATEFORWARDER sales@example.org TO alice@example.org",
)
QUOTED = HOSTILE.replace('"', '\\"')
PLANTED = {
    "mail6": (
        'UPDATEACCOUNTSETTINGS alice@example.org {RealName="%s";}' % QUOTED,
        "SETACCOUNTPASSWORD alice@example.org TO %s" % SECRETS[1],
    ),
    "mail7": ("CREATEACCOUNT extra@example.org", "CREATEDOMAIN net.example", "CREATEACCOUNT bob@net.example"),
    "mail8": (
        "DELETEGROUP party@example.org",
        "SETDOMAINALIASES example.org (www.example.org)",
        'SETACCOUNTRPOPS alice@example.org {home={domain=pop.net.example;authName=alice;password="%s";};}' % SECRETS[2],
    ),
}
UNREACHABLE, LOST = "mail9", "mail10"
NAMES = ["mail%d" % number for number in range(1, 11)]


class Fleet(NamedTuple):
    """The servers by name, the directory with all that was written, and how many commands each had got before."""

    servers: dict[str, Simulator]
    directory: Path
    marks: dict[str, int]
    hosts: dict[str, dict[str, Any]]
    runner: PlaybookRunner

    def changes(self) -> list[str]:
        return [verb for name, server in self.servers.items() for verb in changing(server.since(self.marks[name]))]

    def run(self, *arguments: str, check: bool = False, **variables: Any) -> PlaybookRun:
        """The playbook for the fleet, with the report in the directory."""
        told = {"report": str(self.directory / "drift.html"), **variables}
        return self.runner(PLAYBOOK, *arguments, hosts=self.hosts, extra_vars=told, check=check)


class Told(NamedTuple):
    """A run, and what it has written."""

    run: PlaybookRun
    json: dict[str, Any]
    junit: ElementTree.Element
    page: str

    def server(self, name: str) -> dict[str, Any]:
        (found,) = [server for server in self.json["servers"] if server["name"] == name]
        return dict(found)

    def objects(self, name: str) -> dict[tuple[str, str], str]:
        """By noun and name, the kind of each object that is told of a server."""
        nouns = self.server(name)["nouns"]
        return {(noun["noun"], one["name"]): one["kind"] for noun in nouns for one in noun["objects"]}


def place(server: Simulator) -> Place:
    return Place(server.host, server.port, server.password, Path())


def say(server: Simulator, *lines: str) -> None:
    result = place(server).run(COMMAND, {"commands": [{"line": line} for line in lines]})
    assert not result.get("failed"), result["msg"]


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    directory = tmp_path_factory.mktemp("fleet")
    servers = {name: simulator.embed(directory / "servers" / name) for name in NAMES}
    for server in servers.values():
        say(server, *MADE)
    place(servers[NAMES[0]]).run(EXPORT, {"dest": str(directory / "exports" / NAMES[0] / "config")})
    for name in NAMES[1:]:
        shutil.copytree(directory / "exports" / NAMES[0], directory / "exports" / name)
    for name, lines in PLANTED.items():
        say(servers[name], *lines)
    servers[UNREACHABLE].stop()
    hosts = {
        name: {
            **LOCALHOST,
            "cgp_host": server.host,
            "cgp_port": server.port,
            "cgp_login": "postmaster",
            "cgp_password": server.password,
            "cgp_directory": str(directory / "exports" / name),
        }
        for name, server in servers.items()
    }
    del hosts[LOST]["cgp_directory"]  # it is looked for beside the inventory, where the runner has none
    hosts[NAMES[1]]["cgp_directory"] = "../../exports/%s" % NAMES[1]
    hosts[NAMES[2]]["cgp_keep"] = {"account": ["test-*"]}
    say(servers[NAMES[2]], "CREATEACCOUNT test-1@example.org")
    marks = {name: server.mark() for name, server in servers.items()}
    yield Fleet(servers, directory, marks, hosts, PlaybookRunner(directory / "runs"))
    for name, server in servers.items():
        if name != UNREACHABLE:
            server.stop()


@pytest.fixture(scope="module")
def told(fleet: Fleet) -> Told:
    run = fleet.run("-v", "--forks", "10")
    read = {suffix: (fleet.directory / ("drift." + suffix)).read_text("utf-8") for suffix in ("html", "json", "xml")}
    return Told(run, json.loads(read["json"]), ElementTree.fromstring(read["xml"]), read["html"])


def test_the_run_fails_on_the_servers_that_differ_or_could_not_be_compared(told: Told) -> None:
    assert told.run.rc == 2, told.run.output
    failing = "Fail where anything differs or could not be compared"
    failed = {one.host for one in told.run.results if one.task == failing and one.status == "failed"}
    assert failed == {*PLANTED, UNREACHABLE, LOST}
    assert {one.task for one in told.run.results if one.status in ("failed", "unreachable")} == {failing}


def test_no_server_was_changed(told: Told, fleet: Fleet) -> None:
    assert all(fleet.servers[name].since(fleet.marks[name]) for name in NAMES if name not in (UNREACHABLE, LOST))
    assert fleet.changes() == []


def test_what_was_planted_is_told_and_nothing_else(told: Told) -> None:
    assert told.json["summary"] == "3 of 10 servers differ: 6 objects of 4 nouns; 2 servers could not be compared"
    assert {name: told.objects(name) for name in PLANTED} == {
        "mail6": {("account", "alice@example.org"): "different"},
        "mail7": {("account", "extra@example.org"): "extra", ("domain", "net.example"): "extra"},
        "mail8": {
            ("group", "party@example.org"): "missing",
            ("domain", "example.org"): "different",
            ("account_remotes", "alice@example.org rpop"): "different",
        },
    }
    same = set(NAMES) - {*PLANTED, UNREACHABLE, LOST}
    assert {server["name"] for server in told.json["servers"] if server["state"] == "same"} == same
    assert [server["name"] for server in told.json["servers"]] == NAMES


def test_a_value_is_told_as_it_is_on_either_side(told: Told) -> None:
    (account,) = [noun for noun in told.server("mail6")["nouns"] if noun["noun"] == "account"]
    (alice,) = account["objects"]
    assert (alice["server"], alice["directory"]) == (
        {"settings": {"RealName": HOSTILE}},
        {"settings": {"RealName": "Alice"}},
    )


def test_why_a_server_could_not_be_compared_is_told(told: Told) -> None:
    for name, reason in ((UNREACHABLE, "refuses the connection"), (LOST, "/run-1/mail10/config is not found")):
        server = told.server(name)
        assert (server["state"], server["nouns"]) == ("unknown", [])
        assert reason in server["msg"]
        assert told.junit.findall("testsuite[@name='%s']/testcase/error" % name)
        assert reason in told.page


def test_each_noun_is_a_case_and_what_differs_is_a_failure(told: Told) -> None:
    assert len(told.junit.findall("testsuite")) == len(NAMES)
    assert {
        (case.get("classname"), case.get("name"))
        for case in told.junit.iter("testcase") if case.find("failure") is not None
    } == {(name, noun) for name in PLANTED for noun, _object in told.objects(name)}  # fmt: skip
    assert told.junit.get("failures") == "6"
    assert told.junit.get("errors") == "2"
    assert len(told.junit.findall("testsuite[@name='mail1']/testcase")) > 5


class Elements(HTMLParser):
    """The elements of a page by their tags, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.told = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _value in attrs if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.told += data


def test_markup_of_a_server_is_text_of_the_page(told: Told) -> None:
    page = Elements(told.page)
    assert page.tags.count("script") == page.tags.count("title") == 1
    assert "img" not in page.tags
    assert HOSTILE in page.told


def test_no_secret_is_told(told: Told, fleet: Fleet) -> None:
    written = [path.read_text("utf-8") for path in fleet.directory.glob("drift.*")]
    assert len(written) == 3
    for secret in SECRETS:
        assert not [text for text in [*written, told.run.output] if secret in text]
    assert "pop.net.example" in told.page


def test_what_is_written_is_for_its_owner_only(told: Told, fleet: Fleet) -> None:
    assert {path.stat().st_mode & 0o777 for path in fleet.directory.glob("drift.*")} == {0o600}


def test_how_much_is_compared_can_be_said(fleet: Fleet) -> None:
    page = fleet.directory / "less.html"
    less = {"cgp_state": "replaced", "cgp_only": ["account", "group"], "drift_fails": False, "report": str(page)}
    run = fleet.run("--limit", "mail6,mail7,mail8", **less).succeeded()
    told = Told(run, json.loads(page.with_suffix(".json").read_text("utf-8")), ElementTree.Element("none"), "")
    assert {name: told.objects(name) for name in PLANTED} == {
        "mail6": {("account", "alice@example.org"): "different"},
        "mail7": {},
        "mail8": {("group", "party@example.org"): "missing"},
    }


def test_a_fleet_without_drift_succeeds(fleet: Fleet) -> None:
    run = fleet.run("--limit", "mail1,mail2", report=str(fleet.directory / "same.html")).succeeded()
    assert run.result("Report", "mail1")["summary"] == "0 of 2 servers differ"
    assert json.loads((fleet.directory / "same.json").read_text("utf-8"))["counts"]["same"] == 2


def test_who_only_wants_a_report_gets_no_failure_and_check_mode_writes_none(fleet: Fleet) -> None:
    report = fleet.directory / "unwritten.html"
    run = fleet.run("--limit", "mail6", check=True, report=str(report), drift_fails=False).succeeded()
    told = run.result("Report", "mail6")
    assert (told["changed"], told["differing"]) == (True, ["mail6"])
    assert not list(fleet.directory.glob("unwritten*"))
    assert "unwritten.html" not in run.result("Tell where it is", "mail6")["msg"]
    assert fleet.changes() == []


def test_the_task_writes_what_is_new_and_tells_what_is_wrong(fleet: Fleet) -> None:
    lost = {"failed": True, "msg": "unreachable"}
    page = fleet.directory / "own" / "page.html"
    page.parent.mkdir()
    options = {"servers": {"one": lost}, "html": str(page), "date": "2026-11-30T15:20:00Z"}
    tasks = {
        "first": options,
        "again": options,
        "other": {**options, "title": "Other"},
        "date": {**options, "date": "yesterday"},
        "place": {**options, "html": str(page.parent / "nowhere" / "page.html")},
        "unknown": {**options, "pdf": "page.pdf"},
    }
    given = [{"name": name, "communigate.pro.cgp_report": told, "ignore_errors": True} for name, told in tasks.items()]
    run = fleet.runner(play(*given), hosts={"localhost": ELSEWHERE}).succeeded()
    assert [run.result(name).get("changed") for name in ("first", "again", "other")] == [True, False, True]
    assert (run.result("first")["files"], run.result("first")["unknown"]) == ([str(page)], ["one"])
    for name, reason in {"date": "2026-11-30T15:20:00Z", "place": "html ", "unknown": "pdf"}.items():
        assert run.status(name) == "failed"
        assert reason in run.result(name)["msg"]
    assert [path.name for path in page.parent.iterdir()] == ["page.html"]


def test_the_playbook_looks_at_all_that_an_export_writes() -> None:
    (play,) = yaml.safe_load((ROOT / "playbooks" / "drift.yml").read_text("utf-8"))
    assert play["vars"]["drift_nouns"] == [name for name, resource in NOUNS.items() if not resource.also_in]
