# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What came with the server: a purge takes it only where it is named as that, and tells what it left.

What is looked at is what the simulator holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli import stock_names
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model import stock_pbx, stock_skins
from support.engine_server import MAIN_DOMAIN, Server

LIMIT = 100
CHECKED = pytest.mark.parametrize("check", [True, False], ids=["check mode", "run"])


@dataclass(frozen=True)
class Stock:
    """One noun with objects that came with the server: ``stock`` are their names, ``label`` what is before the name.

    ``own`` is said to the server for an object that somebody made, called ``other``; ``listing`` names all. ``prepare``
    is said to a server that lists such objects as its own, for the simulator only does so with some.
    """

    module: str
    stock: tuple[str, ...]
    other: str
    own: tuple[Any, ...]
    listing: tuple[Any, ...]
    purge: Mapping[str, Any]
    label: str
    after: str = ""
    prepare: tuple[tuple[Any, ...], ...] = ()

    @property
    def resource(self) -> Resource:
        found = subject_of(self.module)
        assert isinstance(found, Resource)
        return found

    def called(self, name: str) -> str:
        return self.label + name + self.after

    def names(self, server: Server) -> set[str]:
        verb, *arguments = self.listing
        listed = server.ask(COMMANDS[verb][0](*arguments))
        return set(listed.values() if verb == "LISTDIRECTORYUNITS" else listed) - {"", "postmaster"}


KINDS = (
    Stock(
        "cgp_account", ("pbx",), "ann", ("CREATEACCOUNT", "ann@" + MAIN_DOMAIN), ("LISTACCOUNTS",),
        {"within": [MAIN_DOMAIN]}, "", "@" + MAIN_DOMAIN,
    ),
    Stock(
        "cgp_directory_unit", ("Main",), "people", ("CREATEDIRECTORYUNIT", "people", "o=people"),
        ("LISTDIRECTORYUNITS",), {"within": ["server"]}, "server ",
    ),
    Stock(
        "cgp_skin", ("Pronto-",), "Corporate", ("CREATESERVERSKIN", "Corporate"), ("LISTSERVERSKINS",),
        {"within": ["server"]}, "server ", prepare=(("CREATESERVERSKIN", ""), ("CREATESERVERSKIN", "Pronto-")),
    ),
    Stock(
        "cgp_skin_files", ("login.wssp", "mailboxes.wssp", "strings.data", "style.css"), "own.css",
        ("STORESERVERSKINFILE", "", "own.css", b"x"), ("LISTSERVERSKINFILES", ""), {"within": ["server"]}, "server ",
        prepare=(
            ("CREATESERVERSKIN", ""),
            *(("STORESERVERSKINFILE", "", name, content) for name, content in stock_skins.FILES[""].items()),
        ),
    ),
    Stock(
        "cgp_pbx_files", ("echo.scgp", "gateway.sppr", "welcome.txt"), "own.sppr",
        ("STORESERVERPBXFILE", "own.sppr", b"x"), ("LISTSERVERPBXFILES",), {"within": ["server"]}, "server ",
        prepare=(
            ("CREATESERVERPBX", ""),
            *(("STORESERVERPBXFILE", name, content) for name, content in stock_pbx.FILES[""].items()),
        ),
    ),
)  # fmt: skip
EACH = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.module)


@pytest.fixture
def server(tmp_path: Any) -> Iterator[Server]:
    with Server(tmp_path, habits=("stock-directory-unit",)) as running:
        yield running


def purged(server: Server, kind: Stock, check: bool = False, **more: Any) -> dict[str, Any]:
    for verb, *arguments in (*kind.prepare, kind.own):
        server.ask(COMMANDS[verb][0](*arguments))
    return server.apply(kind.resource, [], purge={**kind.purge, "limit": LIMIT, **more}, domain="", check=check)


def test_every_noun_with_such_objects_is_here() -> None:
    purging = [subject_of(module) for module in SUBJECTS if getattr(subject_of(module), "purge", False)]
    stocked = {resource.noun for resource in purging if isinstance(resource, Resource) and resource.stock is not None}
    assert stocked == {kind.resource.noun for kind in KINDS}


