# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""People leave, are interrupted on the way, come back, or are deleted when their day has come: one run, many plays."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTALIASES,
    GETACCOUNTMAILRULES,
    GETACCOUNTRIGHTS,
    GETACCOUNTSETTINGS,
    VERIFYACCOUNTPASSWORD,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import GETGROUP
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailing_list import LISTSUBSCRIBERS
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import WrongPassword
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint
from ansible_collections.communigate.pro.tests.integration.noun import changing
from support.playbook import PlaybookRun, PlaybookRunner, play
from support.simulator import Simulator, embed

ROLE = "communigate.pro.leaver"
FIRST = "Old-password-of-everybody-1"
PEOPLE = ("bruno", "anna", "otto", "olga", "boss")
BEFORE = [
    "CREATEDOMAIN left.example",
    'SETDOMAINALIASES left.example ("alt.example")',
    *("CREATEACCOUNT %s@left.example {Password=\"%s\";}" % (name, FIRST) for name in PEOPLE),
    "SETACCOUNTALIASES bruno@left.example (b.hall)",
    "SETACCOUNTTELNUMS bruno@left.example (\"+15550001\")",
    "SETACCOUNTALIASES anna@left.example (a.lindt)",
    "SETACCOUNTRIGHTS bruno@left.example (Domain,CanCreateAccounts)",
    "SETACCOUNTRIGHTS anna@left.example (Domain)",
    "UPDATEACCOUNTMAILRULE anna@left.example (5,private,(),((\"Mirror to\",\"anna@private.example\")))",
    "UPDATEACCOUNTMAILRULE anna@left.example (2,\"#Vacation\",(),((\"Reply with\",\"At sea\")))",
    "UPDATEACCOUNTMAILRULE boss@left.example (0,\"Leaver: gone\",(),((Discard)),\"to be deleted on 2020-01-01\")",
    "CREATELIST old@left.example for olga",
    "CREATEGROUP team@left.example",
    "SETGROUP team@left.example {Members=(bruno,anna,boss);Expand=YES;}",
    "CREATEGROUP others@left.example",
    "SETGROUP others@left.example {Members=(\"B.Hall@alt.example\",boss);}",
    "CREATELIST news@left.example for boss",
    "LIST news@left.example FEED silently anna@left.example",
    "LIST news@left.example FEED silently \"b.hall@left.example\"",
]
LEAVING = {
    "leaver_domain": "left.example",
    "leaver_reply": "Gone.",
    "leaver_delete_after_days": 60,
    "leaver_today": "2026-11-30",
    "leaver_people": [
        {"account": "bruno", "forward_to": ["boss"]},
        {"account": "anna@left.example", "reply": "", "delete_on": "2026-12-24"},
        {"account": "otto", "delete_on": "2026-12-01"},
        {"account": "olga", "delete_on": "2026-12-01"},
    ],
}
JOINING = {
    "joiner_domain": "left.example",
    "joiner_people": [{"account": "newcomer", "groups": ["team", "no-group"], "lists": ["no-list"]}],
}
STRANGE = "boss@left.example stays: its mark is not one that the role has written"
SWEEP = {"leaver_domain": "left.example", "leaver_sweep_domains": ["left.example"]}


def used(
    name: str, variables: Mapping[str, Any], entry: str = "main", role: str = ROLE, **keywords: Any
) -> dict[str, Any]:
    """A play with the role, which may fail in it without an end of the run."""
    task = {"ansible.builtin.include_role": {"name": role, "tasks_from": entry}, "vars": dict(variables)}
    rescue = [{"name": "failed", "ansible.builtin.debug": {"msg": "{{ ansible_failed_result.msg }}"}}]
    return play({"block": [task], "rescue": rescue}, name=name, **keywords)


def said(name: str, *lines: str) -> dict[str, Any]:
    return play({"communigate.pro.cgp_command": {"commands": [{"line": line} for line in lines]}}, name=name)


