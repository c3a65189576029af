# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of sets of files, such as a Skin or a Real-Time Application Environment."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, Callable, Dict, Sequence

from ..._cli.syntax import Command
from ..._engine.info import Known, Objects
from ..._engine.model import Conversation, Field, label
from ...connector.errors import CliError, NotAllowed, UnknownCommand
from .places import STOCK

CONTENTS = Field("contents", type="list", elements="str", default=[])
Described = Dict[str, Any]


@dataclass(frozen=True)
class FileSet:
    """One set: its name, and the commands that list and read its files.

    ``listing`` is None for a set that is known not to be there. ``certain``: it is known to be there, so that a refusal
    to list its files says something else.
    """

    name: str
    listing: Command | None
    read: Callable[[str], Command]
    certain: bool = False


def objects(
    own: str, place: Sequence[str], sets: Sequence[FileSet], patterns: Sequence[str], content_of: Callable[[Any], bytes]
) -> Conversation:
    """The sets as Objects, each with its files, and of those with a fitting name what they hold.

    ``place``: the scope and the Domain; ``own``: the option that names a set. What is built in is no row of any module:
    that stands beside.
    """
    told = yield from _tell(sets, patterns, content_of)
    there = [(one.name, files) for one, files in zip(sets, told) if files is not None]
    missing = [label((*place, one.name)) for one, files in zip(sets, told) if files is None]
    if place[0] == STOCK:
        return Objects(missing=missing, besides={STOCK: [{own: name, "files": files} for name, files in there]})
    return Objects([Known((*place, name), facts={"files": files}) for name, files in there], missing)


def _tell(sets: Sequence[FileSet], patterns: Sequence[str], content_of: Callable[[Any], bytes]) -> Conversation:
    """The files of each set; None for one that does not exist."""
    listed = yield from _listed(sets)
    told = [None if listing is None else _files(listing) for listing in listed]
    chosen: list[tuple[Described, Command]] = [
        (file, one.read(file["name"]))
        for one, files in zip(sets, told)
        for file in files or ()
        if any(fnmatchcase(file["name"], pattern) for pattern in patterns)
    ]
    replies = (yield [command for _file, command in chosen]) if chosen else []
    for (file, _command), reply in zip(chosen, replies):
        if isinstance(reply, CliError):
            raise reply
        file["content"] = _readable(content_of(reply))
    return told


def _listed(sets: Sequence[FileSet]) -> Conversation:
    """What each set is listed with, None for one that is not there."""
    commands = [one.listing for one in sets if one.listing is not None]
    replies = iter((yield commands) if commands else ())
    listed = [None if one.listing is None else next(replies) for one in sets]
    for one, reply in zip(sets, listed):
        if isinstance(reply, (NotAllowed, UnknownCommand)) or (one.certain and isinstance(reply, CliError)):
            raise reply
    return [None if isinstance(reply, CliError) else reply for reply in listed]


def _files(listing: Any) -> list[Described]:
    """A list: the files' names must not be taken for those of settings, of which some are secret."""
    return [{"name": name, **(told if isinstance(told, dict) else {})} for name, told in listing.items()]


def _readable(content: bytes) -> Any:
    """Text as a string, anything else as it is."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return content
    return content if "\0" in text else text
