# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a simulator as a program of its own, until SIGTERM, SIGINT or the command SHUTDOWN."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from typing import Sequence

from ...connector.errors import CgpError
from ..network.listener import Listener
from ..options import Options, parse
from .pid_file import PidFile
from .setup import make_service

READY = "listening on "
_HTTP, _HTTPS = "http on ", "https on "


def main(arguments: Sequence[str] | None = None) -> int:
    """Run until told to stop. The exit status is 0 unless it could not start."""
    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        asyncio.run(_run(options))
    except (CgpError, OSError) as error:
        sys.stderr.write("simulator: %s\n" % error)
        return 1
    return 0


async def _run(options: Options) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    pid_file = PidFile(options.pid_file) if options.pid_file else None
    service = make_service(options)
    gc.freeze()  # what a server begins with stays: looking through a million Accounts for garbage would be in vain
    service.stop = stop.set
    listener = Listener(service, options)
    await listener.open()
    host, port = listener.address
    if pid_file is not None:
        pid_file.write(host, port, listener.http_port, listener.https_port)
    for what, its_port in ((_HTTP, listener.http_port), (_HTTPS, listener.https_port), (READY, port)):
        if its_port is not None:
            sys.stdout.write("%s%s:%d\n" % (what, "[%s]" % host if ":" in host else host, its_port))
    sys.stdout.flush()
    await stop.wait()
    await listener.leave()
    if pid_file is not None:
        pid_file.remove()


if __name__ == "__main__":
    raise SystemExit(main())
