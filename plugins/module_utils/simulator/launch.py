# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running a simulator as a program of its own, until SIGTERM or SIGINT."""

from __future__ import annotations

import asyncio
import signal
import sys
from typing import Sequence

from ..connector.errors import CgpError
from .listener import Listener
from .options import Options, parse
from .pid_file import PidFile
from .setup import make_service

READY = "listening on "


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
    listener = Listener(make_service(options), options)
    await listener.open()
    host, port = listener.address
    if pid_file is not None:
        pid_file.write(host, port)
    sys.stdout.write("%s%s:%d\n" % (READY, "[%s]" % host if ":" in host else host, port))
    sys.stdout.flush()
    await stop.wait()
    await listener.close()
    if pid_file is not None:
        pid_file.remove()


if __name__ == "__main__":
    raise SystemExit(main())
