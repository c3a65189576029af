# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has a name in a Domain, however the server's listing takes a filter and a cookie: the manual leaves it open."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTDOMAINOBJECTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.group import LISTGROUPS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailing_list import LISTLISTS
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.named_task import LISTDOMAINNAMEDTASKS
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import run_info
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT, ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import MAILING_LIST
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared import names
from support.engine_server import Server

PAGE = 3
NOUNS: list[tuple[Resource, dict[str, Any]]] = [
    (ACCOUNT, {}),
    (FORWARDER, {"to": "someone@example.org"}),
    (GROUP, {}),
    (MAILING_LIST, {"owner": "Owner"}),
    (NAMED_TASK, {"owner": "Owner"}),
]
THERE = ["Ann", "joann", "ANNA", "bob", "Zoe"]
"""More than a page, in more than one case, and some with others in them."""
HABITS = [(), ("filter-case", "cookie-without-filter", "last-cookie-missing")]


@pytest.fixture(scope="module", params=HABITS, ids=lambda habits: " ".join(habits) or "none")
def host(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), habits=request.param) as server:
        yield server


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "PAGE", PAGE)


def made(host: Server, resource: Resource, values: dict[str, Any]) -> str:
    """A Domain with these objects, and others that fill pages."""
    domain = host.new_domain()
    host.apply(ACCOUNT, [{"name": name} for name in ("Owner", "aaa", "mmm", "zzz")], domain=domain)
    result = host.apply(resource, [{"name": name, **values} for name in THERE], domain=domain)
    assert result["counts"]["created"] == len(THERE)
    return domain


def held(host: Server, domain: str) -> list[str]:
    """All names of a Domain, as the server has them."""
    page = host.ask(LISTDOMAINOBJECTS(domain, 100))
    listed = [host.ask(LIST(domainName=domain)) for LIST in (LISTGROUPS, LISTLISTS, LISTDOMAINNAMEDTASKS)]
    return sorted([*page[1], *(name for names in listed for name in names)])


def no_cookie_went_with_a_filter(host: Server, mark: int) -> bool:
    asked = [entry["arguments"] for entry in host.since(mark) if entry["verb"] == "LISTDOMAINOBJECTS"]
    return asked != [] and not any(arguments.get("filter") and "cookie" in arguments for arguments in asked)


@pytest.mark.parametrize("many", [False, True], ids=["few", "many"])
@pytest.mark.parametrize(("resource", "values"), NOUNS, ids=lambda value: getattr(value, "noun", ""))
def test_what_is_there_is_known_and_what_is_not_is_not(
    host: Server, resource: Resource, values: dict[str, Any], many: bool
) -> None:
    """In any spelling, and wherever in the listing."""
    domain = made(host, resource, values)
    before, mark = held(host, domain), host.mark()
    nobody = [{"name": "Ann%d" % number, "state": "absent"} for number in range(names.FEW if many else 1)]
    for spelt in (str, str.lower, str.upper, str.swapcase):
        wanted = [{"name": spelt(name), **values} for name in THERE]
        result = host.apply(resource, [*wanted, *nobody], domain=domain)
        assert (result["changed"], result["failures"]) == (False, [])
    assert held(host, domain) == before
    gone = [{"name": name.swapcase(), "state": "absent"} for name in THERE]
    result = host.apply(resource, [*gone, *nobody], domain=domain)
    assert result["counts"]["deleted"] == len(THERE)
    assert held(host, domain) == ["Owner", "aaa", "mmm", "zzz"]
    if resource in (ACCOUNT, FORWARDER):
        assert no_cookie_went_with_a_filter(host, mark)


@pytest.mark.parametrize(("other", "others"), NOUNS, ids=lambda value: getattr(value, "noun", ""))
def test_another_kind_of_object_is_never_taken_for_a_free_name(
    host: Server, other: Resource, others: dict[str, Any]
) -> None:
    domain = made(host, other, others)
    mark = host.mark()
    for resource, values in NOUNS:
        if resource is other:
            continue
        for state in ("present", "absent"):
            rows = [{"name": name.swapcase(), "state": state, **values} for name in THERE]
            failures = host.apply(resource, rows, domain=domain)["failures"]
            assert len(failures) == len(THERE)
            assert all("is the name of another object: %s" % other.kind in one["msg"] for one in failures)
    assert host.changes(mark) == []


@pytest.mark.parametrize("limit", [0, 1, PAGE, PAGE + 1])
def test_a_part_of_a_name_finds_the_accounts_on_all_pages(host: Server, limit: int) -> None:
    domain = host.new_domain()
    fitting = ["ann%d" % number for number in range(2 * PAGE)]
    host.apply(ACCOUNT, [{"name": name} for name in ("bob", *fitting, "zoe")], domain=domain)
    mark = host.mark()
    params = {"domain": domain, "filter": "ann", "limit": limit, "include": ["aliases"]}
    result = run_info(host.session(), ACCOUNT_INFO, params)
    wanted = list(islice(fitting, limit or None))
    assert [account["name"] for account in result["accounts"]] == ["%s@%s" % (name, domain) for name in wanted]
    assert no_cookie_went_with_a_filter(host, mark)


def test_a_name_that_a_filter_finds_costs_one_command(server: Server) -> None:
    domain = made(server, ACCOUNT, {})
    mark = server.mark()
    server.apply(ACCOUNT, [{"name": name} for name in THERE], domain=domain)
    assert server.verbs(mark) == ["LISTDOMAINOBJECTS"] * len(THERE)
