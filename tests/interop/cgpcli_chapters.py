# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of an administrator in chapters of CGPCLI calls. What they return is taken from the manual, not from a run.

Where the manual leaves a value open (the keys of a Mailbox's information, most error codes), only its kind is asked
for, or what the simulator says of its own choices. CGPCLI sends names as they are, so an argument that needs quotation
marks brings them along, as its users do.
"""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.chapters import (
    account_services,
    accounts,
    addresses,
    alerts,
    applications,
    directory,
    domains,
    file_storage,
    groups_and_tasks,
    mailboxes,
    mailing_lists,
    monitoring,
    queues,
    rules_and_rights,
    server,
    sessions,
    skins,
)

CHAPTERS = (
    domains.DOMAINS,
    domains.DEFAULTS,
    accounts.ACCOUNTS,
    accounts.PASSWORDS,
    accounts.NAMES_AND_NUMBERS,
    groups_and_tasks.GROUPS_AND_TASKS,
    groups_and_tasks.SCHEDULED_TASKS,
    mailing_lists.LISTS,
    mailing_lists.SUBSCRIBERS,
    rules_and_rights.RULES_AND_RIGHTS,
    mailboxes.MAILBOXES,
    file_storage.FILES,
    alerts.ALERTS,
    skins.SKINS,
    skins.CLUSTER_SKINS,
    applications.ENVIRONMENTS,
    applications.CLUSTER_ENVIRONMENT,
    applications.TASKS,
    sessions.SESSIONS,
    account_services.DATASETS,
    account_services.ROSTERS,
    account_services.BALANCES,
    directory.UNITS,
    directory.SHARED_UNITS,
    addresses.ROUTES,
    addresses.TYPES,
    addresses.TEMPORARY,
    queues.QUEUES,
    monitoring.ELEMENTS,
    monitoring.STATISTICS,
    monitoring.LOGS,
    server.SERVER,
    server.CLUSTER,
)


def driven() -> set[str]:
    """The methods whose success one of the chapters proves."""
    return set().union(*(chapter.proven() for chapter in CHAPTERS))
