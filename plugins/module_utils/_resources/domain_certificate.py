# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The private key, certificate and chain of Domains: three of their settings (protocol.md section 6.1)."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.default_word import DEFAULT
from .._cli.sections.domain import GETDOMAINSETTINGS, UPDATEDOMAINSETTINGS
from .._engine.dialogue import ask
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values, fold
from .._engine.shapes import Shape
from .._pki.certificates import Certificate, read_certificate
from ..connector.errors import CgpError
from .shared.certificate_doubts import SOON, date_problem, name_doubts
from .shared.certificate_parts import (
    CERTIFICATE,
    KEY,
    SETTINGS,
    delta,
    from_options,
    installed,
    show,
    target,
    to_options,
    without_key,
)
from .shared.options import NAME

NOUN = "domain certificate"
ON_EXPIRED = Field("on_expired", choices=("fail", "warn"), default="fail")


def _update(domain: str, parts: dict[str, Any]) -> list[Any]:
    """All of it in one command, so that a key is never without its certificate. The chain is run together."""
    blocks = {part: b"".join(value) if isinstance(value, list) else value for part, value in parts.items()}
    settings = {SETTINGS[part]: block or DEFAULT for part, block in blocks.items()}
    return [UPDATEDOMAINSETTINGS(settings, domainName=domain)]


def _create(key: Key, values: Values) -> list[Any]:
    if CERTIFICATE not in values:
        raise CgpError("the Domain has no certificate", "Give private_key and certificate, or their files")
    if KEY not in values[CERTIFICATE]:
        raise without_key()
    return _update(key[0], values[CERTIFICATE])


def _write(key: Key, edit: Edit) -> list[Any]:
    return _update(key[0], edit.delta)


def _find(domain: str, names: Sequence[str] | None) -> Conversation:
    settings = yield from ask(GETDOMAINSETTINGS(domainName=domain))
    if not any(settings.get(setting) for setting in SETTINGS.values()):
        return {}
    return {fold(domain): Found(NOUN, {CERTIFICATE: installed(settings)})}


def _find_all(domain: str) -> Conversation:
    """Not a key alone: nobody could state its certificate."""
    found: dict[str, Found] = (yield from _find(domain, None))
    return {name: one for name, one in found.items() if CERTIFICATE in one.facts[CERTIFICATE]}


def _wanted(values: Values) -> Certificate | None:
    return read_certificate(values[CERTIFICATE][CERTIFICATE]) if CERTIFICATE in values else None


def _check(key: Key, values: Values) -> None:
    problem = date_problem(_wanted(values))
    if problem and values.get(ON_EXPIRED.name) == "fail":
        raise CgpError(problem, "To install it all the same set on_expired: warn")


def _doubts(key: Key, values: Values) -> list[str]:
    problem = date_problem(_wanted(values), SOON)
    return ["Domain %s: %s" % (key[0], problem)] if problem else []


DOMAIN_CERTIFICATE = Resource(
    noun=NOUN,
    plural="domain certificates",
    list_option="domains",
    key=(NAME,),
    facets=(
        Facet(
            CERTIFICATE,
            (
                Field("private_key", secret=True),
                Field("private_key_file", type="path"),
                Field("certificate"),
                Field("certificate_file", type="path"),
                Field("chain"),
                Field("chain_file", type="path"),
            ),
            Shape(empty={}, target=target, delta=delta, show=show),
            write=_write,
            from_options=from_options,
            to_options=to_options,
            listed=CERTIFICATE,
            created=True,
        ),
    ),
    extras=(ON_EXPIRED,),
    find=_find,
    scope=lambda key: key[0],
    create=_create,
    delete=lambda key, values: _update(key[0], dict.fromkeys(SETTINGS)),
    check=_check,
    doubts=_doubts,
    ask_doubts=lambda key, values: name_doubts(key[0], _wanted(values)),
    within={"domain": lambda name: [name]},
    find_all=_find_all,
)
