# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control language: what a test tells the simulator about the world around it, outside the CLI.

A line is a word and at most one data object: ``FAULT "drop-after:verb=CREATEACCOUNT"``. What there is to say stands
with the things it is about, in functions that the decorator ``control`` registers.
"""

from __future__ import annotations

import difflib
from functools import partial
from typing import Any, Callable, TypeVar

from ...connector import data
from ...connector.errors import DataError
from ..answers import refusals
from ..answers.refusals import Refusal
from ..service.service import Service

Function = TypeVar("Function", bound=Callable[[Service, Any], Any])

CONTROLS: dict[str, Callable[[Service, Any], Any]] = {}


def control(word: str) -> Callable[[Function], Function]:
    """Let the decorated function obey the control command ``word``; it gets the Service and one data object.

    The object is None if there was none. What the function returns is the answer, None a bare success.
    """

    def register(function: Function) -> Function:
        CONTROLS[word] = function
        return function

    return register


def obey(service: Service, line: str) -> Any:
    """What a line is answered with: a data object, or None. Refusal if it is not obeyed, and nothing else."""
    word, _space, rest = line.strip().partition(" ")
    function = CONTROLS.get(word.upper())
    if function is None:
        near = difflib.get_close_matches(word.upper(), CONTROLS, 1)
        meant = "did you mean %s? " % near[0] if near else ""
        raise Refusal(500, "unknown control word; %sHELP lists what there is" % meant)
    try:
        argument = data.parse(rest) if rest.strip() else None
        return service.membership.control(word.upper(), argument, line, partial(function, service, argument))
    except DataError as error:
        raise refusals.bad_parameters("malformed data object at position %d" % error.position) from None
    except Refusal:
        raise
    except Exception as error:  # noqa: BLE001 (a faulty word must not end the session that said it)
        raise refusals.internal_error(type(error).__name__) from error
