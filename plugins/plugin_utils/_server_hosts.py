# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server has as hosts of an inventory: itself, its Domains, or the Accounts of Domains.

What is told of each is what the ``_info`` modules tell, read in the same way, without secrets.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import Any, Iterator, Mapping, Sequence

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import (
    LISTDOMAINS,
    MAINDOMAINNAME,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.miscellaneous import (
    GETCURRENTCONTROLLER,
    GETVERSION,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.services import enabled
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue, ask
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import Info, run_info
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Conversation
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN_INFO
from ansible_collections.communigate.pro.plugins.module_utils._resources.server import SERVER_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, CliError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

SERVERS, DOMAINS, ACCOUNTS = "servers", "domains", "accounts"
INFOS: dict[str, Info] = {SERVERS: SERVER_INFO, DOMAINS: DOMAIN_INFO, ACCOUNTS: ACCOUNT_INFO}
"""What is read of each sort of hosts."""
DEFAULTS: dict[str, tuple[str, ...]] = {
    SERVERS: (),
    DOMAINS: ("effective_settings", "aliases", "location"),
    ACCOUNTS: ("effective_settings",),
}
_SHARED_DIRECTORY = "SharedDomains"
"""Where the Domains of a Dynamic Cluster are, below the server's base directory."""

Hosts = Iterator[tuple[str, dict[str, Any]]]


def hosts_of(session: Session, sort: str, params: Mapping[str, Any]) -> Hosts:
    """The hosts that a server makes, each a name and variables without their prefix. Raises CgpError.

    ``params``: ``domains``, ``filter``, ``include``, ``limit`` (how many hosts are looked for in a Domain), and the
    ``name`` of the server.
    """
    known = Dialogue(session, read_only=True).one(_of_the_server())
    include = list(params["include"] or DEFAULTS[sort])
    if sort == SERVERS:
        told = run_info(session, SERVER_INFO, {"include": include})[SERVER_INFO.result] if include else {}
        yield params["name"], {"kind": "server", **known, **_without_name(told)}
        return
    for domain, row in _told(session, sort, {**params, "include": include}):
        told = {**row, **row["facts"]}
        own = {"kind": sort[:-1], "domain": domain, sort[:-1]: told["name"]}
        yield told["name"], {**own, **known, **_derived(sort, told), **_without_name(told)}


def _told(session: Session, sort: str, params: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What the ``_info`` module of this sort tells of each object, and the Domain that this belongs to."""
    domains = _chosen(session, params["domains"])
    if sort == DOMAINS:
        found = run_info(session, DOMAIN_INFO, {"names": domains, "include": params["include"]})
        yield from ((told["name"], told) for told in found[DOMAIN_INFO.result])
        return
    for domain in domains:
        asked = {"filter": params["filter"], "limit": params["limit"], "include": [*params["include"], "type"]}
        found = run_info(session, ACCOUNT_INFO, {"domain": domain, **asked})
        yield from ((domain, told) for told in found[ACCOUNT_INFO.result])


def _of_the_server() -> Conversation:
    """What is told with every host. Whether there is a cluster is for those to see who may monitor the server."""
    version, main_domain, controller = yield [GETVERSION(), MAINDOMAINNAME(), GETCURRENTCONTROLLER()]
    for reply in (version, main_domain, controller):
        if isinstance(reply, CgpError) and not isinstance(reply, CliError):
            raise reply
    return {
        "version": None if isinstance(version, CliError) else version,
        "main_domain": None if isinstance(main_domain, CliError) else main_domain,
        "controller": None if isinstance(controller, CliError) else controller or "",
    }


def _chosen(session: Session, patterns: Sequence[str]) -> list[str]:
    """The Domains that are named, or that a pattern fits; a login that may not list them can name them."""
    if patterns and not any(set(pattern) & set("*?[") for pattern in patterns):
        return list(patterns)
    listed = Dialogue(session, read_only=True).one(ask(LISTDOMAINS()))
    if not patterns:
        return list(listed)
    return [name for name in listed if any(fnmatchcase(name.lower(), pattern.lower()) for pattern in patterns)]


def _without_name(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if key not in ("name", "facts", "untold")}


def _derived(sort: str, told: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from what was read: how an Account is kept, whose Domain it is, and whether it is shut."""
    found: dict[str, Any] = {}
    if sort == ACCOUNTS:
        found["type"] = told.get("type")
    elif "location" in told:
        found["shared"] = str(told["location"]).replace("\\", "/").partition("/")[0] == _SHARED_DIRECTORY
    if "effective_settings" in told:
        modes = "AccessModes" if sort == ACCOUNTS else "DomainAccessModes"
        found["suspended"] = not _opens(told["effective_settings"].get(modes, "All"))
    return found


def _opens(modes: Any) -> bool:
    """Whether any service is open (protocol.md section 6.3)."""
    return bool(enabled(modes)) if isinstance(modes, list) else str(modes).lower() != "none"
