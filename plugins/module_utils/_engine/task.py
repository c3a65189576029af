# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a module is that is neither a noun's state nor its information."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Callable, Mapping

if TYPE_CHECKING:
    from ..connector.session import Session
    from .model import Field
    from .run import Mode


@dataclass(frozen=True)
class Task:
    """A module's options and what is done with them.

    ``rules`` are pairs of an AnsibleModule argument (``mutually_exclusive`` and so on) and its value. ``file_option``
    names a file on the controller that is to hold the text that ``file_of`` makes of a result, unless that is None.
    ``filled`` is the option whose value a directory on the controller may hold, which
    ``of_directory(path, real_path, load_yaml)`` reads: ``real_path(file)`` is where the content of a file is,
    decrypted, and ``load_yaml`` has the data of a text.
    """

    fields: tuple[Field, ...]
    run: Callable[[Session, Mapping[str, Any], Mode], dict[str, Any]]
    rules: tuple[tuple[str, Any], ...] = ()
    file_option: str = ""
    file_of: Callable[[Mapping[str, Any]], str | None] | None = None
    filled: str = ""
    of_directory: Callable[[str, Callable[[str], str], Callable[[str], Any] | None], Any] | None = None

    @property
    def options(self) -> tuple[Field, ...]:
        """All options of the module but those of the connection."""
        return self.fields
