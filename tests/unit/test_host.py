# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The face to Ansible: the options made of resources, and ``execute`` from options to a result."""

from __future__ import annotations

import gc
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import (
    CONNECTION,
    open_session,
    port_of,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import object_fields, read_wants, row_fields
from ansible_collections.communigate.pro.plugins.module_utils._host import (
    argument_spec,
    directory_rows,
    execute,
    object_rows,
    option_rules,
    read_rows,
)
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.checkout import ROOT
from support.engine_server import LOGIN, MAIN_DOMAIN, PASSWORD, Server

MODULES = sorted(SUBJECTS)
RESOURCES = [name for name in MODULES if isinstance(subject_of(name), Resource)]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator")) as running:
        yield running


def validated(module: str, **options: Any) -> dict[str, Any]:
    """The options as Ansible hands them on."""
    subject = subject_of(module)
    result = ArgumentSpecValidator(argument_spec(subject), **option_rules(subject)).validate(options)
    assert result.error_messages == []
    return result.validated_parameters


def run(server: Server, module: str, **options: Any) -> dict[str, Any]:
    """A task as the router runs it."""
    how = {name: options.pop(name) for name in ("check", "diff") if name in options}
    params = validated(module, host=server.host, port=server.port, login=LOGIN, password=PASSWORD, **options)
    session = open_session(params)
    try:
        return execute(subject_of(module), params, session, source_rows=read_rows(params, yaml.safe_load), **how)
    finally:
        session.close()


def test_the_router_serves_every_module_that_asks_a_server() -> None:
    files = {path.stem for path in (ROOT / "plugins" / "modules").glob("cgp_*.py")}
    assert files - {"cgp_handover", "cgp_report", "cgp_simulator"} == set(SUBJECTS)


@pytest.mark.parametrize("module", MODULES)
def test_no_option_hides_another(module: str) -> None:
    """The connection's options, an object's, the list and what goes for the whole task have names of their own."""
    subject = subject_of(module)
    assert set(CONNECTION) <= set(argument_spec(subject))
    if isinstance(subject, Resource):
        own = [field.name for field in object_fields(subject)]
        wide = [*CONNECTION, subject.list_option, "source", "source_options", "on_error", "detail"]
        wide += [subject.names_option] if subject.names_option else []
        wide += ["domain"] if subject.default_domain else []
        wide += ["purge"] if subject.purge else []
        assert len(set(own)) == len(own)
        assert not set(own) & set(wide)
        assert set(argument_spec(subject)) == {*own, *wide}


@pytest.mark.parametrize("module", RESOURCES)
def test_an_item_of_the_list_has_the_options_of_a_single_object(module: str) -> None:
    subject = subject_of(module)
    spec = argument_spec(subject)
    items = spec[subject.list_option]["options"]
    assert set(items) == {field.name for field in row_fields(subject)}
    assert items.pop("facts", None) == ({"type": "dict"} if subject.told else None)
    for name, item in items.items():
        assert {key: value for key, value in item.items() if key != "required"} == spec[name]
        # A default filled in by Ansible would win over what stands beside the list.
        assert "default" not in item


def secret_options(spec: dict[str, Any]) -> Iterator[tuple[str, bool | None]]:
    for name, option in spec.items():
        if any(word in name for word in ("pass", "secret", "token", "key")):
            yield name, option.get("no_log")
        yield from secret_options(option.get("options") or {})


@pytest.mark.parametrize("module", MODULES)
def test_ansible_is_told_which_options_are_secret_and_which_only_sound_so(module: str) -> None:
    secret = ("ssh_password", "account_password", "new_password", "verify_password", "secret", "private_key")
    known = dict.fromkeys(("password", *secret), True)
    shown = ("password_file", "update_password", "update_secrets", "private_key_file", "settings_keys", "ssh_key_file")
    known.update(dict.fromkeys((*shown, "keys", "secrets"), False))
    for name, hidden in secret_options(argument_spec(subject_of(module))):
        assert hidden is known[name], name


def test_every_connection_option_falls_back_to_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CGP_HOST", "mail.example.com")
    monkeypatch.setenv("CGP_PORT", "8106")
    monkeypatch.setenv("CGP_TLS_VERIFY", "no")
    params = validated("cgp_server_info")
    assert (params["host"], params["port"], params["tls_verify"]) == ("mail.example.com", 8106, False)
    assert validated("cgp_server_info", host="other.example.com")["host"] == "other.example.com"


ACCOUNT: Any = subject_of("cgp_account")
SKIN_FILE: Any = subject_of("cgp_skin_files")


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        ({"name": "ann"}, [{"name": "ann"}]),
        ({"name": "ann", "settings": {}, "state": "absent"}, [{"name": "ann", "settings": {}, "state": "absent"}]),
        ({"accounts": []}, []),
        ({"accounts": [{"name": "ann"}, {"name": "bob"}]}, [{"name": "ann"}, {"name": "bob"}]),
        (
            {
                "accounts": [{"name": "ann", "state": None}, {"name": "bob", "settings": {"a": 1}}],
                "state": "absent",
                "settings": {"b": 2},
            },
            [
                {"name": "ann", "state": "absent", "settings": {"b": 2}},
                {"name": "bob", "state": "absent", "settings": {"a": 1, "b": 2}},
            ],
        ),
        ({"purge": {"limit": 1}}, []),
        ({}, [{}]),
    ],
)
def test_one_object_or_a_list_of_them(options, rows) -> None:
    found = object_rows(ACCOUNT, options, None)
    assert [{key: value for key, value in row.items() if value is not None} for row in found] == rows


