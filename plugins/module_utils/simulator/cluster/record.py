# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One record of the cluster's log: what a member has done with what all members share, so that the others do it too."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from ..model.chance import token

COMMAND = "command"
CONTROL = "control"

_KEYS = {"kind": "deed"}  # what a field is called in the log, where that is not its name


@dataclass(frozen=True, repr=False)
class Record:
    """Who did what, when, and how it ended.

    ``kind`` is COMMAND (``text`` is the line), CONTROL (a line of the control language) or the name of an action
    (``service/account_actions.py``). ``user`` is the Account's address, ``home`` its Domain's name, ``main`` whether
    that is the member's main Domain, and ``rights`` are the codes of its rights. ``time`` is the time on the
    member's clock, ``chance`` what generated names come from, ``code`` that of the reply.
    """

    kind: str
    text: str
    time: datetime
    user: str = ""
    home: str = ""
    main: bool = False
    rights: list[str] = field(default_factory=list)
    chance: str = field(default_factory=partial(token, 16))
    code: int = 200

    def ended_with(self, code: int) -> Record:
        """The record of what has ended with this code."""
        return replace(self, code=code)

    def line(self) -> bytes:
        """The record as one line, without its end."""
        values = dict(vars(self), time=self.time.isoformat())
        named = {_KEYS.get(name, name): value for name, value in values.items()}
        return json.dumps(named, ensure_ascii=False).encode("utf-8")


def read(line: bytes) -> Record:
    """The record that a line holds. ValueError or TypeError if it holds none."""
    values = json.loads(line.decode("utf-8"))
    names = {key: name for name, key in _KEYS.items()}
    values = {names.get(key, key): value for key, value in values.items()}
    return Record(**dict(values, time=datetime.fromisoformat(values["time"])))
