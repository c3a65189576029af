# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""extensions/audit/event_query.yml, as the Automation Platform takes it: jq programs, by module, for results."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, open_session
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.server import SERVER_INFO
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support import documentation
from support.checkout import ROOT

QUERIES: dict[str, Any] = yaml.safe_load((ROOT / "extensions/audit/event_query.yml").read_text(encoding="utf-8"))
COLLECTION = "communigate.pro."


def asked(result: Any, module: str) -> list[dict[str, Any]]:
    """What the query of a module finds in a result."""
    program = QUERIES[COLLECTION + module]["query"]
    done = subprocess.run(["jq", "-c", program], input=json.dumps(result), capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def told(**params: Any) -> dict[str, Any]:
    """A result of cgp_server_info."""
    with Embedded(Options(port=0, password="a password")) as simulator:
        options = {name: about.get("default") for name, about in CONNECTION.items()}
        options.update(host=simulator.host, port=simulator.port, password="a password")
        with open_session(options) as session:
            result: dict[str, Any] = SERVER_INFO.run(session, params, Mode())
    return result


def test_queries_are_for_modules() -> None:
    """By full names; a query is all that there is of each."""
    assert {name.removeprefix(COLLECTION) for name in QUERIES} <= set(documentation.modules())
    assert all(set(entry) == {"query"} for entry in QUERIES.values())


@pytest.mark.skipif(shutil.which("jq") is None, reason="there is no jq to run the queries")
def test_a_server_is_known_by_its_main_domain() -> None:
    """The Platform takes no facts that are null, and no server without any."""
    result = told()
    (found,) = asked(result, "cgp_server_info")
    assert found["name"] == result["server"]["main_domain"] != ""
    assert found["canonical_facts"] == {"main_domain": found["name"]}
    assert found["facts"]["version"] == result["server"]["version"]
    assert None not in found["facts"].values()


@pytest.mark.skipif(shutil.which("jq") is None, reason="there is no jq to run the queries")
@pytest.mark.parametrize("result", [{"failed": True, "msg": "no"}, {"server": {"version": "6.3"}}, {"server": None}])
def test_a_result_that_names_no_server_counts_none(result: dict[str, Any]) -> None:
    assert asked(result, "cgp_server_info") == []
