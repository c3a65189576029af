# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What came with the server, for ``Resource.stock``: by its name, or as the server itself lists it."""

from __future__ import annotations

from typing import Any, Callable, Collection

from ..._cli.syntax import Command
from ..._engine.model import Conversation
from ...connector.errors import CliError
from .places import split_place


def known(names: Collection[str]) -> Callable[[str], Conversation]:
    """What has one of these names, wherever it is."""

    def stock(scope: str) -> Conversation:
        yield from ()
        return names

    return stock


def known_outside_of_domains(names: Collection[str]) -> Callable[[str], Conversation]:
    """The same, of the server and the cluster: what a Domain has it was given."""

    def stock(place: str) -> Conversation:
        yield from ()
        return () if split_place(place)[0] == "domain" else names

    return stock


def listed_outside_of_domains(listing: Callable[[str], Command]) -> Callable[[str], Conversation]:
    """Files in a place of the server or the cluster that a listing of built-in ones has for the same part of it.

    A Domain has none: its Skins and its environment are not there before somebody makes them (seen live of Skins), and
    the manual has the commands for built-in files in the place of the server's, not of a Domain's.
    """

    def stock(place: str) -> Conversation:
        scope, _domain, part = split_place(place)
        if scope == "domain":
            return ()
        (reply,) = yield [listing(part)]
        built_in: Any = () if isinstance(reply, CliError) else reply
        return built_in

    return stock
