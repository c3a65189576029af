# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbook move_domain between two servers: what becomes of both, whatever happens on the way."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_nouns import stands_in_domain
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.every_noun import NOUNS
from ansible_collections.communigate.pro.plugins.plugin_utils._server_access import OPTIONS
from ansible_collections.communigate.pro.tests.integration.move import LEADS_TO, NAMES, NEW, OLD, Move, begin
from support import quick_yaml
from support.checkout import ROOT
from support.cutting_proxy import Cut, CuttingProxy
from support.load import FULL
from support.playbook import PlaybookRun
from support.vault import Vault, left_in, text_of
from support.whole_domain import ACCOUNTS, ALIAS, CLEAR, DIGEST, DOMAIN, RECOVERABLE, TELNUM, whole_domain

QUOTED = '"%s"' % TELNUM
HANDS_ON = ("hands-on-passwords",)
TELL = "Tell what was moved, and what was not"
of_full_size = pytest.mark.skipif(not FULL, reason="two minutes; one whole move and one interruption are played always")


@pytest.fixture
def stage() -> Iterator[ExitStack]:
    with ExitStack() as running:
        yield running


# --- a move from its beginning to its end


@dataclass
class Story:
    """What there was after each run of one move, at servers that hand recoverable passwords on.

    Either server is reached over PWD or over HTTP, so that each pair of these is met.
    """

    move: Move
    runs: dict[str, PlaybookRun]
    changes: dict[str, list[list[str]]]
    files: dict[str, list[str]]
    states: dict[str, list[Any]]
    routes: dict[str, list[set[tuple[str, str]]]]
    met_on_pwd: dict[str, list[bool]]


ACTS: dict[str, dict[str, Any]] = {
    "foreseen": {"check": True, "transports": {NEW: "http"}},
    "moved": {"transports": {OLD: "http"}},
    "again": {"transports": {OLD: "http", NEW: "http"}},
    "removal foreseen": {"check": True, "remove_old": True},
    "removed": {"remove_old": True},
    "removed again": {"remove_old": True},
}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    with ExitStack() as stage:
        move = begin(stage, tmp_path_factory.mktemp("story"), old=HANDS_ON)
        told = Story(move, {}, {}, {}, {"before": move.state()}, {}, {})
        for act, options in ACTS.items():
            told.runs[act] = move.run("-vvvv", **options).succeeded()
            told.changes[act] = move.changes
            told.met_on_pwd[act] = move.met_on_pwd
            told.files[act] = sorted(path.name for path in move.moved.rglob("*")) if move.moved.exists() else []
            told.states[act] = move.state()
            told.routes[act] = [move.routes(server, "mail", "signal") for server in (move.old, move.new)]
        yield told


def test_a_fleet_names_whatever_the_connections_need() -> None:
    (moving,) = quick_yaml.load((ROOT / "playbooks" / "move_domain.yml").read_text(encoding="utf-8"))
    assert moving["module_defaults"] == {
        "group/communigate.pro.cgp": {
            option: "{{ hostvars[server].cgp_%s | default(omit) }}" % option for option in OPTIONS
        }
    }


def test_each_server_is_reached_by_the_transport_that_the_fleet_says(story: Story) -> None:
    for act, options in ACTS.items():
        transports = options.get("transports", {})
        assert story.met_on_pwd[act] == [transports.get(name, "tcp") == "tcp" for name in (OLD, NEW)], act


def test_the_domain_has_something_of_every_noun() -> None:
    nouns = whole_domain(Vault())["domains"][DOMAIN]
    assert set(nouns) == {name for name, noun in NOUNS.items() if stands_in_domain(noun) and not noun.also_in}