def with_people(*people: Mapping[str, Any]) -> dict[str, Any]:
    return {**LEAVING, "leaver_people": list(people)}


PLAYS = [
    said("before", *BEFORE),
    used("nobody", with_people({"account": "anna"}, {"account": "nobody"})),
    used("alias", with_people({"account": "a.lindt"})),
    used("two names", with_people({"account": "anna"}, {"account": "Anna@alt.example"})),
    used("each other", with_people({"account": "anna", "forward_to": ["Bruno@left.example"]}, {"account": "bruno"})),
    used("joins nothing", JOINING, role="communigate.pro.joiner"),
    used("foreseen", LEAVING, check_mode=True),
    used("interrupted", LEAVING),
    used("sweep too early", {**SWEEP, "leaver_today": "2030-01-01"}, "sweep"),
    used("done", LEAVING),
    used("again", {**LEAVING, "leaver_domain": "ALT.example", "leaver_today": "2026-12-20"}),
    used("sweep before", {**SWEEP, "leaver_today": "2026-11-30"}, "sweep"),
    said("opened", "UPDATEACCOUNTSETTINGS otto@left.example {AccessModes=All;}"),
    used("sweep on no day", {**SWEEP, "leaver_today": "tomorrow"}, "sweep"),
    used("sweep too many", {**SWEEP, "leaver_today": "2027-01-29", "leaver_sweep_limit": 1}, "sweep"),
    used("back", {**SWEEP, "leaver_returns": [{"account": "anna", "account_password": FIRST}]}, "back"),
    used("sweep foreseen", {**SWEEP, "leaver_today": "2027-01-29"}, "sweep", check_mode=True),
    used("sweep the day before", {**SWEEP, "leaver_today": "2027-01-28"}, "sweep"),
    used("sweep", {**SWEEP, "leaver_today": "2027-01-29"}, "sweep"),
    used("swept again", {**SWEEP, "leaver_today": "2027-01-29"}, "sweep"),
]
FAULT = "--fault=error:verb=SETGROUP,nth=3"
"""Strikes the first of the role's own."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    found = embed(tmp_path_factory.mktemp("server"), FAULT)
    yield found
    found.stop()


@pytest.fixture(scope="module")
def run(server: Simulator, tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    runner = PlaybookRunner(tmp_path_factory.mktemp("plays"), server.environment, server.journal_path)
    return runner(PLAYS, diff=True).succeeded()


def changes(run: PlaybookRun, name: str) -> list[str]:
    """What a play has written, as the journal has it."""
    return changing([entry for one in run.part(name).results for entry in one.sent])


def failed(run: PlaybookRun, name: str) -> str:
    """What a play's role failed with; nothing if it has not."""
    return "".join(one.result["msg"] for one in run.part(name).results if one.task == "failed")


def differences(run: PlaybookRun, name: str) -> dict[str, Any]:
    """What each task of a play showed that changed something."""
    shown = run.part(name).results
    return {one.task: one.result.get("diff") for one in shown if one.changed and not one.is_item}


