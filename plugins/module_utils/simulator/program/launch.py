# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a simulator as a program of its own, until SIGTERM, SIGINT, SIGHUP or the command SHUTDOWN."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from typing import Sequence

from ...connector.errors import CgpError
from ..network.listener import Listener
from ..options import Options, parse
from ..service.speech import announce, complain, let_go
from .pid_file import PidFile
from .setup import make_service

READY = "listening on "
_HTTP, _HTTPS = "http on ", "https on "


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until told to stop. The exit status is 0 unless it could not start, or could not save its state."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        asyncio.run(_run(options))
    except (CgpError, OSError) as error:
        complain("simulator: %s\n" % error)
        return 1
    finally:
        let_go()
    return 0


async def _run(options: Options) -> None:
    stop = asyncio.Event()
    _stop_by_signal(stop)
    pid_file = PidFile(options.pid_file) if options.pid_file else None
    service = make_service(options)
    gc.freeze()  # what a server begins with stays: looking through a million Accounts for garbage would be in vain
    service.stop = stop.set
    listener = Listener(service, options)
    await listener.open()
    try:
        try:
            if pid_file is not None:
                pid_file.write(*listener.address, listener.http_port, listener.https_port)
                service.journal.told = pid_file.tell_journal_error
            _announce(listener)
            await stop.wait()
        finally:
            await listener.leave()
    except (CgpError, OSError) as error:
        if pid_file is not None:
            pid_file.leave(str(error))
        raise
    if pid_file is not None:
        pid_file.remove()


def _stop_by_signal(stop: asyncio.Event) -> None:
    """A terminal that goes (SIGHUP) ends the simulator as well, unless it was told not to mind: see nohup(1)."""
    loop = asyncio.get_running_loop()
    numbers = [signal.SIGTERM, signal.SIGINT]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        numbers.append(signal.SIGHUP)
    for number in numbers:
        loop.add_signal_handler(number, stop.set)


def _announce(listener: Listener) -> None:
    host, port = listener.address
    for what, its_port in ((_HTTP, listener.http_port), (_HTTPS, listener.https_port), (READY, port)):
        if its_port is not None:
            announce("%s%s:%d\n" % (what, "[%s]" % host if ":" in host else host, its_port))


if __name__ == "__main__":
    raise SystemExit(main())