def test_check_mode_changes_no_server_and_writes_no_file(story: Story) -> None:
    assert story.changes["foreseen"] == story.changes["removal foreseen"] == [[], []]
    assert story.files["foreseen"] == []
    foreseen, made = (story.runs[act].result("Make it")["counts"] for act in ("foreseen", "moved"))
    # A certificate is not foreseen, since its key is in no file yet.
    assert foreseen["created"] in (made["created"], made["created"] - 1)
    assert story.runs["foreseen"].result("Lead mail and signals from the old server to the new one")["changed"]
    assert story.runs["removal foreseen"].result("Remove it")["changed"]


def test_the_new_server_gets_all_that_the_old_one_holds(story: Story) -> None:
    old, new = story.states["moved"]
    assert new["domains"][DOMAIN] == old["domains"][DOMAIN] == story.states["before"][0]["domains"][DOMAIN]
    assert {**new["domains"], DOMAIN: {}} == {**story.states["before"][1]["domains"], DOMAIN: {}}
    assert new["server"] == story.states["before"][1]["server"]


def test_mail_and_signals_lead_to_the_new_server_and_logins_do_not(story: Story) -> None:
    for act in ("moved", "again", "removed"):
        old, new = story.routes[act]
        assert old == {("SMTP", LEADS_TO), ("SIP", LEADS_TO)}
        assert ("Local", "alice@" + DOMAIN) in new
    assert story.changes["moved"][0] == ["SETROUTERTABLE"]
    assert story.states["moved"][0]["domains"] == story.states["before"][0]["domains"]
    (table,) = story.states["moved"][0]["server"]["router_table"]
    begin_of_block, *lines, end_of_block = table["lines"]
    told = "moved by communigate.pro.move_domain: " + DOMAIN
    assert (begin_of_block, end_of_block) == ("; BEGIN " + told, "; END " + told)
    assert lines == [
        "%s:<*@%s> = *%%%s@%s._via" % (mode, name, name, LEADS_TO)
        for mode in ("Mail", "Signal") for name in (DOMAIN, ALIAS)
    ]  # fmt: skip


def test_passwords_are_handed_on_or_new_and_the_new_server_knows_them(story: Story) -> None:
    told = {name for name, kept in ACCOUNTS.items() if kept in (CLEAR, RECOVERABLE)}
    passwords = story.move.passwords()
    for name in NAMES:
        planted = story.move.vault.found_in(passwords["%s@%s" % (name, DOMAIN)])
        assert planted == (["the password of %s" % name] if name in told else [])
    assert story.move.secrets()["cgp_new_passwords"] == sorted(
        "%s@%s" % (name, DOMAIN) for name in NAMES if name not in told
    )
    assert set(story.move.verified().values()) == {True}


def test_a_second_run_changes_nothing(story: Story) -> None:
    assert story.changes["again"] == story.changes["removed again"] == [[], []]
    assert not [one.task for one in story.runs["again"].results if one.changed]
    assert story.states["again"] == story.states["moved"]


def test_the_old_domain_goes_when_it_is_asked_for_and_not_before(story: Story) -> None:
    assert DOMAIN in story.states["again"][0]["domains"]
    assert story.changes["removed"] == [["DELETEDOMAIN"], []]
    assert DOMAIN not in story.states["removed"][0]["domains"]
    assert story.states["removed"][1] == story.states["moved"][1]


def test_the_end_of_a_run_tells_what_was_moved_and_what_was_not(story: Story) -> None:
    told = "\n".join(story.runs["moved"].result(TELL)["msg"])
    assert told.startswith("%s: 7 account, 1 account_acl, " % DOMAIN)
    assert "7 secrets were handed on, and 4 passwords are new ones: see %s/secrets.yml" % story.move.moved in told
    assert "config/untold.yml" in told and "MoveIMAPMail" in told
    assert "it leads to %s already" % NEW in story.runs["again"].result(TELL)["msg"][0]
    assert "check mode" in story.runs["foreseen"].result(TELL)["msg"][1]


