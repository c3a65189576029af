# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What cgp_probe learns of servers with known habits, and that it leaves them as they were."""

from __future__ import annotations

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._probe.asking import Asker
from ansible_collections.communigate.pro.plugins.module_utils._probe.catalogue import QUESTIONS, UNASKED
from ansible_collections.communigate.pro.plugins.module_utils._probe.question import Findings, Place, Question
from ansible_collections.communigate.pro.plugins.module_utils._probe.report import as_file
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits import learnt
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from support.checkout import ROOT
from support.probed_server import COVERED, LIMITED, NEVER_SEEN, PASSWORD, SCRATCH, ProbedServer
from support.verbs import kind_of

BEFORE = {"example.com", "site.example"}


def seen(result: dict[str, Any]) -> set[str]:
    return {name for name, finding in result["habits"].items() if finding["seen"]}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What a simulator without any switch looks like: it must answer somehow."""
    with ProbedServer(tmp_path_factory.mktemp("plain")) as server:
        return seen(server.probe())


def test_the_questions_are_about_all_habits_once() -> None:
    asked = [habit for question in QUESTIONS for habit in question.habits]
    assert sorted([*asked, *UNASKED]) == sorted(HABITS)


@pytest.mark.parametrize("habit", sorted(set(HABITS) - NEVER_SEEN))
def test_a_habit_is_seen_alone(habit: str, plain: set[str], tmp_path: Path) -> None:
    with ProbedServer(tmp_path, [habit]) as server:
        result = server.probe()
        assert habit in seen(result), result["habits"][habit]
        assert seen(result) - plain <= {habit}
        if habit == "delete-ignored":
            assert result["failed"] and "probe.example could not be deleted" in result["msg"]
        else:
            assert not result.get("failed"), result["msg"]
            assert server.domains() == BEFORE


def of_the_scratch_domain(entry: dict[str, Any]) -> bool:
    """Whether a command names the Domain or an object in it, where its syntax has the object."""
    first = next(iter(entry["arguments"].values()))
    return first == SCRATCH or str(first).endswith("@" + SCRATCH)


@pytest.mark.parametrize("seed", range(24))
def test_a_learnt_file_makes_a_server_that_is_learnt_alike(seed: int, plain: set[str], tmp_path: Path) -> None:
    habits = set(drawn(seed)) - NEVER_SEEN
    with ProbedServer(tmp_path, sorted(habits)) as server:
        first = server.probe()
        left = server.domains() - BEFORE
        journal = server.journal()
    assert bool(first.get("failed")) == bool(left) == ("delete-ignored" in habits)
    findings = first["habits"]
    assert seen(first) - plain <= habits
    for habit in habits:
        covered = findings[habit]["seen"] is None and COVERED.get(habit, set()) & habits
        assert findings[habit]["seen"] or covered, (habit, findings[habit])
    strangers = [
        entry["verb"]
        for entry in journal
        if kind_of(entry["verb"], entry["arguments"]) != "read" and not of_the_scratch_domain(entry)
    ]
    assert strangers == []
    file = tmp_path / "habits.yml"
    file.write_text(as_file({"version": first["version"], "habits": findings}), encoding="utf-8")
    with ProbedServer(tmp_path, habits_file=str(file)) as server:
        second = server.probe()
    assert second["habits"] == findings


def test_without_a_scratch_domain_nothing_is_written_and_nothing_is_made_up(tmp_path: Path) -> None:
    for seed in range(6):
        habits = drawn(seed)
        with ProbedServer(tmp_path, habits) as server:
            whole = server.probe()["habits"]
        with ProbedServer(tmp_path, habits) as server:
            result = server.probe(domain="")
            kinds = {kind_of(entry["verb"], entry["arguments"]) for entry in server.journal()}
        assert (kinds, result["changed"], result["statistics"]["writes"]) == ({"read"}, False, 0)
        told = {name: finding for name, finding in result["habits"].items() if finding["seen"] is not None}
        assert told and told == {name: whole[name] for name in told}
        assert all(finding["how"] for finding in result["habits"].values())


def test_check_mode_tells_every_command_and_sends_reads_only(tmp_path: Path) -> None:
    with ProbedServer(tmp_path) as server:
        foreseen = server.probe(check=True)
        assert {kind_of(entry["verb"], entry["arguments"]) for entry in server.journal()} == {"read"}
        assert server.domains() == BEFORE
    with ProbedServer(tmp_path) as server:
        server.probe()
        sent = [entry["verb"] for entry in server.journal()]
    assert foreseen["changed"]
    told = {command["verb"] for command in foreseen["commands"]}
    # Who logs in, and what is read to know where one is.
    assert set(sent) & set(COMMANDS) - told <= {
        "GETVERSION", "MAINDOMAINNAME", "LISTDOMAINS", "INLINE", "NOOP", "ECHO", "QUIT", "GETDIRECTORYUNIT",
    }  # fmt: skip
    changes = [verb for verb in sent if any(spec.kind != "read" for spec in COMMANDS.get(verb, ()))]
    assert len(changes) == len([command for command in foreseen["commands"] if command["verb"] in set(changes)])


THERE = ["example.com", "site.example", "alias.site.example", "Site.example", "no name", "a@b.example"]
LOST = ["CREATEDOMAIN", "CREATEACCOUNT", "GETGROUP", "BALANCE", "DELETEFORWARDER", "DELETEDOMAIN"]


@pytest.mark.parametrize("name", THERE)
def test_a_domain_that_is_there_is_refused_and_not_touched(name: str, tmp_path: Path) -> None:
    with ProbedServer(tmp_path) as server:
        result = server.probe(domain=name)
        assert result["failed"] and "probe_scratch_domain" in result["msg"]
        assert {kind_of(entry["verb"], entry["arguments"]) for entry in server.journal()} == {"read"}
        assert server.domains() == BEFORE


@pytest.mark.parametrize("where", ["before", "after"])
@pytest.mark.parametrize("verb", LOST)
def test_a_lost_connection_leaves_no_domain(where: str, verb: str, tmp_path: Path) -> None:
    with ProbedServer(tmp_path, faults=["drop-%s:verb=%s" % (where, verb)]) as server:
        result = server.probe()
        assert server.domains() == BEFORE
        assert bool(result.get("failed")) == (verb == "CREATEDOMAIN")


def test_an_interruption_leaves_no_domain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = 0
    ask = Asker.ask

    def interrupted(self: Asker, question: Question, place: Place) -> Findings:
        nonlocal asked
        asked += question.writes
        if asked == 5:
            raise KeyboardInterrupt
        return ask(self, question, place)

    monkeypatch.setattr(Asker, "ask", interrupted)
    with ProbedServer(tmp_path) as server:
        with pytest.raises(KeyboardInterrupt):
            server.probe()
        assert "CREATEDOMAIN" in [entry["verb"] for entry in server.journal()]
        assert server.domains() == BEFORE


def test_who_may_do_nothing_learns_little_without_failing(tmp_path: Path) -> None:
    with ProbedServer(tmp_path) as server:
        result = server.probe(login=LIMITED)
        assert not result.get("failed"), result["msg"]
        assert server.domains() == BEFORE
    assert seen(result) == {"computed-keys"}  # everybody may read the own Preferences
    assert any("was answered 5" in finding["how"] for finding in result["habits"].values())


def test_no_password_and_nothing_of_the_site_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = "a-made-up-password"
    monkeypatch.setattr(secrets, "token_urlsafe", lambda _length: made)
    for habits in ((), ("plain-create", "shows-encoded-secrets")):
        with ProbedServer(tmp_path, habits) as server:
            result = server.probe()
            address = "%s:%d" % (server.embedded.host, server.embedded.port)
        assert made not in json.dumps(result, default=str)
        text = as_file({"version": result["version"], "habits": result["habits"]})
        for word in ("example", "postmaster", "10.", made, PASSWORD, address, "127.0.0.1"):
            assert word not in text, word


FILES = sorted((ROOT / "tests" / "habits").iterdir())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_kept_files_can_be_had(path: Path, tmp_path: Path) -> None:
    habits = learnt.read(str(path))
    with ProbedServer(tmp_path, habits_file=str(path)) as server:
        result = server.probe()
    assert set(habits) - NEVER_SEEN <= seen(result)


def test_the_guide_names_the_habits_that_are_never_seen() -> None:
    guide = (ROOT / "docs" / "docsite" / "rst" / "guide_habits.rst").read_text(encoding="utf-8")
    limits = guide.partition("Some habits cannot be told")[2].partition("**Please send")[0]
    assert {name for name in {*NEVER_SEEN, *COVERED} if "``%s``" % name not in limits} == set()
