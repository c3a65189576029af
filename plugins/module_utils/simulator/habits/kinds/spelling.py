# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server spells names."""

from __future__ import annotations

from ...._cli.catalogue import COMMANDS
from ...._cli.syntax import Command
from ...._cli.values import OWN_OR_NAMED
from ...answers.refusals import unknown
from ..habit import Call, Habit

_SKIN_FILES = frozenset(verb for verb in COMMANDS if verb.endswith("SKINFILE") and verb.startswith(("STORE", "READ")))
_NAMING = frozenset(
    verb for verb, specs in COMMANDS.items() if any(OWN_OR_NAMED & set(spec.parameters) for spec in specs)
)
_UNITS = frozenset(("RELOCATEDIRECTORYUNIT", "DELETEDIRECTORYUNIT", "GETDIRECTORYUNIT", "SETDIRECTORYUNIT"))


def _small_file(call: Call) -> Command:
    """Whoever reads may spell it as it was stored; whoever deletes may not."""
    if "fileName" not in call.arguments or ("fileContent" not in call.arguments and not call.verb.startswith("READ")):
        return call.command
    return call.having(fileName=call.arguments["fileName"].lower())


def _this_unit(call: Call) -> Command:
    cluster = call.server.cluster
    scope = cluster if "SHARED" in call.arguments and cluster is not None else call.server.local
    if all(unit.name != call.arguments["unitName"] for unit in scope.directory_units.units.values()):
        raise unknown("directory unit")
    return call.command


HABITS = (
    Habit(
        "asterisk-quoted",
        "takes the asterisk for the user's own Account or Domain in quotation marks, too",
        "the manual: whatever is no letter or digit goes in quotation marks; seen live: there it is refused as a name",
        _NAMING,
    ),
    Habit(
        "skin-files-lower-cased",
        "keeps the names of skin files in lower case, by which they are listed and deleted",
        "seen live on 6.5.6: one that was stored as AbC is listed and must be deleted as abc, and is found as AbC",
        _SKIN_FILES,
        one_of="skin files",
        usual=True,
        obeys=_small_file,
    ),
    Habit(
        "skin-files-as-stored",
        "keeps the names of skin files in the letters in which they were stored",
        "open: the manual says nothing of letter case here",
        _SKIN_FILES,
        one_of="skin files",
    ),
    Habit(
        "case-units",
        "takes two spellings of a Directory Unit for two units",
        "open; names of skins, datasets and statistics have case here anyway",
        _UNITS,
        obeys=_this_unit,
    ),
)
