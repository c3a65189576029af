# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that read, replace or update one dictionary that holds for all Domains.

The manual gives the value ``default`` no meaning there, so it is kept like any other.
"""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.syntax import CommandSpec
from ..handling.arguments import only
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.settings import Settings


def serve(
    where: Callable[[Request], Settings],
    get: CommandSpec,
    replace: CommandSpec | None = None,
    update: CommandSpec | None = None,
) -> None:
    """Register handlers for the commands of one dictionary, which ``where`` finds."""

    def read(request: Request) -> Settings:
        return where(request)

    def set_all(request: Request, **new: Any) -> None:
        target = where(request)
        target.clear()
        merge(request, **new)

    def merge(request: Request, **new: Any) -> None:
        settings.update_literally(where(request), only(new))

    handles(get)(read)
    if replace is not None:
        handles(replace)(set_all)
    if update is not None:
        handles(update)(merge)
