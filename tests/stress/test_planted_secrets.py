# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A secret in every option that may hold one, and every kind of mistake beside it: nothing may show it.

The options are those of the argument specs: whatever module is new is in here. For each module a playbook makes all
mistakes in one run, through the router, as an ordinary module, in the background, and with the module alone; printed
with -vvvv, logged, and written down by a callback. ``make test`` has two modules, ``make stress`` all of them.
"""

from __future__ import annotations

import base64
import copy
import functools
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, option_rules
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.tests.integration.stage import PLAYBOOKS, SIMULATOR, perform, site
from support import simulator
from support.load import FULL
from support.playbook import ELSEWHERE, PlaybookRun, TaskResult, play
from support.vault import Vault, left_in, text_of

MODULES = sorted(SUBJECTS) if FULL else ["cgp_account", "cgp_command"]
SIMULATOR_MODULE = "cgp_simulator"
STOPPED = "cgp_simulator, no mistake, elsewhere"
ALONE = MODULES if FULL else ["cgp_account"]
"""The modules that are run without their action plugin, and in the background, too: each such task takes long."""
WORST = ("a wrong number", "an unknown option of an object", "lists in a list of objects", "text in a list of objects")
"""The mistakes for which Ansible's own check has shown options, or shows values: these are made by modules ALONE."""

Options = dict[str, Any]
New = Callable[[str], str]
COMMAND_LINE = "line"
CONTENTS = {"content": str, "content_base64": lambda text: base64.b64encode(text.encode("utf-8")).decode("ascii")}


def filled(spec: Mapping[str, Any], new: New, where: str) -> Options:
    """Options with a secret in each that may hold one, and a name in each that must be given."""
    options: Options = {}
    for name, option in spec.items():
        place = "%s.%s" % (where, name)
        if option.get("no_log"):
            options[name] = new(place)
        elif option.get("options"):
            inner = filled(option["options"], new, place)
            options[name] = [inner] if option["type"] == "list" else inner
        elif name in CONTENTS:
            options[name] = CONTENTS[name](new(place))
        elif name == COMMAND_LINE:
            options[name] = 'SETACCOUNTPASSWORD alice PASSWORD "%s"' % new(place).replace("\\", "").replace('"', "")
        elif name == "verb":
            options[name] = "SETACCOUNTPASSWORD"
        elif option["type"] == "dict":
            keys = ("SharedSecret", "api_key", "PSTNGatewayPassword")
            options[name] = {key: new("%s.%s" % (place, key)) for key in keys}
            options[name]["Deep"] = [{"AuthData": new(place + ".AuthData"), "Deeper": {"token": new(place + ".token")}}]
        elif option["type"] == "list" and option.get("elements") in ("dict", "raw"):
            options[name] = [{"authpass": new(place + ".authpass")}]
        elif option.get("required"):
            options[name] = "alice"
    return {name: value for name, value in options.items() if value not in ({}, [{}])}


def of_each_choice_one(module: str, options: Options, number: int) -> Options:
    """Options without those that others exclude; ``number`` says which one stays."""
    rules = option_rules(subject_of(module))
    kept = dict(options)
    for group in rules.get("mutually_exclusive", ()):
        given = [name for name in group if name in kept]
        for name in given:
            if name != given[number % len(given)]:
                del kept[name]
    for name, needed in rules.get("required_by", {}).items():
        if not kept.keys() >= set([needed] if isinstance(needed, str) else needed):
            kept.pop(name, None)
    return kept


# --- mistakes: each takes options that are filled, and gives those that are wrong, or None where it cannot be made

def secret_places(options: Any) -> Iterator[tuple[Any, Any]]:
    """Each text in options, as what holds it and where it is there."""
    for key, value in options.items() if isinstance(options, dict) else enumerate(options):
        if isinstance(value, (dict, list)):
            yield from secret_places(value)
        else:
            yield options, key


def lists_of_objects(spec: Mapping[str, Any]) -> list[str]:
    return [name for name, option in spec.items() if option["type"] == "list" and option.get("options")]


def each_object(spec: Mapping[str, Any], options: Options, change: Callable[[Any], Any]) -> Options | None:
    names = [name for name in lists_of_objects(spec) if name in options]
    return {**options, **{name: change(options[name]) for name in names}} if names else None


def as_lists(_spec: Mapping[str, Any], options: Options) -> Options:
    """Whatever is text."""
    wrong = copy.deepcopy(options)
    for holder, key in list(secret_places(wrong)):
        holder[key] = [holder[key]]
    return wrong


