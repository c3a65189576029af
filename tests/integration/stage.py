# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Playbooks against simulators of their own. Starting both is what costs, so many tests look at the same run."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from ansible.parsing.vault import VaultLib, VaultSecret
from ansible_collections.communigate.pro.plugins.module_utils.simulator import options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from support import simulator
from support.playbook import PlaybookRun, PlaybookRunner
from support.simulator import Simulator

PLAYBOOKS = "playbooks"
SIMULATOR = "simulator"
PASSWORD = "a password, for tests"
_VAULT_PASSWORD = b"a password for the vault"
VAULT = VaultLib([("default", VaultSecret(_VAULT_PASSWORD))])


def perform(
    directory: Path,
    plays: Sequence[Mapping[str, Any]] | Mapping[str, Any] | Path,
    *arguments: str,
    flags: Sequence[str] = (),
    control: Sequence[str] = (),
    password: str = PASSWORD,
    begin: Callable[..., Simulator] = simulator.embed,
    **keywords: Any,
) -> PlaybookRun:
    """Runs a playbook against a new simulator, which ends with it.

    ``flags`` and ``password`` are the simulator's, ``control`` lines of its control language, said before the playbook;
    ``begin`` starts it, ``simulator.start`` as a process of its own. ``arguments`` and ``keywords`` are those of
    PlaybookRunner. What both leave behind is in the directories PLAYBOOKS and SIMULATOR.
    """
    server = begin(directory / SIMULATOR, *flags, password=password)
    try:
        server.control(*control)
        runner = PlaybookRunner(directory / PLAYBOOKS, server.environment, server.journal_path)
        return runner(plays, *arguments, **keywords)
    finally:
        server.stop()


@dataclass(frozen=True)
class Scene:
    """Plays for localhost, the ``files`` beside their playbook, and the simulator that they find.

    ``flags`` are the simulator's, ``control`` lines of its control language; ``variables`` are the plays'.
    """

    plays: Sequence[Mapping[str, Any]]
    files: Mapping[str, str | bytes] = field(default_factory=dict)
    flags: Sequence[str] = ()
    control: Sequence[str] = ()
    variables: Mapping[str, Any] = field(default_factory=dict)


class Company:
    """Scenes with a simulator of their own each, which it keeps for all that is played: ``with Company(...) as it``.

    Their names become directories: ansible-core 2.17 cuts the path of a playbook that is imported at the first blank.
    """

    def __init__(self, directory: Path, scenes: Mapping[str, Scene]) -> None:
        if any(" " in name for name in scenes):
            raise ValueError("a scene's name must have no blank: %s" % ", ".join(scenes))
        self._directory = directory
        self._scenes = dict(scenes)
        self._servers: dict[str, Embedded] = {}
        self._running = ExitStack()
        self._runner = PlaybookRunner(directory / PLAYBOOKS, journal=directory / "{play}" / "journal.jsonl")

    def __enter__(self) -> Company:
        with ExitStack() as running:
            for name, scene in self._scenes.items():
                journal = self._directory / name / "journal.jsonl"
                journal.parent.mkdir(parents=True)
                flags = ["--port=0", "--journal=%s" % journal, "--password=%s" % PASSWORD, *scene.flags]
                self._servers[name] = running.enter_context(Embedded(options.parse(flags, {})))
                journal.touch()
                for line in scene.control:
                    self._servers[name].control(line)
            self._running = running.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._running.close()

    def server(self, name: str) -> Embedded:
        """The simulator of a scene."""
        return self._servers[name]

    def act(self, *, check: bool = False, diff: bool = False) -> dict[str, PlaybookRun]:
        """Plays all scenes one after the other in one run of ansible-playbook.

        A task that fails does not keep the others from being played; the part of the run with it has failed.
        """
        playbooks = []
        for name, scene in self._scenes.items():
            led = [_set(name, scene, play, self._servers[name]) for play in scene.plays]
            playbooks.append({"import_playbook": str(site(self._directory / name, led, scene.files))})
        run = self._runner(playbooks, *with_vault(self._directory), check=check, diff=diff)
        return {name: run.part(name) for name in self._scenes}


def perform_together(directory: Path, scenes: Mapping[str, Scene]) -> dict[str, PlaybookRun]:
    """Plays scenes once, one after the other in one run of ansible-playbook, each against a simulator of its own."""
    with Company(directory, scenes) as company:
        return company.act()


def _set(name: str, scene: Scene, play: Mapping[str, Any], server: Embedded) -> dict[str, Any]:
    """A play of a scene: what it says itself, under the scene's name and led to its simulator (``simulator_port``)."""
    lead = {"CGP_HOST": server.host, "CGP_PORT": str(server.port), "CGP_LOGIN": "postmaster", "CGP_PASSWORD": PASSWORD}
    return {
        **play,
        "name": name,
        "ignore_errors": True,
        "environment": [lead, *play.get("environment", ())],
        "vars": {"simulator_port": server.port, **scene.variables, **play.get("vars", {})},
    }


def selected(request: pytest.FixtureRequest, parameter: str) -> list[Any]:
    """The values of a parameter for which tests of the same file are to run, in their order."""
    found = []
    for item in request.session.items:
        if isinstance(item, pytest.Function) and item.path == request.path and hasattr(item, "callspec"):
            value = item.callspec.params.get(parameter)
            if value is not None and not any(value is other for other in found):
                found.append(value)
    return found


def site(directory: Path, plays: Sequence[Mapping[str, Any]], files: Mapping[str, str | bytes]) -> Path:
    """A playbook in a directory of its own, with files beside it in ``files``. Written anew if it is there."""
    beside = directory / "site" / "files"
    beside.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    playbook = directory / "site" / "playbook.yml"
    playbook.write_text(json.dumps(list(plays)), encoding="utf-8")
    return playbook


def encrypt(directory: Path, file: Path) -> list[str]:
    """Put a file into a vault; returns the arguments that make Ansible open it."""
    file.write_bytes(VAULT.encrypt(file.read_bytes()))
    assert file.read_text(encoding="utf-8").startswith("$ANSIBLE_VAULT;")
    return with_vault(directory)


def with_vault(directory: Path) -> list[str]:
    """The arguments with which Ansible opens what VAULT has encrypted, and encrypts what VAULT opens."""
    password = directory / "vault-password"
    password.write_bytes(_VAULT_PASSWORD)
    return ["--vault-password-file", str(password)]
