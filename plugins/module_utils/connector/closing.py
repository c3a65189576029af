# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a link ends, whatever the protocol: once, by what was wrong first."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from .errors import ConnectionLost


class Closing:
    """The part of a link (``link.py``) that is about its end. ``failure`` is what ended it, None until then.

    ``name`` is for messages. A class derived from this says in ``_release`` what is to be closed.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.failure: ConnectionLost | None = None

    def _release(self) -> None:
        """Close all that is open; called once."""
        raise NotImplementedError

    def close(self) -> None:
        """Close without a word."""
        self._end(ConnectionLost("the connection to %s has been closed" % self.name))

    @contextlib.contextmanager
    def closed_on_error(self) -> Iterator[None]:
        """Closes the link if what is done in this context fails or is interrupted (by a signal, say).

        After an interruption nobody knows what exactly has been sent or read.
        """
        try:
            yield
        except ConnectionLost as error:
            self._end(error)
            raise
        except BaseException:
            self.close()
            raise

    def _end(self, error: ConnectionLost) -> None:
        if self.failure is None:
            self.failure = error
            self._release()
