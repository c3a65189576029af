# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Storage mount points: where Domains are, and where the Accounts of a Domain are."""

from __future__ import annotations

from ..._cli.sections import domain, domain_set
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request

_SUFFIX = ".mnt"


@handles(domain_set.CREATEDOMAINSTORAGE)
def create_domain_storage(request: Request, storage: str, SHARED: bool = False) -> None:
    _add(request.scope(SHARED).domain_storage, storage)


@handles(domain_set.LISTDOMAINSTORAGE)
def list_domain_storage(request: Request, SHARED: bool = False) -> list[str]:
    return request.scope(SHARED).domain_storage


@handles(domain.CREATEACCOUNTSTORAGE)
def create_account_storage(request: Request, domainName: str, storage: str) -> None:
    _add(request.domain(domainName).account_storage, storage)


@handles(domain.LISTACCOUNTSTORAGE)
def list_account_storage(request: Request, domainName: str) -> list[str]:
    return request.domain(domainName).account_storage


def _add(mount_points: list[str], name: str) -> None:
    """Make a mount point with a name that is a plain file name, without the suffix of the directory, and not in use."""
    if not name or not name.isprintable() or "/" in name or name.startswith(".") or name.endswith(_SUFFIX):
        raise refusals.bad_parameters("illegal name of a storage mount point")
    if name in mount_points:
        raise refusals.exists("storage mount point")
    mount_points.append(name)
