# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of roles for a whole server show works as it stands, from an empty server on, in check mode first."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils.cli.catalogue import COMMANDS
from support import key_material
from support.checkout import ROOT
from support.playbook import PlaybookRunner, play
from support.simulator import Simulator

_FILE = re.compile(r"(?:/etc/[^/\s]+/(?:\S+/)?|(?<='))(?=[\w.-]+\.(?:pem|crt)\b)")
_BLOCK = re.compile(r"^```yaml\n# (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Site:
    """What the page takes for granted: the simulator's flags, Domains, and variables, some instead of its own."""

    flags: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    variables: dict[str, Any] = field(default_factory=dict)


SITES = {
    "antispam": Site(),
    "certificates": Site(domains=("example.org", "harbour.example", "shipyard.example", "former.example")),
    "cluster": Site(flags=("--cluster",), variables={"cluster_controllers": ["127.0.0.1"]}),
    "server": Site(),
}


def data_of(role: str, directory: Path) -> dict[str, Any]:
    """The site's data on the page of a role, with the directories of its files moved."""
    blocks = dict(_BLOCK.findall((ROOT / "roles" / role / "README.md").read_text(encoding="utf-8")))
    assert "    - communigate.pro.%s\n" % role in blocks.pop("site.yml")
    (text,) = blocks.values()
    data: dict[str, Any] = yaml.safe_load(_FILE.sub("%s/" % directory, text))
    return data


def pem_files(directory: Path) -> dict[str, Any]:
    """Files of the names that the page about certificates uses, and a key of its vault."""
    key = key_material.rsa_key()
    own = key_material.pem(key_material.certificate(key))
    for name, text in (("privkey.pem", key_material.private_key(key)), ("fullchain.pem", own),
                       ("shipyard.example.crt", own), ("shipyard-root.pem", own)):  # fmt: skip
        (directory / name).write_text(text, encoding="ascii")
    return {"vault_shipyard_key": key_material.private_key(key)}


def writes(simulator: Simulator, mark: int) -> list[str]:
    return [verb for verb in simulator.verbs(mark) if verb in COMMANDS and COMMANDS[verb][0].kind != "read"]


@pytest.mark.parametrize("role", sorted(SITES))
def test_example(role: str, tmp_path: Path, simulator_factory: Callable[..., Simulator]) -> None:
    site = SITES[role]
    simulator = simulator_factory(*site.flags)
    run_playbook = PlaybookRunner(tmp_path / "playbooks", simulator.environment)
    given = {**data_of(role, tmp_path), **pem_files(tmp_path), **site.variables}
    applied = play(vars=given, roles=["communigate.pro.%s" % role])

    mark = simulator.mark()
    check = run_playbook(applied, check=True, diff=True).succeeded()
    assert writes(simulator, mark) == []
    assert "PRIVATE KEY" not in check.output

    if site.domains:
        made = {"communigate.pro.cgp_domain": {"domains": [{"name": name} for name in site.domains]}}
        run_playbook(play(made)).succeeded()
    run = run_playbook(applied, diff=True).succeeded()
    assert run.changed == check.changed
    assert run.changed
    assert "PRIVATE KEY" not in run.output

    mark = simulator.mark()
    assert run_playbook(applied).succeeded().changed == []
    assert writes(simulator, mark) == []
