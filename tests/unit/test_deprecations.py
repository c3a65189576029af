# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is to be removed is announced as docs/versions.md promises, and the numbers on that page are those in force."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.plugin_utils._task_action import TaskAction
from support.checkout import ROOT
from support.tool_modules import tool

PAGE = (ROOT / "docs" / "versions.md").read_text(encoding="utf-8")
GALAXY = yaml.safe_load((ROOT / "galaxy.yml").read_text(encoding="utf-8"))
OLD_MODULE = '''\
DOCUMENTATION = r"""
---
module: cgp_old
deprecated:
  removed_in: 2.0.0
  why: It is older.
  alternative: Use M(communigate.pro.cgp_new).
"""
'''


class Action(TaskAction):
    """An action plugin of which only the check of options is asked."""

    def __init__(self) -> None:
        pass

    def run(self, tmp: str | None = None, task_vars: dict[str, Any] | None = None) -> dict[str, Any]:
        raise NotImplementedError


def told(capsys: pytest.CaptureFixture[str]) -> str:
    """What Ansible printed as warnings, its line breaks undone."""
    return " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("given", [{"old": "1"}, {"inner": [{"older": "1"}]}, {"ancient": "1"}])
def test_an_option_to_be_removed_is_warned_of_on_the_controller(
    given: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    """A module on a target warns by itself: both ways of a task tell of an option, one in a list, and an alias."""
    leaving = {"type": "str", "removed_in_version": "2.0.0", "removed_from_collection": "communigate.pro"}
    alias = {"name": "ancient", "version": "2.0.0", "collection_name": "communigate.pro"}
    spec = {
        "old": leaving,
        "inner": {"type": "list", "elements": "dict", "options": {"older": leaving}},
        "new": {"type": "str", "aliases": ["ancient"], "deprecated_aliases": [alias]},
    }
    Action().checked(given, spec, {})
    words = told(capsys)
    assert "is deprecated" in words
    assert "communigate.pro" in words and "2.0.0" in words


def test_an_option_given_under_two_names_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    Action().checked({"new": "1", "ancient": "2"}, {"new": {"type": "str", "aliases": ["ancient"]}}, {})
    assert "Both option new and its alias ancient are set" in told(capsys)


def test_what_is_to_stay_is_not_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    Action().checked({"new": "1"}, {"new": {"type": "str", "aliases": ["ancient"]}}, {})
    assert told(capsys) == ""


def test_a_module_to_be_removed_is_announced_in_the_runtime_file(tmp_path: Path) -> None:
    """From where Ansible warns; what stays is not in plugin_routing."""
    runtime = tool("generate_runtime")
    (tmp_path / "cgp_old.py").write_text(OLD_MODULE, encoding="utf-8")
    (tmp_path / "cgp_new.py").write_text('DOCUMENTATION = "module: cgp_new"\n', encoding="utf-8")
    made = yaml.safe_load(runtime.render(["cgp_new", "cgp_old"], runtime.deprecated(tmp_path)))
    assert made["plugin_routing"] == {
        "modules": {
            "cgp_old": {
                "deprecation": {
                    "removal_version": "2.0.0",
                    "warning_text": "It is older. Instead: Use M(communigate.pro.cgp_new).",
                }
            }
        }
    }
    assert "plugin_routing" not in yaml.safe_load(runtime.render(["cgp_new"], {}))


def test_what_is_to_be_removed_goes_with_a_first_number() -> None:
    announced = tool("generate_runtime").deprecated(ROOT / "plugins" / "modules")
    assert [about for about in announced.values() if not re.fullmatch(r"\d+\.0\.0", about["removed_in"])] == []


def test_every_page_says_since_which_release_it_is_there() -> None:
    """Of modules, other plugins and roles: one of the changelog, or the one worked on, without what a beta adds."""
    changelog = ROOT / "changelogs" / "changelog.yaml"
    known = yaml.safe_load(changelog.read_text(encoding="utf-8"))["releases"] if changelog.is_file() else {}
    releases = {version.partition("-")[0] for version in (*known, GALAXY["version"])}
    pages = [*(ROOT / "plugins").rglob("*.py"), *(ROOT / "roles").glob("*/meta/argument_specs.yml")]
    said = re.compile(r"^ *version_added: (\S+)$", re.MULTILINE)
    since = {str(path.relative_to(ROOT)): set(said.findall(path.read_text(encoding="utf-8"))) for path in pages}
    told = {name: versions for name, versions in since.items() if versions}
    assert {name.partition("/")[0] for name in told} == {"plugins", "roles"}
    assert {name: versions for name, versions in told.items() if not versions <= releases} == {}


def test_the_page_tells_the_supported_versions() -> None:
    cores = list(tool("matrix").CORES)
    requires = yaml.safe_load((ROOT / "meta" / "runtime.yml").read_text(encoding="utf-8"))["requires_ansible"]
    assert requires == ">=%s.0" % cores[0]
    assert "ansible-core %s to %s" % (cores[0], cores[-1]) in PAGE
    oldest = re.search(r'target-version = "py(\d)(\d+)"', (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert oldest and "Python %s.%s" % oldest.groups() in PAGE
    rows = {"| %s | 3.%d to 3.%d |" % (core, *pythons) for core, pythons in tool("matrix").CORES.items()}
    assert {row for row in rows if row not in PAGE} == set()
