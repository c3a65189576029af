# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state file: everything a server knows, as readable JSON.

::

    {"format": 1,
     "server": {scope}, "cluster": {scope} or null,
     "domains": [{"name": ..., "accounts": [...], "groups": [...], ...}, ...]}      the main Domain first

Values are data objects in the JSON form of ``connector/data.py``; what has its default value is left out. Passwords
are in it as they are stored, so the file is readable by its owner only.
"""

from __future__ import annotations

import json
import os
import tempfile
from typing import Any

from ..connector.errors import CgpError
from .model.account import Account
from .model.domain import Domain
from .model.objects import DomainObject, Forwarder, Group, MailingList, NamedTask
from .model.scope import Scope
from .model.server import Server
from .plain import from_plain, to_plain
from .refusals import Refusal

_FORMAT = 1

# Key in the file -> the objects of a Domain kept under it. Aliases are kept with their Accounts.
_KINDS: dict[str, type[DomainObject]] = {
    "accounts": Account,
    "groups": Group,
    "forwarders": Forwarder,
    "mailing_lists": MailingList,
    "named_tasks": NamedTask,
}


class StateError(CgpError):
    """The state file cannot be used."""


def save(server: Server, path: str) -> None:
    """Write the state; the file is replaced as a whole or not at all."""
    directory = os.path.dirname(os.path.abspath(path))
    handle, temporary = tempfile.mkstemp(dir=directory, prefix=os.path.basename(path))
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(dump(server), stream, indent=1, ensure_ascii=False, sort_keys=True)
            stream.write("\n")
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def load(path: str, cluster: bool) -> Server | None:
    """The server as it was saved, or None when there is no such file. ``cluster``: make it a cluster member."""
    try:
        with open(path, encoding="utf-8") as stream:
            return restore(json.load(stream), cluster)
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, LookupError, AttributeError, CgpError, Refusal) as error:
        raise StateError("%s is no state of this simulator (%s)" % (path, type(error).__name__)) from error


def dump(server: Server) -> dict[str, Any]:
    """The state as JSON data."""
    return {
        "format": _FORMAT,
        "server": to_plain(server.local),
        "cluster": to_plain(server.cluster) if server.cluster is not None else None,
        "domains": [_dump_domain(domain) for domain in server.domains()],
    }


def restore(plain: dict[str, Any], cluster: bool) -> Server:
    """A server from the JSON data of ``dump``."""
    if plain["format"] != _FORMAT:
        raise ValueError("unknown format")
    domains = [_restore_domain(dict(domain)) for domain in plain["domains"]]
    server = Server(domains[0], cluster or plain["cluster"] is not None)
    server.local = from_plain(Scope, plain["server"])
    if plain["cluster"] is not None:
        server.cluster = from_plain(Scope, plain["cluster"])
    for domain in domains[1:]:
        server.add_domain(domain)
    for domain in domains:
        for account in domain.all(Account):
            telnums, account.telnums = account.telnums, []
            server.set_telnums(account, telnums)
    return server


def _dump_domain(domain: Domain) -> dict[str, Any]:
    plain = to_plain(domain)
    for key, kind in _KINDS.items():
        objects = [to_plain(found) for found in domain.all(kind)]
        if objects:
            plain[key] = objects
    return plain


def _restore_domain(plain: dict[str, Any]) -> Domain:
    objects = [from_plain(kind, item) for key, kind in _KINDS.items() for item in plain.pop(key, [])]
    domain = from_plain(Domain, plain)
    for restored in objects:
        domain.add(restored)
    return domain
