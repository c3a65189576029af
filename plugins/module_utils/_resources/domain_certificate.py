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
from .._engine.secrets import HIDDEN
from .._engine.shapes import Shape
from .._pki.certificates import Certificate, read_certificate
from .._pki.der import PkiError
from .._pki.keys import as_traditional
from ..connector.errors import CgpError
from .shared.certificate_doubts import SOON, date_problem, name_doubts
from .shared.options import NAME
from .shared.pem import as_pem, certificates_in, datablock, described, given_pem, in_chain, key_and_certificates
from .shared.settings_commands import CERTIFICATE_SETTINGS

NOUN = "domain certificate"
ON_EXPIRED = Field("on_expired", choices=("fail", "warn"), default="fail")
_KEY, _CERTIFICATE, _CHAIN = "private_key", "certificate", "chain"
_SETTINGS = dict(zip((_KEY, _CERTIFICATE, _CHAIN), CERTIFICATE_SETTINGS))


def _from_options(values: Values) -> dict[str, Any]:
    """The key in the traditional form, the certificate, and the chain if one is given; all of it DER."""
    key, certificate, chain = [given_pem(values, option) for option in _SETTINGS]
    if key is None or certificate is None:
        raise CgpError(
            "a private key and a certificate are needed together",
            "Give private_key or private_key_file, and certificate or certificate_file",
        )
    private_key, own, *others = key_and_certificates(key, certificate)
    wanted: dict[str, Any] = {_KEY: private_key, _CERTIFICATE: own}
    if others or chain is not None:
        # fullchain.pem and chain.pem of certbot hold the same chain.
        chained = [*others, *(certificate.der for certificate in certificates_in(chain or "", _CHAIN))]
        wanted[_CHAIN] = [der for der in dict.fromkeys(chained) if der != own]
    return wanted


def _to_options(parts: dict[str, Any]) -> dict[str, str]:
    """The key is a secret."""
    chain = {_CHAIN: as_pem(*parts[_CHAIN])} if _CHAIN in parts else {}
    return {_CERTIFICATE: as_pem(parts[_CERTIFICATE]), **chain}


def _installed(settings: dict[str, Any]) -> dict[str, Any]:
    """What a Domain has."""
    key, certificate, chain = [datablock(settings.get(setting)) for setting in _SETTINGS.values()]
    found = {_KEY: key and _shown_key(key), _CERTIFICATE: certificate, _CHAIN: chain and in_chain(chain)}
    return {part: value for part, value in found.items() if value}


def _shown_key(key: bytes) -> bytes | None:
    """A key that cannot be read is one that the server does not show."""
    try:
        return as_traditional(key)
    except PkiError:
        return None


def _target(have: dict[str, Any], want: dict[str, Any], whole: bool) -> dict[str, Any]:
    """Where the server does not show the key, the certificate tells whether it is the wanted one."""
    after = {**have, **want}
    if _KEY not in have and have.get(_CERTIFICATE) == want[_CERTIFICATE]:
        del after[_KEY]
    return {part: value for part, value in after.items() if value}


def _delta(have: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {part: after.get(part) for part in _SETTINGS if have.get(part) != after.get(part)}


def _show(parts: dict[str, Any]) -> dict[str, Any]:
    shown: dict[str, Any] = {}
    if _CERTIFICATE in parts:
        shown.update(described(parts[_CERTIFICATE]))
    if _CHAIN in parts:
        shown[_CHAIN] = [described(der) for der in parts[_CHAIN]]
    if _KEY in parts:
        shown[_KEY] = HIDDEN
    return shown


def _update(domain: str, parts: dict[str, Any]) -> list[Any]:
    """All of it in one command, so that a key is never without its certificate. The chain is run together."""
    blocks = {part: b"".join(value) if isinstance(value, list) else value for part, value in parts.items()}
    settings = {_SETTINGS[part]: block or DEFAULT for part, block in blocks.items()}
    return [UPDATEDOMAINSETTINGS(settings, domainName=domain)]


def _create(key: Key, values: Values) -> list[Any]:
    if _CERTIFICATE not in values:
        raise CgpError("the Domain has no certificate", "Give private_key and certificate, or their files")
    return _update(key[0], values[_CERTIFICATE])


def _write(key: Key, edit: Edit) -> list[Any]:
    return _update(key[0], edit.delta)


def _find(domain: str, names: Sequence[str] | None) -> Conversation:
    settings = yield from ask(GETDOMAINSETTINGS(domainName=domain))
    if not any(settings.get(setting) for setting in _SETTINGS.values()):
        return {}
    return {fold(domain): Found(NOUN, {_CERTIFICATE: _installed(settings)})}


def _find_all(domain: str) -> Conversation:
    """Not a key alone: nobody could state its certificate."""
    found: dict[str, Found] = yield from _find(domain, None)
    return {name: one for name, one in found.items() if _CERTIFICATE in one.facts[_CERTIFICATE]}


def _wanted(values: Values) -> Certificate | None:
    return read_certificate(values[_CERTIFICATE][_CERTIFICATE]) if _CERTIFICATE in values else None


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
            _CERTIFICATE,
            (
                Field("private_key", secret=True),
                Field("private_key_file", type="path"),
                Field("certificate"),
                Field("certificate_file", type="path"),
                Field("chain"),
                Field("chain_file", type="path"),
            ),
            Shape(empty={}, target=_target, delta=_delta, show=_show),
            write=_write,
            from_options=_from_options,
            to_options=_to_options,
            listed=_CERTIFICATE,
            created=True,
        ),
    ),
    extras=(ON_EXPIRED,),
    find=_find,
    scope=lambda key: key[0],
    create=_create,
    delete=lambda key, values: _update(key[0], dict.fromkeys(_SETTINGS)),
    check=_check,
    doubts=_doubts,
    ask_doubts=lambda key, values: name_doubts(key[0], _wanted(values)),
    within={"domain": lambda name: [name]},
    find_all=_find_all,
)
