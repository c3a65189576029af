# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of what is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ...._cli.catalogue import COMMANDS
from ...._cli.syntax import Command
from ...answers.answer import DONE, Answer
from .. import verbs
from ..habit import Call, Habit
from ..values import with_dictionaries

PLAIN_CREATE = "plain-create"

_LITERAL = frozenset(("UPDATELIST", "UPDATESERVERSETTINGS", "UPDATELOGSETTINGS", "UPDATEMODULE", "UPDATENAMEDTASK"))
_DELETING = frozenset(
    verb for verb, specs in COMMANDS.items() if verb.startswith("DELETE") and specs[0].kind == "destructive"
)


def _stored(call: Call) -> dict[str, Any]:
    """What the command is about to replace or to update."""
    (read, *_others) = COMMANDS["GET" + call.verb[6 if call.verb.startswith("UPDATE") else 3 :]]
    found = call.look(replace(call.command, spec=read, arguments={
        name: value for name, value in call.arguments.items() if name in read.parameters
    }))  # fmt: skip
    return found if isinstance(found, dict) else {}


def _merge(call: Call) -> Command:
    """A removal by SET is none; whoever names a setting gets it."""
    updates = COMMANDS.get("UPDATE" + call.verb[3:])
    if updates:
        return replace(call.command, spec=updates[0])
    stored = _stored(call)
    return with_dictionaries(call, lambda new: {**stored, **new})


def _merge_nested(call: Call) -> Command:
    stored = _stored(call)
    return with_dictionaries(call, lambda new: {key: _merged(stored.get(key), value) for key, value in new.items()})


def _merged(old: Any, new: Any) -> Any:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return new
    merged = {**old, **{key: _merged(old.get(key), value) for key, value in new.items()}}
    return {key: value for key, value in merged.items() if value is not None}


def _removed_by_word(call: Call) -> Command:
    return with_dictionaries(
        call, lambda new: {key: None if str(value).lower() == "default" else value for key, value in new.items()}
    )


def _ignored(_call: Call) -> Answer:
    return DONE


HABITS = (
    Habit(
        "merges-set",
        "merges the settings of a SET command into those that there are",
        "open: the manual says 'set' here and 'update' there",
        verbs.REPLACING,
        obeys=_merge,
    ),
    Habit(
        "update-replaces-nested",
        "lets a dictionary inside an update take the place of the one that there was",
        "open",
        verbs.UPDATING,
        one_of="nested updates",
        usual=True,
    ),
    Habit(
        "update-merges-nested",
        "merges a dictionary inside an update into the one that there is",
        "open",
        verbs.UPDATING,
        one_of="nested updates",
        obeys=_merge_nested,
    ),
    Habit(
        "default-word-literal",
        "keeps the word default like any other value where the manual gives it no meaning (mailing lists, modules, "
        "Named Tasks, server and log settings)",
        "the manual: the word removes settings of Domains, Accounts and Preferences, and is not mentioned elsewhere",
        _LITERAL,
        one_of="the word default",
        usual=True,
    ),
    Habit(
        "default-word-removes",
        "lets the word default remove a setting there, too",
        "open",
        _LITERAL,
        one_of="the word default",
        obeys=_removed_by_word,
    ),
    Habit(
        PLAIN_CREATE,
        "keeps a password among the settings of an Account as it came, whatever PasswordEncryption says",
        "the manual promises encryption for SETACCOUNTPASSWORD only",
        frozenset(("CREATEACCOUNT", "UPDATEACCOUNTSETTINGS", "SETACCOUNTSETTINGS")),
    ),
    Habit(
        "delete-ignored",
        "answers a command that deletes something with a success, and keeps it",
        "inference: nothing says that a success means that it was done",
        _DELETING,
        instead=_ignored,
    ),
)
