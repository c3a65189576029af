# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Skins, environments and their files: what is told of missing ones, and options that do not fit."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.pbx_application import (
    CREATEDOMAINPBX,
    LISTDOMAINPBXFILES,
    READDOMAINPBXFILE,
    STOREDOMAINPBXFILE,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.web_skin import (
    CREATEDOMAINSKIN,
    LISTDOMAINSKINFILES,
    LISTDOMAINSKINS,
    LISTSERVERSKINS,
    READDOMAINSKINFILE,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx import PBX
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx_files import PBX_FILE
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.environments import (
    environment_file_of_reply,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.places import split_place
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.skins import skin_file_of_reply
from ansible_collections.communigate.pro.plugins.module_utils._resources.skin import SKIN, skins_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.skin_files import SKIN_FILE
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, CliError
from support.engine_server import Server


@pytest.fixture
def domain(server: Server) -> str:
    return server.new_domain()


# --- places

@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("domain example.com", ("domain", "example.com", "")),
        ("domain example.com Two Words", ("domain", "example.com", "Two Words")),
        ("server", ("server", "", "")),
        ("cluster Corporate", ("cluster", "", "Corporate")),
    ],
)
def test_a_place_has_three_parts(place: str, parts: tuple[str, str, str]) -> None:
    assert split_place(place) == parts


@pytest.mark.parametrize("place", ["", "example.com", "domain", "SERVER"])
def test_what_is_no_place_is_refused(place: str) -> None:
    with pytest.raises(CgpError):
        split_place(place)


@pytest.mark.parametrize("resource", [SKIN, SKIN_FILE, PBX, PBX_FILE], ids=lambda resource: resource.noun)
@pytest.mark.parametrize(
    "row", [{}, {"scope": "server", "domain": "example.com"}, {"domain": "example.com Corporate"}], ids=str
)
def test_a_domain_goes_with_its_scope_and_is_a_name(server: Server, resource: Any, row: dict[str, str]) -> None:
    with pytest.raises(CgpError, match="domain"):
        server.apply(resource, [{"name": "a"} | row if resource is not PBX else row])


# --- Skins

def told_by(replies: list[Any], scope: str = "domain") -> Any:
    """What ``skins_of`` makes of these replies."""
    conversation = skins_of(scope, "example.com" if scope == "domain" else "")
    next(conversation)
    try:
        for reply in replies:
            conversation.send([reply])
    except StopIteration as end:
        return end.value
    raise AssertionError("another command")


@pytest.mark.parametrize(
    ("replies", "names"),
    [
        ([["", "Corporate"]], ["", "Corporate"]),
        ([["Corporate"]], ["", "Corporate"]),
        ([[], {}], [""]),
        ([[], CliError(599, "no such skin", "LISTDOMAINSKINFILES")], []),
    ],
    ids=["listed", "another is listed", "its files are listed", "missing"],
)
def test_the_unnamed_skin_is_found_whether_servers_list_it_or_not(replies: list[Any], names: list[str]) -> None:
    assert told_by(replies) == names


@pytest.mark.parametrize(
    ("replies", "names"),
    [
        ([["", "Corporate"]], ["", "Corporate"]),
        ([["Corporate"], {}], ["", "Corporate"]),
        ([["Corporate"], CliError(501, "no such skin", "LISTSERVERSKINFILES")], ["Corporate"]),
    ],
    ids=["listed", "its files are listed", "missing"],
)
@pytest.mark.parametrize("scope", ["server", "cluster"])
def test_a_named_skin_that_is_no_domains_tells_nothing_of_the_unnamed_one(
    scope: str, replies: list[Any], names: list[str]
) -> None:
    assert told_by(replies, scope) == names


def test_the_unnamed_skin_of_the_server_can_come_after_a_named_one(server: Server) -> None:
    try:
        assert server.apply(SKIN, [{"scope": "server", "name": "One"}])["counts"]["created"] == 1
        assert server.apply(SKIN, [{"scope": "server"}])["counts"]["created"] == 1
        assert server.ask(LISTSERVERSKINS()) == ["", "One"]
        assert server.apply(SKIN, [{"scope": "server"}])["changed"] is False
    finally:
        server.apply(SKIN, [{"scope": "server", "name": name, "state": "absent"} for name in ("One", "")])