def test_a_list_of_names_goes_before_the_list_or_the_file() -> None:
    """Each takes what stands beside, as an item of the list does."""
    subscriber: Any = subject_of("cgp_list_subscriber")
    options = {"list": "news", "addresses": ["a@example.org", "b@example.org"]}
    rows = [{"list": "news", "address": "a@example.org"}, {"list": "news", "address": "b@example.org"}]
    more = [{"address": "c@example.org", "list": "talk"}]
    assert list(object_rows(subscriber, options, None)) == rows
    assert list(object_rows(subscriber, {**options, "subscribers": more}, None)) == rows + more
    assert list(object_rows(subscriber, options, more)) == rows + more
    assert list(object_rows(subscriber, {**options, "addresses": []}, None)) == []


def test_a_name_does_not_go_with_a_list() -> None:
    with pytest.raises(CgpError, match="name does not go with a list"):
        list(object_rows(ACCOUNT, {"name": "ann", "accounts": [{"name": "bob"}]}, None))


def test_a_list_and_a_file_exclude_each_other() -> None:
    spec = ArgumentSpecValidator(argument_spec(ACCOUNT), **option_rules(ACCOUNT))
    assert spec.validate({"accounts": [], "source": "a.csv"}).error_messages


def test_the_same_objects_singly_in_a_list_and_from_a_file(server: Server, tmp_path: Path) -> None:
    """One path: the second and the third find nothing to do."""
    domain = server.new_domain()
    single = run(server, "cgp_account", name="ann", domain=domain, settings={"RealName": "Ann"}, aliases=["a", "b"])
    assert (single["changed"], single["changed_names"]) == (True, ["ann@" + domain])
    accounts = [{"name": "ann", "aliases": ["a", "b"]}]
    listed = run(server, "cgp_account", accounts=accounts, domain=domain, settings={"RealName": "Ann"})
    assert listed["changed"] is False
    table = tmp_path / "people.csv"
    table.write_text("name,settings.RealName,aliases\nann,Ann,a b\nbob,Bob,\n", encoding="utf-8")
    filed = run(server, "cgp_account", source=str(table), domain=domain)
    assert filed["changed_names"] == ["bob@" + domain]
    assert run(server, "cgp_account", source=str(table), domain=domain)["counts"]["unchanged"] == 2


