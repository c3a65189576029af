# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server is told at creation and never tells again: no run sets it a second time, and a note says so.

What is looked at is what the server holds, and what it was sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Have, Resource, Want
from ansible_collections.communigate.pro.plugins.module_utils._engine.plan import plan_object
from ansible_collections.communigate.pro.plugins.module_utils._engine.untold import Untold
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.account import Account
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.objects import NamedTask
from support.engine_server import Server

RESOURCES = {module: subject_of(module) for module in SUBJECTS if isinstance(subject_of(module), Resource)}
FACETS = [
    (module, facet.name)
    for module, resource in sorted(RESOURCES.items())
    for facet in resource.facets
    if facet.created and facet.listed and facet.read is None
]
"""What a listing alone tells, and a creation carries."""
NOTE = "is set at creation only"
CHECKED = pytest.mark.parametrize("check", [True, False], ids=["check mode", "run"])


def noted(result: dict[str, Any]) -> list[str]:
    return [warning for warning in result.get("warnings", ()) if NOTE in warning]


@pytest.mark.parametrize(("module", "name"), FACETS)
def test_whatever_is_not_told_is_left_alone_and_noted(module: str, name: str) -> None:
    resource = RESOURCES[module]
    (facet,) = (facet for facet in resource.facets if facet.name == name)
    key = tuple("x" for _field in resource.key)
    values = {name: facet.shape.empty or (facet.fields[0].choices or ["x"])[-1]}
    change = plan_object(resource, Want(key, values=values), {key: Have(True, {name: Untold()})})
    assert (change.steps, change.untold, change.problem) == ((), (name,), None)
    if facet.mode:
        asked_for = plan_object(
            resource, Want(key, values={**values, facet.mode: "always"}), {key: Have(True, {name: Untold()})}
        )
        assert (asked_for.unread, asked_for.untold) == ((name,), ()) and asked_for.steps


def test_there_are_such() -> None:
    assert {("cgp_account", "type"), ("cgp_mailbox", "mailbox_class")} <= set(FACETS)


HABITS = ("mailbox-class-untold", "no-file-extension")


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), habits=HABITS) as running:
        yield running


@pytest.fixture(scope="module", params=["owner-untold", "owner-elsewhere"])
def owning(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), habits=(request.param,)) as running:
        yield running


def held(server: Server, kind: Any, domain: str, name: str) -> Any:
    """The object itself, as the simulator holds it."""
    found = server.service.server.find_domain(domain)
    assert found is not None
    return next(each for each in found.all(kind) if each.name == name)


@CHECKED
def test_the_class_of_a_mailbox(silent: Server, check: bool) -> None:
    domain = silent.new_domain()
    ann = "ann@" + domain
    silent.apply(ACCOUNT, [{"name": ann}])
    rows = [{"account": ann, "name": "People", "mailbox_class": "IPF.Contact"}]
    assert noted(silent.apply(MAILBOX, rows)) == []

    def class_there() -> str:
        return str(held(silent, Account, domain, "ann").mailboxes.find("People").mailbox_class)

    assert class_there() == "IPF.Contact"
    other = [{**rows[0], "mailbox_class": "IPF.Task"}]
    for wanted in (rows, other):
        mark = silent.mark()
        result = silent.apply(MAILBOX, wanted, check=check)
        assert (result["changed"], len(noted(result)), silent.changes(mark)) == (False, 1, [])
        assert noted(result)[0].startswith("mailbox_class ") and ann in noted(result)[0]
    forced = silent.apply(MAILBOX, [{**other[0], "update_class": "always"}], check=check)
    assert forced["changed"] is True and "cannot be read" in forced["warnings"][0]
    assert class_there() == ("IPF.Contact" if check else "IPF.Task")


def test_where_other_classes_are_told_none_means_none(server: Server) -> None:
    ann = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": ann}])
    server.apply(MAILBOX, [{"account": ann, "name": "Plain"}])
    wanted = [{"account": ann, "name": "Plain", "mailbox_class": "IPF.Task"}]
    assert len(noted(server.apply(MAILBOX, wanted))) == 1
    server.apply(MAILBOX, [{"account": ann, "name": "People", "mailbox_class": "IPF.Contact"}])
    result = server.apply(MAILBOX, wanted)
    assert (result["changed"], noted(result)) == (True, [])
    assert server.apply(MAILBOX, wanted)["changed"] is False


@CHECKED
def test_the_type_of_an_account(silent: Server, check: bool) -> None:
    domain = silent.new_domain()
    rows = [{"name": "ann", "type": "AGrade"}]
    assert noted(silent.apply(ACCOUNT, rows, domain=domain)) == []
    mark = silent.mark()
    for wanted in (rows, [{"name": "ann", "type": "BGrade"}]):
        result = silent.apply(ACCOUNT, wanted, domain=domain, check=check)
        assert (result["changed"], len(noted(result))) == (False, 1)
    assert silent.changes(mark) == []
    assert held(silent, Account, domain, "ann").account_type == "AGrade"


@CHECKED
def test_the_owner_of_a_task_is_what_the_listing_says(owning: Server, check: bool) -> None:
    domain = owning.new_domain()
    for name in ("ann", "bob"):
        owning.ask(COMMANDS["CREATEACCOUNT"][0]("%s@%s" % (name, domain)))
    row = {"name": "conference", "owner": "Ann@" + domain, "settings": {"RealName": "A"}}
    assert owning.apply(NAMED_TASK, [row], domain=domain)["counts"]["created"] == 1
    mark = owning.mark()
    result = owning.apply(NAMED_TASK, [row], domain=domain, check=check)
    assert (result["changed"], noted(result), owning.changes(mark)) == (False, [], [])
    other = {**row, "owner": "bob"}
    result = owning.apply(NAMED_TASK, [other], domain=domain, check=check)
    assert (result["changed"], result["failures"], len(noted(result))) == (False, [], 1)
    assert noted(result)[0].startswith("settings.Owner ") and owning.changes(mark) == []
    more = {**other, "settings": {"RealName": "B"}, "settings_mode": "replace"}
    result = owning.apply(NAMED_TASK, [more], domain=domain, check=check)
    assert (result["changed"], result["failures"], len(noted(result))) == (True, [], 1)
    task = held(owning, NamedTask, domain, "conference")
    assert (task.owner, task.settings["RealName"]) == ("ann", "A" if check else "B")
