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

from .._cli.secret_names import is_secret_key
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
from .shared.options import ACCOUNT_NAME, UPDATE_PASSWORD

_COMMANDS = {
    "rpop": (GETACCOUNTRPOPS, SETACCOUNTRPOPS),
    "rimap": (GETACCOUNTRIMAPS, SETACCOUNTRIMAPS),
    "rsip": (GETACCOUNTRSIPS, SETACCOUNTRSIPS),
}
RECORDS = Field("records", type="dict")

Record = Mapping[str, Any]
Records = Mapping[str, Record]


def _parse(given: Mapping[str, Any]) -> dict[str, Any]:
    if RECORDS.name not in given:
        raise CgpError("the option records is missing", "An empty dictionary with mode: replace removes all records")
    taken: dict[str, Any] = {}
    for name, record in given[RECORDS.name].items():
        if record is not None and not isinstance(record, dict):
            raise CgpError("%s: a dictionary is needed, or null for no such record" % name)
        taken[str(name)] = None if record is None else shapes.setting_values(record)
    return {**given, RECORDS.name: taken}


def _target(rule: Merging, have: Records, want: Mapping[str, Any], whole: bool) -> dict[str, Any]:
    """Records that are not named stay, unless all are to be replaced; null takes away a record, or a key of one."""
    after: dict[str, Any] = {} if whole else dict(have)
    for name, record in want[RECORDS.name].items():
        if record is None:
            after.pop(name, None)
        else:
            after[name] = _changed(rule, have.get(name) or {}, record, whole, want[UPDATE_PASSWORD.name])
    return after


def _changed(rule: Merging, had: Record, wanted: Record, whole: bool, update_password: str) -> dict[str, Any]:
    """A stored password outlives everything but another one: nobody can state it again."""
    after = rule.merged(had, wanted, whole)
    if update_password == "on_create":
        after.update((key, value) for key, value in had.items() if is_secret_key(key))
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
        settings_in=lambda wanted: [((name,), record or {}) for name, record in wanted[RECORDS.name].items()],
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
            (RECORDS, UPDATE_PASSWORD),
            _SHAPES["rpop"],
            shape_of_key=lambda account, kind: _SHAPES[kind],
            read=_read,
            write=_write,
            from_options=dict,
            mode="mode",
            read_back=False,  # a server may keep a password without showing it as it was given
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
)
