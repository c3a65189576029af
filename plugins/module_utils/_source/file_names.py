# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of objects as names of files, and back: any name, on any file system, and none of them leads elsewhere.

What a file system or a shell might take for something else stands as ``%`` and the hexadecimal digits of its bytes in
UTF-8, as in a URL. A name that is empty is ``%``.
"""

from __future__ import annotations

import re
import unicodedata

from ..connector.errors import CgpError

EMPTY = "%"
_PLAIN = frozenset(" !#$&'()+,-.;=@[]^_`{}~")
_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""What Windows takes for a device, whatever follows the dot."""
_CODE = re.compile("%([0-9A-F]{2})")


def encoded(name: str) -> str:
    """The name of the file, or directory, of the object with this name."""
    if not name:
        return EMPTY
    letters = [letter if _is_plain(letter) else _code(letter) for letter in name]
    if name[0] == "." or _DEVICES.match(name):
        letters[0] = _code(name[0])
    if name[-1] in ". ":
        letters[-1] = _code(name[-1])
    return "".join(letters)


def decoded(file_name: str) -> str:
    """The name of the object. Raises CgpError for what ``encoded`` never makes."""
    if file_name == EMPTY:
        return ""
    raw = b"".join(
        bytes([int(part, 16)]) if number % 2 else part.encode("utf-8", "surrogatepass")
        for number, part in enumerate(_CODE.split(file_name))
    )
    try:
        name = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        name = ""
    if "%" in _CODE.sub("", file_name) or not name:
        raise CgpError("%s is the name of nothing" % file_name, "A percent sign in a name is written as %25")
    return name


def encoded_path(name: str) -> str:
    """A name with slashes as that of a file in directories."""
    return "/".join(map(encoded, name.split("/")))


def decoded_path(path: str) -> str:
    """The way back."""
    return "/".join(map(decoded, path.split("/")))


def _is_plain(letter: str) -> bool:
    if letter.isascii():
        return letter.isalnum() or letter in _PLAIN
    # Some file systems keep one form of Unicode only.
    return letter.isprintable() and unicodedata.normalize("NFC", letter) == letter and not unicodedata.combining(letter)


def _code(letter: str) -> str:
    return "".join("%%%02X" % byte for byte in letter.encode("utf-8", "surrogatepass"))
