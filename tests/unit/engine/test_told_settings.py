# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that show, hide, compute, complete or merge settings, whatever was set and whatever is wanted of it.

What a server holds is looked at while it has no habits, so that it tells what was set and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import is_secret_key
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import Scope
from ansible_collections.communigate.pro.plugins.module_utils._engine import canon
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from hypothesis import given, settings
from hypothesis import strategies as st
from support.engine_server import Server

DOMAIN = "told.example"
SETS = [
    ("shows-defaults",),
    ("hides-defaults",),
    ("shows-defaults", "completes-nested", "computed-keys", "update-merges-nested"),
    ("hides-defaults", "completes-nested", "default-word-removes", "numbers", "key-case"),
    ("merges-set", "update-merges-nested"),
    ("merges-set", "shows-defaults", "service-sets"),
    (),
]
some = settings(max_examples=5)


@dataclass(frozen=True)
class Place:
    """Settings of one object: ``scope`` is what is known of them, ``own`` what it always has."""

    module: str
    row: Mapping[str, Any]
    get: str
    name: tuple[str, ...] = ()
    scope: str = ""
    own: Mapping[str, Any] = field(default_factory=dict)
    update: str = ""

    @property
    def resource(self) -> Resource:
        subject = subject_of(self.module)
        assert isinstance(subject, Resource)
        return subject

    @property
    def words(self) -> Scope:
        return SCOPES.get(self.scope) or Scope("")

    def read(self, server: Server) -> dict[str, Any]:
        told = server.ask(COMMANDS[self.get][0](*self.name))
        return {key: value for key, value in told.items() if key not in self.own}

    def put(self, server: Server, state: Mapping[str, Any]) -> None:
        """Let just this be set."""
        if self.update:
            gone = {key: None for key in self.read(server)}
            server.ask(COMMANDS[self.update][0](*self.name, gone))
            server.ask(COMMANDS[self.update][0](*self.name, dict(state)))
        else:
            server.ask(COMMANDS["SET" + self.get[3:]][0](*self.name, {**self.own, **state}))

    def is_default(self, key: str, value: Any) -> bool:
        place = self.words.root.below(key)
        return place.default() is not None and canon.setting(place.default(), place) == canon.setting(value, place)


EXTERNAL = dict.fromkeys(("ExternalFilters", "ExternalAUTH", "ExternalBanner", "ExternalCDR", "ExternalRADIUS"))
PLACES = [
    Place("cgp_group", {"name": "team@" + DOMAIN}, "GETGROUP", ("team@" + DOMAIN,), "group", {"Members": []}),
    Place("cgp_mailing_list", {"name": "news@" + DOMAIN}, "GETLIST", ("news@" + DOMAIN,), "list", {"Owner": "ann"},
          "UPDATELIST"),
    Place("cgp_named_task", {"name": "task@" + DOMAIN}, "GETNAMEDTASK", ("task@" + DOMAIN,), "", {"Owner": "ann"},
          "UPDATENAMEDTASK"),
    Place("cgp_module", {"name": "HTTPU"}, "GETMODULE", ("HTTPU",), "module:HTTPU"),
    Place("cgp_module", {"name": "IMAP"}, "GETMODULE", ("IMAP",)),
    Place("cgp_settings", {"section": "network"}, "GETNETWORK", (), "server:network"),
    Place("cgp_settings", {"section": "server"}, "GETSERVERSETTINGS", (), "server:server", EXTERNAL,
          "UPDATESERVERSETTINGS"),
    Place("cgp_directory_unit", {"name": "people"}, "GETDIRECTORYUNIT", ("people",)),
    Place("cgp_account_prefs", {"name": "ann@" + DOMAIN}, "GETACCOUNTPREFS", ("ann@" + DOMAIN,), "account-prefs"),
    Place("cgp_account", {"name": "ann@" + DOMAIN}, "GETACCOUNTSETTINGS", ("ann@" + DOMAIN,), "account"),
]  # fmt: skip
every_place = pytest.mark.parametrize("place", PLACES, ids=lambda place: place.get + "".join(place.name[:1]))