def as_dictionaries(_spec: Mapping[str, Any], options: Options) -> Options:
    wrong = copy.deepcopy(options)
    for holder, key in list(secret_places(wrong)):
        holder[key] = {"value": holder[key]}
    return wrong


def as_text(_spec: Mapping[str, Any], options: Options) -> Options:
    """Whatever is a structure, as Python writes it."""
    return {name: str(value) if isinstance(value, (dict, list)) else value for name, value in options.items()}


def in_the_list(spec: Mapping[str, Any], options: Options) -> Options | None:
    """The list's own options, within it."""
    return each_object(spec, options, lambda value: [{**options, "name": "alice"}, *value])


def in_the_settings(spec: Mapping[str, Any], options: Options) -> Options | None:
    """What belongs beside a dictionary."""
    texts = {name: value for name, value in options.items() if isinstance(value, str)}
    wrong = {
        name: {**value, **texts}
        for name, value in options.items()
        if isinstance(value, dict) and not spec[name].get("options")
    }
    return {**options, **wrong} if wrong else None


NO_MISTAKE = "no mistake"
MISTAKES: dict[str, Callable[[Mapping[str, Any], Options], Options | None]] = {
    "an unknown option": lambda spec, options: {**options, "nonsense": "x"},
    "an unknown option of an object": lambda spec, options: each_object(
        spec, options, lambda value: [{**item, "nonsense": "x"} for item in value]
    ),
    "a wrong number": lambda spec, options: {**options, "port": "no number"},
    "a wrong truth": lambda spec, options: {**options, "tls_verify": "perhaps"},
    "a bad choice": lambda spec, options: {**options, "transport": "pigeons"},
    "text for lists and dictionaries": as_text,
    "lists for text": as_lists,
    "dictionaries for text": as_dictionaries,
    "text in a list of objects": lambda spec, options: each_object(
        spec, options, lambda value: [*value, *(str(text) for item in value for text in item.values())]
    ),
    "lists in a list of objects": lambda spec, options: each_object(
        spec, options, lambda value: [*value, *(list(item.values()) for item in value)]
    ),
    "an object for a list of objects": lambda spec, options: each_object(spec, options, lambda value: value[0]),
    "JSON that does not end": lambda spec, options: each_object(
        spec, options, lambda value: "[" + str(value[0]).replace("'", '"')
    ),
    "what excludes each other": lambda spec, options: {**options, "source": "people.csv"},
    "nothing that is required": lambda spec, options: {
        name: value for name, value in options.items() if value != "alice"
    },
    "the list in the list": in_the_list,
    "what is no setting among settings": in_the_settings,
    # With the login's own password, which the environment has: so it gets as far as the server lets it.
    NO_MISTAKE: lambda spec, options: {name: value for name, value in options.items() if name != "password"},
}


# --- the playbook

@dataclass(frozen=True)
class Campaign:
    """All tasks, and what became of them."""

    tasks: list[dict[str, Any]]
    run: PlaybookRun

    def alone(self) -> list[TaskResult]:
        return [one for one in self.run.results if one.task.endswith("alone")]


def tasks(module: str, vault: Vault, password: str) -> Iterator[dict[str, Any]]:
    spec = argument_spec(subject_of(module))
    for mistake, make in MISTAKES.items():
        yield from in_every_way(module, mistake, spec, make, vault, password)


def tasks_of_the_simulator(vault: Vault, _password: str) -> Iterator[dict[str, Any]]:
    """It is no module of the router's: only what it must not show is the same."""
    for way, vars_ in (("here", {}), ("elsewhere", ELSEWHERE), ("alone", {})):
        for mistake, wrong in (("an unknown option", {"nonsense": "x"}), ("a wrong number", {"port": "no number"})):
            name = "%s, %s, %s" % (SIMULATOR_MODULE, mistake, way)
            said = {"password": vault.new(name), "control": ["LOGIN " + vault.new(name + ", control")]}
            options = {"pid_file": "pid", **said, **wrong}
            action = {"communigate.pro." + SIMULATOR_MODULE: options}
            if way == "alone":
                action = {"bare": {"module": "communigate.pro." + SIMULATOR_MODULE, "options": options}}
            yield {"name": name, **action, "vars": vars_}
    # As a play has it for the tasks that follow.
    variables = {"CGP_PASSWORD": vault.new("environment"), "CGP_SSH_PASSWORD": vault.new("environment, SSH")}
    stopped = {"pid_file": "pid", "state": "stopped"}
    yield {
        "name": STOPPED,
        "communigate.pro." + SIMULATOR_MODULE: stopped,
        "vars": ELSEWHERE,
        "environment": variables,
    }


