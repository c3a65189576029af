# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which rights a login seems to lack for what a task would do: for the warnings of check mode, which sends no write.

The manual, GETACCOUNTRIGHTS. Some logins may not read their rights, and not everything depends on them: what cannot be
known is not warned of.
"""

from __future__ import annotations

from typing import Iterable

from ._cli.demand import lacking
from ._cli.sections.account import GETACCOUNTRIGHTS
from ._cli.syntax import CommandSpec
from ._engine.dialogue import ask
from ._engine.model import Conversation
from .connector.errors import CliError

_POSTMASTER = "postmaster"


def missing_rights(login: str, specs: Iterable[CommandSpec]) -> Conversation:
    """Warnings, one for each thing that ``login`` lacks for commands. A postmaster is not asked about: it has all."""
    if login.partition("@")[0].lower() == _POSTMASTER:
        return []
    try:
        held = yield from ask(GETACCOUNTRIGHTS(login))
    except CliError:
        return []  # nobody can tell
    verbs: dict[str, list[str]] = {}
    for spec in specs:
        lack = lacking(spec.rights, held)
        if lack:
            verbs.setdefault(lack, []).append(spec.verb)
    return [
        "The login %s seems to lack %s, which the manual asks for to use %s" % (login, lack, ", ".join(sorted(names)))
        for lack, names in sorted(verbs.items())
    ]
