# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of all Domains while one of them goes, or one of their Accounts: all others are told all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from ansible_collections.communigate.pro.tests.unit.resources.test_across_domains import MADE, WAYS
from support import simulator
from support.in_process import Place

GOING = {
    "domain": ["DELETEDOMAIN one.example FORCE"],
    "account": [
        "DELETEFORWARDER sales@one.example", "DELETEGROUP staff@one.example", "DELETELIST news@one.example",
        "DELETENAMEDTASK clock@one.example", "DELETEACCOUNT alice@one.example",
    ],
}  # fmt: skip
"""What goes, and by what commands; with the Account goes what it has."""
AGAIN = [line for line in MADE if " one.example" in line or "@one.example" in line]
ALL_OF_IT = {"contents": ["*"], "data": True, "recursive": True, "rights_of": ["postmaster"]}
"""Options that have more read, where a module has them."""


@dataclass(frozen=True)
class Watched(Place):
    """A server at which somebody does something right before the ``nth`` command after LISTDOMAINS."""

    nth: int = 0
    action: Callable[[], None] = lambda: None

    def session(self, params: Any) -> Session:
        session = super().session(params)
        send = session.many
        numbers = count()

        def many(commands: Iterable[Any]) -> Iterator[Any]:
            def watched() -> Iterator[Any]:
                for command in commands:
                    if command.verb != "LISTDOMAINS" and next(numbers) == self.nth:
                        self.action()
                    yield command

            return send(watched())

        session.many = many  # type: ignore[method-assign]
        return session


def say(place: Place, lines: Iterable[str]) -> None:
    result = place.run(COMMAND, {"commands": [{"line": line} for line in lines]})
    assert not result.get("failed"), result["msg"]


def told(way: str, result: dict[str, Any]) -> list[list[Any]]:
    """What the result tells of, by its names."""
    assert not result.get("failed"), result["msg"]
    keys = ("domain", "account", "name", "session")
    return [[row.get(key) for key in keys] for row in result[WAYS[way].told] if row.get("exists", True)]


def goes(place: Place, lines: Iterable[str], gone: list[str]) -> None:
    gone.extend(lines)
    say(place, gone)


@pytest.mark.parametrize("going", GOING)
@pytest.mark.parametrize("way", WAYS)
def test_what_goes_while_all_domains_are_read_is_left_out_and_nothing_else(
    tmp_path: Path, way: str, going: str
) -> None:
    server = simulator.embed(tmp_path)
    place = Place(server.host, server.port, server.password, Path())
    module = subject_of(way.split()[0])
    options = {option.name: option for option in module.options}
    asked = {"domains": ["all"], **WAYS[way].beside}
    asked.update((name, value) for name, value in ALL_OF_IT.items() if name in options)
    if "include" in options:
        asked["include"] = list(options["include"].choices or ())
    say(place, MADE)
    for nth in count():
        before = told(way, place.run(module, asked))
        gone: list[str] = []
        go = partial(goes, place, GOING[going], gone)
        after = told(way, Watched(**{**vars(place), "nth": nth, "action": go}).run(module, asked))
        if not gone:
            break
        stay = [row for row in before if not any("one.example" in str(name).split("@") for name in row)]
        assert [row for row in after if row in stay] == stay, nth
        assert all(row in before for row in after), nth
        say(place, [*(GOING["domain"] if going == "account" else ()), *AGAIN])
    server.stop()
    assert nth > 3