def test_bare_names_belong_to_the_domain_of_the_login(server: Server) -> None:
    domain = server.new_domain()
    administrator = server.administrator(domain, "Domain", "BasicSettings", "CanCreateAccounts", "CanCreateGroups")
    params = validated("cgp_account", host=server.host, login="x@" + domain, password="x", name="ann")
    result = execute(ACCOUNT, params, administrator)
    assert result["changed_names"] == ["ann@" + domain]


def test_check_mode_and_diff_are_passed_on(server: Server) -> None:
    domain = server.new_domain()
    mark = server.mark()
    result = run(server, "cgp_account", name="ann", domain=domain, check=True, diff=True)
    assert result["changed"] is True and "diff" in result
    assert server.changes(mark) == []
    assert "diff" not in run(server, "cgp_account", name="ann", domain=domain)


def test_a_result_says_what_the_task_cost(server: Server) -> None:
    domain = server.new_domain()
    params = validated("cgp_account", host=server.host, port=server.port, password=PASSWORD, name="ann", domain=domain)
    session = open_session(params)
    first = execute(ACCOUNT, params, session)["statistics"]
    second = execute(ACCOUNT, params, session)["statistics"]
    session.close()
    assert (first["logins"], first["writes"]) == (1, 1)
    assert (second["logins"], second["writes"], second["commands"]) == (0, 0, 1)


@pytest.mark.parametrize("thresholds", [(700, 10, 10), (0, 10, 10), (10**6, 2, 3)])
def test_pythons_collector_works_as_before_once_a_task_has_ended(server: Server, thresholds: Any) -> None:
    """And within a long one no more often than it did: one that was switched off stays so."""
    before, seen = gc.get_threshold(), []

    def rows() -> Iterator[dict[str, Any]]:
        seen.append(gc.get_threshold())
        yield {"name": "ann"}

    params = validated("cgp_account", host=server.host, port=server.port, password=PASSWORD)
    gc.set_threshold(*thresholds)
    try:
        for source in (rows(), iter([{"name": ""}])):
            session = open_session(params)
            execute(ACCOUNT, params, session, source_rows=source)
            session.close()
            assert gc.get_threshold() == thresholds
    finally:
        gc.set_threshold(*before)
    ((newest, *older),) = seen
    assert older == list(thresholds[1:])
    assert newest == 0 if thresholds[0] == 0 else newest >= thresholds[0]


def test_a_login_without_a_domain_is_doubted_once_for_each_login_at_another_machine(server: Server) -> None:
    """127.1 leads to the simulator, and is no name of this machine's own address that is known as such."""
    bare, whole = LOGIN.partition("@")[0], "%s@%s" % (LOGIN.partition("@")[0], MAIN_DOMAIN)
    doubts: dict[tuple[str, str], list[int]] = {}
    for host in ("127.1", server.host):
        for login in (bare, whole):
            given = {"host": host, "port": server.port, "login": login, "password": PASSWORD}
            params = validated("cgp_server_info", **given)
            session = open_session(params)
            told = [execute(subject_of("cgp_server_info"), params, session).get("warnings", []) for _time in "12"]
            session.close()
            assert all("names no Domain" in text and "%s@DOMAIN" % login in text for one in told for text in one)
            assert not any(host in text for one in told for text in one)  # Ansible shows each text once
            doubts[host, login] = [len(one) for one in told]
    assert doubts.pop(("127.1", bare)) == [1, 0]
    assert set(map(tuple, doubts.values())) == {(0, 0)}


def test_without_a_port_it_is_the_usual_one_of_the_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    ports = {
        transport: port_of(validated("cgp_server_info", transport=transport))
        for transport in ("tcp", "stls", "tls", "ssh")
    }
    assert ports == {"tcp": 106, "stls": 106, "tls": 1106, "ssh": 106}
    assert port_of(validated("cgp_server_info", transport="tls", port=8106)) == 8106
    monkeypatch.setenv("CGP_PORT", "8107")
    assert port_of(validated("cgp_server_info", transport="tls")) == 8107