def test_a_named_skin_cannot_become_the_unnamed_one(server: Server, domain: str) -> None:
    """For the unnamed one is always there beside it."""
    server.apply(SKIN, [{"domain": domain}, {"domain": domain, "name": "Old"}])
    result = server.apply(SKIN, [{"domain": domain, "rename_from": "Old"}])
    assert (result["failed"], result["changed"]) == (True, False)
    assert server.ask(LISTDOMAINSKINS(domainName=domain)) == ["", "Old"]


def test_a_purge_spares_the_unnamed_skin_and_other_places(server: Server, domain: str) -> None:
    other = server.new_domain()
    rows = [{"domain": place, "name": name} for place in (domain, other) for name in ("", "One")]
    server.apply(SKIN, rows)
    assert server.apply(SKIN, [{"domain": domain}], purge={"limit": 5})["changed_names"] == ["domain %s One" % domain]
    assert server.ask(LISTDOMAINSKINS(domainName=other)) == ["", "One"]


@pytest.mark.parametrize("resource", [SKIN, SKIN_FILE, PBX_FILE], ids=lambda resource: resource.noun)
def test_a_purge_without_any_object_needs_a_place(server: Server, resource: Any) -> None:
    with pytest.raises(CgpError, match="purge.within is missing"):
        server.apply(resource, [], purge={"limit": 5})


# --- files

def test_a_file_of_a_missing_skin_is_foreseen_and_otherwise_an_error(server: Server, domain: str) -> None:
    server.apply(SKIN, [{"domain": domain}])
    row = {"domain": domain, "skin": "New", "name": "a.css", "content": "a"}
    foreseen = server.apply(SKIN_FILE, [row], check=True)
    assert foreseen["counts"]["created"] == 1
    assert "domain %s New" % domain in foreseen["warnings"][0]
    done = server.apply(SKIN_FILE, [row])
    assert "domain %s New does not exist" % domain in done["msg"]
    assert server.apply(SKIN_FILE, [{**row, "state": "absent"}])["changed"] is False


def test_who_may_not_list_skins_is_told_so(server: Server, domain: str) -> None:
    server.apply(SKIN, [{"domain": domain}])
    nobody = server.administrator(domain, "Domain")
    row = {"domain": domain, "name": "a.css", "state": "absent"}
    result = server.apply(SKIN_FILE, [row], session=nobody)
    assert result["failed"] and "LISTDOMAINSKINS" in result["msg"]


def test_a_domain_administrator_may_with_one_right(server: Server, domain: str) -> None:
    session = server.administrator(domain, "CanModifySkins", "CanModifyPBXApps")
    for resource, row in ((SKIN, {}), (PBX, {})):
        assert server.apply(resource, [{"domain": domain, **row}], session=session)["changed"] is True
    for resource in (SKIN_FILE, PBX_FILE):
        rows = [{"domain": domain, "name": "a", "content": "a"}]
        assert server.apply(resource, rows, session=session)["counts"]["created"] == 1
    assert set(server.ask(LISTDOMAINSKINFILES("", domainName=domain))) == {"a"}
    assert set(server.ask(LISTDOMAINPBXFILES(domain))) == {"a"}


def test_an_environment_that_is_missing_is_foreseen_with_its_subset(server: Server, domain: str) -> None:
    rows = [{"domain": domain}, {"domain": domain, "language": "french"}]
    assert server.apply(PBX, rows, check=True)["counts"]["created"] == 2
    files = [{"domain": domain, "name": "french/a.wav", "content": "a"}]
    assert server.apply(PBX_FILE, files, check=True)["counts"]["created"] == 1
    assert "does not exist" in server.apply(PBX_FILE, files)["msg"]
    assert server.apply(PBX, rows)["counts"]["created"] == 2
    assert server.apply(PBX_FILE, files)["counts"]["created"] == 1


def test_an_environment_itself_stays(server: Server, domain: str) -> None:
    server.ask(CREATEDOMAINPBX(domain))
    result = server.apply(PBX, [{"domain": domain, "state": "absent"}])
    assert (result["failed"], result["changed"]) == (True, False)
    assert "only a national subset can be deleted" in result["msg"]


