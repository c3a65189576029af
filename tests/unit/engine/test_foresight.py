# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks in check mode, one after the other, foresee what the same tasks do one after the other for real."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.foresight import Foresight
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode, run_resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.engine_server import LOGIN, MAIN_DOMAIN, Server

Task = tuple[str, Mapping[str, Any]]


def perform(server: Server, tasks: Sequence[Task], foresight: Foresight | None = None) -> list[dict[str, Any]]:
    """What each task tells of its object: what is to be with it, or was done, and whether it failed."""
    told = []
    warned = False
    for module, options in tasks:
        resource = subject_of(module)
        assert isinstance(resource, Resource)
        mode = Mode(check=foresight is not None, detail="all", foresight=foresight)
        try:
            result = run_resource(server.master, resource, [options], mode, domain=MAIN_DOMAIN)
            counts = result["counts"]
            warned = warned or any("Check mode assumes" in text for text in result.get("warnings", ()))
        except CgpError:
            counts = {"failed": 1}
        if warned:
            return told  # what is only assumed may be otherwise, and so may all that follows
        words = ("created", "renamed", "deleted", "failed")
        told.append({"task": (module, options), **{word: counts.get(word, 0) for word in words}})
        if foresight is not None:
            foresight.learn(())
    return told


def foreseen_and_done(server: Server, tasks: Sequence[Task]) -> list[dict[str, Any]]:
    """Plays the tasks in check mode, and for real, and compares; returns what they told."""
    mark = server.mark()
    foretold = perform(server, tasks, Foresight())
    assert server.changes(mark) == []
    done = perform(server, tasks)
    # An alias that another object has is refused by the server alone.
    refused = [number for number, task in enumerate(done) if task["task"][1].get("aliases") and task["failed"]]
    compared = min([len(foretold), *refused])
    assert foretold[:compared] == done[:compared]
    return done


def put(server: Server, verb: str, *arguments: Any) -> None:
    server.ask(COMMANDS[verb][0](*arguments))


NAMES = ("ann", "bob", "cid")
IN_DOMAIN = {
    "cgp_account": {},
    "cgp_forwarder": {"to": "x@example.org"},
    "cgp_group": {},
    "cgp_mailing_list": {"owner": "owner"},
    "cgp_named_task": {"owner": "owner"},
}


@st.composite
def tasks_in(draw: st.DrawFn, domain: str) -> Task:
    """One task for an object in the Domain, or for a Mailbox of an Account there."""
    module = draw(st.sampled_from([*IN_DOMAIN, "cgp_account", "cgp_mailbox"]))
    name = draw(st.sampled_from([*NAMES, "ANN"]))
    key = "%s@%s" % (name, domain)
    what = draw(st.sampled_from(["present", "present", "absent", "rename"]))
    if module == "cgp_mailbox":
        return module, {"account": key, "name": "Work", "state": "absent" if what == "absent" else "present"}
    if what == "absent":
        return module, {"name": key, "state": "absent"}
    options: dict[str, Any] = {"name": key, **IN_DOMAIN[module]}
    if what == "rename":
        options["rename_from"] = "%s@%s" % (draw(st.sampled_from([other for other in NAMES if other != name])), domain)
    elif module == "cgp_account" and draw(st.booleans()):
        options["aliases"] = draw(st.lists(st.sampled_from([*NAMES, "dee"]), unique=True, max_size=2))
    return module, options


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_check_mode_foresees_what_a_run_does(server: Server, data: st.DataObject) -> None:
    domain = server.new_domain()
    put(server, "CREATEACCOUNT", "owner@" + domain)
    there = data.draw(st.lists(tasks_in(domain), max_size=3), label="there")
    perform(server, there)
    foreseen_and_done(server, data.draw(st.lists(tasks_in(domain), min_size=1, max_size=6), label="tasks"))


def test_a_name_that_a_rename_frees_is_free(server: Server) -> None:
    domain = server.new_domain()
    put(server, "CREATEACCOUNT", "ann@" + domain)
    renamed = ("cgp_account", {"name": "bob@" + domain, "rename_from": "ann@" + domain})
    told = foreseen_and_done(server, [renamed, ("cgp_group", {"name": "ann@" + domain})])
    assert [task["created"] for task in told] == [0, 1]


