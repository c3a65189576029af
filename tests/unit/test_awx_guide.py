# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The files that the guide to AWX shows fit together, and fit the modules."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import CONNECTION, environment_name
from support import documentation, quick_yaml
from support.checkout import ROOT


def file(name: str) -> Any:
    return quick_yaml.load(documentation.files("guide_awx")[name])


def test_a_credential_gives_what_the_modules_take() -> None:
    """Each variable is one that options fall back to, and is filled from a field of that option's name."""
    fields = {field["id"]: field for field in file("inputs.yml")["fields"]}
    names = {environment_name(option): option for option in CONNECTION}
    filled = {names[variable]: value for variable, value in file("injectors.yml")["env"].items()}
    assert filled == {option: "{{ %s }}" % option for option in fields}
    assert set(file("inputs.yml")["required"]) <= set(fields)
    assert [name for name, field in fields.items() if field.get("secret")] == ["password"]
    assert sorted(fields["transport"]["choices"]) == sorted(CONNECTION["transport"]["choices"])


def test_the_execution_environment_is_one_that_the_builder_takes(tmp_path: Path) -> None:
    definition = pytest.importorskip("ansible_builder.user_definition", reason="there is no ansible-builder")
    path = tmp_path / "execution-environment.yml"
    path.write_text(documentation.files("guide_awx")["execution-environment.yml"], encoding="utf-8")
    told = definition.UserDefinition(filename=str(path))
    told.validate()
    assert told.version == 3
    assert file("execution-environment.yml")["dependencies"]["galaxy"]["collections"] == ["communigate.pro"]


def test_it_says_for_which_releases_the_collection_is() -> None:
    runtime = quick_yaml.load((ROOT / "meta" / "runtime.yml").read_text(encoding="utf-8"))
    oldest = re.findall(r">=(\d+\.\d+)", runtime["requires_ansible"])
    core = file("execution-environment.yml")["dependencies"]["ansible_core"]["package_pip"]
    assert re.findall(r">=(\d+\.\d+)", core) == oldest


def test_paramiko_comes_with_the_collection() -> None:
    needed = quick_yaml.load((ROOT / "meta" / "execution-environment.yml").read_text(encoding="utf-8"))
    assert "paramiko" in (ROOT / needed["dependencies"]["python"]).read_text(encoding="utf-8")