def bad_port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def test_what_goes_wrong_is_one_failed_result(server: Server, tmp_path: Path) -> None:
    domain = server.new_domain()
    bad = tmp_path / "bad.csv"
    bad.write_text("name,nonsense\nann,x\n", encoding="utf-8")
    cases = [
        ({"name": "a\nb"}, "name holds a line break"),
        ({"name": "ann", "port": bad_port()}, "127.0.0.1"),
        ({"name": "ann", "password": "wrong"}, "login"),
        ({"name": "ann@nowhere.example"}, "nowhere.example does not exist"),
        ({"source": str(bad)}, "unknown option: nonsense"),
        ({"accounts": [{"name": "ann"}, {"name": "ANN"}]}, "named twice"),
        ({}, "option missing or empty: name"),
    ]
    mark = server.mark()
    for options, words in cases:
        where = {"host": server.host, "port": server.port, "password": PASSWORD, "domain": domain}
        params = validated("cgp_account", **{**where, **options})
        session = open_session(params)
        result = execute(ACCOUNT, params, session, source_rows=read_rows(params))
        session.close()
        assert (result["failed"], result["changed"]) == (True, False)
        assert words.lower() in result["msg"].lower(), result["msg"]
        assert "\n" not in result["msg"] and "wrong" not in result["msg"].split()
    assert server.changes(mark) == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (None, b"", "cannot be read"),
        ("a.csv", b"name\n\xff\n", "line 2 is no utf-8 text. Name its encoding in source_options.encoding"),
        ("a.txt", b"", "no known format"),
        ("a.yaml", b"- name: ann\n", "YAML cannot be read here"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, name, content, words) -> None:
    path = tmp_path / (name or "missing.csv")
    if name:
        path.write_bytes(content)
    with pytest.raises(CgpError, match=words):
        list(read_rows({"source": str(path)}) or ())


def test_a_file_of_a_directory_is_an_object_with_what_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(b"\xff")
    rows = object_rows(SKIN_FILE, {"skin": "Corporate"}, directory_rows(SKIN_FILE, str(tmp_path)))
    assert list(rows) == [{"skin": "Corporate", "name": "a.css", "content_base64": "/w=="}]


def test_a_directory_is_for_those_who_take_files(tmp_path: Path) -> None:
    assert directory_rows(ACCOUNT, str(tmp_path)) is None
    assert directory_rows(SKIN_FILE, str(tmp_path / "missing")) is None
    with pytest.raises(CgpError, match="cannot be read"):
        list(read_rows({"source": str(tmp_path)}) or ())


def test_a_file_in_an_item_is_read_and_goes_alone(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_bytes(b"a")
    item = {"name": "a.css", "src": str(tmp_path / "a.css")}
    assert list(object_rows(SKIN_FILE, item, None)) == [{"name": "a.css", "content_base64": "YQ=="}]
    for rival in ("content", "content_base64"):
        with pytest.raises(CgpError, match="src and %s do not go together" % rival):
            read_wants(SKIN_FILE, object_rows(SKIN_FILE, {**item, rival: "YQ=="}, None))
    with pytest.raises(CgpError, match="src .*missing cannot be read"):
        read_wants(SKIN_FILE, object_rows(SKIN_FILE, {**item, "src": str(tmp_path / "missing")}, None))


def test_a_password_must_come_from_somewhere(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CGP_PASSWORD", raising=False)
    with pytest.raises(CgpError, match="no password for the login postmaster"):
        open_session(validated("cgp_server_info"))
    file = tmp_path / "password"
    file.write_text("\n", encoding="utf-8")
    with pytest.raises(CgpError, match="empty first line"):
        open_session(validated("cgp_server_info", password_file=str(file)))
    with pytest.raises(CgpError, match="cannot be read"):
        open_session(validated("cgp_server_info", password_file=str(tmp_path / "none")))
    file.write_text(PASSWORD + "\nsecond line\n", encoding="utf-8")
    params = validated("cgp_server_info", host=server.host, port=server.port, password_file=str(file))
    session = open_session(params)
    assert execute(subject_of("cgp_server_info"), params, session)["server"]["main_domain"] == MAIN_DOMAIN
    session.close()