def test_no_secret_is_anywhere_but_in_the_encrypted_file(story: Story) -> None:
    shown = text_of(left_in(story.move.directory / "runs")) + text_of(left_in(story.move.moved))
    shown += "".join(run.output for run in story.runs.values())
    assert "alice@" + DOMAIN in shown
    assert story.move.vault.found_in(shown) == []
    made = [story.move.passwords()[name] for name in story.move.secrets()["cgp_new_passwords"]]
    assert len(made) == 4 and not [password for password in made if password in shown]
    modes = {path.stat().st_mode & 0o777 for path in story.move.moved.rglob("*") if path.is_file()}
    assert modes == {0o600}


# --- what is refused before anything is changed


def on_new(*lines: str) -> dict[str, Any]:
    return {"said": lines}


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "it is there": (on_new("CREATEDOMAIN " + DOMAIN), "has a Domain example.org that no run has made"),
    "it is an alias": (
        on_new("CREATEDOMAIN two.example", "SETDOMAINALIASES two.example (%s)" % DOMAIN),
        "example.org is an alias of another Domain on mail2",
    ),
    "its alias is a Domain": (on_new("CREATEDOMAIN " + ALIAS), "mail2 has already www.example.org"),
    "its alias is one of another": (
        on_new("CREATEDOMAIN two.example", "SETDOMAINALIASES two.example (%s)" % ALIAS.upper()),
        "mail2 has already www.example.org",
    ),
    "its number is given": (
        on_new("CREATEDOMAIN two.example", "CREATEACCOUNT a@two.example",
               "SETACCOUNTTELNUMS a@two.example (%s)" % QUOTED),
        "mail2 gives telephone numbers of the Domain to others: +15550100",
    ),
    "it is nowhere": ({"domain": "nowhere.example"}, "mail1 has no Domain nowhere.example"),
    "an alias is named": ({"domain": ALIAS}, "www.example.org is an alias on mail1"),
    "it is the main Domain": ({"domain": "example.com"}, "The main Domain of a server is not moved"),
    "nobody knows where to": ({"leads_to": ""}, "Give -e leads_to=HOST"),
    "both are one": ({"to": OLD}, "Give -e domain=NAME"),
}
OFTEN_MET = (("it is there", "its alias is one of another", "its number is given"), ("it is the main Domain",))
"""What can be told together is: each message is that of an assertion of its own."""


@pytest.mark.parametrize("cases", [(case,) for case in REFUSED] if FULL else OFTEN_MET, ids=", ".join)
def test_what_cannot_be_meant_is_told_before_anything_is_changed(
    tmp_path: Path, stage: ExitStack, cases: tuple[str, ...]
) -> None:
    move = begin(stage, tmp_path)
    options: dict[str, Any] = {}
    for said in dict.fromkeys(line for case in cases for line in REFUSED[case][0].get("said", ())):
        move.say(move.new, said)
    for case in cases:
        options.update({name: value for name, value in REFUSED[case][0].items() if name != "said"})
    run = move.run(**options)
    failed = [str(one.result.get("msg")) for one in run.results if one.status == "failed" and one.is_item]
    told = " ".join(failed or [str(one.result.get("msg")) for one in run.results])
    assert run.rc == 2 and [case for case in cases if REFUSED[case][1] not in told] == []
    assert move.changes == [[], []] and not move.moved.exists()


@pytest.mark.parametrize(
    ("where", "rights", "told"),
    [
        (OLD, "UserAccounts", "GETROUTERTABLE was answered 510"),
        (OLD, "Settings", "MAINDOMAINNAME was answered 510"),
        (NEW, "Settings", "MAINDOMAINNAME was answered 510"),
    ],
)
def test_a_login_without_the_rights_is_told_before_anything_is_changed(
    tmp_path: Path, stage: ExitStack, where: str, rights: str, told: str
) -> None:
    move = begin(stage, tmp_path)
    clerk = ('CREATEACCOUNT clerk {Password="a password, for tests";}', "SETACCOUNTRIGHTS clerk (%s)" % rights)
    move.say({OLD: move.old, NEW: move.new}[where], *clerk)
    run = move.run(logins={where: "clerk"})
    assert told in " ".join(map(str, [one.result for one in run.results if one.status == "failed"]))
    assert move.changes == [[], []] and not move.moved.exists()


