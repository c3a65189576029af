# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Set Administration: the defaults of the server and of the cluster, and how both use the Directory."""

from __future__ import annotations

from ..._cli.sections import domain_set as commands
from .dictionaries import serve

serve(
    lambda request: request.scope(False).domain_defaults,
    commands.GETDOMAINDEFAULTS, commands.SETDOMAINDEFAULTS, commands.UPDATEDOMAINDEFAULTS,
)
serve(
    lambda request: request.scope(True).domain_defaults,
    commands.GETCLUSTERDOMAINDEFAULTS, commands.SETCLUSTERDOMAINDEFAULTS, commands.UPDATECLUSTERDOMAINDEFAULTS,
)
serve(
    lambda request: request.scope(False).account_defaults,
    commands.GETSERVERACCOUNTDEFAULTS, commands.SETSERVERACCOUNTDEFAULTS, commands.UPDATESERVERACCOUNTDEFAULTS,
)
serve(
    lambda request: request.scope(True).account_defaults,
    commands.GETCLUSTERACCOUNTDEFAULTS, commands.SETCLUSTERACCOUNTDEFAULTS, commands.UPDATECLUSTERACCOUNTDEFAULTS,
)
serve(
    lambda request: request.scope(False).account_prefs,
    commands.GETSERVERACCOUNTPREFS, commands.SETSERVERACCOUNTPREFS, commands.UPDATESERVERACCOUNTPREFS,
)
serve(
    lambda request: request.scope(True).account_prefs,
    commands.GETCLUSTERACCOUNTPREFS, commands.SETCLUSTERACCOUNTPREFS, commands.UPDATECLUSTERACCOUNTPREFS,
)
serve(
    lambda request: request.scope(False).directory_integration,
    commands.GETDIRECTORYINTEGRATION, commands.SETDIRECTORYINTEGRATION,
)
serve(
    lambda request: request.scope(True).directory_integration,
    commands.GETCLUSTERDIRECTORYINTEGRATION, commands.SETCLUSTERDIRECTORYINTEGRATION,
)
