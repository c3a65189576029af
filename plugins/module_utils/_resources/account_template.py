# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new Account of a Domain starts with: the manual, Domain Administration."""

from __future__ import annotations

from dataclasses import replace

from .._cli.sections.domain import GETACCOUNTTEMPLATE, SETACCOUNTTEMPLATE, UPDATEACCOUNTTEMPLATE
from .._engine.model import Field, Resource
from .shared.account_settings import settings_facet, write_of_domain
from .shared.options import SETTINGS_OVERWRITE
from .shared.settings_commands import nulling

ACCOUNT_TEMPLATE = Resource(
    noun="account template",
    plural="account templates",
    list_option="templates",
    key=(Field("domain", required=True),),
    facets=(
        replace(
            settings_facet(
                lambda domain: GETACCOUNTTEMPLATE(domainName=domain),
                lambda key, edit: write_of_domain(UPDATEACCOUNTTEMPLATE, SETACCOUNTTEMPLATE, key[0], edit),
                UPDATEACCOUNTTEMPLATE,
            ),
            insist=nulling(lambda key, changes: UPDATEACCOUNTTEMPLATE(changes, domainName=key[0])),
        ),
    ),
    extras=(SETTINGS_OVERWRITE,),
    within={"domain": lambda name: [(name,)]},
    after=("account",),  # a new one is given what is in it
)