# --- interruptions


@dataclass(frozen=True)
class Break:
    """The server of a name is gone from the ``nth`` command of its ``connection`` on, of those with the ``verbs``."""

    server: str
    connection: int
    nth: int
    moment: str
    verbs: tuple[str, ...] = ()


BREAKS = [
    Break(NEW, connection, nth, moment)
    for connection, nth, moment in (
        (6, 6, "after"), (6, 12, "before"), (6, 40, "after"), (6, 75, "reply"), (6, 100, "after"), (7, 3, "before"),
        (8, 3, "before"),
    )
] + [
    Break(OLD, connection, nth, moment)
    for connection, nth, moment in ((7, 30, "after"), (8, 30, "after"), (9, 3, "after"), (10, 2, "before"))
]
LED = [Break(OLD, 9, 1, moment, ("SETROUTERTABLE",)) for moment in ("before", "after")]
"""Right where the other Domain begins to count."""
BREAKS += LED
USUAL = LED[1:]


@pytest.fixture(scope="module")
def undisturbed(story: Story) -> list[Any]:
    """Both servers after a move that nothing has interrupted."""
    return story.states["moved"]


@pytest.mark.parametrize("at", BREAKS if FULL else USUAL, ids=str)
def test_a_run_that_was_interrupted_is_run_again(
    tmp_path: Path, stage: ExitStack, undisturbed: list[Any], at: Break
) -> None:
    move = begin(stage, tmp_path, old=HANDS_ON)
    server = {OLD: move.old, NEW: move.new}[at.server].simulator
    cuts = [Cut((), 10**9)] * (at.connection - 1) + [Cut(at.verbs, at.nth, at.moment)]
    with CuttingProxy(server.host, server.port, cuts, accepts=at.connection) as proxy:
        broken = move.run(ports={at.server: proxy.port})
    assert broken.rc == 2, "nothing was interrupted: %d connections" % proxy.connections
    given = move.passwords() if (move.moved / "secrets.yml").exists() else {}
    move.run().succeeded()
    assert move.state() == undisturbed
    assert set(move.verified().values()) == {True}
    assert {**move.passwords(), **given} == move.passwords()
    move.run().succeeded()
    assert move.changes == [[], []]
    assert set(move.verified().values()) == {True}


PHASES = ["check", "export", "secrets", "apply", "switch", "verify", "remove"]


@of_full_size
def test_the_phases_make_a_move_one_by_one(tmp_path: Path, stage: ExitStack, undisturbed: list[Any]) -> None:
    move = begin(stage, tmp_path, old=HANDS_ON)
    changed = {}
    for phase in PHASES:
        move.run("--tags", phase).succeeded()
        changed[phase] = [bool(changes) for changes in move.changes]
    assert changed == {**dict.fromkeys(PHASES, [False, False]), "apply": [False, True], "switch": [True, False]}
    assert move.state() == undisturbed
    assert set(move.verified().values()) == {True}


@of_full_size
def test_nothing_leads_away_from_what_is_not_there_yet(tmp_path: Path, stage: ExitStack) -> None:
    """The old server keeps its mail if a phase is left out, or somebody has changed what was written."""
    move = begin(stage, tmp_path)
    assert move.run("--tags", "export,secrets,switch").rc == 2
    assert move.changes == [[], []]
    move.run("--tags", "apply").succeeded()
    move.say(move.new, "CREATEACCOUNT another@%s" % DOMAIN, "DELETEFORWARDER sales@%s" % DOMAIN)
    run = move.run("--tags", "switch")
    assert run.rc == 2 and "differs from" in run.output and "mail1 was not changed" in run.output
    assert move.changes == [[], []]


