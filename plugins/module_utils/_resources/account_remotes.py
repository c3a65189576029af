# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Remote accounts that the server polls, and remote SIP registrations: the manual, Account Administration.

The keys of a record are in protocol.md section 6.8.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Mapping

from .._cli.sections.account import (
    GETACCOUNTRIMAPS,
    GETACCOUNTRPOPS,
    GETACCOUNTRSIPS,
    SETACCOUNTRIMAPS,
    SETACCOUNTRPOPS,
    SETACCOUNTRSIPS,
)
from .._cli.vocabulary.remotes import RPOP, RSIP
from .._cli.vocabulary.scope import Scope
from .._engine import canon, merging, shapes
from .._engine.merging import Merging
from .._engine.model import Edit, Facet, Field, Key, Resource
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.options import ACCOUNT_NAME
from .shared.settings_commands import own_settings

_COMMANDS = {
    "rpop": (GETACCOUNTRPOPS, SETACCOUNTRPOPS),
    "rimap": (GETACCOUNTRIMAPS, SETACCOUNTRIMAPS),
    "rsip": (GETACCOUNTRSIPS, SETACCOUNTRSIPS),
}
RECORDS = Field("records", type="dict")
UPDATE_PASSWORD = Field("update_password", choices=("on_change", "always", "on_create"), default="on_change")

Record = Mapping[str, Any]
Records = Mapping[str, Record]


def _parse(given: Any) -> dict[str, Any]:
    taken: dict[str, Any] = {}
    for name, record in given.items():
        if record is not None and not isinstance(record, dict):
            raise CgpError("%s: a dictionary is needed, or null for no such record" % name)
        taken[str(name)] = None if record is None else shapes.setting_values(record)
    return taken


def _target(rule: Merging, have: Records, want: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    """Records that are not named stay, unless all are to be replaced; null takes away a record, or a key of one."""
    after: dict[str, Any] = {} if whole else dict(have)
    for name, record in want.items():
        if record is None:
            after.pop(name, None)
        else:
            after[name] = rule.merged(have.get(name) or {}, record, whole)
    return after


def _shape(words: Scope) -> Shape:
    """Records of a kind; ``words`` is what is known of the keys of one."""

    def compared(records: Records) -> Any:
        return {name: canon.setting(record, words.root) for name, record in records.items()}

    def delta(have: Records, after: Records) -> dict[str, Any]:
        """The records that differ, for the diff: all are written."""
        had, has = compared(have), compared(after)
        return {name: after.get(name) for name in {**have, **after} if had.get(name) != has.get(name)}

    target = partial(_target, replace(merging.RECORDS, words=words))
    return Shape(
        empty={},
        parse=_parse,
        canon=compared,
        target=target,
        delta=delta,
        words=words,
        named=1,
        settings_in=lambda wanted: [((name,), record or {}) for name, record in wanted.items()],
    )


_SHAPES = {"rpop": _shape(RPOP), "rimap": _shape(RPOP), "rsip": _shape(RSIP)}


def _read(account: str, kind: str) -> Any:
    return _COMMANDS[kind][0](account)


def _write(key: Key, edit: Edit) -> Any:
    account, kind = key
    return [_COMMANDS[kind][1](account, edit.after)]


ACCOUNT_REMOTES = Resource(
    noun="remotes",
    plural="remotes",
    list_option="remotes",
    key=(ACCOUNT_NAME, Field("kind", choices=tuple(_COMMANDS), default="rpop")),
    facets=(
        Facet(
            RECORDS.name,
            (RECORDS,),
            _SHAPES["rpop"],
            shape_of_key=lambda account, kind: _SHAPES[kind],
            read=_read,
            write=_write,
            mode="mode",
            policy=UPDATE_PASSWORD.name,
            proof=own_settings,
        ),
    ),
    extras=(UPDATE_PASSWORD, Field("mode", choices=("update", "replace"), default="update")),
    within={"account": lambda name: [(name, kind) for kind in _COMMANDS]},
)
