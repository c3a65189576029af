# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets among settings and in records, at servers that leave them out or show them encoded: none is ever lost.

What is looked at is what the simulator holds, past its habits, and what it was sent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from support.engine_server import Server

OLD, NEW = "Bandicoot-71", "Potoroo-82"
ANN = "ann@test.example"
HIDES, ENCODES = "hides-secrets", "shows-encoded-secrets"
BOX = {"domain": "pop.example.com", "authName": "ann", "password": OLD, "period": "1h"}
HELPER = {"Enabled": "YES", "authName": "helper", "password": OLD}


@dataclass(frozen=True)
class Place:
    """Where a secret is: ``put`` and ``get`` are the verbs, with ``arguments`` before what is put, ``row`` the object.

    ``held`` is there, with the secret OLD at ``path``; ``others`` are wanted settings that do not name the secret, and
    ``mode`` the option that has other ones replaced.
    """

    module: str
    row: Mapping[str, Any]
    put: str
    get: str
    arguments: tuple[Any, ...]
    held: Mapping[str, Any]
    path: tuple[str, ...]
    others: tuple[Mapping[str, Any], ...]
    option: str = "settings"
    mode: str = "settings_mode"

    @property
    def resource(self) -> Resource:
        found = subject_of(self.module)
        assert isinstance(found, Resource)
        return found

    def wanting(self, secret: str) -> Any:
        wanted: Any = secret
        for key in reversed(self.path):
            wanted = {key: wanted}
        return wanted

    def secret_in(self, held: Any) -> Any:
        for key in self.path:
            held = held.get(key, {}) if isinstance(held, dict) else {}
        return held


def remotes(kind: str) -> Place:
    records = {"home": BOX, "work": {**BOX, "authName": "work"}}
    others = ({"third": {"domain": "a.example", "password": "Numbat-1"}}, {"work": None}, {"home": {"period": "2h"}})
    verbs = ["%sACCOUNT%sS" % (verb, kind.upper()) for verb in ("SET", "GET")]
    row = {"account": ANN, "kind": kind}
    return Place("cgp_account_remotes", row, *verbs, (ANN,), records, ("home", "password"), others, "records", "mode")


def settings(
    module: str, row: Mapping[str, Any], put: str, get: str, *arguments: Any, secret: str, **held: Any
) -> Place:
    """Settings with a secret among them."""
    others = ({"Alpha": "2"}, {"Alpha": None}, {"Beta": "1"}, {"Alpha": "1", secret: None, "Beta": "2"}, {})
    return Place(module, row, put, get, arguments, {"Alpha": "1", secret: OLD, **held}, (secret,), others)


def nested(module: str, row: Mapping[str, Any], put: str, get: str, *arguments: Any, held: Any, key: str) -> Place:
    """Settings with a dictionary in which there is a secret."""
    path = (key, "password")
    others = ({key: {"Enabled": "NO"}}, {key: {"Enabled": None}}, {"Beta": "1"})
    return Place(module, row, put, get, arguments, {"Alpha": "1", key: held}, path, others)


PLACES = (
    *map(remotes, ("rpop", "rimap", "rsip")),
    settings("cgp_domain_defaults", {}, "SETDOMAINDEFAULTS", "GETDOMAINDEFAULTS", secret="DirectoryPassword"),
    settings(
        "cgp_account_defaults", {"scope": "server"}, "SETSERVERACCOUNTDEFAULTS", "GETSERVERACCOUNTDEFAULTS",
        secret="PSTNGatewayPassword",
    ),
    settings("cgp_module", {"name": "LDAP"}, "SETMODULE", "GETMODULE", "LDAP", secret="SharedSecret"),
    settings(
        "cgp_directory_unit", {"name": "people"}, "SETDIRECTORYUNIT", "GETDIRECTORYUNIT", "people",
        secret="bindPassword", bindDN="cn=reader",
    ),
    settings(
        "cgp_account", {"name": ANN}, "SETACCOUNTSETTINGS", "GETACCOUNTSETTINGS", ANN, secret="PSTNGatewayPassword"
    ),
    nested("cgp_account", {"name": ANN}, "SETACCOUNTSETTINGS", "GETACCOUNTSETTINGS", ANN, held=HELPER, key="Gateway"),
    nested("cgp_module", {"name": "LDAP"}, "SETMODULE", "GETMODULE", "LDAP", held=HELPER, key="Upstream"),
    nested(
        "cgp_settings", {"section": "server"}, "UPDATESERVERSETTINGS", "GETSERVERSETTINGS", held=HELPER, key="ExternalX"
    ),
)  # fmt: skip
EVERYWHERE = pytest.mark.parametrize("place", PLACES, ids=lambda place: "%s %s" % (place.module, ".".join(place.path)))


