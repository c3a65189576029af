# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run antsibull-docs with what costs most made cheaper; what it finds is the same. Arguments are handed on.

It has each example of each page read by PyYAML's parser in Python, which takes ten times as long as the one in C that
Ansible uses. For each table's cell docutils makes a parser with all its fifteen states, of which it enters three. And
little of the trees that it makes is garbage while they are looked at.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable
from typing import Any

import yaml
from antsibull_docs.cli.antsibull_docs import main
from docutils.statemachine import State, StateMachine


class _States(dict[str, State]):
    """The states of a parser by their names, each made when it is entered."""

    def __init__(self, parser: StateMachine, kinds: Iterable[type[State]]) -> None:
        super().__init__()
        self._parser = parser
        self._kinds = {kind.__name__: kind for kind in kinds}

    def __missing__(self, name: str) -> State:
        state = self[name] = self._kinds[name](self._parser, self._parser.debug)
        if hasattr(self._parser, "memo"):  # it runs; otherwise it does this to all states that it has when it begins
            state.runtime_init()
        return state


def add_states(parser: StateMachine, kinds: Iterable[type[State]]) -> None:
    parser.states = _States(parser, kinds)


if __name__ == "__main__":
    gc.disable()
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    yaml.SafeLoader = loader  # type: ignore[misc]
    StateMachine.add_states = add_states  # type: ignore[method-assign]
    sys.exit(main())