@pytest.fixture(scope="module", params=SETS, ids=lambda habits: "+".join(habits) or "none")
def habits(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return request.param


@pytest.fixture(scope="module")
def server(habits: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("told"), habits=habits) as running:
        for verb, *arguments in (
            ("CREATEDOMAIN", DOMAIN),
            ("CREATEACCOUNT", "ann@" + DOMAIN),
            ("CREATEGROUP", "team@" + DOMAIN),
            ("CREATELIST", "news@" + DOMAIN, "ann"),
            ("CREATENAMEDTASK", "task@" + DOMAIN, "ann"),
            ("CREATEDIRECTORYUNIT", "people", "o=people"),
        ):
            running.ask(COMMANDS[verb][0](*arguments))
        yield running


LEAVES = st.sampled_from(["YES", "NO", "3", "50", "1M", "x", "", "nobody", "anybody"])
NESTED = ("Listener", "Site", "Limits")


def states(place: Place, leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Settings: known ones, some with their defaults, others, and dictionaries to three levels."""
    known = [name for name in place.words.root.names() if not is_secret_key(name) and name not in place.own]
    plain = [name for name in known if place.words.root.below(name).type in ("flag", "number", "size", "text")][:5]
    defaults = {name: place.words.root.below(name).default() for name in plain}
    flat = st.sampled_from([*plain, "LogLevel", "Extra", "PSTNGatewayPassword"])
    inner = st.dictionaries(st.sampled_from(["MaxInputChannels", "a", "b"]), leaves, max_size=3)
    deep = st.dictionaries(st.sampled_from(["a", "c", "d"]), st.one_of(leaves, inner), max_size=3)
    given = [st.just({name: value}) for name, value in defaults.items() if value is not None]
    one = st.one_of(
        st.builds(lambda name, value: {name: value}, flat, leaves),
        st.builds(lambda name, value: {name: value}, st.sampled_from(NESTED), deep),
        *given,
    )
    return st.lists(one, max_size=5).map(lambda parts: {key: value for part in parts for key, value in part.items()})


def said_of(results: list[dict[str, Any]]) -> str:
    return "\n".join(warning for result in results for warning in result.get("warnings", ()))


@every_place
@given(data=st.data())
@some
def test_a_second_run_leaves_all_as_it_is_and_nothing_is_lost(server: Server, habits, place: Place, data) -> None:
    had = data.draw(states(place, LEAVES), label="there")
    wanted = data.draw(states(place, st.one_of(LEAVES, st.sampled_from([None, "default"]))), label="wanted")
    mode = data.draw(st.sampled_from(["update", "replace"]))
    with server.without_habits():
        place.put(server, had)
        before = place.read(server)
    row = {**place.row, "settings": wanted, "settings_mode": mode}
    first = server.apply(place.resource, [row])
    between = place.read(server)
    assert not first.get("failed"), first["msg"]
    mark = server.mark()
    second = server.apply(place.resource, [row])
    assert not second.get("failed") and second["changed"] is False
    assert place.read(server) == between
    with server.without_habits():
        after = place.read(server)
    if server.changes(mark):
        assert all("each run" in said_of([result]) for result in (first, second))
    check_unnamed(place, habits, before, after, wanted, mode)
    check_wanted(place, server, after, wanted, said_of([first, second]))


def check_unnamed(
    place: Place, habits: tuple[str, ...], before: Any, after: Any, wanted: Mapping[str, Any], mode: str
) -> None:
    """What nobody named is as it was, unless all of it is to go, but for what nobody can tell from its default."""
    for key, value in before.items():
        if key not in wanted and (mode == "update" or is_secret_key(key)):
            shown_or_hidden = {"shows-defaults", "hides-defaults"} & set(habits)
            one, other = canon.setting(value), canon.setting(after.get(key))
            kept = one == other or ("completes-nested" in habits and is_completed(other, one))
            assert kept or (key not in after and shown_or_hidden and may_be_default(place, key, value))
    if "shows-defaults" in habits and mode == "update":
        pinned = [key for key in after if key not in before and key not in wanted and place.is_default(key, after[key])]
        assert pinned == []


def is_completed(value: Any, had: Any) -> bool:
    """Whether a dictionary is that which there was, with more: nobody could know that what is told of it is not set."""
    return isinstance(value, dict) and isinstance(had, dict) and value.items() >= had.items()


def may_be_default(place: Place, key: str, value: Any) -> bool:
    return place.is_default(key, value) or place.words.root.below(key).default() is None


def check_wanted(place: Place, server: Server, after: Any, wanted: Mapping[str, Any], said: str) -> None:
    """What is wanted is there, or what the server tells is as though it were, or it is named."""
    told = place.read(server)
    for key, value in wanted.items():
        below = place.words.root.below(key)
        if value in (None, "default") or isinstance(value, dict):
            continue
        same = [canon.setting(has.get(key), below) == canon.setting(value, below) for has in (after, told)]
        assert any(same) or place.is_default(key, value) or "settings.%s" % key in said, (key, told)
