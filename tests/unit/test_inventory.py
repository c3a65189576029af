# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The inventory ``cgp``: which hosts there are, what is known of them, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from ansible.errors import AnsibleError, AnsibleParserError
from ansible.inventory.data import InventoryData
from ansible.parsing.dataloader import DataLoader
from ansible.utils.display import Display
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import USUAL_PORTS, Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from support import ansible_plugins
from support.simulator import Simulator

SECRET = "hunter2"
SOURCE = {"plugin": "communigate.pro.cgp"}
Source = Callable[..., InventoryData]


def say(simulator: Simulator, *lines: str) -> None:
    endpoint = Endpoint(simulator.host, simulator.port)
    with Session(endpoint, Credentials(simulator.login, simulator.password)) as session:
        for line in lines:
            session.one(read_line(line))


def lead(monkeypatch: pytest.MonkeyPatch, simulator: Simulator) -> None:
    for name, value in simulator.environment.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def parsed(tmp_path: Path) -> Source:
    """The inventory that a file with these options makes; ``flush`` is Ansible's option ``--flush-cache``.

    Plugins of Ansible itself have short names here: nobody has looked for collections in this process.
    """

    def parse(flush: bool = False, **given: Any) -> InventoryData:
        path = tmp_path / "hosts.cgp.yml"
        path.write_text(json.dumps({**SOURCE, **given}), encoding="utf-8")
        made = ansible_plugins.inventory("cgp")
        assert made.verify_file(str(path))
        hosts = InventoryData()
        made.parse(hosts, DataLoader(), str(path), not flush)
        made.update_cache_if_changed()
        return hosts

    return parse


def told(inventory: InventoryData, host: str) -> dict[str, Any]:
    return {key: value for key, value in inventory.hosts[host].vars.items() if key.startswith("cgp_")}


def groups(inventory: InventoryData) -> Mapping[str, list[str]]:
    found = {name: [host.name for host in group.hosts] for name, group in inventory.groups.items()}
    return {name: hosts for name, hosts in found.items() if name not in ("all", "ungrouped")}


@pytest.fixture
def members(simulator_factory: Callable[..., Simulator], tmp_path: Path) -> tuple[Simulator, Simulator]:
    shared = str(tmp_path / "cluster")
    Path(shared).mkdir()
    flags = ("--cluster", "--cluster-state", shared)
    return simulator_factory(*flags, "--version", "6.3.39"), simulator_factory(*flags, "--version", "6.4.1")


