# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lookup ``cgp``: what it sends, returns and refuses, and from where it knows the server."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from ansible.errors import AnsibleLookupError
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS, read_line
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, environment_name
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.plugin_utils._server_access import ABOUT_CHANGES, OPTIONS, variable
from support import ansible_plugins
from support.checkout import ROOT
from support.simulator import Simulator

SECRET = "hunter2"
Ask = Callable[..., list[Any]]


@pytest.fixture
def ask(simulator: Simulator, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """The lookup, which finds the simulator by the environment."""
    for name, value in simulator.environment.items():
        monkeypatch.setenv(name, value)
    return lambda *terms, variables=None, **options: ansible_plugins.lookup("cgp").run(
        list(terms), variables=variables or {}, **options
    )


def say(simulator: Simulator, *lines: str) -> None:
    endpoint = Endpoint(simulator.host, simulator.port)
    with Session(endpoint, Credentials(simulator.login, simulator.password)) as session:
        for line in lines:
            session.one(read_line(line))


def test_each_term_has_a_result_and_all_have_one_login(ask: Ask, simulator: Simulator) -> None:
    terms = ["MAINDOMAINNAME", ["LISTDOMAINS", {"verb": "listforwarders", "arguments": {}}], {"line": "LISTGROUPS"}]
    assert ask(*terms) == ["example.com", ["example.com"], [], []]
    verbs = [verb for verb in simulator.verbs() if verb not in ("NOOP", "ECHO", "QUIT", "INLINE")]
    assert verbs == ["APOP", "MAINDOMAINNAME", "LISTDOMAINS", "LISTFORWARDERS", "LISTGROUPS"]
    assert ask() == []
    assert simulator.verbs().count("APOP") == 1


def test_it_asks_over_http(simulator_factory: Callable[..., Simulator]) -> None:
    server = simulator_factory("--http-port=0")
    options = {**server.over("http"), "host": server.host, "login": server.login, "password": server.password}
    answers = ansible_plugins.lookup("cgp").run(["MAINDOMAINNAME", "LISTDOMAINS"], variables={}, **options)
    assert answers == ["example.com", ["example.com"]]
    assert {"MAINDOMAINNAME", "LISTDOMAINS"} <= set(server.verbs()) and "APOP" not in server.verbs()


def test_arguments_are_values_whatever_is_in_them(ask: Ask, simulator: Simulator) -> None:
    name = 'ann@example.com" extra\nDELETEACCOUNT "ann@example.com'
    with pytest.raises(AnsibleLookupError):
        ask({"verb": "GETACCOUNTSETTINGS", "arguments": {"accountName": name}})
    with pytest.raises(AnsibleLookupError):
        ask("GETACCOUNTSETTINGS", arguments={"accountName": name})
    assert "DELETEACCOUNT" not in simulator.verbs()
    assert ask("GETACCOUNTSETTINGS", "GETACCOUNTALIASES", arguments={"accountName": "postmaster@example.com"})[1] == []


def test_what_is_returned_is_what_was_asked_for(ask: Ask, simulator: Simulator) -> None:
    settings = 'RealName="{{ 6 * 7 }}";PSTNGatewayPassword=%s;Odd=#5;Key=[aGFsbG8=];' % SECRET
    say(simulator, "CREATEACCOUNT ann@example.com {%s}" % settings)
    (told,) = ask("GETACCOUNTSETTINGS ann@example.com")
    assert told["RealName"] == "{{ 6 * 7 }}"
    assert (told["PSTNGatewayPassword"], told["Odd"], told["Key"]) == (SECRET, 5, {"$datablock": "aGFsbG8="})
    assert ask("GETACCOUNTSETTINGS ann@example.com", numbers="tagged")[0]["Odd"] == {"$number": 5}


def test_a_noun_is_a_term_beside_commands(ask: Ask, simulator: Simulator) -> None:
    say(simulator, "CREATEDOMAIN example.org", "CREATEACCOUNT ann@example.org {RealName=Ann;Password=%s;}" % SECRET)
    say(simulator, 'CREATEGROUP party@example.com {RealName="{{ 6 * 7 }}";}')
    accounts, main, groups, none = ask(
        {"noun": "account", "domains": ["example.org"]}, "MAINDOMAINNAME", {"noun": "group"}, {"noun": "forwarder"}
    )
    assert accounts == [{"name": "ann@example.org", "settings": {"RealName": "Ann"}, "type": "MultiMailbox"}]
    assert (main, none) == ("example.com", [])
    assert groups == [{"name": "party@example.com", "settings": {"RealName": "{{ 6 * 7 }}"}}]
    assert simulator.verbs().count("APOP") == 3, "each was one login"
    with pytest.raises(AnsibleLookupError, match="there is no domain nowhere.example"):
        ask({"noun": "account", "domains": ["nowhere.example"]})


def test_a_list_that_cannot_be_complete_is_an_error(ask: Ask, simulator: Simulator) -> None:
    say(simulator, "CREATEACCOUNT ann@example.com {Password=%s;}" % SECRET)
    ann = {"cgp_login": "ann@example.com", "cgp_password": SECRET}
    with pytest.raises(AnsibleLookupError, match="LISTDOMAINS was answered 510"):
        ask({"noun": "group"}, variables=ann)


def test_only_what_does_not_exist_has_a_default(ask: Ask, simulator: Simulator) -> None:
    for default in ("nobody", None, {"a": 1}):
        assert ask("GETFORWARDER sales@example.com", "MAINDOMAINNAME", default=default) == [default, "example.com"]
    with pytest.raises(AnsibleLookupError, match=r"communigate\.pro\.cgp: term 2: GETFORWARDER was answered"):
        ask("MAINDOMAINNAME", "GETFORWARDER sales@example.com")
    with pytest.raises(AnsibleLookupError, match="there is no command GETFORWARDERS"):
        ask("GETFORWARDERS sales@example.com", default="nobody")


GOLDEN = [line for line in (ROOT / "tests" / "unit" / "cli" / "golden.txt").read_text(encoding="utf-8").splitlines()
          if line and not line.startswith("#") and "(" not in line.partition(" ")[0]]  # fmt: skip
"""A line of every command that the manual has."""


def test_what_does_more_than_read_is_refused_and_nothing_else(ask: Ask, simulator: Simulator) -> None:
    commands = [read_line(line) for line in GOLDEN]
    assert {command.verb for command in commands} == set(COMMANDS)
    for line, command in zip(GOLDEN, commands):
        try:
            ask(line)
            refusal = ""
        except AnsibleLookupError as error:
            refusal = str(error)
        assert ("does more than read" in refusal) == (command.kind != "read")
    assert set(simulator.verbs()) & set(COMMANDS) - {"NOOP", "ECHO"} == {
        command.verb for command in commands if command.kind == "read"
    } - {"NOOP", "ECHO"}


MISTAKES = [
    (("CREATEACCOUNT ann@example.com {Password=%s;}" % SECRET,), {}, "CREATEACCOUNT does more than read"),
    (("GETACCOUNTSETTINGS ann@example.com {%s" % SECRET,), {}, "malformed data object at position"),
    (("LISTDOMAIN",), {}, "there is no command LISTDOMAIN"),
    (("LISTDOMAINS\nSHUTDOWN",), {}, "a command is one line"),
    ((5,), {}, "a command is needed, not int"),
    (({"verb": "LISTDOMAINS", "password": SECRET},), {}, "a term has no password"),
    (({},), {}, "either as line, or as verb"),
    (({"noun": "acount"},), {}, "noun: there is no noun acount. Did you mean account?"),
    (({"noun": "account", "domain": SECRET},), {}, "a term with a noun has no domain"),
    (({"noun": "account", "domains": SECRET},), {}, "domains must be a list of names"),
    (("GETACCOUNTSETTINGS",), {"arguments": [SECRET]}, "arguments has a value that it cannot have, a list"),
    (("LISTDOMAINS",), {"variables": {"cgp_port": SECRET}}, "cgp_port has a value that it cannot have, a str"),
    (("LISTDOMAINS",), {"variables": {"cgp_password": [SECRET]}}, "cgp_password has a value that it cannot have"),
    (("GETACCOUNTSETTINGS",), {"arguments": {"name": SECRET}}, "GETACCOUNTSETTINGS"),
    (("LISTDOMAINS",), {"numbers": "roman"}, "it cannot have, a str. It is one of number, tagged"),
    (("LISTDOMAINS",), {"pasword": SECRET}, "there is no option pasword. Did you mean password?"),
    (("LISTDOMAINS",), {"port": 1}, "127.0.0.1"),
    (("LISTDOMAINS",), {"password": SECRET}, "the login of postmaster was refused"),
]


@pytest.mark.parametrize(("terms", "options", "message"), MISTAKES)
def test_a_mistake_is_told_without_what_was_given(ask: Ask, terms: Any, options: Any, message: str) -> None:
    with pytest.raises(Exception) as told:
        ask(*terms, **options)
    assert type(told.value).__module__.startswith("ansible.")
    assert message in str(told.value)
    assert SECRET not in str(told.value)


def test_the_options_are_those_of_the_modules() -> None:
    page = ansible_plugins.fragment("connection.plugin")["options"]
    assert list(page) == OPTIONS == [option for option in CONNECTION if option not in ABOUT_CHANGES]
    for name, told in page.items():
        known = CONNECTION[name]
        assert told["type"] == known["type"]
        assert (told.get("default"), list(told.get("choices", []))) == (known.get("default"), known.get("choices", []))
        assert [source["name"] for source in told["env"]] == [environment_name(name)]
        assert [source["name"] for source in told["vars"]] == [variable(name)]
        assert ("ini" in told) == (name not in ("password", "ssh_password"))


def test_an_option_wins_over_a_variable_and_that_over_the_environment(
    ask: Ask, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CGP_PORT", "1")
    port = simulator.environment["CGP_PORT"]
    variables = {"cgp_port": port}
    assert ask("MAINDOMAINNAME", variables=variables) == ["example.com"]
    assert ask("MAINDOMAINNAME", variables={"cgp_port": "1"}, port=int(port)) == ["example.com"]
    with pytest.raises(AnsibleLookupError):
        ask("MAINDOMAINNAME")
