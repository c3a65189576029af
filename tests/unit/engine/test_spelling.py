# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever letter case a task uses, commands name an object as the server spells it: to some servers that counts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Found, Resource, by_name
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_unit import DIRECTORY_UNIT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import MAILING_LIST
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK
from ansible_collections.communigate.pro.plugins.module_utils._resources.roster import ROSTER
from support.engine_server import Server

DN = "o=%s"
NOUNS: dict[str, tuple[Resource, str, Mapping[str, Any], Mapping[str, Any]]] = {
    "account": (ACCOUNT, "Gabi@{}", {}, {"settings": {"RealName": "G"}, "aliases": ["g"]}),
    "forwarder": (FORWARDER, "Gabi@{}", {"to": "a@example.org"}, {"to": "b@example.org"}),
    "group": (GROUP, "Gabi@{}", {}, {"members": ["x"], "settings": {"RealName": "G"}}),
    "list": (MAILING_LIST, "Gabi@{}", {"owner": "owner"}, {"settings": {"Charset": "utf-8"}}),
    "task": (NAMED_TASK, "Gabi@{}", {"owner": "owner"}, {"settings": {"RealName": "G"}}),
    "unit": (DIRECTORY_UNIT, "Gabi.{}", {"mount_point": DN % 1}, {"mount_point": DN % 2, "settings": {"a": "b"}}),
    "contact": (ROSTER, "gabi@example.org", {"account": "owner@{}"}, {"real_name": "G", "watch": True}),
}
"""By noun: the name of an object, what is made of it, and what it is changed to."""


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server to which two spellings of a Directory Unit are two units."""
    with Server(tmp_path_factory.mktemp("simulator"), habits=("case-units",)) as server:
        yield server


def in_domain(value: Any, domain: str) -> Any:
    if isinstance(value, dict):
        return {name: in_domain(item, domain) for name, item in value.items()}
    return value.replace("{}", domain) if isinstance(value, str) else value


def apart(host: Server, noun: str) -> tuple[Resource, str, dict[str, Any], dict[str, Any], str, str]:
    """An object that has just been made: its noun, name, options and changes, the option of its name, its scope."""
    resource, name, made, changed = NOUNS[noun]
    domain = host.new_domain()
    host.apply(ACCOUNT, [{"name": "owner"}], domain=domain)
    name, made = in_domain(name, domain), in_domain(dict(made), domain)
    option = resource.key[-1].name
    result = host.apply(resource, [{option: name, **made}], domain=domain)
    assert result["counts"]["created"] == 1
    key = (*(made.get(field.name) or field.default or "" for field in resource.key[:-1]), name)
    return resource, name, made, {**made, **changed}, option, resource.scope(key)


@pytest.mark.parametrize("spelt", [str.upper, str.swapcase], ids=["upper", "swapped"])
@pytest.mark.parametrize("noun", NOUNS)
def test_commands_name_what_is_there_as_the_server_does(strict: Server, noun: str, spelt: Any) -> None:
    resource, name, made, changed, option, _scope = apart(strict, noun)
    called = spelt(name)
    mark = strict.mark()
    for row in ({**made}, {**changed}, {**changed}, {**made, "state": "absent"}):
        result = strict.apply(resource, [{option: called, **row}], domain=name.partition("@")[2])
        assert result["failures"] == []
    assert result["counts"]["deleted"] == 1
    sent = strict.changes(mark)
    assert len(sent) >= 2
    assert all(name.partition("@")[0] in json.dumps(entry["arguments"]) for entry in sent)
    assert not any(called.partition("@")[0] in json.dumps(entry["arguments"]) for entry in sent)


@pytest.mark.parametrize("noun", [noun for noun, (resource, *_rest) in NOUNS.items() if resource.rename])
def test_a_rename_goes_from_the_name_that_the_server_has(strict: Server, noun: str) -> None:
    resource, name, _made, _changed, option, _scope = apart(strict, noun)
    domain = name.partition("@")[2]
    mark = strict.mark()
    row = {option: "Other@" + domain, "rename_from": name.swapcase()}
    assert strict.apply(resource, [row], domain=domain)["counts"]["renamed"] == 1
    (sent,) = strict.changes(mark)
    assert name.partition("@")[0] in json.dumps(sent["arguments"])


@pytest.mark.parametrize("noun", [noun for noun, (resource, *_rest) in NOUNS.items() if resource.purge])
def test_a_purge_takes_what_is_there_by_the_name_that_the_server_has(strict: Server, noun: str) -> None:
    resource, name, _made, _changed, _option, scope = apart(strict, noun)
    purge = {"within": [scope], "limit": 9, "keep": ["owner", "main"]}
    result = strict.apply(resource, [], domain=scope, purge=purge)
    assert result["failures"] == []
    assert any(name.partition("@")[0] in gone for gone in result["changed_names"])


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    """Neither is taken for the other, and a name that is neither is not there."""
    listing = by_name({name: Found("directory unit", {"called": name}) for name in ("Twin", "TWIN", "Other", "small")})
    asked = {name: DIRECTORY_UNIT.found(listing, name) for name in ("Twin", "TWIN", "twin", "OTHER", "Small")}
    assert {name: found and found.facts["called"] for name, found in asked.items()} == {
        "Twin": "Twin", "TWIN": "TWIN", "twin": None, "OTHER": "Other", "Small": "small",
    }  # fmt: skip
    keys = {name: DIRECTORY_UNIT.spelt(("server", name), found) for name, found in asked.items() if found}
    assert keys["Twin"] == ("server", "Twin")
    assert (keys["TWIN"], keys["OTHER"]) == (("server", "TWIN"), ("server", "Other"))