def test_servers_are_members_of_a_cluster(
    parsed: Source, members: tuple[Simulator, Simulator], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = members
    lead(monkeypatch, one)
    inventory = parsed(
        servers=[{"name": "first"}, {"name": "second", "port": other.port}],
        compose={"ansible_host": "cgp_host"},
        groups={"in_cluster": "cgp_controller != ''"},
        keyed_groups=[{"key": "cgp_version", "prefix": "version"}],
        strict=True,
    )
    assert groups(inventory) == {
        "in_cluster": ["first", "second"], "version_6_3_39": ["first"], "version_6_4_1": ["second"],
    }  # fmt: skip
    known = told(inventory, "second")
    assert known.pop("cgp_controller")
    assert known == {
        "cgp_kind": "server", "cgp_server": "second", "cgp_version": "6.4.1", "cgp_main_domain": "example.com",
        "cgp_host": other.host, "cgp_port": other.port, "cgp_login": "postmaster", "cgp_transport": "tcp",
    }  # fmt: skip
    assert inventory.hosts["first"].vars["ansible_host"] == one.host
    for member in members:
        assert member.verbs().count("APOP") == 1


def test_hosts_are_told_with_the_realm_by_which_they_were_found(
    parsed: Source, simulator_factory: Callable[..., Simulator], monkeypatch: pytest.MonkeyPatch
) -> None:
    server = simulator_factory("--http-port=0")
    lead(monkeypatch, server)
    inventory = parsed(**server.over("http"))
    (name,) = inventory.hosts
    known = told(inventory, name)
    assert (known["cgp_transport"], known["cgp_port"]) == ("http", server.realms["http"])
    assert known["cgp_main_domain"] == "example.com" and "APOP" not in server.verbs()


def test_hosts_have_the_usual_port_where_none_was_given(
    parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(monkeypatch, simulator)
    monkeypatch.delenv("CGP_PORT")
    monkeypatch.setitem(USUAL_PORTS, "tcp", simulator.port)
    inventory = parsed()
    assert [told(inventory, host)["cgp_port"] for host in inventory.hosts] == [simulator.port]


def test_domains_are_shared_or_not_and_open_or_not(
    parsed: Source, members: tuple[Simulator, Simulator], monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(monkeypatch, members[0])
    say(
        members[0], "CREATEDOMAIN shop.example.org SHARED {DomainAccessModes=None;}", "CREATEDOMAIN local.example.org",
        "SETDOMAINALIASES shop.example.org (store.example.org)",
    )  # fmt: skip
    conditions = {"shared": "cgp_shared", "shut": "cgp_suspended"}
    inventory = parsed(hosts="domains", domains=["*.Example.org"], groups=conditions)
    assert sorted(inventory.hosts) == ["local.example.org", "shop.example.org"]
    assert groups(inventory) == {"shared": ["shop.example.org"], "shut": ["shop.example.org"]}
    shop = told(inventory, "shop.example.org")
    assert (shop["cgp_kind"], shop["cgp_domain"], shop["cgp_aliases"]) == (
        "domain", "shop.example.org", ["store.example.org"],
    )  # fmt: skip
    assert sorted(parsed(hosts="domains").hosts) == ["example.com", "local.example.org", "shop.example.org"]
    assert sorted(parsed(hosts="domains", domains=["example.com", "gone.example.org"]).hosts) == ["example.com"]


def test_accounts_have_types_and_settings_without_secrets(
    parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(monkeypatch, simulator)
    say(
        simulator, "CREATEACCOUNT sales1 {RealName=\"{{ 6 * 7 }}\";Password=%s;}" % SECRET,
        "CREATEACCOUNT sales2 {AccessModes=None;}", "CREATEACCOUNT other",
    )  # fmt: skip
    inventory = parsed(
        hosts="accounts", domains=["example.com"], filter="sales", strict=True,
        compose={"name": "cgp_effective_settings.RealName | default('')"},
        groups={"suspended": "cgp_suspended"}, keyed_groups=[{"key": "cgp_type", "prefix": "type"}],
    )  # fmt: skip
    assert sorted(inventory.hosts) == ["sales1@example.com", "sales2@example.com"]
    assert groups(inventory) == {
        "suspended": ["sales2@example.com"],
        "type_MultiMailbox": ["sales1@example.com", "sales2@example.com"],
    }
    first = told(inventory, "sales1@example.com")
    assert (first["cgp_account"], first["cgp_domain"]) == ("sales1@example.com", "example.com")
    assert first["cgp_effective_settings"]["RealName"] == "{{ 6 * 7 }}"
    assert inventory.hosts["sales1@example.com"].vars["name"] == "{{ 6 * 7 }}"
    assert SECRET not in repr([host.vars for host in inventory.hosts.values()])


def test_what_is_read_can_be_chosen(parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> None:
    lead(monkeypatch, simulator)
    mark = simulator.mark()
    inventory = parsed(hosts="accounts", domains=["example.com"], include=["aliases", "rights"])
    assert {"cgp_aliases", "cgp_rights"} <= set(told(inventory, "postmaster@example.com"))
    assert "cgp_suspended" not in told(inventory, "postmaster@example.com")
    assert "GETACCOUNTEFFECTIVESETTINGS" not in simulator.verbs(mark)
    assert parsed(include=["modules"]).hosts["127.0.0.1"].vars["cgp_modules"]


def test_names_that_could_be_patterns_or_templates_are_left_out(
    parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    monkeypatch.setattr(Display, "warning", lambda _display, text, *_more, **_keywords: warned.append(text))
    names = ("{{ 7 }}", "a:b", "a,b", "!a", "a b", "b@a", "[0]")
    hosts = [{"name": name, "variables": {"server": "a"}} for name in names]
    monkeypatch.setattr(
        "ansible_collections.communigate.pro.plugins.plugin_utils._server_inventory.ServerInventory._hosts",
        lambda _inventory: iter(hosts),
    )
    assert list(parsed().hosts) == ["b@a"]
    assert warned == ["communigate.pro.cgp: 6 names are none for a host, and left out"]


def test_a_name_that_two_servers_have_is_told_once(
    parsed: Source, simulator_factory: Callable[..., Simulator], monkeypatch: pytest.MonkeyPatch
) -> None:
    warned: list[str] = []
    monkeypatch.setattr(Display, "warning", lambda _display, text, *_more, **_keywords: warned.append(text))
    one, other = simulator_factory(), simulator_factory()
    lead(monkeypatch, one)
    servers = [{"name": "first"}, {"name": "second", "port": str(other.port)}]
    inventory = parsed(hosts="domains", servers=servers)
    assert inventory.hosts["example.com"].vars["cgp_server"] == "first"
    assert warned == ["communigate.pro.cgp: 1 hosts of one server have the names of another's, and are left out"]


def test_the_cache_spares_the_server(
    parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lead(monkeypatch, simulator)
    say(simulator, "CREATEACCOUNT ann {RealName=Ann;Password=%s;}" % SECRET)
    kept = {"cache": True, "cache_plugin": "jsonfile", "cache_connection": str(tmp_path / "kept")}
    asked = {"hosts": "accounts", "domains": ["*"], **kept}
    first = parsed(**asked)
    mark = simulator.mark()
    again = parsed(**asked)
    assert simulator.verbs(mark) == []
    assert [host.vars for host in again.hosts.values()] == [host.vars for host in first.hosts.values()]
    assert SECRET not in "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "kept").iterdir())
    say(simulator, "CREATEACCOUNT bob")
    assert "bob@example.com" not in parsed(**asked).hosts
    assert "bob@example.com" in parsed(flush=True, **asked).hosts
    assert "bob@example.com" in parsed(**asked).hosts


MISTAKES = [
    ({"hosts": "accounts"}, "domains is needed with hosts=accounts"),
    ({"hosts": "mailboxes"}, "hosts has a value that it cannot have, a str. It is one of servers, domains, accounts"),
    ({"password": [SECRET]}, "password has a value that it cannot have, a list"),
    ({"port": SECRET}, "port has a value that it cannot have, a str. Its type is int"),
    ({"servers": [{"port": SECRET}]}, "server 1: port has a value that it cannot have"),
    ({"include": ["settings"]}, "include has no settings for servers. There are version, "),
    ({"servers": ["a"]}, "server 1 is a str, and no dictionary"),
    ({"servers": [{"hst": "a"}]}, "server 1: there is no option hst. Did you mean host?"),
    ({"servers": [{}, {"port": SECRET}]}, "server 2: port has a value that it cannot have"),
    ({"servers": [{"name": "one", "password": SECRET}]}, "server one: the login of postmaster was refused"),
    ({"servers": [{"name": "one", "port": 1}]}, "server one: "),
    ({"hosts": "accounts", "domains": ["gone.example.org"]}, "server 127.0.0.1: LISTDOMAINOBJECTS was answered"),
    ({"hosts": "accounts", "domains": ["*"], "limit": 1}, "there are more hosts than limit allows"),
]


@pytest.mark.parametrize(("given", "message"), MISTAKES)
def test_a_mistake_is_told_without_what_was_given(
    parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch, given: dict[str, Any], message: str
) -> None:
    lead(monkeypatch, simulator)
    say(simulator, "CREATEACCOUNT ann")
    with pytest.raises(AnsibleError) as refused:
        parsed(**given)
    assert message in str(refused.value)
    assert SECRET not in str(refused.value)


def test_values_for_a_server_may_be_templates(
    parsed: Source, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead(monkeypatch, simulator)
    monkeypatch.delenv("CGP_PASSWORD")
    with pytest.raises(AnsibleParserError, match="no password for the login postmaster"):
        parsed()
    monkeypatch.setenv("ELSEWHERE", simulator.password)
    password = "{{ lookup('env', 'ELSEWHERE') }}"
    assert list(parsed(password=password).hosts) == ["127.0.0.1"]
    assert list(parsed(servers=[{"name": "one", "password": password}]).hosts) == ["one"]


def test_only_files_of_its_name_are_taken(tmp_path: Path) -> None:
    made = ansible_plugins.inventory("cgp")
    for name, taken in {"cgp.yml": True, "a.cgp.yaml": True, "a.communigate.yml": True, "hosts.yml": False}.items():
        (tmp_path / name).touch()
        assert made.verify_file(str(tmp_path / name)) == taken
    assert not made.verify_file(str(tmp_path / "none.cgp.yml"))
