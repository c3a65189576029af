# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every option that is a dictionary of settings, of every module: what it does not touch is as it was, types included.

The state of the simulator is made and read past the engine, with the plain commands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import (
    COMPUTED,
    NOWHERE,
    Scope,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource, Want
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources import settings as sections
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from support.engine_server import Server
from support.settings_rule import check_settings, has_secret, same
from support.strategies import KEYS, SERVER_VALUES

DOMAIN = "test.example"
ACCOUNT, LIST, GROUP, TASK = ["%s@%s" % (name, DOMAIN) for name in ("ann", "staff", "team", "task")]


def say(server: Server, verb: str, *arguments: Any, **named: Any) -> Any:
    return server.ask(COMMANDS[verb][0](*arguments, **named))


def furnish(running: Server) -> None:
    say(running, "CREATEDOMAIN", DOMAIN)
    say(running, "CREATEACCOUNT", ACCOUNT)
    say(running, "CREATELIST", LIST, "ann")
    say(running, "CREATEGROUP", GROUP)
    say(running, "CREATENAMEDTASK", TASK, "ann")
    say(running, "CREATEDIRECTORYUNIT", "people", "o=people")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), cluster=True) as running:
        furnish(running)
        yield running


RESPELLING = [
    ("service-sets", "numbers", "amounts-shortest", "flags-capitalised", "unlimited-as-number"),
    ("service-sets", "numbers-as-text", "amounts-bare", "unlimited-as-word"),
]


