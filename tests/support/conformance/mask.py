# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What of a reply is compared and shown.

A code, with the class of the refusal that clients make of it; the types and the structure of data; and of texts those
that were said in the scene itself, and the words of the vocabulary. Everything else (times, numbers that the server
counts, its names, addresses and settings) is told by its type alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import DataError, cli_error
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import Reply

from .bounds import Scene

SCRATCH = "scratch.example"
"""What the scratch Domain is called in all that is shown."""
_AMOUNT = re.compile(r"-?[0-9]{1,12}[a-zA-Z]?")
_TYPES: Mapping[type, str] = {int: "<number>", bytes: "<data>", float: "<number>", bool: "<flag>"}


def _vocabulary() -> frozenset[str]:
    words = {"default", "#null#"}
    for scope in SCOPES.values():
        for setting in scope:
            words.update(setting.path, *setting.values)
    return frozenset(word.lower() for word in words)


_VOCABULARY = _vocabulary()


class Mask:
    """For the replies and commands of one scene in the scratch Domain of this name."""

    def __init__(self, scene: Scene, scratch: str) -> None:
        self._secrets = scene.secrets
        self._scratch = re.compile(re.escape(scratch), re.IGNORECASE)
        self._said: set[str] = set()
        self._numbers: set[int] = set()
        self._blocks: set[bytes] = set()
        for command in scene.commands:
            for atom in _atoms(command.arguments):
                self._note(atom)

    def _note(self, atom: Any) -> None:
        if isinstance(atom, str):
            text = self._shown(atom)
            self._said.update((text.lower(), text.partition("@")[0].lower()))
        elif isinstance(atom, bytes):
            self._blocks.add(atom)
        elif isinstance(atom, int):
            self._numbers.add(atom)
            self._said.add(str(atom))

    def command(self, command: Command) -> str:
        """A command without secrets, in the Domain that is called SCRATCH."""
        line = Command(command.spec, command.redacted()).line()
        return self._scratch.sub(SCRATCH, line)

    def reply(self, reply: Reply, verb: str) -> str:
        if reply.code >= 400:
            return "%d %s" % (reply.code, type(cli_error(reply.code, reply.text, verb)).__name__)
        if reply.data is None:
            return "%d" % reply.code
        try:
            return "%d %s" % (reply.code, self._value(data.parse(reply.data)))
        except DataError:
            return "%d <unreadable>" % reply.code

    def _value(self, value: Any) -> str:
        if value is None:
            return "#NULL#"
        if isinstance(value, dict):
            members = sorted("%s=%s;" % (self._text(key), self._value(inner)) for key, inner in value.items())
            return "{%s}" % "".join(members)
        if isinstance(value, list):
            return "(%s)" % ",".join(self._value(inner) for inner in value)
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, int) and value in self._numbers or isinstance(value, bytes) and value in self._blocks:
            return data.write(value)
        return _TYPES.get(type(value), "<%s>" % type(value).__name__.lower())

    def _text(self, text: str) -> str:
        if text in self._secrets:
            return "<the password>"
        shown = self._shown(text)
        local, _at, domain = shown.lower().partition("@")
        if not text or self._is_known(shown) or domain == SCRATCH and self._is_known(local):
            return data.write(shown)
        if shown.lower() == SCRATCH:
            return SCRATCH
        return "<amount>" if _AMOUNT.fullmatch(text) else "<text>"

    def _is_known(self, text: str) -> bool:
        return text.lower() in self._said or text.lower() in _VOCABULARY

    def _shown(self, text: str) -> str:
        return self._scratch.sub(SCRATCH, text)


def _atoms(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _atoms(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _atoms(inner)
    else:
        yield value
