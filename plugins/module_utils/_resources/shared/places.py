# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nouns that a Domain, the server and the cluster each have: the options that say whose they are.

A *place* is one string for the engine, made as results name things: ``domain example.com``, ``server``, ``cluster``,
and behind it what of the place is meant, such as a Skin.
"""

from __future__ import annotations

from typing import Any, Callable, Mapping

from ..._cli.syntax import Command, CommandSpec
from ..._engine.model import Field, Key, Values, fold, label
from ...connector.errors import CgpError

SCOPE = Field("scope", choices=("domain", "server", "cluster"), default="domain")
STOCK = "stock"
SCOPE_OR_STOCK = Field("scope", choices=("domain", "server", "cluster", STOCK), default="domain")
"""With what is built into the server, which can only be read."""
DOMAIN_NAME = Field("domain")


KEYS_IN_PLACES: Mapping[str, Callable[..., Any]] = {
    "domain": lambda name: [("domain", name)],
    "server": lambda: [("server", "")],
    "cluster": lambda: [("cluster", "")],
}
"""What there is one of in each place."""
PLACES: Mapping[str, Callable[..., Any]] = {
    "domain": lambda name: [place_of("domain", name)],
    "server": lambda: ["server"],
    "cluster": lambda: ["cluster"],
}


def check_place(key: Key, values: Values) -> None:
    """The scope and the Domain are the first parts of the key."""
    require_domain(key[0], key[1])


def check_domain(scope: str, domain: str) -> None:
    """Raises CgpError for a Domain where none belongs, and for a missing one."""
    if (scope == "domain") != bool(domain):
        raise CgpError("the option domain goes with scope: domain, and only with it")


def require_domain(scope: str, domain: str) -> None:
    """The same where a Domain is part of a place: a space would make another place of its name."""
    check_domain(scope, domain)
    if " " in domain:
        raise CgpError("domain is no name of a Domain", "Give one name, without spaces")


def place_of(*parts: str) -> str:
    return label(parts)


def fold_place(place: str) -> str:
    """A place in the form in which places are compared: case counts only in what of it is meant."""
    words = place.split(" ")
    named = 2 if fold(words[0]) == "domain" else 1
    return place_of(*map(fold, words[:named]), *words[named:])


def split_place(place: str) -> tuple[str, str, str]:
    """(scope, Domain, what of it is meant)."""
    scope, _space, rest = place.partition(" ")
    if scope not in (SCOPE.choices or ()):
        raise CgpError("%s is no place" % place, "A place is: domain and its name, server, or cluster")
    if scope != "domain":
        return scope, "", rest
    domain, _space, rest = rest.partition(" ")
    require_domain(scope, domain)
    return scope, domain, rest


def command_for_place(spec: CommandSpec, domain: str, **arguments: Any) -> Command:
    """The command for a place: only that of a Domain takes a name."""
    return spec(**({"domainName": domain} if domain else {}), **arguments)
