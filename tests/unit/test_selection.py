# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``make test ONLY=...`` runs: for every module the tests of its page, and those that play it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils import _registry
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from support import documentation
from support.checkout import ROOT

MODULES = documentation.modules()
CHECKS = ROOT / "tools" / "checks.py"

# A plugin for pytest that writes down which tests concern each module, by the function that selects them.
WRITER = """
import json
from pathlib import Path
from support import documentation, selection

def pytest_collection_finish(session):
    chosen = {module: [] for module in documentation.modules()}
    for item in session.items:
        for module in selection.concerned(item) & chosen.keys():
            chosen[module].append(item.nodeid)
    Path(__file__).with_suffix(".json").write_text(json.dumps(chosen), encoding="utf-8")
"""


@pytest.fixture(scope="module")
def chosen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The node ids of the tests that concern each module."""
    plugin = tmp_path_factory.mktemp("selection") / "writer_of_what_is_chosen.py"
    plugin.write_text(WRITER, encoding="utf-8")
    collect = [sys.executable, "-m", "pytest", "-q", "--collect-only", "-p", plugin.stem, "-p", "no:cacheprovider"]
    places = ["tests/integration", "tests/unit/resources", "tests/unit/test_modules.py"]
    done = subprocess.run(
        [*collect, *places, "-o", "pythonpath=.tree tests %s" % plugin.parent],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return json.loads(plugin.with_suffix(".json").read_text(encoding="utf-8"))


def files(tests: list[str]) -> set[str]:
    return {Path(test.partition("::")[0]).name for test in tests}


def player(module: str) -> str:
    """The file of tests that plays a module."""
    if module in ("cgp_command", "cgp_config", "cgp_export", "cgp_handover", "cgp_report", "cgp_simulator"):
        return "test_%s.py" % {"cgp_simulator": "simulator_module"}.get(module, module[len("cgp_") :])
    return "test_nouns.py" if isinstance(_registry.subject_of(module), Resource) else "test_cases.py"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_selects_its_page_and_what_plays_it(chosen: dict[str, list[str]], module: str) -> None:
    assert {"test_modules.py", "test_examples.py", player(module)} <= files(chosen[module])


def test_a_module_selects_no_other_of_a_similar_name(chosen: dict[str, list[str]]) -> None:
    played = [test for test in chosen["cgp_account"] if "test_nouns.py" in test]
    assert played and not [test for test in played if "[cgp_account-" not in test and "[cgp_account]" not in test]


def test_a_module_selects_the_unit_tests_of_what_describes_it(chosen: dict[str, list[str]]) -> None:
    assert "test_vacation.py" in files(chosen["cgp_vacation"])
    assert "test_vacation.py" not in files(chosen["cgp_domain"])
    assert "test_bad_input.py" in files(chosen["cgp_domain"])


def test_a_name_that_is_no_module_is_told_with_near_misses() -> None:
    command = [sys.executable, CHECKS, "--only", "cgp_forwarders"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("No such module: cgp_forwarders. Near misses: cgp_forwarder")