@EACH
@CHECKED
def test_it_stays_and_is_told(server: Server, kind: Stock, check: bool) -> None:
    before = {*kind.stock, kind.other}
    result = purged(server, kind, check=check)
    assert result["changed_names"] == [kind.called(kind.other)]
    assert [name for name in result["spared"] if "postmaster" not in name] == sorted(map(kind.called, kind.stock))
    assert kind.names(server) == (before if check else set(kind.stock))
    assert not result.get("warnings")


@EACH
@pytest.mark.parametrize("spelling", ["{0}", "{1}", "{2}", "{3}"])
def test_it_goes_where_it_is_named_in_any_spelling(server: Server, kind: Stock, spelling: str) -> None:
    name = kind.stock[0]
    full = kind.called(name)
    result = purged(server, kind, also=[spelling.format(name, name.swapcase(), full, full.upper())])
    assert sorted(result["changed_names"]) == sorted([full, kind.called(kind.other)])
    assert kind.names(server) == set(kind.stock[1:])


@EACH
@pytest.mark.parametrize("also", ["*", "?*", "nothing of the sort", "pbx@other.example"])
def test_each_must_be_named_itself(server: Server, kind: Stock, also: str) -> None:
    result = purged(server, kind, also=[also])
    assert result["changed_names"] == [kind.called(kind.other)]
    assert kind.names(server) == set(kind.stock)


@EACH
def test_nothing_is_left_to_the_limit(server: Server, kind: Stock) -> None:
    """What is spared does not count."""
    assert purged(server, kind, limit=1)["counts"]["deleted"] == 1


@EACH
def test_what_is_named_otherwise_is_not_told(server: Server, kind: Stock) -> None:
    result = purged(server, kind, keep=["*"])
    assert "spared" not in result and result["changed"] is False


def test_the_postmaster_of_a_domain_goes_where_it_is_named(server: Server) -> None:
    domain = server.new_domain()
    for name in ("postmaster", "ivr", "ann"):
        server.ask(COMMANDS["CREATEACCOUNT"][0]("%s@%s" % (name, domain)))
    account = KINDS[0].resource

    def left(**more: Any) -> set[str]:
        result = server.apply(account, [], domain=domain, purge={"limit": LIMIT, **more})
        assert result["failures"] == []
        return set(server.ask(COMMANDS["LISTACCOUNTS"][0](domainName=domain)))

    assert left() == {"postmaster", "ivr"}
    assert left(also=["Postmaster@" + domain]) == {"ivr"}
    assert left(also=["IVR"]) == set()


@pytest.mark.parametrize("verb", ["SKIN", "PBX"])
def test_in_a_domain_all_was_made(server: Server, verb: str) -> None:
    domain = server.new_domain()
    if verb == "SKIN":
        kind, name, unnamed = KINDS[3], "login.wssp", ("",)
        server.ask(COMMANDS["CREATEDOMAINSKIN"][0]("", domainName=domain))
    else:
        kind, name, unnamed = KINDS[4], "echo.scgp", ()
        server.ask(COMMANDS["CREATEDOMAINPBX"][0](domainName=domain))
    store = COMMANDS["STOREDOMAIN%sFILE" % verb][0]
    names = dict(zip(("skinName", "fileName"), (*unnamed, name))) if unnamed else {"fileName": name}
    server.ask(store(domainName=domain, fileContent=b"x", **names))
    result = server.apply(kind.resource, [], purge={"within": ["domain " + domain], "limit": LIMIT}, domain="")
    assert result["changed_names"] == ["domain %s %s" % (domain, name)] and "spared" not in result


@pytest.mark.parametrize("names", [stock_names.ACCOUNTS, stock_names.DIRECTORY_UNITS, stock_names.SKINS])
def test_each_name_has_its_evidence(names: Mapping[str, str]) -> None:
    assert names and all(why.partition(" ")[0].rstrip(":") in ("M", "L", "C") for why in names.values())
