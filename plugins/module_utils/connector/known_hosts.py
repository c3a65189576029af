# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file of known SSH hosts says of one server (sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT").

paramiko reads such files itself, but not each that OpenSSH reads: it knows no markers and no patterns, and a line that
it cannot read ends the whole. Like ``ssh_tunnel.py``, this is imported only when a tunnel is asked for.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import paramiko

_SSH_PORT = 22
_REVOKED = "@revoked"
_HASHED = "|1|"


class _Line(NamedTuple):
    """One line: ``marker`` is empty or begins with ``@``; ``key`` is in base64."""

    marker: str
    hosts: str
    kind: str
    key: str


class KnownKeys:
    """The keys that ``lines`` tell for a server, and those that they revoke.

    Skipped are lines that cannot be read, and certificate authorities, since paramiko asks no server for a certificate.
    """

    def __init__(self, lines: Iterable[str], host: str, port: int) -> None:
        # As both OpenSSH and paramiko look it up.
        self._name = host if port == _SSH_PORT else "[%s]:%d" % (host, port)
        told = list(_read(lines))
        self._revoked = {
            # At whatever port: a key that is known to others is none to trust.
            _blob(line.key) for line in told
            if line.marker == _REVOKED and any(_means(line.hosts, name) for name in (host, self._name))
        }  # fmt: skip
        self._lines = [line for line in told if not line.marker and _means(line.hosts, self._name)]

    def is_revoked(self, key: paramiko.PKey) -> bool:
        """Whether the server must not be trusted for having this key."""
        return key.asbytes() in self._revoked

    def tell(self, known: paramiko.HostKeys) -> None:
        """Add the server's keys to paramiko's, the first of each kind, without those that are revoked."""
        for line in self._lines:
            key = _key(line)
            if key is None or self.is_revoked(key):
                continue
            name = key.get_name()
            if name not in (known.lookup(self._name) or {}):
                known.add(self._name, name, key)


def _read(lines: Iterable[str]) -> Iterator[_Line]:
    for line in lines:
        words = line.split()
        if not words or words[0].startswith("#"):
            continue
        marker = words.pop(0) if words[0].startswith("@") else ""
        if len(words) >= 3:
            yield _Line(marker, *words[:3])


def _key(line: _Line) -> paramiko.PKey | None:
    from paramiko.hostkeys import HostKeyEntry

    try:
        entry = HostKeyEntry.from_line("host %s %s" % (line.kind, line.key))
    except Exception:  # noqa: BLE001 (paramiko and what it reads keys with have a dozen errors for what is no key)
        return None
    return entry.key if entry is not None else None


def _blob(key: str) -> bytes:
    """The bytes of a key in base64; none are no key's."""
    try:
        return base64.b64decode(key, validate=True)
    except ValueError:
        return b""


def _means(hosts: str, name: str) -> bool:
    """Whether a line's list of patterns means a name: one of them does, and none that begins with ``!``."""
    patterns = hosts.split(",")
    if any(_matches(pattern[1:], name) for pattern in patterns if pattern.startswith("!")):
        return False
    return any(_matches(pattern, name) for pattern in patterns if not pattern.startswith("!"))


def _matches(pattern: str, name: str) -> bool:
    if pattern.startswith(_HASHED):
        return _is_hash_of(pattern, name)
    wild = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(wild, name, re.IGNORECASE) is not None


def _is_hash_of(hashed: str, name: str) -> bool:
    """Whether ``|1|salt|hash`` stands for a name."""
    salt, _bar, digest = hashed[len(_HASHED) :].partition("|")
    made = hmac.new(_blob(salt), name.lower().encode("utf-8"), hashlib.sha1).digest()
    return hmac.compare_digest(made, _blob(digest))
