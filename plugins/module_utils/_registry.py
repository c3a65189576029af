# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which subject each module serves: how the router finds it without importing a module file."""

from __future__ import annotations

from importlib import import_module
from typing import Any

SUBJECTS = {
    "cgp_account": ("account", "ACCOUNT"),
    "cgp_account_acl": ("account_acl", "ACCOUNT_ACL"),
    "cgp_account_default_prefs": ("account_default_prefs", "ACCOUNT_DEFAULT_PREFS"),
    "cgp_account_defaults": ("account_defaults", "ACCOUNT_DEFAULTS"),
    "cgp_account_info": ("account_info", "ACCOUNT_INFO"),
    "cgp_account_password": ("account_password", "ACCOUNT_PASSWORD"),
    "cgp_account_prefs": ("account_default_prefs", "ACCOUNT_PREFS"),
    "cgp_account_remotes": ("account_remotes", "ACCOUNT_REMOTES"),
    "cgp_account_rights": ("account_rights", "ACCOUNT_RIGHTS"),
    "cgp_account_telnum": ("account_telnum", "ACCOUNT_TELNUM"),
    "cgp_account_telnum_pop": ("account_telnum", "ACCOUNT_TELNUM_POP"),
    "cgp_account_template": ("account_defaults", "ACCOUNT_TEMPLATE"),
    "cgp_alert": ("alert", "ALERT"),
    "cgp_alert_info": ("alert", "ALERT_INFO"),
    "cgp_balance": ("balance", "BALANCE"),
    "cgp_command": ("command", "COMMAND"),
    "cgp_dataset": ("dataset", "DATASET"),
    "cgp_directory_access_rights": ("directory_unit", "DIRECTORY_ACCESS_RIGHTS"),
    "cgp_directory_integration": ("directory_unit", "DIRECTORY_INTEGRATION"),
    "cgp_directory_records": ("directory_unit", "DIRECTORY_RECORDS"),
    "cgp_directory_unit": ("directory_unit", "DIRECTORY_UNIT"),
    "cgp_domain": ("domain", "DOMAIN"),
    "cgp_domain_certificate": ("domain_certificate", "DOMAIN_CERTIFICATE"),
    "cgp_domain_defaults": ("domain_defaults", "DOMAIN_DEFAULTS"),
    "cgp_domain_info": ("domain_info", "DOMAIN_INFO"),
    "cgp_file_subscription": ("shared.subscription", "FILE_SUBSCRIPTION"),
    "cgp_forwarder": ("forwarder", "FORWARDER"),
    "cgp_forwarder_info": ("forwarder_info", "FORWARDER_INFO"),
    "cgp_group": ("group", "GROUP"),
    "cgp_group_info": ("group_info", "GROUP_INFO"),
    "cgp_ip_list": ("ip_list", "IP_LIST"),
    "cgp_list_bounce": ("list_bounce", "LIST_BOUNCE"),
    "cgp_list_subscriber": ("list_subscriber", "LIST_SUBSCRIBER"),
    "cgp_log": ("server_action", "LOG"),
    "cgp_mailbox": ("mailbox", "MAILBOX"),
    "cgp_mailbox_acl": ("mailbox", "MAILBOX_ACL"),
    "cgp_mailbox_aliases": ("mailbox_aliases", "MAILBOX_ALIASES"),
    "cgp_mailbox_info": ("mailbox_info", "MAILBOX_INFO"),
    "cgp_mailbox_subscription": ("shared.subscription", "MAILBOX_SUBSCRIPTION"),
    "cgp_mailing_list": ("mailing_list", "MAILING_LIST"),
    "cgp_mailing_list_info": ("mailing_list_info", "MAILING_LIST_INFO"),
    "cgp_module": ("module", "MODULE"),
    "cgp_named_task": ("named_task", "NAMED_TASK"),
    "cgp_named_task_info": ("named_task", "NAMED_TASK_INFO"),
    "cgp_pbx": ("pbx", "PBX"),
    "cgp_pbx_files": ("pbx_files", "PBX_FILE"),
    "cgp_pbx_info": ("pbx_info", "PBX_INFO"),
    "cgp_pbx_task": ("pbx_task", "PBX_TASK"),
    "cgp_queue": ("queue", "QUEUE"),
    "cgp_queue_info": ("queue", "QUEUE_INFO"),
    "cgp_roster": ("roster", "ROSTER"),
    "cgp_route_info": ("route", "ROUTE_INFO"),
    "cgp_router_table": ("router_table", "ROUTER_TABLE"),
    "cgp_rule": ("rule", "ACCOUNT_RULE"),
    "cgp_rules": ("rules", "RULES"),
    "cgp_scheduled_task": ("scheduled_task", "SCHEDULED_TASK"),
    "cgp_script": ("pbx_task", "SCRIPT"),
    "cgp_server_action": ("server_action", "SERVER_ACTION"),
    "cgp_server_info": ("server", "SERVER_INFO"),
    "cgp_session": ("session", "SESSION"),
    "cgp_session_info": ("session_info", "SESSION_INFO"),
    "cgp_settings": ("settings", "SERVER_SETTINGS"),
    "cgp_skin": ("skin", "SKIN"),
    "cgp_skin_files": ("skin_files", "SKIN_FILE"),
    "cgp_skin_info": ("skin_info", "SKIN_INFO"),
    "cgp_stat": ("stat", "STAT"),
    "cgp_stat_info": ("statistics_info", "STAT_INFO"),
    "cgp_storage": ("storage", "STORAGE_MOUNT_POINT"),
    "cgp_storage_file": ("storage_file", "STORAGE_FILE"),
    "cgp_storage_file_info": ("storage_file_info", "STORAGE_FILE_INFO"),
    "cgp_telnum_info": ("telnum", "TELNUM_INFO"),
    "cgp_temp_ip": ("temp_ip", "TEMP_IP"),
    "cgp_temp_ip_info": ("temp_ip", "TEMP_IP_INFO"),
    "cgp_trusted_certificates": ("trusted_certificates", "TRUSTED_CERTIFICATES"),
    "cgp_vacation": ("vacation", "VACATION"),
}
"""Module: the file of ``_resources`` and the name in it. A test compares this with the module files."""


def subject_of(module: str) -> Any:
    """The Resource, Info or Task of a module. Raises KeyError for a module that the router does not serve."""
    file, name = SUBJECTS[module]
    return getattr(import_module("._resources.%s" % file, __package__), name)
