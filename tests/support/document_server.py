# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that documents are given to and read from, and what documents of one Domain are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._engine.result import describe_error
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG, CONFIG_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

from support import simulator
from support.in_process import Place

DOMAIN = "example.org"
Config = dict[str, Any]


class Server:
    """A server, and what the two modules make of it."""

    def __init__(self, directory: Path, *flags: str) -> None:
        self.simulator = simulator.embed(directory, *flags)
        self.place = Place(self.simulator.host, self.simulator.port, self.simulator.password, directory)

    def run(self, config: Any, *, check: bool = False, **options: Any) -> dict[str, Any]:
        try:
            return self.place.run(CONFIG, {"config": config, **options}, check=check)
        except CgpError as error:
            return describe_error(error)

    def made(self, config: Any, *, check: bool = False, **options: Any) -> dict[str, Any]:
        """The result of what must not fail."""
        result = self.run(config, check=check, **options)
        assert not result.get("failed"), result["msg"]
        return result

    def read(self, **options: Any) -> Config:
        return dict(self.place.run(CONFIG_INFO, options)["config"])

    def names(self, noun: str) -> list[str]:
        rows = self.read(domains=[DOMAIN], only=[noun])["domains"].get(DOMAIN, {}).get(noun, [])
        return [" ".join(str(row[key]) for key in ("account", "name") if key in row) for row in rows]

    def changes(self, mark: int) -> list[str]:
        """The verbs of what changed something since a mark, each once for as long as it goes on."""
        verbs = self.simulator.changes(mark)
        return [verb for number, verb in enumerate(verbs) if number == 0 or verbs[number - 1] != verb]


def below(**nouns: Any) -> Config:
    return {"domains": {DOMAIN: {"domain": [{"name": DOMAIN}], **nouns}}}


def message(result: dict[str, Any]) -> str:
    assert result["failed"] and not result["changed"]
    return str(result["msg"])
