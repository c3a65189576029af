# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which subject each module serves: how the router finds it without importing a module file."""

from __future__ import annotations

from importlib import import_module
from typing import Any

SUBJECTS = {
    "cgp_account": ("account", "ACCOUNT"),
    "cgp_account_defaults": ("domain_accounts", "ACCOUNT_DEFAULTS"),
    "cgp_account_info": ("account_info", "ACCOUNT_INFO"),
    "cgp_account_template": ("domain_accounts", "ACCOUNT_TEMPLATE"),
    "cgp_command": ("command", "COMMAND"),
    "cgp_domain": ("domain", "DOMAIN"),
    "cgp_domain_info": ("domain_info", "DOMAIN_INFO"),
    "cgp_forwarder": ("forwarder", "FORWARDER"),
    "cgp_group": ("group", "GROUP"),
    "cgp_ip_list": ("ip_list", "IP_LIST"),
    "cgp_mailbox": ("mailbox", "MAILBOX"),
    "cgp_mailbox_acl": ("mailbox", "MAILBOX_ACL"),
    "cgp_rules": ("rules", "RULES"),
    "cgp_server_info": ("server_info", "SERVER_INFO"),
    "cgp_settings": ("server_settings", "SERVER_SETTINGS"),
    "cgp_storage_file": ("storage_file", "STORAGE_FILE"),
}
"""Module: the file of ``resources`` and the name in it. A test compares this with the module files."""


def subject_of(module: str) -> Any:
    """The Resource, Info or Task of a module. Raises KeyError for a module that the router does not serve."""
    file, name = SUBJECTS[module]
    return getattr(import_module(".resources.%s" % file, __package__), name)
