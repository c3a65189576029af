# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server read as a document, and the rows of one brought to another: what tests/unit/document is about."""

from __future__ import annotations

import base64
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import GETDOMAINSETTINGS
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils._engine.document import (
    CLUSTER,
    SERVER,
    Document,
    Told,
    in_order,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Key, Resource, Want
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import facet_value
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.document_nouns import DOMAIN, NAMES
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.pem import datablock
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.connector.transport import Endpoint

from support.in_process import Place

RESOURCES: dict[str, Resource] = {
    module: subject for module, subject in ((module, subject_of(module)) for module in SUBJECTS)
    if isinstance(subject, Resource)
}  # fmt: skip
ORDER = in_order(RESOURCES.values())


CERTIFICATE = "domain certificate"
Rows = dict[str, list[dict[str, Any]]]


@dataclass
class Read:
    """What was read: rows by noun, all that was told, and by Domain the private keys, which no row has."""

    rows: Rows
    told: list[Told]
    keys: dict[str, str]

    def by_key(self, noun: str) -> dict[Key, dict[str, Any]]:
        return {told.key: told.row for told in self.told if told.resource.noun == noun and told.row is not None}

    def silent(self, noun: str) -> dict[Key, set[str]]:
        """The options of each object that the server does not tell, or not as a whole."""
        found: dict[Key, set[str]] = {}
        for told in self.told:
            if told.resource.noun == noun and told.row is not None:
                found.setdefault(told.key, set()).update(path[0] for path, _why in told.untold)
        return found


def read(place: Place, wanted: Collection[str] = (), roots: Collection[str] = (SERVER, CLUSTER)) -> Read:
    """All rows of the wanted nouns, or of all of them."""
    session = Session(Endpoint(host=place.host, port=place.port), Credentials("postmaster", place.password))
    try:
        document = Document(
            Dialogue(session, read_only=True), ORDER, wanted or {one.noun for one in ORDER}, roots
        )  # fmt: skip
        told = list(document.read())
        keys = {
            one.row["name"]: _pem(session.one(GETDOMAINSETTINGS(domainName=one.row["name"]))["PrivateSecureKey"])
            for one in told
            if one.resource.noun == CERTIFICATE and one.row is not None
        }
    finally:
        session.close()
    rows: Rows = {}
    for one in told:
        if one.row is not None:
            rows.setdefault(one.resource.noun, []).append(json.loads(json.dumps(one.row)))
    return Read(rows, told, keys)


def _pem(key: Any) -> str:
    text = base64.b64encode(datablock(key) or b"").decode("ascii")
    return "-----BEGIN RSA PRIVATE KEY-----\n%s\n-----END RSA PRIVATE KEY-----\n" % text


def config(read: Read) -> dict[str, Any]:
    """What was read as cgp_config takes it."""
    server: Rows = {}
    domains: dict[str, Rows] = {}
    for told in read.told:
        if told.row is not None:
            domain = told.key if told.resource.noun == DOMAIN else told.holder.key_of(DOMAIN)
            rows = domains.setdefault(domain[0], {}) if domain else server
            rows.setdefault(NAMES[told.resource.noun], []).append(told.row)
    return {"server": server, "domains": domains}


def secrets(read: Read) -> list[dict[str, str]]:
    """The private keys as cgp_config takes them."""
    return [
        {"noun": "domain_certificate", "name": name, "place": "private_key", "value": key}
        for name, key in read.keys.items()
    ]


def apply(place: Place, read: Read, state: str, only: Collection[str] = (), **options: Any) -> dict[str, Any]:
    """The result of making a server so: all nouns, or only these."""
    names = [NAMES[noun] for noun in only or NAMES]
    given = {"config": config(read), "secrets": secrets(read), "state": state, "only": names, "limit": 1000}
    return place.run(CONFIG, {**given, **options})


def filled(place: Place, exported: Path, read: Read, state: str) -> dict[str, Any]:
    """The same from a directory."""
    given = {"source": str(exported), "secrets": secrets(read), "state": state, "only": list(NAMES.values())}
    return place.run(CONFIG, {**given, "limit": 1000})


def differences(here: Read, there: Read, from_start: Read) -> list[str]:
    """How a server that was given the rows of another differs from that.

    What that did not tell cannot be the same, nor what a server has from the start and no row speaks of.
    """
    found = []
    for noun in sorted({*here.rows, *there.rows}):
        wanted, got = here.by_key(noun), there.by_key(noun)
        unread = {told.key for told in here.told if told.resource.noun == noun and told.row is None}
        if () in unread:
            continue
        silent = here.silent(noun), there.silent(noun)

        def spared(key: Key, silent: Sequence[dict[Key, set[str]]] = silent) -> set[str]:
            return set().union(*(options.get(key, set()) for options in silent))

        for key in sorted({*wanted, *got}):
            if key in unread or (key not in wanted and got[key] == from_start.by_key(noun).get(key)):
                continue
            options = [
                {option: value for option, value in rows.get(key, {"": "no row"}).items() if option not in spared(key)}
                for rows in (wanted, got)
            ]
            if compared(noun, key, options[0]) != compared(noun, key, options[1]):
                found.append("%s %s: %s became %s" % (noun, " ".join(key), *options))
    return found


def compared(noun: str, key: Key, options: Mapping[str, Any]) -> Any:
    """What the options of a row mean, as the module compares it: two servers may spell one value in two ways."""
    (resource,) = [one for one in ORDER if one.noun == noun]
    meant: dict[str, Any] = dict(options)
    for facet in resource.facets:
        given = {field.name: meant.pop(field.name) for field in facet.fields if field.name in meant}
        if given and not any(field.secret for field in facet.fields):
            usual = {field.name: field.default for field in facet.fields if field.default is not None}
            value = facet_value(facet, {**usual, **given})
            shape = facet.shape_of(Want(key))
            meant[facet.name] = shape.canon(shape.target(shape.empty, value, True))
        elif given:
            meant[facet.name] = given
    return meant
