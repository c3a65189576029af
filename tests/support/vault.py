# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets that tests plant, and what to look for them in."""

from __future__ import annotations

import base64
import secrets
from pathlib import Path

GIVEN_TO_ANSIBLE = ("playbook.yml", "inventory.json", "extra-vars.json")


class Vault:
    """Makes secrets, and finds them again by the part of each that no escaping changes."""

    def __init__(self) -> None:
        self._tokens: dict[str, str] = {}

    def new(self, place: str) -> str:
        """A secret for a place, with characters that are escaped in many ways."""
        self._tokens[place] = "Sesame" + secrets.token_hex(8)
        return '%s "\\ü\'{[(; ' % self._tokens[place]

    def plain(self, place: str) -> str:
        """A secret for a place, of letters and digits only."""
        return self.new(place).partition(" ")[0]

    def number(self, place: str) -> int:
        """A secret number for a place."""
        number = 10**15 + secrets.randbelow(9 * 10**15)
        self._tokens[place] = str(number)
        return number

    def found_in(self, text: str) -> list[str]:
        """The places whose secrets are in a text, in whatever letters, or in base64."""
        folded = text.lower()
        return sorted(
            place
            for place, token in self._tokens.items()
            if token.lower() in folded or any(coded in text for coded in in_base64(token))
        )


def in_base64(token: str) -> list[str]:
    """What of a token's base64 is the same whatever stands before and behind it, for each place where it may begin."""
    coded = (base64.b64encode(b"\0" * before + token.encode()).decode() for before in range(3))
    return [text[4:-4] for text in coded]


def left_in(directory: Path) -> list[Path]:
    """All files in a directory but those that Ansible was given."""
    return [path for path in sorted(directory.rglob("*")) if path.is_file() and path.name not in GIVEN_TO_ANSIBLE]


def text_of(files: list[Path]) -> str:
    """The names and contents of files."""
    return "".join("%s\n%s\n" % (path, path.read_text(encoding="utf-8", errors="replace")) for path in files)
