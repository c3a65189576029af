# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where addresses lead: they are written in many ways, and a Domain of the server has more than one name."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple

from .model import Facts, Name

LOCAL, OUTSIDE, UNKNOWN = "local", "outside", "unknown"
_URI = re.compile(
    r"(?:mailto|sips?|xmpp|tel):(?://)?(?P<user>(?:\{[^{}]*\}|[^:@;?{])*)(?::[^@;?]*)?(?P<host>@(?:\[[^\]]*\]|[^:/;?]*))?",
    re.IGNORECASE,
)
"""What is no part of the address: a password, a port, parameters, headers, and which of several clients is meant."""
_ANGLES = re.compile(r"<([^<>]*)>\s*\Z")
_MARKED = re.compile(r"(?:\[[^\]@]*\]\s+)+")
_PARTS = re.compile(r"(.*)@([^@{}]*)\Z", re.DOTALL)
"""Between braces stand arguments of a program, which may be addresses."""
_PIECES = re.compile(
    r'''"(?:[^"\\]|\\.)*" | \{(?:[^{}]|\{[^{}]*\})*\} | <[^<>]*>
    | (?P<besides>\((?:[^()]|\([^()]*\))*\) | ;[\w.-]+=[^;,@<>"\s]*(?=[;,>\s]|\Z)) | .''',
    re.DOTALL | re.VERBOSE,
)
"""What stands together in such a text, but for letters; ``besides`` are comments and parameters."""
_SEPARATORS = ",;\r\n"
ALWAYS_THERE = frozenset(["all", "blacklisted", "error", "mailer-daemon", "null", "postmaster", "spamtrap"])
"""Names that mean something in each Domain although no listing has them (protocol.md section 6.7; the Router)."""


class Address(NamedTuple):
    """An address: its part before the Domain, and the folded Domain, which is empty for the object's own."""

    local: str
    domain: str

    @property
    def account(self) -> str:
        """The folded name that a Domain is asked for: before a ``#`` stands what is meant of it."""
        return self.local.rpartition("#")[2].strip('"').strip().lower()


def split_addresses(text: str) -> list[str]:
    """The addresses in a text that has several, with commas, semicolons or line ends between them."""
    found, current = [], ""
    for piece in _pieces(text):
        if piece in _SEPARATORS:
            found.append(current)
            current = ""
        else:
            current += piece
    return [address.strip() for address in [*found, current] if address.strip()]


def _pieces(text: str) -> list[str]:
    """The pieces of a text without comments and parameters, which lead nowhere (RFC 5322, RFC 3261)."""
    return [piece.group() for piece in _PIECES.finditer(text) if not piece.group("besides")]


def parsed(text: str, facts: Facts) -> Address:
    """One address. What only looks like one of the server's, ``user%elsewhere@here``, is the one that it leads to."""
    text = _MARKED.sub("", "".join(_pieces(text)).strip(), count=1)
    angles = _ANGLES.search(text)
    text = (angles.group(1) if angles else text).strip()
    uri = _URI.match(text)
    text = uri.group("user") + (uri.group("host") or "") if uri else text
    parts = _PARTS.match(text)
    local, domain = parts.groups() if parts else (text, "")
    domain = domain.strip().rstrip(".").lower()
    if (domain in facts.homes or not domain) and "{" not in local:
        inner = local.strip('"')
        for sign in ("@", "%"):
            name, found, behind = inner.rpartition(sign)
            if found and behind.strip():
                return parsed("%s@%s" % (name, behind), facts)
    return Address(local.strip(), domain)


def where(address: Address, facts: Facts) -> str:
    """Whether an address is one of this server. Which IP addresses it has nobody asks it."""
    if not address.domain or address.domain in facts.homes:
        return LOCAL
    if address.domain.startswith("[") or "^" in address.domain or facts.unknown:
        return UNKNOWN
    return OUTSIDE


def why_unknown(address: Address, facts: Facts) -> str:
    """Why nobody knows where an address leads."""
    if address.domain.startswith("["):
        return "whether an IP address in an address is one of this server is not known"
    if "^" in address.domain:
        return "where an address leads that is made when a message comes is not known"
    return "the Domains of this server are not all known: %s" % facts.unknown


def names_there(address: Address, domain: str, facts: Facts) -> Iterator[Name]:
    """The name that a Domain of the server is asked for, if there is one that may be missing."""
    home = facts.homes.get(address.domain or domain, address.domain or domain)
    account = address.account
    if account and account not in ALWAYS_THERE and not set(account).intersection("^*{}"):
        yield home, account
