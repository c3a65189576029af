# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold for every wish over every state of a server.

Each example works in a Domain of its own, brought to a random state first. The journal of the simulator is the
evidence of what was sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import account as account_commands
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import domain as domain_commands
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.account import ACCOUNT as ACCOUNT_SETTINGS
from ansible_collections.communigate.pro.plugins.module_utils._engine import shapes
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_template import ACCOUNT_TEMPLATE
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_acl import MAILBOX_ACL
from ansible_collections.communigate.pro.plugins.module_utils._resources.rules import RULES
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given, settings
from hypothesis import strategies as st
from support.engine_server import Server
from support.settings_rule import check_settings
from support.strategies import CHARACTERS, SETTINGS, TEXT

each_example_is_new = settings(max_examples=60)

Rows = Sequence[Mapping[str, Any]]
NAMES = ("ann", "Bob", "cid.dee", "éva")
STATES = st.sampled_from(["present", "present", "present", "absent"])
MODES = st.sampled_from(["update", "replace"])
PASSWORDS = st.text(
    CHARACTERS.filter(lambda character: character >= " " and character != "\x7f"), min_size=1, max_size=9
)
MEMBERS = st.lists(st.sampled_from(["ann", "bob@example.org", "Carl"]), max_size=3, unique=True)


def rows_of(one: Callable[[str], st.SearchStrategy[Any]]) -> st.SearchStrategy[Rows]:
    """Rows for some of the names; ``one(name)`` makes the row of one."""
    some = st.lists(st.sampled_from(NAMES), unique=True, max_size=len(NAMES))
    return some.flatmap(lambda names: st.tuples(*(one(name) for name in names)))


def account(name: str) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {"name": st.just(name)},
        optional={
            "state": STATES,
            "settings": SETTINGS,
            "settings_mode": MODES,
            "aliases": st.lists(st.sampled_from([name + ".1", name + ".2", name + ".3"]), unique=True),
            "account_password": PASSWORDS,
            "update_password": st.sampled_from(["always", "on_create"]),
            "type": st.sampled_from(["MultiMailbox", "MailDirMailbox"]),
        },
    )


def group(name: str) -> st.SearchStrategy[Any]:
    wanted = {"state": STATES, "settings": SETTINGS, "settings_mode": MODES, "members": MEMBERS}
    return st.fixed_dictionaries({"name": st.just(name)}, optional=wanted)


def forwarder(name: str) -> st.SearchStrategy[Any]:
    address = st.sampled_from(
        ["ann@example.org", "ANN@example.org", "bob@example.org", "app{1,2}#pbx@example.org", "null"]
    )
    return st.fixed_dictionaries({"name": st.just(name), "to": address}, optional={"state": STATES})


NOUNS = [
    pytest.param(ACCOUNT, rows_of(account), id="account"),
    pytest.param(GROUP, rows_of(group), id="group"),
    pytest.param(FORWARDER, rows_of(forwarder), id="forwarder"),
]

SUMMARY = ("changed", "counts", "changed_names", "failures", "not_attempted", "objects", "diff")


def summary(result: Mapping[str, Any]) -> dict[str, Any]:
    return {name: result[name] for name in SUMMARY}


def check_the_way_of(server: Server, resource: Resource, wanted: Rows, **how: Any) -> None:
    """Check mode sends no change and foretells the run; the run does it; then nothing is left to do."""
    mark = server.mark()
    foretold = server.apply(resource, wanted, check=True, diff=True, detail="all", **how)
    assert server.changes(mark) == []
    done = server.apply(resource, wanted, diff=True, detail="all", **how)
    assert done.get("msg") is None
    assert summary(done) == summary(foretold)
    sent = server.changes(mark)
    assert done["changed"] == bool(sent) == bool(done["changed_names"])
    assert done["statistics"]["writes"] >= len(done["changed_names"])
    assert {entry["code"] for entry in sent} <= {200}

    mark = server.mark()
    for check in (True, False):
        again = server.apply(resource, wanted, check=check, diff=True, **how)
        assert (again["changed"], again["changed_names"], again["statistics"]["writes"]) == (False, [], 0)
        assert again["diff"]["before"] == again["diff"]["after"] == {}
    assert server.changes(mark) == []


