# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the guide to testing shows is true: its files, taken from the page, are a project whose tests pass.

Beside them there is only the collection as it is published: nothing of the checkout.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import documentation, quick_yaml
from support.checkout import ROOT, variables

GUIDE = "guide_testing"
INSTALLED = Path("collections", "ansible_collections", "communigate", "pro")
KIT = os.environ.get("COMMUNIGATE_PRO_KIT", "")
"""Where programs are that these tests do not need, and some users have: `make kit` installs them."""
with_kit = pytest.mark.skipif(not KIT, reason="takes minutes and what the project does not have: make kit")


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
    return said(project, [sys.executable, "-m", *command], **more)


def said(project: Path, command: list[str], **more: str) -> str:
    """What a program says that runs there, and must not fail."""
    done = subprocess.run(
        command,
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
    assert_the_scenario_was_played(
        project,
        passes(
            project, "molecule", "--base-config", configuration, "test", "--all", ANSIBLE_COLLECTIONS_PATH=collections
        ),
    )


def assert_the_scenario_was_played(project: Path, told: str) -> None:
    """Every step; both servers were converged, and nothing of them is left."""
    steps = ("create", "converge", "idempotence", "side_effect", "verify", "destroy")
    assert [step for step in steps if not re.search(r"default . %s: Executed: Successful" % step, told)] == []
    assert len(re.findall(r"^(?:plain|crowded) .* changed=2 ", told, re.MULTILINE)) == 2
    assert list((project.parent / "home").rglob("*.pid")) == []


def test_the_tests_of_the_guide_pass(project: Path) -> None:
    """The collection is found by the guide's way alone: Ansible's own path leads nowhere."""
    plugins = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "ANSIBLE_COLLECTIONS_PATH": str(project / "nowhere")}
    # A setting for a real server must not reach what is tested.
    told = passes(project, "pytest", "-q", **plugins, CGP_TRANSPORT="tls", CGP_HOST="mail.example.com")
    assert "3 passed" in told


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


def whole(project: Path) -> list[Any]:
    """One playbook: servers, what the scenario does with them, and no servers again."""
    scenario = project / "molecule" / "default"
    create, destroy, _forge = map(quick_yaml.load, documentation.blocks(GUIDE, "yaml+jinja"))
    between = [yaml.safe_load((scenario / name).read_text("utf-8")) for name in ("converge.yml", "verify.yml")]
    return [*create, *(play for plays in between for play in plays), *destroy]


def site(project: Path) -> list[str]:
    """The options for that playbook, which is written for it."""
    (project / "site.yml").write_text(yaml.safe_dump(whole(project)), encoding="utf-8")
    return ["site.yml", "--inventory", "molecule/default/inventory/hosts.yml"]


def test_everything_in_one_playbook_passes(project: Path) -> None:
    collections = str(project / "collections")
    told = passes(project, "ansible", "playbook", *site(project), ANSIBLE_COLLECTIONS_PATH=collections)
    assert len(re.findall(r"^(?:plain|crowded) .* changed=2 .* failed=0 ", told, re.MULTILINE)) == 2
    assert list((project.parent / "home").rglob("*.pid")) == []


# --- by programs of others


@with_kit
def test_ansible_navigator_runs_that_playbook(project: Path) -> None:
    page = (documentation.GUIDES / (GUIDE + ".rst")).read_text("utf-8")
    words = re.search(r"``(ansible-navigator run) site.yml (--mode .*?)``", page)
    assert words is not None
    collections = str(project / "collections")
    path = os.pathsep.join((KIT, os.environ["PATH"]))
    planted = "Through-the-glass-2"
    (project / "password.yml").write_text("all: {vars: {simulator_password: %s}}\n" % planted, encoding="utf-8")
    command = [*words.group(1).split(), *site(project), "--inventory", "password.yml", *words.group(2).split()]
    told = said(project, command, PATH=path, ANSIBLE_COLLECTIONS_PATH=collections)
    assert len(re.findall(r"^(?:plain|crowded) .* changed=2 .* failed=0 ", told, re.MULTILINE)) == 2
    assert list((project.parent / "home").rglob("*.pid")) == []
    (kept,) = project.glob("site-artifact-*.json")  # what it keeps of a run tells no password
    assert planted not in told + kept.read_text("utf-8")


@with_kit
def test_molecule_runs_all_its_steps_by_ansible_navigator(project: Path) -> None:
    (shown,) = map(yaml.safe_load, documentation.blocks(GUIDE, "yaml"))
    file, log = project / "molecule" / "default" / "molecule.yml", project.parent / "navigator.log"
    before = file.read_text("utf-8")
    arguments = yaml.safe_load(before)["ansible"]["executor"]["args"]["ansible_playbook"]
    shown["ansible"]["executor"]["args"]["ansible_navigator"] += arguments
    file.write_text(yaml.safe_dump(shown), encoding="utf-8")
    try:
        configuration = str(INSTALLED / "extensions" / "simulator" / "molecule.yml")
        command = ["molecule", "--base-config", configuration, "test", "--all"]
        told = said(
            project, command, PATH=os.pathsep.join((KIT, os.environ["PATH"])),
            ANSIBLE_COLLECTIONS_PATH=str(project / "collections"),
            ANSIBLE_NAVIGATOR_LOG_FILE=str(log), ANSIBLE_NAVIGATOR_LOG_LEVEL="debug",
        )  # fmt: skip
    finally:
        file.write_text(before, encoding="utf-8")
    assert_the_scenario_was_played(project, told)
    assert "converge.yml" in log.read_text("utf-8")


@with_kit
def test_the_job_of_a_forge_passes(project: Path, tmp_path: Path) -> None:
    """All that it runs, from nothing but a Python; the collection comes from its artifact and not from Galaxy."""
    workspace = tmp_path / "workspace"
    shutil.copytree(project, workspace, ignore=shutil.ignore_patterns("collections", "site*", "ansible-navigator.log"))
    venv.create(tmp_path / "python", with_pip=True)
    passes(project, "ansible", "galaxy", "collection", "build", "--output-path", str(tmp_path), str(ROOT))
    (artifact,) = tmp_path.glob("communigate-pro-*.tar.gz")
    (job,) = yaml.safe_load(documentation.blocks(GUIDE, "yaml+jinja")[2])["jobs"].values()
    path = os.pathsep.join((str(tmp_path / "python" / "bin"), "/usr/bin", "/bin"))
    told = []
    for step in ({"env": {}, **step} for step in job["steps"] if "run" in step):
        given = {name: value.replace("${{ github.workspace }}", str(workspace)) for name, value in step["env"].items()}
        environment = {"ANSIBLE_COLLECTIONS_PATH": "", **given}
        command = step["run"].replace("install communigate.pro ", "install %s " % artifact)
        told.append(said(workspace, ["bash", "-e", "-c", command], PATH=path, **environment))
    assert "3 passed" in told[2]
    assert_the_scenario_was_played(workspace, told[3])
