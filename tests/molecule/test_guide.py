# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the guide to testing shows is true: its files, taken from the page, are a project whose tests pass.

Beside them there is only the collection as it is published: nothing of the checkout.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from support import documentation, quick_yaml
from support.checkout import ROOT, variables

GUIDE = "guide_testing"
INSTALLED = Path("collections", "ansible_collections", "communigate", "pro")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the files of the page, and the collection installed from its artifact."""
    directory = tmp_path_factory.mktemp("guide") / "project"
    for name, text in documentation.files(GUIDE).items():
        file = directory / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    install = ["collection", "install", "--offline", "-p", str(directory / "collections"), str(ROOT)]
    passes(directory, "ansible", "galaxy", *install, ANSIBLE_COLLECTIONS_PATH=str(directory / "collections"))
    assert (directory / INSTALLED / "MANIFEST.json").is_file()
    return directory


def passes(project: Path, *command: str, **more: str) -> str:
    """Run a program of Python in the project, without anything of the checkout; returns what it said."""
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env=variables(project.parent / "home", PYTHONPATH="", **more),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.xdist_group("molecule")
def test_the_scenario_of_the_guide_passes(project: Path) -> None:
    scenario = project / "molecule" / "default"
    assert {path.stem for path in scenario.iterdir()} == {"converge", "inventory", "molecule", "side_effect", "verify"}
    configuration = str(INSTALLED / "extensions" / "simulator" / "molecule.yml")
    assert configuration in "".join(documentation.blocks(GUIDE, "console"))
    collections = str(project / "collections")
    said = passes(
        project, "molecule", "--base-config", configuration, "test", "--all", ANSIBLE_COLLECTIONS_PATH=collections
    )
    steps = ("create", "converge", "idempotence", "side_effect", "verify", "destroy")
    assert [step for step in steps if not re.search(r"default . %s: Executed: Successful" % step, said)] == []
    # Both servers were converged, and nothing of them is left.
    assert len(re.findall(r"^(?:plain|crowded) .* changed=2 ", said, re.MULTILINE)) == 2
    assert list((project.parent / "home").rglob("*.pid")) == []


def test_the_tests_of_the_guide_pass(project: Path) -> None:
    """The collection is found by the guide's way alone: Ansible's own path leads nowhere."""
    plugins = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "ANSIBLE_COLLECTIONS_PATH": str(project / "nowhere")}
    # A setting for a real server must not reach what is tested.
    said = passes(project, "pytest", "-q", **plugins, CGP_TRANSPORT="tls", CGP_HOST="mail.example.com")
    assert "3 passed" in said


def test_the_other_ways_say_what_is_run_above() -> None:
    """The two playbooks of a line each are what the configuration names, and a forge's job types the same commands."""
    create, destroy, forge = map(quick_yaml.load, documentation.blocks(GUIDE, "yaml+jinja"))
    configured = quick_yaml.load((ROOT / "extensions" / "simulator" / "molecule.yml").read_text(encoding="utf-8"))
    for deed, (imported,) in (("create", create), ("destroy", destroy)):
        name = imported["import_playbook"].rpartition(".")[2]
        assert configured["ansible"]["playbooks"][deed].endswith("/playbooks/%s.yml" % name)
    typed = [step["run"] for step in forge["jobs"]["roles"]["steps"] if "run" in step]
    (shown,) = documentation.blocks(GUIDE, "console")
    commands = [line[2:] for line in shown.splitlines() if line.startswith("$ ") and "export" not in line]
    assert [command for command in commands if command not in typed] == []
    others = ["pip install ansible-core molecule pytest", "python -m pytest"]
    assert [line for line in typed if line not in commands] == others
    (environment,) = [step["env"] for step in forge["jobs"]["roles"]["steps"] if "env" in step]
    assert list(environment) == ["ANSIBLE_COLLECTIONS_PATH"]
