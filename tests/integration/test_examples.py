# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example of every module's documentation, of other plugins' and of the guide to them, against the simulator.

What the examples need and do not say is in a file of ``examples`` with the module's name (``filter.from_cgp`` for a
plugin that is none), if there is one: lines of the CLI that ``prepare`` the server, flags of the ``simulator`` and
lines of its ``control`` language, ``variables``, and ``files`` by name, beside the playbook.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import say
from ansible_collections.communigate.pro.tests.integration.stage import (
    PASSWORD,
    Scene,
    perform_together,
    selected,
)
from support import documentation, quick_yaml
from support.playbook import PlaybookRun, play

NEEDS = Path(__file__).parent / "examples"
PLUGINS = documentation.plugins("filter", "test", "lookup")
GUIDE = "guide_templates"
MODULES = [*documentation.modules(), *PLUGINS, GUIDE]


def needs(module: str) -> dict[str, Any]:
    path = NEEDS / ("%s.yml" % module)
    return quick_yaml.load(path.read_text(encoding="utf-8")) if path.exists() else {}


def examples(module: str) -> list[dict[str, Any]]:
    """The examples of a page; a guide's are its blocks of tasks."""
    if module != GUIDE:
        return documentation.examples(module)
    blocks = [quick_yaml.load(block) for block in documentation.blocks(module)]
    return [task for block in blocks if isinstance(block, list) for task in block]


def plays(module: str) -> list[dict[str, Any]]:
    """The examples as plays: a list of tasks becomes one."""
    given = examples(module)
    return given if "hosts" in given[0] else [play(*given)]


def scene(module: str) -> Scene:
    needed = needs(module)
    prepared = [play(*say("prepare", needed["prepare"]))] if needed.get("prepare") else []
    return Scene(
        [*prepared, *plays(module)], needed.get("files", {}), needed.get("simulator", ()), needed.get("control", ()),
        needed.get("variables", {}),
    )


RAW = "{{ 6 * 7 }}"
NO_TEMPLATE = Scene(
    [
        play(*say("prepare", ['CREATEACCOUNT ann@example.com {RealName="{%% raw %%}%s{%% endraw %%}";}' % RAW])),
        play(
            {
                "name": "keep",
                "ansible.builtin.set_fact": {
                    "server": "{{ lookup('communigate.pro.cgp', 'GETACCOUNTSETTINGS ann@example.com') }}",
                    "file": "{{ lookup('ansible.builtin.file', 'odd.settings') | communigate.pro.from_cgp }}",
                },
            },
            {"name": "show", "ansible.builtin.debug": {"msg": ["{{ server.RealName }}", "{{ file.Name * 2 }}"]}},
        ),
    ],
    files={"odd.settings": '{Name="%s";}' % RAW},
    variables={"cgp_port": "{{ simulator_port }}", "cgp_password": PASSWORD},
)


@pytest.fixture(scope="module")
def performed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaybookRun]:
    """The examples of all modules that are to be tested, played once."""
    scenes = {module: scene(module) for module in selected(request, "module")}
    return perform_together(tmp_path_factory.mktemp("examples"), {**scenes, "template": NO_TEMPLATE})


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_work(performed: dict[str, PlaybookRun], module: str) -> None:
    run = performed[module].succeeded()
    done = [one for one in run.results if not one.is_item]
    skipped = [one.task for one in done if one.status == "skipped"]
    assert done and skipped == [], "an example that is skipped shows nothing"


def test_what_servers_and_files_tell_is_no_template(performed: dict[str, PlaybookRun]) -> None:
    """Not even later, in variables that have been made of it."""
    assert performed["template"].succeeded().result("show")["msg"] == [RAW, RAW + RAW]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_use_the_module(module: str) -> None:
    name = module.rpartition(".")[2] if module != GUIDE else ""
    assert "communigate.pro.%s" % name in str(examples(module))