@of_full_size
def test_a_certificate_whose_key_nobody_tells_stays_behind_and_is_told(tmp_path: Path, stage: ExitStack) -> None:
    move = begin(stage, tmp_path)
    move.say(move.old, "UPDATEDOMAINSETTINGS %s {PrivateSecureKey=hidden;}" % DOMAIN)
    run = move.run().succeeded()
    told = "\n".join(run.result(TELL)["msg"])
    assert "Secrets that nobody tells: domain_certificate %s private_key True" % DOMAIN in told
    assert "A certificate without its key was left out" in told
    old, new = (server.read()["domains"][DOMAIN] for server in (move.old, move.new))
    assert new == {noun: rows for noun, rows in old.items() if noun != "domain_certificate"}


def test_nothing_is_removed_that_the_new_server_lacks(tmp_path: Path, stage: ExitStack) -> None:
    move = begin(stage, tmp_path)
    move.run().succeeded()
    move.say(move.new, "DELETEACCOUNT nobody@%s" % DOMAIN)
    run = move.run(remove_old=True)
    assert run.rc == 2 and "mail2 lacks nobody" in run.output
    assert move.changes == [[], []]


# --- the guide

GUIDE = ROOT / "docs" / "docsite" / "rst" / "guide_existing_server.rst"


def test_the_guide_names_the_phases_and_its_command_works(tmp_path: Path, stage: ExitStack) -> None:
    section = GUIDE.read_text(encoding="utf-8").partition("A Domain moves\n")[2]
    assert re.findall(r"^``(\w+)``$", section, re.MULTILINE) == PHASES
    command = shlex.split(section.partition("code-block:: sh\n\n")[2].partition("\n\n")[0])
    assert command[:2] == ["ansible-playbook", "communigate.pro.move_domain"] and command[-1] == "--check"
    given = dict(item.split("=", 1) for item in command if "=" in item)
    assert set(given) == {"domain", "from", "to", "dir"}
    told = set(re.findall(r"``-e (\w+)=", section))
    assert told == {"leads_to", "into_existing", "remove_old", "vault_id"}
    assert all(name in (ROOT / "playbooks" / "move_domain.yml").read_text(encoding="utf-8") for name in told)
    move = begin(stage, tmp_path)
    move.run(check=True, names=(given["from"], given["to"]), **given).succeeded()
    assert move.changes == [[], []]


# --- servers that differ


@of_full_size
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("hides-secrets", "empty-null", "own-domain-dropped"), ("shows-encoded-secrets", "priority-order")),
        (("hands-on-passwords-or-nothing", "hides-secrets"), ("hides-secrets", "other-texts", "amounts-shortest")),
    ],
    ids=["nothing is told", "nothing is shown"],
)
def test_servers_with_habits_of_their_own_change_nothing_the_second_time(
    tmp_path: Path, stage: ExitStack, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    """The login at the new server has no more rights than are needed there."""
    move = begin(stage, tmp_path, old, new)
    clerk = ('CREATEACCOUNT clerk {Password="a password, for tests";}', "SETACCOUNTRIGHTS clerk (UserAccounts)")
    move.say(move.new, *clerk)
    move.run(logins={NEW: "clerk"}).succeeded()
    verified = move.verified()
    assert len(verified) == len(NAMES) and set(verified.values()) == {True}
    told = {name for name in ACCOUNTS if move.vault.found_in(move.passwords()["%s@%s" % (name, DOMAIN)])}
    tellable = {name for name, kept in ACCOUNTS.items() if kept != DIGEST}
    assert told == (tellable if "hands" in old[0] else set())
    assert move.routes(move.old, "mail", "signal") == {("SMTP", LEADS_TO), ("SIP", LEADS_TO)}
    move.run(logins={NEW: "clerk"}).succeeded()
    assert move.changes == [[], []]