@pytest.fixture(scope="module", params=[HIDES, ENCODES])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), habits=(request.param,)) as running:
        for verb, *arguments in (
            ("CREATEDOMAIN", "test.example"),
            ("CREATEACCOUNT", ANN),
            ("CREATEDIRECTORYUNIT", "people", "o=people"),
        ):
            running.ask(COMMANDS[verb][0](*arguments))
        yield running


def past_habits(server: Server, what: Callable[[], Any]) -> Any:
    """What somebody is told who asks while the server has no habits."""
    names = server.service.habits.names
    server.service.habits.become(())
    try:
        return what()
    finally:
        server.service.habits.become(names)


def furnish(server: Server, place: Place) -> None:
    past_habits(server, lambda: server.ask(COMMANDS[place.put][0](*place.arguments, dict(place.held))))


def held(server: Server, place: Place) -> Any:
    return past_habits(server, lambda: server.ask(COMMANDS[place.get][0](*place.arguments)))


def give(server: Server, place: Place, wanted: Any, **more: Any) -> dict[str, Any]:
    """A task's result, with no secret in it."""
    mode = {name: more.pop(name) for name in ("update_secrets", "check") if name in more}
    rows = [{**place.row, place.option: wanted, **more}]
    result = server.apply(place.resource, rows, diff=True, detail="all", **mode)
    assert OLD not in str(result) and NEW not in str(result)
    return result


def hides(server: Server) -> bool:
    return HIDES in server.service.habits.names


def on_demand(place: Place) -> dict[str, str]:
    return {"update_password" if place.mode == "mode" else "update_secrets": "always"}


@EVERYWHERE
@pytest.mark.parametrize("replaces", [False, True], ids=["update", "replace"])
def test_whatever_else_is_wanted_no_secret_goes(server: Server, place: Place, replaces: bool) -> None:
    """Unless its removal is what is wanted. What would cost one is refused as a whole, and says where it is."""
    for wanted in place.others:
        furnish(server, place)
        before = held(server, place)
        result = give(server, place, wanted, **({place.mode: "replace"} if replaces else {}))
        after = held(server, place)
        if result.get("failed"):
            assert hides(server) and after == before
            assert "does not show what secrets %s" % place.option in result["msg"]
        elif place.path[0] in wanted and wanted[place.path[0]] is None:
            assert not place.secret_in(after) or hides(server)
        elif not replaces or place.path[0] in wanted or place.option == "settings" and len(place.path) == 1:
            assert place.secret_in(after) == OLD


@EVERYWHERE
def test_a_secret_that_is_there_is_no_difference(server: Server, place: Place) -> None:
    """But one among settings that is left out: it may not be there. Each run sets that, and says so."""
    furnish(server, place)
    before = held(server, place)
    always_set = hides(server) and len(place.path) == 1
    for _run in range(2):
        mark = server.mark()
        result = give(server, place, place.wanting(OLD))
        assert (result["changed"], result["failures"]) == (always_set, [])
        assert bool(server.changes(mark)) == always_set
        assert (".".join((place.option, *place.path)) in " ".join(result["warnings"])) is True
    assert held(server, place) == before


@EVERYWHERE
def test_another_one_is_set_on_demand(server: Server, place: Place) -> None:
    """Then on every run, which a warning says, and nothing else is touched."""
    furnish(server, place)
    expected = held(server, place)
    holder = expected
    for key in place.path[:-1]:
        holder = holder[key]
    holder[place.path[-1]] = NEW
    others_lost = hides(server) and place.option == "records"
    wanted = place.wanting(NEW)
    if others_lost:  # the other record is written again, too
        wanted["work"] = {"password": OLD}
    for _run in range(2):
        result = give(server, place, wanted, **on_demand(place))
        assert (result["changed"], result["failures"]) == (True, [])
        assert any("each run sets it again" in warning for warning in result["warnings"])
    assert held(server, place) == expected


@EVERYWHERE
def test_it_is_so_in_check_mode(server: Server, place: Place) -> None:
    for wanted in (*place.others, place.wanting(OLD)):
        furnish(server, place)
        before = held(server, place)
        mark = server.mark()
        foreseen = give(server, place, wanted, check=True)
        assert server.changes(mark) == [] and held(server, place) == before
        done = give(server, place, wanted)
        assert (foreseen["changed"], foreseen.get("msg")) == (done["changed"], done.get("msg"))