@pytest.mark.parametrize(("resource", "rows"), NOUNS)
@given(data=st.data())
@each_example_is_new
def test_a_list_is_made_so_as_check_mode_said_and_then_left_alone(server: Server, resource, rows, data) -> None:
    domain = server.new_domain()
    server.apply(resource, data.draw(rows, label="before"), domain=domain)
    check_the_way_of(server, resource, data.draw(rows, label="wanted"), domain=domain)


@given(before=st.tuples(SETTINGS, SETTINGS), wanted=st.tuples(SETTINGS, MODES))
@each_example_is_new
def test_a_domain_is_made_so_as_check_mode_said_and_then_left_alone(server: Server, before, wanted) -> None:
    old, new = server.unused_domain(), server.unused_domain()
    server.apply(DOMAIN, [{"name": old, "settings": before[0], "aliases": ["one." + old]}])
    (values, mode) = wanted
    wishes = [
        {"name": old, "settings": values, "settings_mode": mode, "aliases": ["two." + old, "three." + old]},
        {"name": new, "settings": before[1], "aliases": ["one." + new]},
    ]
    check_the_way_of(server, DOMAIN, wishes)


@given(template=SETTINGS, wanted=SETTINGS, mode=MODES)
@each_example_is_new
def test_a_template_gives_a_new_account_nothing_that_replace_mode_forbids(
    server: Server, template, wanted, mode
) -> None:
    """The state after a creation is the wanted one, whatever the template added; a stored secret stays."""
    domain = server.new_domain()
    server.apply(ACCOUNT_TEMPLATE, [{"domain": domain, "settings": template}])
    row = {"name": "ann@" + domain, "settings": wanted, "settings_mode": mode}
    result = server.apply(ACCOUNT, [row])
    assert result["counts"]["created"] == 1
    assert not server.apply(ACCOUNT, [row])["changed"]


@given(before=SETTINGS, wanted=SETTINGS, mode=MODES)
@each_example_is_new
def test_what_the_server_then_has_is_what_was_wanted(server: Server, before, wanted, mode) -> None:
    """Read past the engine: every wanted value is there, what was to go is gone, the rest is as the mode says."""
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name, "settings": before}])
    had = server.ask(account_commands.GETACCOUNTSETTINGS(name))
    server.apply(ACCOUNT, [{"name": name, "settings": wanted, "settings_mode": mode}])
    has = server.ask(account_commands.GETACCOUNTSETTINGS(name))
    check_settings(had, shapes.setting_values(wanted), has, mode == "replace", place=ACCOUNT_SETTINGS.root)


@given(data=st.data())
@each_example_is_new
def test_accounts_are_renamed_as_check_mode_said_or_refused_at_once(server: Server, data) -> None:
    """Chains, swaps and two claims to one object are refused before anything is sent; the rest is idempotent."""
    domain = server.new_domain()
    there = data.draw(st.lists(st.sampled_from(NAMES), unique=True), label="there")
    server.apply(ACCOUNT, [{"name": name} for name in there], domain=domain)
    targets = data.draw(st.lists(st.sampled_from([*NAMES, "new"]), unique=True), label="targets")
    wanted = [
        {"name": name, "rename_from": data.draw(st.sampled_from([*NAMES, "old"])), "settings": {"RealName": name}}
        for name in targets
    ]
    mark = server.mark()
    try:
        foretold = server.apply(ACCOUNT, wanted, domain=domain, check=True, diff=True, detail="all")
    except CgpError:
        assert server.verbs(mark) == []
        return
    done = server.apply(ACCOUNT, wanted, domain=domain, diff=True, detail="all")
    assert summary(done) == summary(foretold)
    blocked = {failure["name"] for failure in done["failures"]}
    again = server.apply(ACCOUNT, wanted, domain=domain, detail="all")
    assert {failure["name"] for failure in again["failures"]} == blocked
    assert not again["changed"]