def test_an_alias_that_moves_is_free_and_then_taken(server: Server) -> None:
    domain = server.new_domain()
    for name in ("ann", "bob"):
        put(server, "CREATEACCOUNT", "%s@%s" % (name, domain))
    put(server, "SETACCOUNTALIASES", "ann@" + domain, ["info"])
    given_up = ("cgp_account", {"name": "ann@" + domain, "aliases": []})
    forwarder = ("cgp_forwarder", {"name": "info@" + domain, "to": "x@example.org"})
    told = foreseen_and_done(server, [given_up, forwarder])
    assert told[1]["created"] == 1, told
    taken = ("cgp_account", {"name": "bob@" + domain, "aliases": ["sales"]})
    group = ("cgp_group", {"name": "sales@" + domain})
    assert foreseen_and_done(server, [taken, group])[1]["failed"] == 1


def test_the_aliases_of_an_account_that_goes_are_free(server: Server) -> None:
    domain = server.new_domain()
    put(server, "CREATEACCOUNT", "ann@" + domain)
    put(server, "SETACCOUNTALIASES", "ann@" + domain, ["info"])
    gone = ("cgp_account", {"name": "ann@" + domain, "state": "absent"})
    told = foreseen_and_done(server, [gone, ("cgp_group", {"name": "info@" + domain})])
    assert told[1]["created"] == 1


def test_a_list_that_would_have_been_made_has_its_owner(server: Server) -> None:
    """The option owner is missing only for a list that is not there."""
    domain = server.new_domain()
    put(server, "CREATEACCOUNT", "ann@" + domain)
    made = ("cgp_mailing_list", {"name": "news@" + domain, "owner": "ann"})
    changed = ("cgp_mailing_list", {"name": "news@" + domain, "settings": {"Subscribe": "nobody"}})
    subscriber = ("cgp_list_subscriber", {"list": "news@" + domain, "address": "x@example.org"})
    assert not any(task["failed"] for task in foreseen_and_done(server, [made, changed, subscriber]))
    assert foreseen_and_done(server, [("cgp_mailing_list", {"name": "more@" + domain})])[0]["failed"] == 1


def test_a_domain_that_would_have_been_made_deleted_or_renamed(server: Server) -> None:
    new, old, other = server.unused_domain(), server.new_domain(), server.new_domain()
    put(server, "CREATEACCOUNT", "ann@" + old)
    tasks: list[Task] = [
        ("cgp_domain", {"name": new}),
        ("cgp_account", {"name": "ann@" + new}),
        ("cgp_mailbox", {"account": "ann@" + new, "name": "Work"}),
        ("cgp_domain", {"name": "renamed-" + old, "rename_from": old}),
        ("cgp_account", {"name": "ann@renamed-" + old}),
        ("cgp_mailbox", {"account": "ann@renamed-" + old, "name": "INBOX"}),
        ("cgp_account", {"name": "bob@" + old}),
        ("cgp_domain", {"name": other, "state": "absent"}),
        ("cgp_account", {"name": "ann@" + other}),
    ]
    told = foreseen_and_done(server, tasks)
    assert [task["failed"] for task in told] == [0, 0, 0, 0, 0, 0, 1, 0, 1]
    assert [task["created"] for task in told] == [1, 1, 1, 0, 0, 0, 0, 0, 0]


def test_what_is_renamed_is_read_by_its_old_name(server: Server) -> None:
    """So a later task in check mode compares with what will be there, and changes nothing that is so already."""
    domain = server.new_domain()
    server.apply(subject_of("cgp_account"), [{"name": "ann@" + domain, "settings": {"RealName": "Ann"}}])
    foresight = Foresight()
    renamed = {"name": "bob@" + domain, "rename_from": "ann@" + domain}
    again = {"name": "bob@" + domain, "settings": {"RealName": "Ann"}}
    acl = {"account": "bob@" + domain, "acl": {}}
    for module, options in (("cgp_account", renamed), ("cgp_account", again), ("cgp_account_acl", acl)):
        result = run_resource(server.master, subject_of(module), [options], Mode(check=True, foresight=foresight))
        assert result["failures"] == [] and not result.get("warnings")
        assert result["changed"] is (options is renamed)
        foresight.learn(())


def test_nobody_is_warned_of_what_an_earlier_task_makes(server: Server) -> None:
    domain = server.unused_domain()
    foresight = Foresight()
    for module, options in (
        ("cgp_domain", {"name": domain}),
        ("cgp_account", {"name": "ann@" + domain}),
        ("cgp_account_acl", {"account": "ann@" + domain, "acl": {"bob": "l"}}),
        ("cgp_mailbox", {"account": "ann@" + domain, "name": "Work"}),
        (
            "cgp_rules",
            {
                "scope": "account",
                "name": "ann@" + domain,
                "rules": [{"name": "All", "priority": 5, "actions": [["Stop"]]}],
            },
        ),
        (
            "cgp_rules",
            {"scope": "domain", "name": domain, "rules": [{"name": "All", "priority": 5, "actions": [["Stop"]]}]},
        ),
        ("cgp_rule", {"account": "ann@" + domain, "name": "One", "priority": 5, "actions": [["Stop"]]}),
    ):
        result = run_resource(server.master, subject_of(module), [options], Mode(check=True, foresight=foresight))
        assert result["changed"] and not result.get("warnings"), (module, result)
        foresight.learn(())
    unknown = {"account": "bob@" + domain, "name": "Work"}
    result = run_resource(server.master, subject_of("cgp_mailbox"), [unknown], Mode(check=True, foresight=foresight))
    assert "bob@" + domain in result["warnings"][0]


