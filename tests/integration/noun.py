# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the state modules must do, as data: one file in ``nouns`` for each, made into the tasks of a playbook here.

A file is a dictionary with

* ``module``: its name;
* ``prepare``: lines of the CLI that the server is told before everything (optional, as all that follows but ``steps``);
* ``simulator``: flags that the simulator needs;
* ``files``: by name, what they hold; they are in ``{{ playbook_dir }}/files``;
* ``secrets``: values among the options and the prepared lines that must never be shown;
* ``administrator``: what a Domain Administrator may do with the noun (see Administrator), which every file must say:

  * ``rights``: the Domain rights that are enough, and the only ones that this login has when all is rehearsed again;
  * ``domain``: the Domain of the steps, if that is not example.org: a secondary one here, even if it is example.com;
  * ``home``: the Domain that the login belongs to, where an Account more in ``domain`` itself would matter;
  * ``without``: names of steps that only a server administrator can take;
  * ``refusal``: where only server administrators manage the noun, a part of the message with which the first step
    fails, whatever the Domain rights;

* ``steps``: what is wanted of the server, one after the other, each of which changes something:

  * ``name``, and ``options`` of the task;
  * ``prepare``: lines of the CLI that the server is told before the step;
  * ``counts``: those that are not 0, without ``wanted``;
  * ``sends``: the verbs of all commands that change something, in their order;
  * ``diff``: for each object that changes, in their order, what shows ``before`` and ``after``;
  * ``again``: what ``sends`` is when the step is repeated at once (optional: nothing);
  * ``unread``: by option, the names of the objects of which the server does not tell how it was (optional: none);
  * ``doubts``: of what it warns, besides (optional: nothing);
  * ``spared``: names of what came with the server and was not purged (optional: none);
  * ``shows``: lines of the CLI and what they return afterwards, with ``...`` where that does not matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from support import quick_yaml
from support.engine_server import MAIN_DOMAIN, said_by_caller
from support.verbs import kind_of

ANYTHING = "..."
COUNTS = ("wanted", "unchanged", "created", "updated", "renamed", "deleted", "failed", "not_attempted")
COLLECTION = "communigate.pro."
FILES = Path(__file__).parent / "nouns"

DOMAIN_RIGHTS = (
    *("Domain", "BasicSettings", "PSTNSettings", "WebUserSettings", "WebSite", "CentralDirectory"),
    *("CanAccessLists", "CanAccessMailboxes", "CanAccessWebSites", "CanCreateAccounts", "CanCreateAliases"),
    *("CanCreateForwarders", "CanCreateGroups", "CanCreateLists", "CanCreateNamedTasks", "CanCreateSpecialAccounts"),
    *("CanCreateTelnums", "CanCreateWebUserSessions", "CanCreditAccounts", "CanImpersonate", "CanModifyPBXApps"),
    *("CanModifyRPOP", "CanModifyRSIP", "CanModifySkins", "CanPostAlerts", "RulesAllowed", "SignalRulesAllowed"),
)
"""Every right of a Domain Administrator that is known by name (protocol.md section 6.5)."""
_BARE_NAME = re.compile(r"^([A-Z]+ [a-z]+)(?= |$)")

Task = dict[str, Any]


@dataclass(frozen=True)
class Step:
    """One step of a noun's file; the properties are the names of its tasks."""

    name: str
    options: Mapping[str, Any]
    counts: Mapping[str, int]
    sends: Sequence[str]
    diff: Mapping[str, Mapping[str, Any]]
    again: Sequence[str] = ()
    unread: Mapping[str, Sequence[str]] = field(default_factory=dict)
    doubts: Sequence[str] = ()
    spared: Sequence[str] = ()
    shows: Mapping[str, Any] = field(default_factory=dict)
    prepare: Sequence[str] = ()

    @property
    def foreseen(self) -> str:
        return self.name + ", foreseen"

    @property
    def done(self) -> str:
        return self.name

    @property
    def repeated(self) -> str:
        return self.name + ", again"

    @property
    def shown(self) -> str:
        return self.name + ", shown"


@dataclass(frozen=True)
class Administrator:
    """What a Domain Administrator may do with a noun, and how that login comes into being."""

    rights: Sequence[str] = DOMAIN_RIGHTS
    domain: str = "example.org"
    home: str = ""
    without: Sequence[str] = ()
    refusal: str = ""

    @property
    def login(self) -> dict[str, str]:
        """The options with which its tasks log in."""
        return {"login": "admin@%s" % (self.home or self.domain), "password": "Administrator-1"}

    @property
    def simulator(self) -> list[str]:
        """Flags with which ``domain`` is no main Domain."""
        return ["--main-domain", "main.example"] if self.domain == MAIN_DOMAIN else []

    def preparation(self, usual: Sequence[str]) -> list[str]:
        """The lines that prepare its rehearsal: the usual ones, with ``domain`` and the login."""
        create = "CREATEDOMAIN %s" % self.domain
        lines = [*([] if create in usual else [create]), *self.completed(usual)]
        if self.home:
            lines.append("CREATEDOMAIN %s" % self.home)
            lines.append('UPDATEDOMAINSETTINGS %s {AdminDomainName="%s";}' % (self.domain, self.home))
        lines.append('CREATEACCOUNT %(login)s {Password="%(password)s";}' % self.login)
        lines.append("SETACCOUNTRIGHTS %s (%s)" % (self.login["login"], ",".join(self.rights)))
        return lines

    def completed(self, lines: Sequence[str]) -> list[str]:
        """Lines that begin with a name in the main Domain, which is another one now."""
        if self.domain != MAIN_DOMAIN:
            return list(lines)
        return [_BARE_NAME.sub(r"\1@" + MAIN_DOMAIN, line) for line in lines]

    def step(self, step: Step) -> Step:
        """A step with its lines completed."""
        shows = dict(zip(self.completed(list(step.shows)), step.shows.values()))
        return replace(step, prepare=self.completed(step.prepare), shows=shows)