@pytest.fixture(scope="module", params=RESPELLING, ids=["numbers", "texts"])
def respelling(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Servers that tell settings in other spellings than they were set."""
    with Server(tmp_path_factory.mktemp("respelling"), cluster=True, habits=request.param) as running:
        furnish(running)
        yield running


WORDS = ["default-word-literal", "default-word-removes"]


@pytest.fixture(scope="module", params=WORDS)
def either(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Servers to which the word default is a value, or removes one, where the manual says nothing of it."""
    with Server(tmp_path_factory.mktemp("words"), cluster=True, habits=(request.param,)) as running:
        furnish(running)
        yield running


@dataclass(frozen=True)
class Place:
    """Where settings are: ``row`` names the object, ``put`` and ``get`` are the commands, with arguments before them.

    ``own``: keys that an object always has; ``apart``: those that other options set. ``option`` is the one that takes
    settings, ``inside`` the keys that lead to them in what is read, put and given.
    """

    module: str
    row: Mapping[str, Any]
    put: Callable[[Server, dict[str, Any]], Any]
    get: Callable[[Server], Any]
    own: Mapping[str, Any] = field(default_factory=dict)
    option: str = "settings"
    inside: tuple[str, ...] = ()
    default_removes: bool = True
    apart: tuple[str, ...] = ()

    @property
    def set_apart(self) -> set[str]:
        """Known names that this option does not take."""
        computed = [setting.name for setting in self.words or () if setting.type == COMPUTED]
        return {*self.own, *self.apart, *computed}

    @property
    def resource(self) -> Resource:
        subject = subject_of(self.module)
        assert isinstance(subject, Resource)
        return subject

    @property
    def words(self) -> Scope | None:
        """What is known of the settings."""
        (facet,) = [facet for facet in self.resource.facets if facet.shape.words is not None]
        key = [self.row.get(field.name, field.default) or "" for field in self.resource.key]
        return facet.shape_of(Want(tuple(key))).words

    def state(self, server: Server) -> dict[str, Any]:
        return {key: value for key, value in self.get(server).items() if key not in self.own}

    def give(self, server: Server, settings: Any, **how: Any) -> dict[str, Any]:
        for key in reversed(self.inside):
            settings = {key: settings}
        result = server.apply(self.resource, [{**self.row, self.option: settings}], **how)
        assert result.get("msg") is None
        return result

    def removes(self, value: Any) -> bool:
        return value is None or (self.default_removes and value == "default")


def plain(module: str, row: Mapping[str, Any], get: str, put: str, *name: str, **how: Any) -> Place:
    """Settings with a command that reads and one that replaces them."""
    own = how.get("own", {})

    def replace(server: Server, new: dict[str, Any]) -> None:
        say(server, put, *name, {**own, **new})

    return Place(module, row, replace, lambda server: say(server, get, *name), **how)


def of_domain(module: str, row: Mapping[str, Any], get: str, put: str) -> Place:
    return Place(
        module,
        row,
        lambda server, new: say(server, put, new, domainName=DOMAIN),
        lambda server: say(server, get, domainName=DOMAIN),
    )


def updated(module: str, row: Mapping[str, Any], get: str, update: str, *name: str, **how: Any) -> Place:
    """Settings with a command that reads and one that updates them, where null removes."""
    own = how.get("own", {})

    def put(server: Server, new: dict[str, Any]) -> None:
        gone = {key: None for key in say(server, get, *name) if key not in own}
        say(server, update, *name, gone)
        say(server, update, *name, {key: value for key, value in new.items() if value is not None})

    return Place(module, row, put, lambda server: say(server, get, *name), **how)


def section(scope: str, name: str) -> Place:
    read, write = sections._COMMANDS[scope, name]
    row = {"scope": scope, "section": name}
    own = {"ExternalFilters", "ExternalAUTH", "ExternalBanner", "ExternalCDR", "ExternalRADIUS"}
    kind = updated if (scope, name) in sections._UPDATED else plain
    return kind("cgp_settings", row, read.verb, write.verb, own=dict.fromkeys(own) if kind is updated else {})


def roster(server: Server) -> Any:
    contact = say(server, "ROSTER", ACCOUNT, {"what": "List"}).get("bob@example.org", {})
    return {key: value for key, value in contact.items() if key not in ("Inp", "Out")}


def put_roster(server: Server, new: dict[str, Any]) -> None:
    say(server, "ROSTER", ACCOUNT, {"what": "Update", "peer": "bob@example.org", "data": {"RealName": "Bob"}})
    say(server, "ROSTER", ACCOUNT, {"what": "remove", "peer": "bob@example.org"})
    say(server, "ROSTER", ACCOUNT, {"what": "Update", "peer": "bob@example.org", "data": new})


def record(server: Server) -> Any:
    return say(server, "GETACCOUNTRPOPS", ACCOUNT).get("work", {})


PLACES = [
    plain("cgp_account", {"name": ACCOUNT}, "GETACCOUNTSETTINGS", "SETACCOUNTSETTINGS", ACCOUNT),
    plain(
        "cgp_account_prefs", {"name": ACCOUNT}, "GETACCOUNTPREFS", "SETACCOUNTPREFS", ACCOUNT,
        own={"AccountName": ACCOUNT},
    ),  # fmt: skip
    of_domain("cgp_account_template", {"domain": DOMAIN}, "GETACCOUNTTEMPLATE", "SETACCOUNTTEMPLATE"),
    of_domain("cgp_account_defaults", {"domain": DOMAIN}, "GETACCOUNTDEFAULTS", "SETACCOUNTDEFAULTS"),
    plain("cgp_account_defaults", {"scope": "server"}, "GETSERVERACCOUNTDEFAULTS", "SETSERVERACCOUNTDEFAULTS"),
    plain("cgp_account_defaults", {"scope": "cluster"}, "GETCLUSTERACCOUNTDEFAULTS", "SETCLUSTERACCOUNTDEFAULTS"),
    of_domain("cgp_account_default_prefs", {"domain": DOMAIN}, "GETACCOUNTDEFAULTPREFS", "SETACCOUNTDEFAULTPREFS"),
    plain("cgp_account_default_prefs", {"scope": "server"}, "GETSERVERACCOUNTPREFS", "SETSERVERACCOUNTPREFS"),
    plain("cgp_account_default_prefs", {"scope": "cluster"}, "GETCLUSTERACCOUNTPREFS", "SETCLUSTERACCOUNTPREFS"),
    Place(
        "cgp_domain",
        {"name": DOMAIN},
        lambda server, new: say(server, "SETDOMAINSETTINGS", DOMAIN, new),
        lambda server: say(server, "GETDOMAINSETTINGS", domainName=DOMAIN),
    ),
    plain("cgp_domain_defaults", {"scope": "server"}, "GETDOMAINDEFAULTS", "SETDOMAINDEFAULTS"),
    plain("cgp_domain_defaults", {"scope": "cluster"}, "GETCLUSTERDOMAINDEFAULTS", "SETCLUSTERDOMAINDEFAULTS"),
    plain("cgp_module", {"name": "SMTP"}, "GETMODULE", "SETMODULE", "SMTP"),
    *(section(scope, name) for scope, name in sections._COMMANDS),
    plain("cgp_directory_integration", {}, "GETDIRECTORYINTEGRATION", "SETDIRECTORYINTEGRATION"),
    plain("cgp_directory_unit", {"name": "people"}, "GETDIRECTORYUNIT", "SETDIRECTORYUNIT", "people"),
    plain("cgp_group", {"name": GROUP}, "GETGROUP", "SETGROUP", GROUP, own={"Members": []}),
    updated("cgp_mailing_list", {"name": LIST}, "GETLIST", "UPDATELIST", LIST, own={"Owner": "ann"}),
    updated("cgp_named_task", {"name": TASK}, "GETNAMEDTASK", "UPDATENAMEDTASK", TASK, own={"Owner": "ann"}),
    Place(
        "cgp_roster",
        {"account": ACCOUNT, "contact": "bob@example.org"},
        put_roster,
        roster,
        option="details",
        apart=("Inp", "Out"),
        default_removes=False,
    ),
    Place(
        "cgp_account_remotes",
        {"account": ACCOUNT},
        lambda server, new: say(server, "SETACCOUNTRPOPS", ACCOUNT, {"work": new}),
        record,
        option="records",
        inside=("work",),
        default_removes=False,
    ),
]


def id_of(place: Place) -> str:
    return " ".join([place.module, *(str(value) for value in place.row.values())])


MEANT = {
    "UPDATEDOMAINSETTINGS": "cgp_domain",
    "UPDATEACCOUNTDEFAULTS": "cgp_account_defaults",
    "UPDATEACCOUNTDEFAULTPREFS": "cgp_account_default_prefs",
    "UPDATEACCOUNTTEMPLATE": "cgp_account_template",
    "UPDATEACCOUNTSETTINGS": "cgp_account",
    "UPDATEACCOUNTPREFS": "cgp_account_prefs",
}
"""The commands in which the word default removes: the manual says so of each, and of no other."""

every_place = pytest.mark.parametrize("place", PLACES, ids=id_of)
some = settings(max_examples=6)
NAMES = KEYS.filter(lambda key: key.lower() not in ("owner", "realname", "inp", "out") and not key.startswith("$"))
STATES = st.dictionaries(NAMES, SERVER_VALUES, min_size=1, max_size=4)
NEW = {"Added": {"count": {"$number": 4}, "list": [{"$number": 4}, 4], "text": "4"}}
ADDED = {"Added": {"count": 4, "list": [4, "4"], "text": "4"}}


@every_place
@given(state=STATES, tagged=st.booleans())
@some
def test_what_was_read_and_is_given_back_is_no_change(server: Server, place: Place, state, tagged) -> None:
    place.put(server, state)
    had = place.state(server)
    mark = server.mark()
    # A number alone where a secret stands is a mistake of YAML's: 0123.
    place.give(server, data.to_json(had, tag_numbers=tagged or has_secret(had)))
    assert server.changes(mark) == []
    assert same(place.state(server), had)


@every_place
@given(state=STATES)
@some
def test_what_is_added_comes_to_what_was_there(server: Server, place: Place, state) -> None:
    place.put(server, state)
    had = place.state(server)
    assert place.give(server, NEW)["changed"]
    assert same(place.state(server), {**had, **ADDED})
    assert not place.give(server, NEW)["changed"]


@every_place
def test_the_word_default_is_sent_where_the_manual_gives_it_a_meaning_and_nowhere_else(either: Server, place) -> None:
    if not place.default_removes:
        return
    place.put(either, {"One": "1", "Two": "2", "Three": "3"})
    mark = either.mark()
    wish = {"One": "default", "Two": None}
    assert place.give(either, wish)["changed"]
    assert {key: str(value) for key, value in place.state(either).items()} == {"Three": "3"}
    for entry in either.changes(mark):
        words = re.findall('"default"', json.dumps(entry["arguments"]))
        assert len(words) == (2 if entry["verb"] in MEANT else 0), entry["verb"]
    mark = either.mark()
    assert not place.give(either, wish)["changed"]
    assert either.changes(mark) == []


@every_place
def test_a_value_default_is_a_value_where_the_manual_gives_it_no_other_meaning(server: Server, place) -> None:
    """It is there, stays when it is given back, and goes when it is to go."""
    place.put(server, {"One": "default", "Two": "2"})
    if "One" not in place.state(server):
        return
    mark = server.mark()
    assert not place.give(server, {"One": "default"})["changed"]
    assert server.changes(mark) == []
    assert place.state(server) == {"One": "default", "Two": "2"}
    if place.module in MEANT.values() and "scope" not in place.row:
        return
    assert place.give(server, {"One": None})["changed"]
    assert place.state(server) == {"Two": "2"}


@every_place
@given(state=STATES, deep=STATES)
@some
def test_a_change_in_a_nested_value_leaves_its_neighbours(server: Server, place: Place, state, deep) -> None:
    place.put(server, {**state, "Nest": {"Deep": deep, "Other": [5, None, "default"], "Gone": 6}})
    had = place.state(server)
    place.give(server, {"Nest": {"Deep": {"Added": True}, "Gone": None}})
    check_settings(had, {"Nest": {"Deep": {"Added": "YES"}, "Gone": None}}, place.state(server), removes=place.removes)


@every_place
@given(state=STATES)
@example(state={"COLUMNS": "x", "tIMEzONE": ["y"]})
@some
def test_every_type_reaches_the_server(server: Server, place: Place, state) -> None:
    """What was read of one object is given to another that has nothing yet, which gets it under the known spelling."""
    given_on = {key: value for key, value in state.items() if not place.removes(value)}
    spelt = {place.words.root.spelling(key) if place.words else key: value for key, value in given_on.items()}
    assume(len(spelt) == len(given_on))
    assume(not isinstance(spelt.get("AccessModes"), list))  # which is refused unless it begins with a number
    place.put(server, {"First": "1"})
    place.give(server, data.to_json({**given_on, "Nest": [given_on]}, tag_numbers=True))
    check_settings({"First": "1"}, {**spelt, "Nest": [given_on]}, place.state(server), removes=place.removes)
    assert same(place.state(server)["Nest"], [given_on])


OTHER_SPELLINGS: dict[str, tuple[Any, Any]] = {
    "flag": ("Yes", "true"),
    "number": (7, "07"),
    "size": ("1024K", "1M"),
    "period": ("60m", "3600"),
    "rate": ([20, "1m"], ["20", "60"]),
    "services": (["27", "Mail", "POP", "IMAP"], [28, "IMAP", "ClientMail", "Mail", "POP"]),
    "set": (["Tue", "Mon"], ["Mon", "Tue"]),
}
UNKNOWN_SPELLINGS = {"Site": ({"a": [5, "60m"], "b": "2048K"}, {"a": ["5", "1h"], "b": "2M"}), "Site2": (8, "8")}
OF_TEXTS = {"Site": ({"a": [5, "x"]}, {"a": ["5", "x"]}), "Site2": (8, "8")}
"""In an address book no two texts are the same."""


def spellings(place: Place) -> dict[str, tuple[Any, Any]]:
    """For one setting of each type that the scope has, and some that nobody knows: on the server, and as wanted."""
    words = place.words
    known = {}
    for name in words.root.names() if words else ():
        pair = OTHER_SPELLINGS.get(words.root.below(name).type)
        if pair is not None and not any(pair is had for had in known.values()) and name not in place.set_apart:
            known[name] = pair
        choice = words.root.below(name)
        if choice.type == "choice" and name not in place.set_apart:
            known.setdefault(name, (choice.values[0][0].upper(), choice.values[0][0]))
    return {**known, **(OF_TEXTS if place.module == "cgp_roster" else UNKNOWN_SPELLINGS)}


@every_place
def test_another_spelling_of_what_is_there_is_no_change(server: Server, place: Place) -> None:
    """And the server keeps the spelling that it has, when something else is written."""
    pairs = spellings(place)
    put = {name: there for name, (there, wanted) in pairs.items()}
    place.put(server, put)
    had = place.state(server)
    mark = server.mark()
    settings = {name: wanted for name, (there, wanted) in pairs.items()}
    result = place.give(server, settings)
    assert (result["changed"], server.changes(mark)) == (False, [])
    place.give(server, {**settings, "Added": "x"})
    assert same(place.state(server), {**had, "Added": "x"})


@every_place
def test_a_server_that_respells_what_it_is_told_is_told_once(respelling: Server, place: Place) -> None:
    """Every known setting of these types, as people write them."""
    said = {"flag": True, "number": 7, "size": "2048K", "period": "90m", "services": [26, "POP", "Mail"]}
    root = place.words.root if place.words else NOWHERE
    wanted = {name: said[root.below(name).type] for name in root.names() if root.below(name).type in said}
    wanted = {name: value for name, value in wanted.items() if name not in place.set_apart} or {"Count": 7}
    assert place.give(respelling, wanted)["changed"]
    mark = respelling.mark()
    assert not place.give(respelling, wanted)["changed"]
    assert respelling.changes(mark) == []


@every_place
def test_services_without_their_number_are_refused(server: Server, place: Place) -> None:
    root = place.words.root if place.words else NOWHERE
    for name in [name for name in root.names() if root.below(name).type == "services"]:
        place.put(server, {name: ["30", "Mail"], "Other": "1"})
        mark = server.mark()
        with pytest.raises(AssertionError, match="%s must begin with a number" % name):
            place.give(server, {name: ["Mail", "POP"], "Other": "2"})
        assert server.changes(mark) == []


@every_place
def test_a_known_name_in_another_case_is_the_same_name(server: Server, place: Place) -> None:
    """It is found in the server's spelling, and written in the known one."""
    names = [name for name in place.words.root.names() if name not in place.set_apart][:3] if place.words else []
    place.put(server, {names[0]: "60", "Other": "1"} if names else {"Other": "1"})
    mark = server.mark()
    if names:
        assert not place.give(server, {names[0].swapcase(): "60"})["changed"]
    assert server.changes(mark) == []
    place.give(server, {name.lower(): "61" for name in names} or {"Other": "2"})
    assert place.state(server) == {**dict.fromkeys(names, "61"), "Other": "1"} if names else {"Other": "2"}


@every_place
def test_a_slip_is_warned_of_and_refused_when_that_is_asked_for(server: Server, place: Place) -> None:
    """Before anything is written. Where no setting is known, none is nearly known."""
    names = [name for name in place.words.root.names() if len(name) > 4] if place.words else []
    slips = {name[:-2] + name[-1]: "x" for name in names if place.words.place(name[:-2] + name[-1]) is NOWHERE}
    wanted = {name: "x" for name in list(slips)[:1]} or {"MailToUnknwn": "x"}
    (slip,) = wanted
    place.put(server, {"Other": "1"})
    mark = server.mark()
    if not slips:
        assert "warnings" not in place.give(server, wanted, strict_settings=True)
        return
    with pytest.raises(CgpError, match="%s is not known: did you mean" % slip):
        place.give(server, wanted, strict_settings=True)
    assert server.changes(mark) == []
    assert place.state(server) == {"Other": "1"}
    result = place.give(server, wanted, check=True)
    assert "%s is not known: did you mean" % slip in result["warnings"][0]
    assert "%s is not known: did you mean" % slip in place.give(server, wanted)["warnings"][0]
    assert place.state(server) == {"Other": "1", slip: "x"}


@every_place
def test_what_the_server_calls_otherwise_is_told(server: Server, place: Place) -> None:
    names = [name for name in place.words.root.names() if name not in place.set_apart] if place.words else []
    for name in names[:1]:
        place.put(server, {name.lower(): "60"})
        result = place.give(server, {name: "60"})
        if place.module != "cgp_account_remotes":
            assert "as %s, which is taken for the same" % name.lower() in str(result["warnings"])
        assert not result["changed"]


def test_every_module_with_settings_is_among_them() -> None:
    """The entries of a dataset have strings only."""
    options = ("settings", "details", "records")
    named = {
        module
        for module in SUBJECTS
        if isinstance(subject_of(module), Resource)
        for facet in subject_of(module).facets
        if any(option.name in options and option.type == "dict" for option in facet.fields)
    }
    assert named == {place.module for place in PLACES}