def test_a_purge_takes_what_an_earlier_task_makes_and_not_what_has_gone(server: Server) -> None:
    domain = server.new_domain()
    put(server, "CREATEACCOUNT", "old@" + domain)
    foresight = Foresight()
    account = subject_of("cgp_account")
    for options in ({"name": "new@" + domain}, {"name": "old@" + domain, "state": "absent"}):
        run_resource(server.master, account, [options], Mode(check=True, foresight=foresight))
        foresight.learn(())
    purge = {"within": [domain], "limit": 5}
    result = run_resource(server.master, account, [], Mode(check=True, foresight=foresight), domain=domain, purge=purge)
    assert result["changed_names"] == ["new@" + domain]


def test_an_event_holds_names_only(server: Server) -> None:
    """It is written to a file of the run."""
    domain = server.new_domain()
    foresight = Foresight()
    options = {"name": "ann@" + domain, "account_password": "pa55word", "settings": {"RealName": "A. Secret"}}
    run_resource(server.master, subject_of("cgp_account"), [options], Mode(check=True, foresight=foresight))
    texts = str([astuple(event) for event in foresight.added])
    assert "ann@" + domain in texts and "pa55word" not in texts and "Secret" not in texts


@pytest.mark.parametrize("check", [True, False])
def test_without_a_memory_nothing_is_foreseen(server: Server, check: bool) -> None:
    domain = server.new_domain()
    account = subject_of("cgp_account")
    for _again in range(2 if check else 1):
        result = run_resource(server.master, account, [{"name": "ann@" + domain}], Mode(check=check))
        assert result["counts"]["created"] == 1


# --- what is read in between

MADE: dict[str, Task] = {
    "cgp_domain_info": ("cgp_domain", {"name": "New.example"}),
    "cgp_account_info": ("cgp_account", {"name": "New"}),
    "cgp_forwarder_info": ("cgp_forwarder", {"name": "New", "to": "someone@example.org"}),
    "cgp_group_info": ("cgp_group", {"name": "New"}),
    "cgp_mailing_list_info": ("cgp_mailing_list", {"name": "New", "owner": LOGIN}),
    "cgp_named_task_info": ("cgp_named_task", {"name": "New", "owner": LOGIN}),
}
"""Of the modules that read objects by their names alone, tasks that make such an object."""


@pytest.mark.parametrize("module", MADE)
def test_of_what_is_missing_that_is_told_which_would_be_there(server: Server, module: str) -> None:
    info, (maker, options) = subject_of(module), MADE[module]
    there = "%s@%s" % (options["name"], MAIN_DOMAIN) if maker != "cgp_domain" else options["name"]
    never = "nothing." + MAIN_DOMAIN if maker == "cgp_domain" else "nobody@" + MAIN_DOMAIN
    foresight = Foresight()

    def foreseen(asked: str, check: bool = True, knows: Foresight | None = foresight) -> Any:
        result = info.run(server.master, {"names": [asked, never]}, Mode(check=check, foresight=knows))
        assert [name.lower() for name in result["missing"]] == [asked.lower(), never]
        return result.get("foreseen")

    assert foreseen(there) == []
    perform(server, [(maker, options)], foresight)
    for spelling in (there, there.lower(), there.upper()):
        assert [name.lower() for name in foreseen(spelling)] == [there.lower()]
    assert foreseen(there, check=False, knows=None) is None
    assert foreseen(there, knows=None) is None  # a task of its own in check mode takes the server as it is
    resource = subject_of(maker)
    run_resource(
        server.master, resource, [{**options, "state": "absent"}], Mode(check=True, foresight=foresight),
        domain=MAIN_DOMAIN,
    )  # fmt: skip
    assert foreseen(there) == []


def test_another_kind_of_object_of_that_name_is_not_told(server: Server) -> None:
    foresight = Foresight()
    perform(server, [MADE["cgp_forwarder_info"]], foresight)
    asked = {"names": ["New@" + MAIN_DOMAIN]}
    result = subject_of("cgp_account_info").run(server.master, asked, Mode(check=True, foresight=foresight))
    assert (result["missing"], result["foreseen"]) == (asked["names"], [])
