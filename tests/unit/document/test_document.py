# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server is walked through: what comes before what, what cannot be read, and how much is held at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils._engine.document import (
    CLUSTER,
    SERVER,
    SLICE,
    Document,
    Told,
    in_order,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.every_noun import NOUNS
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.documents import ORDER, RESOURCES
from support.engine_server import Server


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path) as running:
        yield running


def told(server: Server, *nouns: str, **options: Any) -> list[Told]:
    session = options.pop("session", server.master)
    return list(Document(Dialogue(session, read_only=True), ORDER, nouns, **options).read())


def rows(server: Server, *nouns: str, **options: Any) -> list[Any]:
    return [one.row for one in told(server, *nouns, **options)]


def noun(name: str, *within: str, after: tuple[str, ...] = ()) -> Resource:
    return Resource(name, name, name, (), within={kind: list for kind in within}, after=after)


def test_every_module_with_rows_is_in_the_document() -> None:
    assert {"cgp_%s" % name: one for name, one in NOUNS.items()} == {
        module: one for module, one in RESOURCES.items() if one.within
    }


def test_what_a_noun_is_within_and_after_is_another() -> None:
    names = [one.noun for one in ORDER]
    assert len(names) == len(set(names))
    known = {SERVER, CLUSTER, *names}
    assert [one.noun for one in ORDER if not {*one.within, *one.after, *filter(None, [one.also_in])} <= known] == []


def test_what_others_need_comes_first() -> None:
    names = [one.noun for one in ORDER]
    for one in ORDER:
        needed = {*one.within, *one.after} - {SERVER, CLUSTER}
        assert all(names.index(other) < names.index(one.noun) for other in needed)


def test_the_order_does_not_depend_on_the_order_given() -> None:
    assert in_order(reversed(ORDER)) == ORDER


def test_what_waits_for_each_other_is_a_mistake() -> None:
    with pytest.raises(AssertionError, match="these wait for each other: a, b"):
        in_order([noun("a", after=("b",)), noun("b", after=("a",)), noun("c", SERVER)])


def test_only_what_is_wanted_is_told(server: Server) -> None:
    server.apply(NOUNS["group"], [{"name": "team@example.com", "members": ["a"]}])
    mark = server.mark()
    assert rows(server, "group") == [{"name": "team@example.com", "members": ["a"]}]
    assert server.verbs(mark) == ["LISTDOMAINS", "LISTGROUPS", "GETGROUP"]


def test_what_is_chosen_is_told_with_what_it_holds_and_nothing_else(server: Server) -> None:
    domain = server.new_domain()
    for name in ("team@" + domain, "team@example.com"):
        server.apply(NOUNS["group"], [{"name": name, "members": ["a"]}])
    found = rows(server, "domain", "group", "settings", chosen={"domain": [domain.upper()]})
    assert found == [{"name": domain}, {"name": "team@" + domain, "members": ["a"]}]


def test_what_is_chosen_and_not_there_is_an_error(server: Server) -> None:
    with pytest.raises(CgpError, match="there is no domain nowhere.example"):
        told(server, "group", chosen={"domain": ["nowhere.example"]})


def test_a_cluster_is_looked_at_where_there_is_one(server: Server) -> None:
    mark = server.mark()
    told(server, "router table".title(), "domain defaults")
    assert [verb for verb in server.verbs(mark) if "CLUSTER" in verb] == []
    refused = told(server, "domain defaults", roots=(CLUSTER,))
    assert [one.row for one in refused] == [None]
    assert refused[0].untold[0][1].startswith("GETCLUSTERDOMAINDEFAULTS was answered")


def test_what_may_not_be_read_is_told_and_the_rest_is_read(server: Server) -> None:
    domain = server.new_domain()
    server.apply(NOUNS["forwarder"], [{"name": "out@" + domain, "to": "a@net.example"}])
    session = server.administrator(domain, "CanCreateForwarders")
    found = told(server, "forwarder", "alerts", "skin", session=session, chosen={"domain": [domain]})
    assert [one.row for one in found if one.resource.noun == "forwarder"] == [
        {"name": "out@" + domain, "to": "a@net.example"}
    ]
    refused = {
        one.resource.noun: (one.row, path, why[: why.index(" 510")]) for one in found for path, why in one.untold
    }
    assert refused == {
        "alerts": (None, ("alerts",), "GETDOMAINALERTS was answered"),
        "skin": (None, (), "LISTDOMAINSKINS was answered"),
    }


def test_a_facet_that_cannot_be_read_leaves_the_others(server: Server) -> None:
    """A reply of another type is that of one command only."""
    server.apply(NOUNS["group"], [{"name": "team@example.com", "members": ["a"]}])

    def unreadable(facet: Any) -> Any:
        def from_reply(reply: Any) -> Any:
            raise IndexError(reply)

        return replace(facet, from_reply=from_reply) if facet.name == "settings" else facet

    broken = replace(NOUNS["domain"], facets=tuple(map(unreadable, NOUNS["domain"].facets)))
    document = Document(
        Dialogue(server.master, read_only=True),
        [broken if one.noun == "domain" else one for one in ORDER],
        ["domain", "group"],
    )
    found = list(document.read())
    assert [one.row for one in found] == [{"name": "example.com"}, {"name": "team@example.com", "members": ["a"]}]
    assert found[0].untold[1] == (("settings",), "the server's data has an unexpected shape (IndexError)")


def test_rows_come_as_they_are_read(server: Server) -> None:
    """A slice is told before the next is read, and with what is within it."""
    many = [{"name": "a%05d@example.com" % number} for number in range(SLICE + 50)]
    server.apply(NOUNS["account"], many)
    mark = server.mark()
    coming = Document(Dialogue(server.master, read_only=True), ORDER, ["account", "preferences"]).read()
    assert next(coming).row == {"name": "a00000@example.com", "type": "MultiMailbox"}
    assert server.verbs(mark).count("GETACCOUNTSETTINGS") < SLICE
    assert len([next(coming) for _row in range(SLICE - 1)]) == SLICE - 1
    assert server.verbs(mark).count("GETACCOUNTSETTINGS") == SLICE
    assert "GETACCOUNTPREFS" not in server.verbs(mark)
    rest = [one.row["name"] for one in coming if one.row is not None]
    assert rest == sorted(rest) and len(rest) == 50 + 2  # postmaster and pbx are there from the start
    assert server.verbs(mark).count("GETACCOUNTPREFS") == SLICE + 52


def test_a_password_that_is_shown_is_that_of_the_option(server: Server) -> None:
    server.apply(NOUNS["account"], [{"name": "alice@example.com", "account_password": "Looking-glass"}])
    (alice,) = [one for one in told(server, "account") if one.key == ("alice@example.com",)]
    assert (alice.secrets, alice.perhaps) == ([("account_password",)], [])
    assert "Looking-glass" not in repr(alice.row)


def test_names_near_a_noun_are_suggested(server: Server) -> None:
    with pytest.raises(CgpError) as error:
        CONFIG_INFO.run(server.master, {"only": ["groups"]}, None)  # type: ignore[arg-type]
    assert str(error.value) == "only: there is no noun groups. Did you mean group?"
