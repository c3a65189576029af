# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example of the inventory's documentation, and of the guide to it, as Ansible itself reads it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from support import documentation, quick_yaml, simulator
from support.checkout import variables
from support.playbook import PlaybookRunner
from support.simulator import Simulator

THERE = (
    "CREATEDOMAIN shop.example.org SHARED {AccountsLimit=10;DomainAccessModes=None;}",
    'CREATEACCOUNT sales-ann@example.com {RealName="{{ 6 * 7 }}";MaxAccountSize=1G;}',
    "CREATEACCOUNT sales-bob@example.com {AccessModes=None;}",
)


GUIDE = "guide_templates"
EXAMPLES = documentation.text("inventory.cgp", "EXAMPLES").split("\n---\n")
EXAMPLES += [block for block in documentation.blocks(GUIDE) if block.startswith("plugin: ")]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Simulator]:
    one = simulator.embed(tmp_path_factory.mktemp("server"), "--cluster")
    with Session(Endpoint(one.host, one.port), Credentials(one.login, one.password)) as session:
        for line in THERE:
            session.one(read_line(line))
    yield one
    one.stop()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The examples as files, and the words that name them all to Ansible's programs."""
    directory = tmp_path_factory.mktemp("inventory")
    words = []
    for number, source in enumerate(EXAMPLES):
        path = directory / ("example-%d.cgp.yml" % number)
        path.write_text(source, encoding="utf-8")
        words += ["--inventory", str(path)]
    return words


@pytest.fixture(scope="module")
def found(server: Simulator, sources: list[str], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """What ``ansible-inventory --list`` makes of all examples together, without a word besides."""
    more = {**server.environment, "ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "ansible", "inventory", "--list", *sources],
        env=variables(tmp_path_factory.mktemp("home"), **more), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    return dict(json.loads(done.stdout))


def test_the_play_of_the_guide_runs_over_its_inventory(
    server: Simulator, sources: list[str], tmp_path: Path
) -> None:
    (play,) = documentation.blocks(GUIDE, "yaml+jinja")
    path = tmp_path / "play.yml"
    path.write_text(play, encoding="utf-8")
    run = PlaybookRunner(tmp_path, server.environment)(path, *sources[-2:]).succeeded()
    (domain,) = run.result("Tell who may administer", "shop.example.org")["domains"]
    assert domain["facts"]["admin_domains"] == ["shop.example.org"]


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
