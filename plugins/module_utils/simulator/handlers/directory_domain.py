# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory-based Domains, and the records that other Domains have in the Directory.

The Directory itself is not simulated. What a client can see of it through the CLI, and what a test can look at, is
here: which Domains have records in it, and which Domains were made in it without the server's knowledge.
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import domain, domain_set
from ..answers import refusals
from ..control.language import control
from ..handling.registry import handles
from ..handling.request import Request
from ..model import directory_record
from ..model import settings as model_settings
from ..model.domain import Domain
from ..model.names import legal_domain_name
from ..model.settings import is_yes
from ..service.service import Service

# The Directory Integration setting that allows Directory-based Domains; its name is this simulator's own. A setting
# that nobody has set allows them, because a playbook cannot know that name.
_ENABLED = "DirectoryDomains"


@handles(domain_set.CREATEDIRECTORYDOMAIN)
def create_directory_domain(request: Request, domainName: str, settings: dict[str, Any] | None = None) -> None:
    _require_enabled(request)
    _add(request, domainName, settings or {})


@handles(domain_set.RELOADDIRECTORYDOMAINS)
def reload_directory_domains(request: Request) -> None:
    """A record whose name a Domain has by now is passed over."""
    _require_enabled(request)
    found = request.server.runtime.directory_domains
    for name in sorted(found):
        if request.server.find_domain(name) is None:
            _add(request, name, found[name])
    found.clear()


@handles(domain.INSERTDIRECTORYRECORDS)
def insert_directory_records(request: Request, domainName: str) -> None:
    """The records are as the objects are now: nothing keeps them up to date. An empty name is the own Domain's."""
    where = request.domain(domainName)
    where.directory_records = directory_record.records(where, request.server.main_domain.name)


@handles(domain.DELETEDIRECTORYRECORDS)
def delete_directory_records(request: Request, domainName: str) -> None:
    """Refused for a Directory-based Domain, which has nothing but its records."""
    where = request.domain(domainName)
    if where.directory_based:
        raise refusals.impossible("a directory-based domain lives in its directory records")
    where.directory_records = {}


@control("DIRECTORYDOMAIN")
def make_directory_domain(service: Service, argument: Any) -> None:
    """Make a Directory-based Domain in the Directory, bypassing the server: {name="client.example"; settings={...};}

    The server knows it after RELOADDIRECTORYDOMAINS.
    """
    name = argument.get("name") if isinstance(argument, dict) else None
    settings = argument.get("settings", {}) if isinstance(argument, dict) else None
    if not isinstance(name, str) or not isinstance(settings, dict):
        raise refusals.bad_parameters("a dictionary with a name and settings is needed")
    service.server.runtime.directory_domains[legal_domain_name(name)] = settings


@control("DIRECTORYRECORDS")
def directory_records(service: Service, argument: Any) -> dict[str, Any]:
    """The records that INSERTDIRECTORYRECORDS has made for a Domain, by the names of its objects: client.example"""
    found = service.server.find_domain(argument) if isinstance(argument, str) else None
    if found is None:
        raise refusals.unknown_domain()
    return found.directory_records


def _require_enabled(request: Request) -> None:
    if not is_yes(request.scope(False).directory_integration.get(_ENABLED, "YES")):
        raise refusals.impossible("directory-based domains are disabled")


def _add(request: Request, name: str, settings: dict[str, Any]) -> None:
    new = Domain(name, directory_based=True)
    model_settings.update(new.settings, settings)
    request.server.add_domain(new)
