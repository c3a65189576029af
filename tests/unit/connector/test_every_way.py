# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Modules hold over every transport with every login method: what they write is what their rehearsal says.

The usual run takes each pair of a transport and a method with one module and its first steps; all of them with
COMMUNIGATE_PRO_STRESS=full.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import METHODS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network.pwd_session import PwdSession
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS
from support.certificate import self_signed
from support.embedded_server import PASSWORD
from support.habit_rehearsal import Rehearsal, found_in
from support.load import FULL
from support.ssh_server import SshServer, needs_sshd

MODULES = ("cgp_forwarder", "cgp_account", "cgp_rules")
STEPS = 100 if FULL else 3
LOGINS = {"auto": "APOP", "apop": "APOP", "plain": "PASS", "cram-md5": "AUTH", "session": "AUTH"}
TRANSPORTS: Mapping[str, list[str]] = {
    "tcp": [],
    "tls": ["--tls-cert={0}", "--tls-key={1}"],
    "stls": ["--tls-cert={0}", "--tls-key={1}", "--stls"],
}


def taken(transports: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    """Ways, each with a module: transport, login method, module."""
    ways = [(transport, method) for transport in transports for method in METHODS]
    return [
        (*way, module)
        for number, way in enumerate(ways)
        for place, module in enumerate(MODULES)
        if FULL or place == number % len(MODULES)
    ]


@pytest.fixture(autouse=True)
def without_the_authorities_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take longer to load than most of what is done here."""
    monkeypatch.setenv("SSL_CERT_FILE", os.devnull)
    monkeypatch.setenv("SSL_CERT_DIR", os.devnull)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    return self_signed(tmp_path_factory.mktemp("tls"))


@pytest.fixture(scope="module")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    pytest.importorskip("paramiko", reason="the tunnel needs the package paramiko")
    server = SshServer(tmp_path_factory.mktemp("ssh"))
    yield server
    server.stop()


@pytest.mark.parametrize(("transport", "method", "module"), taken(TRANSPORTS))
def test_a_module_holds(
    transport: str, method: str, module: str, certificate: tuple[str, str], tmp_path: Path
) -> None:
    flags = [flag.format(*certificate) for flag in TRANSPORTS[transport]]
    options = {"transport": transport, "tls_ca_file": certificate[0]}
    with rehearsal_of(module, flags, tmp_path) as rehearsal:
        held(rehearsal, module, {**options, **login_options(method, rehearsal)})
        sessions = logged_in_by(method, rehearsal)
        stls = [entry["session"] for entry in rehearsal.entries() if entry["verb"] == "STLS"]
        assert stls == (sorted(sessions) if transport == "stls" else [])


@pytest.mark.parametrize(
    ("transport", "method"), [("stls", "auto"), ("stls", "session"), ("tls", "plain"), ("tcp", "cram-md5")]
)
def test_a_connection_that_is_lost_behind_a_change_is_made_anew(
    transport: str, method: str, certificate: tuple[str, str], tmp_path: Path
) -> None:
    """By the same transport and the same login, and nothing is done twice."""
    flags = [flag.format(*certificate) for flag in TRANSPORTS[transport]]
    with rehearsal_of("cgp_forwarder", [*flags, "--fault=drop-after:verb=CREATEFORWARDER"], tmp_path) as rehearsal:
        (noun,) = [noun for noun in NOUNS if noun.module == "cgp_forwarder"]
        way = {"transport": transport, "tls_ca_file": certificate[0], **login_options(method, rehearsal)}
        rehearsal.place = replace(rehearsal.place, way=way)
        result = rehearsal.take(noun.steps[0])
        assert [found_in(one) for one in result.results] == [[], []]
        assert result.wrote == [["CREATEFORWARDER"], []]
        verbs = [entry["verb"] for entry in rehearsal.entries() if entry["code"] == 200]
        assert result.results[0]["statistics"]["logins"] == 2
        assert verbs.count("STLS") == (3 if transport == "stls" else 0)


@needs_sshd
@pytest.mark.parametrize(("transport", "method", "module"), taken({"ssh": []}))
def test_a_module_holds_through_ssh(
    transport: str, method: str, module: str, sshd: SshServer, tmp_path: Path
) -> None:
    with rehearsal_of(module, [], tmp_path) as rehearsal:
        held(rehearsal, module, {**sshd.options(transport=transport), **login_options(method, rehearsal)})
        logged_in_by(method, rehearsal)


def rehearsal_of(module: str, flags: list[str], directory: Path) -> Rehearsal:
    (noun,) = [noun for noun in NOUNS if noun.module == module]
    return Rehearsal(noun, (), directory, flags)


def login_options(method: str, rehearsal: Rehearsal) -> dict[str, Any]:
    password = session_id(rehearsal) if method == "session" else PASSWORD
    return {"login_method": method, "password": password}


def session_id(rehearsal: Rehearsal) -> str:
    """The ID of a new WebUser session of the postmaster."""
    session = PwdSession(rehearsal.service)
    for line in ("USER postmaster", "PASS %s" % PASSWORD, "INLINE"):
        session.respond(line.encode())
    return session.respond(b"CREATEWEBUSERSESSION postmaster ADDRESS 10.0.0.1").split()[1].decode()


def held(rehearsal: Rehearsal, module: str, way: Mapping[str, Any]) -> None:
    """Each step writes what the module's file says, and nothing when it is repeated."""
    (noun,) = [noun for noun in NOUNS if noun.module == module]
    rehearsal.place = replace(rehearsal.place, way=way)
    for step in noun.steps[:STEPS]:
        result = rehearsal.take(step)
        assert [found_in(one) for one in result.results] == [[], []], step.name
        assert result.wrote == [list(step.sends), list(step.again)], step.name


def logged_in_by(method: str, rehearsal: Rehearsal) -> set[int]:
    """The sessions over the network, which are those that end with QUIT; all of them began with the method's verb."""
    entries = rehearsal.entries()
    over_network = {entry["session"] for entry in entries if entry["verb"] == "QUIT"}
    begun = [
        entry["verb"]
        for entry in entries
        if entry["session"] in over_network and entry["verb"] in ("APOP", "PASS", "AUTH") and entry["code"] == 200
    ]
    assert over_network and begun == [LOGINS[method]] * len(over_network)
    return over_network
