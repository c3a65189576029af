# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A document read from a directory, and written to one, as it comes: ``document_layout`` says what stands where."""

from __future__ import annotations

import json
from typing import Any, Callable, Iterator, Sequence

from ..._engine.document import SERVER, Told
from ..._engine.model import Values
from ..._engine.option_types import kind_of
from ..._engine.rows import RowsToCome, taken
from ..._source import read_source, read_whole
from ..._source.directory import NewContent
from ..._source.files import files_below, read_bytes, read_pieces
from ..._source.yaml_text import yaml_of
from ...connector.errors import CgpError
from .document_layout import (
    DOMAINS,
    SECRETS_FILE,
    SERVER_FILE,
    TREES,
    UNTOLD_FILE,
    Content,
    content_of,
    file_in_tree,
    file_of,
    in_lines,
)
from .document_nouns import NAMES
from .document_reading import domain_of
from .document_untold import Untold, secrets_of
from .file_content import BASE64_CONTENT, TEXT_CONTENT, content_of_options, options_of_content

YamlLoader = Callable[[str], Any]
RealPath = Callable[[str], str]
_OPTION = "source"
_HEAD = "---\n"
_WRITTEN_AT_ONCE = 1 << 20
"""How many characters are held before they are written."""


def read_directory(path: str, real_path: RealPath, load_yaml: YamlLoader | None) -> dict[str, Any]:
    """The document that a directory holds, as the option ``config`` has it, with RowsToCome where that has lists.

    ``real_path(file)`` is where the content of a file is: the file, or a decrypted copy of it.
    CgpError names the file that is wrong; what is wrong with one of many rows is told when they are taken.
    """
    config: dict[str, Any] = {}
    for name in files_below(path):
        try:
            content = content_of(name)
        except CgpError as error:
            raise CgpError("source %s: %s" % (path, error.message), error.hint) from error
        if content is None:
            continue
        nouns = _part(config, content)
        file = "%s/%s" % (path, name)
        for noun, rows in _rows_of(content, file, real_path, load_yaml):
            nouns.setdefault(noun, RowsToCome()).add(rows)
    if not config:
        raise CgpError("source %s holds no document" % path, "%s or %s/NAME is missing" % (SERVER_FILE, DOMAINS))
    return config


def _part(config: dict[str, Any], content: Content) -> dict[str, Any]:
    if not content.domain:
        return config.setdefault(SERVER, {})  # type: ignore[no-any-return]
    return config.setdefault(DOMAINS, {}).setdefault(content.domain, {})  # type: ignore[no-any-return]


def _rows_of(
    content: Content, file: str, real_path: RealPath, load_yaml: YamlLoader | None
) -> Iterator[tuple[str, Iterator[Any]]]:
    if content.row is not None:
        yield content.noun, iter([{**content.row, **options_of_content(_read(file, real_path))}])
    elif content.noun:
        yield content.noun, _rows_in(file, real_path, load_yaml)
    else:
        for noun, rows in read_whole(file, _read(file, real_path), load_yaml).items():
            if not isinstance(rows, list):
                raise CgpError("source %s: %s must be a list" % (file, noun))
            for number, row in enumerate(rows, 1):
                if not isinstance(row, dict):
                    told = (file, noun, number, kind_of(row))
                    raise CgpError("source %s: %s: number %d must be a dictionary, not %s" % told)
            yield noun, taken(rows)


def _read(file: str, real_path: RealPath) -> bytes:
    return read_bytes(real_path(file), _OPTION)


def _rows_in(file: str, real_path: RealPath, load_yaml: YamlLoader | None) -> Iterator[Any]:
    """The file is read with its first row: until then none of it is held."""
    yield from read_source(file, read_pieces(real_path(file), _OPTION), load_yaml)


class Export:
    """Writes what is told to the files of a directory; what is the server's stands together at the end."""

    def __init__(self, directory: NewContent) -> None:
        self.directory = directory
        self.counts: dict[str, int] = {}
        self.secrets = 0
        self.untold = Untold()
        self._server: dict[str, list[Any]] = {}
        self._held: dict[str, list[str]] = {}
        self._characters = 0

    def add(self, told: Told) -> None:
        """Takes one object."""
        if told.row is not None:
            noun = NAMES[told.resource.noun]
            self.counts[noun] = self.counts.get(noun, 0) + 1
            self._add_row(noun, domain_of(told), told.row)
        options = {secret.name for secret in told.resource.secrets}
        for secret in secrets_of(told):
            if secret.pop("certain") or secret["place"] in options:
                self.secrets += 1
                text = json.dumps({**secret, "value": ""}, ensure_ascii=False)
                self._hold(SECRETS_FILE, "  - %s\n" % text, _HEAD + "cgp_secrets:\n")
        self.untold.add(told)

    def finish(self, order: Sequence[str], *, with_server: bool) -> None:
        """Writes what is left; ``order`` has the nouns as they depend on each other.

        ``with_server``: whether what the server has was looked at. A file of it would say that it has nothing else.
        """
        if with_server:
            server = {noun: self._server[noun] for noun in order if noun in self._server}
            self._hold(SERVER_FILE, yaml_of(server), _HEAD)
        self._hold(UNTOLD_FILE, yaml_of(self.untold.entries()), _HEAD)
        self._hold(SECRETS_FILE, "", _HEAD + "cgp_secrets: []\n")
        self._write()

    def _add_row(self, noun: str, domain: str, row: Values) -> None:
        file = file_in_tree(noun, domain, row) if noun in TREES else ""
        if file and self.directory.takes(file):  # else it is a row, as of any noun
            content = {name: row[name] for name in (TEXT_CONTENT.name, BASE64_CONTENT.name) if name in row}
            self.directory.append(file, content_of_options(content))
        elif not domain:
            self._server.setdefault(noun, []).append(row)
        elif in_lines(noun):
            self._hold(file_of(noun, domain), json.dumps(row, ensure_ascii=False) + "\n")
        else:
            self._hold(file_of(noun, domain), yaml_of([row]), _HEAD)

    def _hold(self, name: str, text: str, head: str = "") -> None:
        """``head``: what the file begins with."""
        held = self._held.setdefault(name, [head])
        held.append(text)
        self._characters += len(text)
        if self._characters > _WRITTEN_AT_ONCE:
            self._write()

    def _write(self) -> None:
        for name, texts in self._held.items():
            if texts:
                self.directory.append(name, "".join(texts).encode("utf-8", "surrogateescape"))
                texts.clear()
        self._characters = 0
