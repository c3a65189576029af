# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example of the inventory's documentation, as Ansible itself reads it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from support import documentation, quick_yaml, simulator
from support.checkout import variables

THERE = (
    "CREATEDOMAIN shop.example.org SHARED {AccountsLimit=10;DomainAccessModes=None;}",
    'CREATEACCOUNT sales-ann@example.com {RealName="{{ 6 * 7 }}";MaxAccountSize=1G;}',
    "CREATEACCOUNT sales-bob@example.com {AccessModes=None;}",
)


EXAMPLES = documentation.text("inventory.cgp", "EXAMPLES").split("\n---\n")


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What ``ansible-inventory --list`` makes of all examples together, without a word besides."""
    directory = tmp_path_factory.mktemp("inventory")
    server = simulator.embed(directory, "--cluster")
    try:
        with Session(Endpoint(server.host, server.port), Credentials(server.login, server.password)) as session:
            for line in THERE:
                session.one(read_line(line))
        command = [sys.executable, "-m", "ansible", "inventory", "--list"]
        for number, source in enumerate(EXAMPLES):
            path = directory / ("example-%d.cgp.yml" % number)
            path.write_text(source, encoding="utf-8")
            command += ["--inventory", str(path)]
        more = {**server.environment, "ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED": "1"}
        done = subprocess.run(command, env=variables(directory, **more), capture_output=True, text=True, check=False)
    finally:
        server.stop()
    assert (done.returncode, done.stderr) == (0, "")
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize("source", EXAMPLES, ids=lambda source: source.strip().splitlines()[0])
def test_an_example_makes_every_group_and_variable_that_it_names(found: Mapping[str, Any], source: str) -> None:
    given = quick_yaml.load(source)
    for name in given.get("groups", {}):
        assert found[name]["hosts"], name
    for keyed in given.get("keyed_groups", ()):
        assert [name for name in found if name.startswith(keyed["prefix"] + "_")]
    known = {name for host in found["_meta"]["hostvars"].values() for name in host}
    assert set(given.get("compose", {})) <= known


def test_nothing_that_comes_from_a_server_is_a_template(found: Mapping[str, Any]) -> None:
    text = json.dumps(found)
    assert "{{ 6 * 7 }}" in text
    assert not re.search(r"\b42\b", text)
