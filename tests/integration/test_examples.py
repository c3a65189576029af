# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every example of every module's documentation, of other plugins' and of guides, against the simulator.

What the examples need and do not say is in a file of ``examples`` with the module's name (``filter.from_cgp`` for a
plugin that is none), if there is one: lines of the CLI that ``prepare`` the server, flags of the ``simulator`` and
lines of its ``control`` language, ``variables``, and ``files`` by name, beside the playbook. ``after`` are assertions
on what a guide has made of the server.

Of a guide all blocks of tasks and plays are played, in their order, beside the files that it shows.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
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
from support.variables import read, registered

NEEDS = Path(__file__).parent / "examples"
PLUGINS = documentation.plugins("filter", "test", "lookup")
GUIDES = [
    "guide_check_mode", "guide_cookbook", "guide_data", "guide_fleets", "guide_lists", "guide_perl", "guide_secrets",
    "guide_templates", "guide_troubleshooting",
]  # fmt: skip
MODULES = [*documentation.modules(), *PLUGINS, *GUIDES]


def needs(module: str) -> dict[str, Any]:
    path = NEEDS / ("%s.yml" % module)
    return quick_yaml.load(path.read_text(encoding="utf-8")) if path.exists() else {}


def examples(module: str) -> list[dict[str, Any]]:
    """The examples of a page; a guide's are its blocks of tasks and of plays."""
    if module not in GUIDES:
        return documentation.examples(module)
    blocks = [quick_yaml.load(block) for block in documentation.blocks(module)]
    return [entry for block in blocks if isinstance(block, list) for entry in block]


def plays(module: str) -> list[dict[str, Any]]:
    """The examples as plays: tasks that follow each other become one."""
    made: list[dict[str, Any]] = []
    for is_play, found in groupby(examples(module), lambda entry: "hosts" in entry):
        entries = list(found)
        made += entries if is_play else [play(*entries)]
    return made


def scene(module: str) -> Scene:
    needed = needs(module)
    prepared = [play(*say("prepare", needed["prepare"]))] if needed.get("prepare") else []
    looked_at = [play(*needed["after"])] if needed.get("after") else []
    shown = documentation.files(module) if module in GUIDES else {}
    return Scene(
        [*prepared, *plays(module), *looked_at], {**needed.get("files", {}), **shown}, needed.get("simulator", ()),
        needed.get("control", ()), needed.get("variables", {}),
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
    shown = {task.get("name") for one in plays(module) for task in one.get("tasks", ())}  # and not those of a role
    skipped = [one.task for one in done if one.status == "skipped" and one.task in shown]
    assert done and skipped == [], "an example that is skipped shows nothing"


def test_what_servers_and_files_tell_is_no_template(performed: dict[str, PlaybookRun]) -> None:
    """Not even later, in variables that have been made of it."""
    assert performed["template"].succeeded().result("show")["msg"] == [RAW, RAW + RAW]


@cache
def registering() -> dict[str, set[str]]:
    """By module, the variables that its examples register or set."""
    return {module: set(registered(plays(module))) for module in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_read_no_variable_that_only_others_register(module: str) -> None:
    """All are played in one run, where a host keeps what a task has registered: such an example works only here."""
    own = registering()[module] | set(needs(module).get("variables", {}))
    assert (set(read(plays(module))) & set().union(*registering().values())) - own == set()


@pytest.mark.parametrize(
    "task",
    [
        {"communigate.pro.cgp_account": {"when": "5 days", "names": ["{{ found.accounts | list }}"]}},
        {"ansible.builtin.debug": {"var": "found.accounts"}},
        {"ansible.builtin.assert": {"that": ["1 == 1", "not found.changed"]}},
        {"block": [{"ansible.builtin.meta": "noop", "when": "found is changed", "register": "other"}]},
    ],
)  # fmt: skip
def test_a_variable_is_seen_wherever_it_is_read(task: dict[str, Any]) -> None:
    assert set(read([play(task)])) == {"found"}


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_use_the_module(module: str) -> None:
    name = module.rpartition(".")[2] if module not in GUIDES else ""
    assert "communigate.pro.%s" % name in str(examples(module))
