# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Real-Time Application Environment of one level: the files of its programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ...connector.data import Timestamp
from ..answers.refusals import bad_parameters, impossible
from .stock_pbx import FILES, STORED
from .stored_files import UNNAMED, FileSets, PlainFile, built_in


@dataclass
class PbxEnvironment(FileSets):
    """The files of an environment (the unnamed set) and its national subsets, which are named after a language.

    A file of a subset is named ``language/fileName``.
    """

    kind: ClassVar[str] = "national subset"
    unnamed_kind: ClassVar[str] = "real-time application environment"

    def delete(self, name: str, unnamed_last: bool = False) -> None:
        """Let a national subset go; the manual has no command that removes the environment itself."""
        if name == UNNAMED:
            raise impossible("only national subsets can be removed")
        super().delete(name, unnamed_last)

    def file(self, name: str) -> PlainFile:
        language, file_name = _split(name)
        return self.get(language).file(file_name)

    def store_file(self, name: str, content: bytes, now: Timestamp) -> None:
        language, file_name = _split(name)
        self.get(language).store(file_name, content, now)

    def delete_file(self, name: str) -> None:
        language, file_name = _split(name)
        self.get(language).delete(file_name)


STOCK = PbxEnvironment(built_in(FILES, STORED))
"""The built-in environment; no command changes it."""


def _split(name: str) -> tuple[str, str]:
    """The language ("" for none) and the file name in ``language/fileName``."""
    language, _slash, file_name = name.rpartition("/")
    if "/" in language or name.startswith("/"):
        raise bad_parameters("the file name must be fileName or language/fileName")
    return language, file_name