def in_every_way(
    module: str,
    mistake: str,
    spec: Mapping[str, Any],
    make: Callable[[Mapping[str, Any], Options], Options | None],
    vault: Vault,
    password: str,
) -> Iterator[dict[str, Any]]:
    """The tasks that make a mistake, with secrets of their own each."""

    def task(way: str, **keywords: Any) -> Iterator[dict[str, Any]]:
        name = "%s, %s, %s" % (module, mistake, way)
        number = list(MISTAKES).index(mistake)
        options = make(spec, of_each_choice_one(module, filled(spec, vault.new, name), number))
        if options is not None:
            action = {"communigate.pro." + module: options}
            if way == "alone":
                action = {"bare": {"module": "communigate.pro." + module, "options": options}}
            yield {"name": name, **action, **keywords}

    yield from task("here")
    yield from task("in a loop", loop=["an item"], check_mode=True, diff=True)
    if mistake == NO_MISTAKE:
        variables = {"CGP_PASSWORD": password, "CGP_SSH_PASSWORD": vault.new("environment of %s elsewhere" % module)}
        yield from task("elsewhere", vars=ELSEWHERE, environment=variables)
    else:
        yield from task("elsewhere", vars=ELSEWHERE)
        if module in ALONE and (mistake in WORST or (FULL and module == "cgp_account")):
            yield from task("alone")
    if module in ALONE and mistake == NO_MISTAKE:
        yield from task("in the background", **{"async": 60, "poll": 1})


Make = Callable[[Vault, str], Iterator[dict[str, Any]]]


@pytest.fixture
def made(tmp_path: Path) -> Callable[[Make], Campaign]:
    """Plays the tasks that are made for a vault and the login's own password, and looks for what is in the vault."""

    def play_all(make: Make) -> Campaign:
        vault = Vault()
        password = vault.plain("the login's own")
        told = list(make(vault, password))
        playbook = site(tmp_path, [play(*told, ignore_errors=True)], {"people.csv": "name\nalice\n"})
        log = {"ANSIBLE_LOG_PATH": str(tmp_path / PLAYBOOKS / "ansible.log")}
        run = perform(tmp_path, playbook, "-vvvv", password=password, begin=simulator.start, environment=log)
        wait_until_empty(tmp_path / PLAYBOOKS / "remote-tmp")
        left = left_in(tmp_path / PLAYBOOKS) + left_in(tmp_path / SIMULATOR)
        assert {"ansible.log", "results.jsonl", "journal.jsonl"} <= {path.name for path in left}
        assert vault.found_in(run.output + text_of(left)) == []
        assert {result.task for result in run.succeeded().results} == {task["name"] for task in told}
        return Campaign(told, run)

    return play_all


def wait_until_empty(directory: Path) -> None:
    """A task in the background takes its files away only after its result has been read."""
    deadline = time.monotonic() + 60
    while any(directory.iterdir()):
        assert time.monotonic() < deadline, list(directory.rglob("*"))
        time.sleep(0.1)


@pytest.mark.parametrize("module", MODULES)
def test_nothing_shows_a_secret_and_each_mistake_is_told(module: str, made: Callable[[Make], Campaign]) -> None:
    """That all mistakes were made and told gives the absence of all secrets its meaning."""
    campaign = made(functools.partial(tasks, module))
    told = {one.task: one for one in campaign.run.results if not one.is_item}
    for mistake in ("an unknown option", "a wrong number", "a wrong truth", "a bad choice"):
        for way in ("here", "in a loop", "elsewhere"):
            one = told["%s, %s, %s" % (module, mistake, way)]
            assert one.status == "failed", one
            assert one.modules == 0  # what is wrong is told before anything is sent elsewhere
    alone = campaign.alone()
    assert bool(alone) == (module in ALONE)
    told_alone(alone)


def test_the_simulator_shows_no_secret(made: Callable[[Make], Campaign]) -> None:
    campaign = made(tasks_of_the_simulator)
    assert {(one.status, one.modules) for one in campaign.run.results} == {("failed", 0), ("failed", 1), ("ok", 1)}
    assert len(campaign.alone()) == 2
    told_alone(campaign.alone())


def told_alone(results: list[TaskResult]) -> None:
    """A module alone tells what is wrong, and no options."""
    for one in results:
        assert one.modules == 1
        assert not one.result.get("invocation"), one.task
        assert one.status == "failed" and one.result["msg"], one.task