def test_a_subset_is_purged_only_where_a_wanted_file_is(server: Server, domain: str) -> None:
    for language in (None, "french", "german"):
        server.ask(CREATEDOMAINPBX(domain, language=language))
    for name in ("old", "french/old", "german/old"):
        server.ask(STOREDOMAINPBXFILE(domain, name, b"old"))
    row = {"domain": domain, "name": "french/new", "content": "new"}
    result = server.apply(PBX_FILE, [row], purge={"limit": 9})
    assert result["changed_names"] == ["domain %s french/%s" % (domain, name) for name in ("new", "old")]


@pytest.mark.parametrize("name", ["/a", "a/", "a/b/c", "a//b"])
def test_a_file_of_an_environment_is_in_it_or_in_a_subset(server: Server, name: str) -> None:
    with pytest.raises(CgpError, match="fileName or language/fileName"):
        server.apply(PBX_FILE, [{"domain": "example.com", "name": name}])


def test_a_subset_is_not_a_path(server: Server) -> None:
    with pytest.raises(CgpError, match="no slash"):
        server.apply(PBX, [{"domain": "example.com", "language": "a/b"}])


@pytest.mark.parametrize("load", [skin_file_of_reply, environment_file_of_reply])
@pytest.mark.parametrize("reply", [None, [], "text", ["text", "now"]], ids=str)
def test_a_reply_that_is_no_file_is_refused(load: Any, reply: Any) -> None:
    with pytest.raises(CgpError, match="something else"):
        load(reply)


# --- sets of files whose names differ in letter case only


@pytest.fixture(params=["skin files", "environment files"])
def twins(request: pytest.FixtureRequest, server: Server, domain: str) -> Any:
    """(the resource, row of a file in a set, what the server has of it): there are the sets Corp and corp."""
    if request.param == "skin files":
        for name in ("", "Corp", "corp"):
            server.ask(CREATEDOMAINSKIN(name, domainName=domain))
        return (
            SKIN_FILE,
            lambda of, name, **more: {"domain": domain, "skin": of, "name": name, **more},
            lambda of, name: server.ask(READDOMAINSKINFILE(of, name, domainName=domain))[0],
        )
    for more in ({}, {"language": "Corp"}, {"language": "corp"}):
        server.ask(CREATEDOMAINPBX(domain, **more))
    return (
        PBX_FILE,
        lambda of, name, **more: {"domain": domain, "name": "%s/%s" % (of, name), **more},
        lambda of, name: server.ask(READDOMAINPBXFILE(domain, "%s/%s" % (of, name))),
    )


def test_each_set_of_files_has_a_listing_of_its_own(server: Server, twins: Any) -> None:
    resource, row, there = twins
    rows = [row("Corp", "a.txt", content="one"), row("corp", "b.txt", content="two")]
    for left in (2, 0):
        result = server.apply(resource, rows)
        assert (result["failures"], result["counts"]["created"]) == ([], left)
    assert (there("Corp", "a.txt"), there("corp", "b.txt")) == (b"one", b"two")
    other = [row("Corp", "b.txt", content="three"), row("corp", "b.txt", content="two")]
    for left in (1, 0):
        result = server.apply(resource, other)
        assert (result["failures"], result["counts"]["created"], result["changed"]) == ([], left, bool(left))
    assert (there("Corp", "b.txt"), there("corp", "b.txt")) == (b"three", b"two")
    gone = server.apply(resource, [row("corp", "a.txt", state="absent"), row("Corp", "a.txt", state="absent")])
    assert gone["counts"]["deleted"] == 1 and gone["failures"] == []


def test_a_purge_of_one_set_of_files_leaves_the_other(server: Server, twins: Any) -> None:
    resource, row, there = twins
    rows = [row(of, name, content=of + name) for of in ("Corp", "corp") for name in ("a.txt", "b.txt")]
    server.apply(resource, rows)
    result = server.apply(resource, rows[:1], purge={"limit": 9})
    assert (result["counts"]["deleted"], result["failures"]) == (1, [])
    assert (there("Corp", "a.txt"), there("corp", "a.txt"), there("corp", "b.txt")) == (
        b"Corpa.txt", b"corpa.txt", b"corpb.txt",
    )  # fmt: skip
    with pytest.raises(CgpError):
        there("Corp", "b.txt")
