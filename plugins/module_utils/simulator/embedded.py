# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator inside this process, on a thread of its own: for tests that want no other process.

::

    with Embedded(Options(port=0, password="secret")) as simulator:
        connect to simulator.host, simulator.port
        simulator.control('FAULT "drop-after:verb=CREATEACCOUNT"')
"""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType
from typing import Any

from .control import language
from .network.listener import Listener
from .options import Options
from .program.setup import make_service
from .service.clock import Clock
from .service.service import Service


class Embedded:
    """Listens from ``__enter__`` to ``__exit__``, or to the command SHUTDOWN. ``service`` may be looked at while no
    command is on its way."""

    def __init__(self, options: Options, clock: Clock | None = None) -> None:
        self.service: Service = make_service(options, clock)
        self._listener = Listener(self.service, options)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._leaving: asyncio.Task[None] | None = None
        self.service.stop = self._shut_down

    @property
    def host(self) -> str:
        return self._listener.address[0]

    @property
    def port(self) -> int:
        return self._listener.address[1]

    @property
    def http_port(self) -> int | None:
        return self._listener.http_port

    @property
    def https_port(self) -> int | None:
        return self._listener.https_port

    def control(self, line: str) -> Any:
        """Say a line of the control language; returns the answer's data object, or None. Refusal if it is refused."""

        async def obey() -> Any:
            return language.obey(self.service, line)

        return asyncio.run_coroutine_threadsafe(obey(), self._loop).result()

    def __enter__(self) -> Embedded:
        self._thread.start()
        try:
            asyncio.run_coroutine_threadsafe(self._listener.open(), self._loop).result()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        finally:
            self._end()

    def _shut_down(self) -> None:
        """The command SHUTDOWN was given; this is called on the thread."""
        if self._leaving is None:
            self._leaving = self._loop.create_task(self._listener.leave())

    async def _close(self) -> None:
        if self._leaving is not None:
            await self._leaving
        await self._listener.admit_no_more()
        await self._listener.close()
        await asyncio.sleep(0)  # in which connections are closed

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