@dataclass(frozen=True)
class Noun:
    """One noun's file."""

    module: str
    steps: Sequence[Step]
    prepare: Sequence[str] = ()
    simulator: Sequence[str] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    secrets: Sequence[str] = ()
    administrator: Administrator | None = None
    login: Mapping[str, str] = field(default_factory=dict)

    @property
    def resource(self) -> Resource:
        resource = subject_of(self.module)
        assert isinstance(resource, Resource)
        return resource

    def options_of(self, step: Step) -> set[str]:
        """The options that a step uses, of the task or of an item of its list."""
        return set(step.options).union(*step.options.get(self.resource.list_option, ()))

    def result(
        self,
        counts: Mapping[str, int],
        diff: Mapping[str, Mapping[str, Any]],
        unread: Mapping[str, Sequence[str]] | None = None,
        doubts: Sequence[str] = (),
        spared: Sequence[str] = (),
    ) -> dict[str, Any]:
        """What a task returns, but for its cost: with these counts and differences, all others being none."""
        header = self.resource.plural
        return {
            **warnings(unread or {}, doubts),
            **({"spared": list(spared)} if spared else {}),
            "changed": bool(diff),
            "counts": {**dict.fromkeys(COUNTS, 0), **counts, "wanted": sum(counts.values())},
            "changed_names": list(diff),
            "failures": [],
            "not_attempted": [],
            "diff": {
                "before_header": header,
                "after_header": header,
                "before": {name: sides["before"] for name, sides in diff.items()},
                "after": {name: sides["after"] for name, sides in diff.items()},
            },
        }

    def task(self, step: Step, name: str, **keywords: Any) -> Task:
        """The task that brings a step about."""
        return {"name": name, COLLECTION + self.module: {**self.login, **step.options}, "diff": True, **keywords}

    @property
    def fullest(self) -> Step:
        """The step with the most options."""
        return max(self.steps, key=lambda step: len(self.options_of(step)))

    @property
    def for_ansible(self) -> Sequence[Step]:
        """What Ansible takes: the steps up to the fullest one; all of them where there are secrets to be shown."""
        return self.steps if self.secrets else self.steps[: self.steps.index(self.fullest) + 1]

    def as_administrator(self) -> Noun:
        """The noun with the steps of its Domain Administrator, who takes them; the looks are still the postmaster's."""
        assert self.administrator is not None
        return replace(
            self,
            steps=[self.administrator.step(step) for step in self.steps if step.name not in self.administrator.without],
            prepare=self.administrator.preparation(self.prepare),
            simulator=[*self.simulator, *self.administrator.simulator],
            login=self.administrator.login,
        )

    def rehearsal(self) -> list[Task]:
        """Each step in check mode, for real, again; and a look at the server."""
        tasks = say("prepare", self.prepare)
        for step in self.steps:
            tasks += say(step.name + ", prepared", step.prepare)
            tasks.append(self.task(step, step.foreseen, check_mode=True))
            tasks.append(self.task(step, step.done))
            tasks.append(self.task(step, step.repeated))
            tasks += say(step.shown, list(step.shows))
        return tasks


def warnings(unread: Mapping[str, Sequence[str]], doubts: Sequence[str]) -> dict[str, Any]:
    """What a task's result says of options that cannot be read, and of what may not have been meant."""
    said = "%s cannot be read from the server: nobody knows whether it was so already, and each run sets it again and "
    texts = [(said + "reports a change: %s") % (option, ", ".join(names)) for option, names in unread.items()]
    texts = [*doubts, *texts]
    return {"warnings": texts} if texts else {}


def say(name: str, lines: Sequence[str]) -> list[Task]:
    """The task that says lines of the CLI, if there are any."""
    commands = [{"line": line} for line in lines]
    return [{"name": name, COLLECTION + "cgp_command": {"commands": commands}}] if lines else []


def read(path: Path) -> Noun:
    """The Noun that a file holds."""
    content = quick_yaml.load(path.read_text(encoding="utf-8"))
    content["steps"] = [Step(**step) for step in content["steps"]]
    if "administrator" in content:
        content["administrator"] = Administrator(**content["administrator"])
    return Noun(**content)


NOUNS = [read(path) for path in sorted(FILES.glob("*.yml"))]


def changing(entries: Sequence[Mapping[str, Any]]) -> list[str]:
    """The verbs of a journal's commands that change something."""
    return [entry["verb"] for entry in entries if kind_of(entry["verb"], entry["arguments"]) != "read"]


def spoken(sent: Sequence[Mapping[str, Any]]) -> list[str]:
    """The verbs of the CLI; what sessions say on their own does not count."""
    return [entry["verb"] for entry in said_by_caller(sent)]


def without_cost(result: Mapping[str, Any]) -> dict[str, Any]:
    """A task's result without its statistics and what Ansible adds on its own."""
    return {name: value for name, value in result.items() if name != "statistics" and not name.startswith("_ansible")}


def hide_anything(shown: Any, expected: Any) -> Any:
    """What is shown, with ``...`` wherever that stands in what is expected."""
    if expected == ANYTHING:
        return ANYTHING
    if isinstance(expected, dict) and isinstance(shown, dict):
        return {key: hide_anything(value, expected.get(key)) for key, value in shown.items()}
    if isinstance(expected, list) and isinstance(shown, list):
        padded = expected + [None] * len(shown)
        return [hide_anything(value, other) for value, other in zip(shown, padded)]
    return shown


def text_of(results: Any) -> str:
    """Results as they would be printed."""
    return json.dumps(results, ensure_ascii=False)
