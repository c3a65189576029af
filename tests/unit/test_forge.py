# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forge reads, .github: workflows call what is there, with the least rights, and the forms are forms.

No workflow runs here. What they run are this repository's own commands, which run everywhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from support import documentation
from support.checkout import ROOT
from support.tool_modules import tool

FORGE = ROOT / ".github"
WORKFLOWS = sorted((FORGE / "workflows").glob("*"))
FORMS = sorted(path for path in (FORGE / "ISSUE_TEMPLATE").glob("*") if path.name != "config.yml")
TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+")

by_name = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
by_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def steps(workflow: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job["steps"]


def missing(command: str) -> list[str]:
    """What a shell command of a workflow calls that this repository does not have."""
    found = []
    for line in filter(None, (line.strip() for line in re.sub(r"\$\{\{.*?\}\}", "X", command).splitlines())):
        program, *words = line.split()
        if program == "make":
            found += [word for word in words if "=" not in word and word not in TARGETS]
        elif program in ("bash", "python"):
            found += [] if (ROOT / words[0]).is_file() else [line]
        else:
            found.append(line)
    return found


def test_there_are_workflows() -> None:
    assert {path.stem for path in WORKFLOWS} >= {"checks", "nightly", "release"}
    assert {path.suffix for path in WORKFLOWS} == {".yml"}


@by_name
def test_a_workflow_calls_commands_of_this_repository(path: Path) -> None:
    commands = [step["run"] for step in steps(read(path)) if "run" in step]
    assert commands
    assert [command for command in commands if missing(command)] == []


@pytest.mark.parametrize("command", ["make tests", "bash .ci/walk", "pip install all", "make test\ncurl it"])
def test_another_command_would_be_found(command: str) -> None:
    assert missing(command)


@by_name
def test_an_action_is_pinned_by_its_digest_and_tells_its_version(path: Path) -> None:
    lines = [line.strip(" -") for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


def test_an_action_has_the_same_digest_everywhere() -> None:
    used = {step["uses"] for path in WORKFLOWS for step in steps(read(path)) if "uses" in step}
    assert len({action.partition("@")[0] for action in used}) == len(used)


@by_name
def test_a_workflow_has_no_right_but_to_read_and_no_secret(path: Path) -> None:
    """And no token is left for what it runs. What others write is never part of a command."""
    workflow, text = read(path), path.read_text(encoding="utf-8")
    assert workflow["permissions"] == {}
    assert [job["permissions"] for job in workflow["jobs"].values() if job["permissions"] != {"contents": "read"}] == []
    assert "secrets" not in text and "pull_request_target" not in text
    checkouts = [step for step in steps(workflow) if step.get("uses", "").startswith("actions/checkout@")]
    assert len(checkouts) == len(workflow["jobs"])
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)
    given = [word for step in steps(workflow) for word in re.findall(r"\$\{\{\s*(.*?)\s*\}\}", step.get("run", ""))]
    assert [word for word in given if not word.startswith("matrix.")] == []


@by_name
def test_a_workflow_ends_and_does_not_run_twice(path: Path) -> None:
    workflow = read(path)
    assert workflow["concurrency"]["group"]
    assert "cancel-in-progress" in workflow["concurrency"]
    assert all(0 < job["timeout-minutes"] <= 360 for job in workflow["jobs"].values())


def test_the_images_begin_alike_and_with_the_newest_core() -> None:
    """The execution environment and the container for development; the core is the one that the tests run with."""
    definition = read(ROOT / "execution-environment.yml")
    base = definition["images"]["base_image"]["name"]
    containerfile = (ROOT / ".devcontainer" / "Containerfile").read_text(encoding="utf-8")
    assert re.findall("^FROM (.*)$", containerfile, re.MULTILINE) == [base]
    core = definition["dependencies"]["ansible_core"]["package_pip"]
    pinned = (ROOT / "requirements" / "base.txt").read_text(encoding="utf-8").replace(" ", "")
    assert core in [line.partition(";")[0] for line in pinned.splitlines()]
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    assert (ROOT / ".devcontainer" / container["build"]["dockerfile"]).is_file()
    assert missing(container["postCreateCommand"]) == []


def test_each_night_has_every_supported_core_and_the_next() -> None:
    """Each with a Python that it runs on."""
    matrix = tool("matrix")
    job = read(FORGE / "workflows" / "nightly.yml")["jobs"]["cores"]
    assert job["strategy"]["matrix"]["core"] == [*matrix.CORES, matrix.DEVEL]
    (versions,) = [step["with"]["python-version"] for step in job["steps"] if "python-version" in step.get("with", {})]
    pythons = {(3, int(version.partition(".")[2])): Path("python") for version in versions.split()}
    assert [core for core in (*matrix.CORES, matrix.DEVEL) if matrix.suitable(core, pythons) is None] == []


@by_form
def test_a_form_is_one(path: Path) -> None:
    """By GitHub's syntax for forms: each element of a known type, with what that needs, under a name of its own."""
    form = read(path)
    assert form["name"] and form["description"]
    assert set(form) <= {"name", "description", "title", "labels", "projects", "assignees", "type", "body"}
    asked = [element for element in form["body"] if element["type"] != "markdown"]
    assert asked
    for element in form["body"]:
        assert element["type"] in {"markdown", "textarea", "input", "dropdown", "checkboxes"}
        assert element["attributes"]["value" if element["type"] == "markdown" else "label"]
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element.get("validations", {})) <= {"required"}
        options = element["attributes"].get("options", [])
        assert bool(options) == (element["type"] in {"dropdown", "checkboxes"})
        assert len(options) == len(set(options))
    for name in ("id", "label"):
        names = [element["id"] if name == "id" else element["attributes"]["label"] for element in asked]
        assert len(names) == len(set(names))


