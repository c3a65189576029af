# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Domain that exists while questions are asked which write."""

from __future__ import annotations

import re
from typing import Any

from .._cli.sections.domain import GETDOMAINSETTINGS
from .._cli.sections.domain_set import CREATEDOMAIN, DELETEDOMAIN, LISTDOMAINS
from ..connector.errors import BadReply, CgpError, CliError, NotAllowed
from .asking import Asker

_NAME = re.compile(r"(?=.{1,200}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_TRIES = 3


class Scratch:
    """A Domain of this name, which the server must not have yet. ``option``: what users call the name.

    ``refused``: why it could not be made, which leaves everything as it was.
    """

    def __init__(self, asker: Asker, name: str, option: str) -> None:
        """CgpError if the server has it."""
        self._asker = asker
        self.name = name
        self.refused = ""
        self._made = self._doubtful = False
        if not _NAME.fullmatch(name):
            raise CgpError("%s is no name of a Domain" % option, "As in probe.example, in lower case")
        try:
            there = self._is_there()
        except CliError as error:
            self.refused = "%s was answered %d" % (error.verb, error.code)
            return
        if there:
            raise CgpError(
                "%s names a Domain that exists" % option, "Name one that does not: it will be made and deleted"
            )

    def make(self) -> None:
        """Make it, unless that is refused. ConnectionLost: then nobody knows whether it was made."""
        if self.refused:
            return
        self._doubtful = True
        reply = self._asker.send(CREATEDOMAIN(self.name))
        self._doubtful = False
        if isinstance(reply, CliError) and not isinstance(reply, BadReply):
            self.refused = "CREATEDOMAIN was answered %d" % reply.code
        else:
            self._made = True

    def delete(self) -> None:
        """Delete it, if it was made, also over a new connection. CgpError if it is still there.

        Where the answer to its making was lost it is deleted only if it is empty: somebody else may have made one.
        """
        if not self._made and not self._doubtful:
            return
        self._asker.restart_clock()
        problem: CgpError | None = None
        for _number in range(_TRIES):
            try:
                if problem is not None and not self._is_listed():
                    return
                reply = self._asker.send(DELETEDOMAIN(self.name, FORCE=self._made))
                problem = reply if isinstance(reply, CliError) else None
                if not self._is_listed():
                    return
            except CgpError as error:
                problem = error
        reason = "" if problem is None else ": %s" % problem.message
        raise CgpError("the Domain %s could not be deleted%s" % (self.name, reason), "Delete it with all that it holds")

    def _is_listed(self) -> bool:
        """Whether it is there. CgpError if the listing cannot be had: then nobody knows."""
        listed: Any = self._asker.send(LISTDOMAINS())
        if isinstance(listed, CliError):
            raise listed
        return isinstance(listed, list) and self.name in [str(name).lower() for name in listed]

    def _is_there(self) -> bool:
        """The same for a name, or for an alias of another Domain, which no listing tells."""
        if self._is_listed():
            return True
        reply = self._asker.send(GETDOMAINSETTINGS(domainName=self.name))
        if isinstance(reply, NotAllowed):
            raise reply
        return not isinstance(reply, CliError) or isinstance(reply, BadReply)