@given(data=st.data())
@each_example_is_new
def test_a_purge_leaves_what_is_wanted_and_what_is_kept(server: Server, data) -> None:
    """The rest goes, as check mode said; beyond the limit nothing is changed at all."""
    domain = server.new_domain()
    there = data.draw(st.lists(st.sampled_from([*NAMES, "postmaster"]), unique=True), label="there")
    server.apply(ACCOUNT, [{"name": name} for name in there], domain=domain)
    wanted = data.draw(st.lists(st.sampled_from(NAMES), unique=True), label="wanted")
    spelt = [data.draw(st.sampled_from([name, name.upper(), name.lower()])) for name in wanted]
    keep = data.draw(st.lists(st.sampled_from(["a*", "BOB", "cid.dee@*", "?va"]), unique=True), label="keep")
    limit = data.draw(st.integers(0, 4), label="limit")
    purge = {"within": [data.draw(st.sampled_from([domain, domain.upper()]))], "keep": keep, "limit": limit}
    kept = {"a*": "ann", "BOB": "bob", "cid.dee@*": "cid.dee", "?va": "éva"}
    spared = {name.lower() for name in wanted} | {kept[pattern] for pattern in keep} | {"postmaster"}
    doomed = {name.lower() for name in there} - spared
    rows = [{"name": name} for name in spelt]
    if len(doomed) > limit:
        mark = server.mark()
        with pytest.raises(CgpError, match="would delete %d accounts" % len(doomed)):
            server.apply(ACCOUNT, rows, domain=domain, purge=purge)
        assert server.changes(mark) == []
        return
    check_the_way_of(server, ACCOUNT, rows, domain=domain, purge=purge)
    left = server.ask(domain_commands.LISTACCOUNTS(domainName=domain))
    assert {name.lower() for name in left} == {name.lower() for name in [*there, *wanted]} - doomed


MAILBOXES = ("Archive", "archive", "Work/2024", "inbox/Sub", "Ordner äöü")
RIGHTS = st.text("lrswdipca", max_size=5)


@given(data=st.data())
@each_example_is_new
def test_mailboxes_and_their_rights_are_made_so_and_then_left_alone(server: Server, data) -> None:
    owner = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": owner}])
    for _round in range(2):
        names = data.draw(st.lists(st.sampled_from(MAILBOXES), unique=True), label="mailboxes")
        classes = st.sampled_from(["", "IPF.Contact", "IPF.Note"])
        wanted = [
            {"account": owner, "name": name, "mailbox_class": data.draw(classes), "state": data.draw(STATES)}
            for name in names
        ]
        check_the_way_of(server, MAILBOX, wanted)
        there = [row["name"] for row in wanted if row["state"] == "present"]
        entries = st.dictionaries(st.sampled_from(["anyone@", "bob@example.org", "#team"]), RIGHTS)
        lists = [
            {"account": owner, "mailbox": name, "acl": data.draw(entries), "mode": data.draw(MODES)} for name in there
        ]
        check_the_way_of(server, MAILBOX_ACL, lists)


WORDS = TEXT.filter(bool)
CLAUSES = st.lists(st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3)), max_size=3)


def rule(name: str) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {"name": st.just(name), "priority": st.integers(0, 10)},
        optional={"conditions": CLAUSES, "actions": CLAUSES, "comment": TEXT},
    )


@given(data=st.data())
@each_example_is_new
def test_rules_are_made_so_and_then_left_alone(server: Server, data) -> None:
    domain = server.new_domain()
    for _round in range(2):
        wanted = data.draw(rows_of(rule), label="rules")
        row = {"scope": "domain", "name": domain, "kind": data.draw(st.sampled_from(["mail", "signal"]))}
        check_the_way_of(server, RULES, [{**row, "rules": list(wanted), "mode": data.draw(MODES)}])