def told(run: PlaybookRun, name: str) -> list[str]:
    return list(run.part(name).result("Tell who goes, and who stays although the day has come")["msg"])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nobody", "nobody@left.example"),
        ("alias", "a.lindt@left.example"),
        ("two names", "anna@left.example is named twice"),
        ("each other", "Bruno@left.example"),
        ("sweep on no day", "tomorrow"),
        ("joins nothing", "no-group@left.example, no-list@left.example"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_changed(run: PlaybookRun, name: str, words: str) -> None:
    assert words in failed(run, name)
    assert changes(run, name) == []


def test_check_mode_writes_nothing_and_shows_what_the_run_does(run: PlaybookRun) -> None:
    assert changes(run, "foreseen") == []
    assert failed(run, "foreseen") == ""
    really = {**differences(run, "done"), **differences(run, "interrupted")}
    parted = "Take them out of the Groups"
    for side in ("before", "after"):
        really[parted][side].update(differences(run, "done")[parted][side])
    assert differences(run, "foreseen") == really


def test_an_interrupted_run_marks_nobody_and_the_next_does_the_rest(run: PlaybookRun) -> None:
    assert failed(run, "interrupted")
    assert "Mark that they are gone" not in run.part("interrupted").changed
    assert (told(run, "sweep too early"), changes(run, "sweep too early")) == (["Nobody goes", STRANGE], [])
    assert failed(run, "done") == ""
    assert {"SETGROUP", "KILLACCOUNTSESSIONS", "SETACCOUNTPASSWORD", "LIST"} <= set(changes(run, "done"))


def test_later_runs_write_nothing_and_leave_the_password_and_the_day(run: PlaybookRun) -> None:
    assert (failed(run, "again"), changes(run, "again"), run.part("again").changed) == ("", [], [])


def test_only_who_is_marked_goes_and_only_from_the_day_on(run: PlaybookRun) -> None:
    for name in ("sweep before", "sweep the day before", "swept again"):
        assert changes(run, name) == [], name
    assert told(run, "sweep foreseen") == [
        "To be deleted: bruno@left.example",
        STRANGE,
        "olga@left.example stays: it owns a mailing list",
        "otto@left.example stays: it can be used again",
    ]
    assert changes(run, "sweep foreseen") == []
    assert differences(run, "sweep foreseen") == differences(run, "sweep")
    assert changes(run, "sweep") == ["DELETEACCOUNT"]


def test_more_than_the_limit_is_none(run: PlaybookRun) -> None:
    assert "bruno@left.example" in failed(run, "sweep too many")
    assert changes(run, "sweep too many") == []


def test_no_password_is_shown(run: PlaybookRun, server: Simulator) -> None:
    assert FIRST not in run.output.replace(json.dumps(BEFORE), "")
    set_ = [entry for entry in server.journal() if entry["verb"] == "SETACCOUNTPASSWORD"]
    assert len(set_) == 9, "four by each run that had not been whole, and one for her who is back"


def test_who_is_left_is_as_described(run: PlaybookRun, server: Simulator) -> None:
    """Who was not swept: one who came back, one whose services are open again, an owner, and who stayed."""
    run.succeeded()
    with Session(Endpoint(server.host, server.port), Credentials(server.login, server.password)) as session:
        assert sorted(session.one(LISTACCOUNTS(domainName="left.example"))) == ["anna", "boss", "olga", "otto"]
        anna = "anna@left.example"
        assert session.one(GETACCOUNTALIASES(anna)) == ["a.lindt"]
        assert session.one(GETACCOUNTRIGHTS(anna)) == ["Domain"]
        rules = [[rule[0], rule[1], rule[3][0][1]] for rule in session.one(GETACCOUNTMAILRULES(anna))]
        assert sorted(rules) == [["2", "#Vacation", "At sea"], ["5", "private", "anna@private.example"]]
        assert "AccessModes" not in session.one(GETACCOUNTSETTINGS(anna))
        assert session.one(VERIFYACCOUNTPASSWORD(anna, FIRST)) is None
        otto = {rule[1]: rule for rule in session.one(GETACCOUNTMAILRULES("otto@left.example"))}
        assert otto["Leaver: gone"] == [
            "0", "Leaver: gone", [], [["Stop Processing"]], "left 2026-11-30, to be deleted on 2026-12-01",
        ]  # fmt: skip
        with pytest.raises(WrongPassword):
            session.one(VERIFYACCOUNTPASSWORD("otto@left.example", FIRST))
        team = session.one(GETGROUP("team@left.example"))
        assert (sorted(team["Members"]), team["Expand"]) == (["anna", "boss"], "YES")
        assert session.one(GETGROUP("others@left.example"))["Members"] == ["boss"]
        assert session.one(LISTSUBSCRIBERS("news@left.example")) == [anna]
