# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says scenes to a server, each in a scratch Domain that is new."""

from __future__ import annotations

from collections.abc import Sequence

from ansible_collections.communigate.pro.plugins.module_utils._probe.asking import Asker
from ansible_collections.communigate.pro.plugins.module_utils._probe.scratch import Scratch
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, ConnectionLost
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

from .bounds import Scene
from .mask import Mask

OPTION = "SCRATCH"
"""What users call the name of the scratch Domain."""
_MOST_LOSSES = 3


class Stopped(Exception):
    """Nothing more can be said to the server; the message says why."""


class Player:
    """Plays over a session in the Domain ``scratch``, which is there only while a scene is played."""

    def __init__(self, session: Session, scratch: str) -> None:
        self._session = session
        self._asker = Asker(session)
        self._name = scratch
        self._losses = 0

    def play(self, scene: Scene) -> Sequence[str]:
        """The replies as the mask has them. Fewer than commands where the connection was lost. Stopped."""
        mask = Mask(scene, self._name)
        replies: list[str] = []
        try:
            scratch = Scratch(self._asker, self._name, OPTION)
        except CgpError as error:
            raise Stopped(str(error)) from None
        try:
            scratch.make()
            if scratch.refused:
                raise Stopped(scratch.refused)
            for command in scene.commands:
                replies.append(mask.reply(self._session.reply(command), command.verb))
        except ConnectionLost as error:
            self._losses += 1
            if self._losses > _MOST_LOSSES:
                raise Stopped(error.message) from None
        finally:
            self._leave(scratch)
        return replies

    def _leave(self, scratch: Scratch) -> None:
        try:
            scratch.delete()
        except CgpError as error:
            raise Stopped(str(error)) from None