def test_a_new_record_of_an_account_with_others_needs_their_secrets(server: Server) -> None:
    place = remotes("rpop")
    furnish(server, place)
    new = {"third": {"domain": "a.example", "password": NEW}}
    result = give(server, place, new)
    assert bool(result.get("failed")) == hides(server)
    if hides(server):
        assert "records.home" in result["msg"]
        stated = {**new, "home": {"password": OLD}, "work": {"password": None}}
        assert give(server, place, stated)["changed"] is True
        there = held(server, place)
        assert (there["home"], there["third"]["password"]) == (BOX, NEW) and "password" not in there["work"]


@pytest.mark.parametrize("policy", ["on_change", "always", "on_create"])
def test_on_create_is_for_new_records(server: Server, policy: str) -> None:
    place = remotes("rpop")
    furnish(server, place)
    result = give(server, place, {"home": {"password": NEW}, "work": {"password": NEW}}, update_password=policy)
    assert (result["changed"], result["failures"]) == (policy == "always", [])
    secrets = {record["password"] for record in held(server, place).values()}
    assert secrets == ({NEW} if policy == "always" else {OLD})
    assert bool(result.get("warnings")) == (policy != "on_create")


def test_a_form_that_looks_like_a_password_is_no_failure(tmp_path: Any) -> None:
    """Of a server that encodes in a form that is not known only the look after the change tells that it does."""
    place = remotes("rpop")
    with Server(tmp_path) as server:
        for verb, name in (("CREATEDOMAIN", "test.example"), ("CREATEACCOUNT", ANN)):
            server.ask(COMMANDS[verb][0](name))
        session = server.session()
        send = session.many

        def many(commands: Any) -> Iterator[Any]:
            for reply in send(commands):
                if isinstance(reply, dict) and "home" in reply:
                    reply["home"]["password"] = reply["home"]["password"][::-1]
                yield reply

        session.many = many  # type: ignore[method-assign]
        for _run in range(2):
            rows = [{**place.row, "records": {"home": BOX}}]
            result = server.apply(place.resource, rows, session=session)
            assert (result["changed"], result["failures"]) == (True, [])
            assert any("each run sets it again" in warning for warning in result["warnings"])
        assert held(server, place)["home"]["password"] == OLD


def test_an_element_of_a_list_is_not_written_without_its_secret(server: Server) -> None:
    """Of a list that a command writes as a whole, only what says as whom somebody logs in must have one."""
    numbers = [{"telnum": "1", "authname": "gw", "authpass": OLD}, {"telnum": "2"}]
    gateway = {"Gateways": {"one": {"callInGw": {"telnums": numbers}, "desc": "x"}}}
    place = Place(
        "cgp_account_prefs", {"name": ANN}, "SETACCOUNTPREFS", "GETACCOUNTPREFS", (ANN,), gateway, (), ()
    )
    furnish(server, place)
    wanted = {"Gateways": {"one": {"desc": "y"}}}
    result = give(server, place, wanted)
    held_numbers = held(server, place)["Gateways"]["one"]["callInGw"]["telnums"]
    assert held_numbers == numbers
    assert bool(result.get("failed")) == hides(server)
    if hides(server):
        assert "Gateways.one.callInGw.telnums.*" in result["msg"]
        wanted["Gateways"]["one"]["callInGw"] = {"telnums": numbers}  # type: ignore[assignment]
        assert give(server, place, wanted)["changed"] is True
        assert held(server, place)["Gateways"]["one"] == {**gateway["Gateways"]["one"], "desc": "y"}


def test_where_any_password_is_shown_what_is_not_shown_is_not_there(tmp_path: Any) -> None:
    place = remotes("rsip")
    with Server(tmp_path) as server:
        for verb, name in (("CREATEDOMAIN", "test.example"), ("CREATEACCOUNT", ANN)):
            server.ask(COMMANDS[verb][0](name))
        server.ask(COMMANDS["SETACCOUNTRSIPS"][0](ANN, {"home": BOX, "bare": {"authName": "x"}}))
        assert give(server, place, {"bare": {"period": "1h"}})["changed"] is True
        assert give(server, place, {"bare": {"password": NEW}})["changed"] is True
        assert held(server, place) == {"home": BOX, "bare": {"authName": "x", "period": "1h", "password": NEW}}