def test_the_form_for_mistakes_asks_for_what_the_collection_can_write() -> None:
    text = (FORGE / "ISSUE_TEMPLATE" / "bug.yml").read_text(encoding="utf-8")
    assert "probe_habits_file" in text
    assert "probe_habits_file" in (ROOT / "playbooks" / "probe.yml").read_text(encoding="utf-8")
    assert "`journal_file` of `cgp_simulator`" in text
    assert "journal_file" in documentation.documentation("cgp_simulator")["options"]


def test_what_is_kept_up_to_date_is_there() -> None:
    updates = read(FORGE / "dependabot.yml")["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"github-actions", "pip"}
    assert all((ROOT / update["directory"].strip("/")).is_dir() for update in updates)


def test_the_forge_is_the_one_that_galaxy_is_told() -> None:
    """Of the links of the forms and of the owners."""
    repository = read(ROOT / "galaxy.yml")["repository"]
    links = read(FORGE / "ISSUE_TEMPLATE" / "config.yml")["contact_links"]
    assert all(link["url"].startswith(repository + "/") for link in links)
    owners = re.findall("@([a-z-]+)/", (FORGE / "CODEOWNERS").read_text(encoding="utf-8"))
    assert set(owners) == {repository.split("/")[-2]}


def test_every_file_has_an_owner() -> None:
    lines = [line.split() for line in (FORGE / "CODEOWNERS").read_text(encoding="utf-8").splitlines()]
    rules = [words for words in lines if words and words[0] != "#"]
    assert rules[0][0] == "*"
    assert all(len(owners) and all(owner.startswith("@") for owner in owners) for _pattern, *owners in rules)


def test_antsibull_nox_is_told_of_the_action_group_as_it_is() -> None:
    """Read as lines: the oldest Python that tests run on has no tomllib. `make nox` looks at the rest."""
    told = (ROOT / "antsibull-nox.toml").read_text(encoding="utf-8")
    (excluded,) = re.findall(r"^exclusions = \[(.*?)\]", told, re.MULTILINE)
    (group,) = re.findall(r'^name = "(.*)"$', told, re.MULTILINE)
    members = read(ROOT / "meta" / "runtime.yml")["action_groups"][group]
    modules = {path.stem for path in (ROOT / "plugins" / "modules").glob("cgp_*.py")}
    assert set(re.findall(r'"(\w+)"', excluded)) == modules - set(members)
