# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which subject each module serves: how the router finds it without importing a module file."""

from __future__ import annotations

from importlib import import_module
from typing import Any

SUBJECTS = {
    "cgp_account": "ACCOUNT",
    "cgp_account_acl": "ACCOUNT_ACL",
    "cgp_account_default_prefs": "ACCOUNT_DEFAULT_PREFS",
    "cgp_account_defaults": "ACCOUNT_DEFAULTS",
    "cgp_account_info": "ACCOUNT_INFO",
    "cgp_account_password": "ACCOUNT_PASSWORD",
    "cgp_account_prefs": "ACCOUNT_PREFS",
    "cgp_account_remotes": "ACCOUNT_REMOTES",
    "cgp_account_rights": "ACCOUNT_RIGHTS",
    "cgp_account_telnum": "ACCOUNT_TELNUM",
    "cgp_account_telnum_pop": "ACCOUNT_TELNUM_POP",
    "cgp_account_template": "ACCOUNT_TEMPLATE",
    "cgp_alert": "ALERT",
    "cgp_alert_info": "ALERT_INFO",
    "cgp_audit": "AUDIT",
    "cgp_balance": "BALANCE",
    "cgp_command": "COMMAND",
    "cgp_config": "CONFIG",
    "cgp_config_info": "CONFIG_INFO",
    "cgp_dataset": "DATASET",
    "cgp_directory_access_rights": "DIRECTORY_ACCESS_RIGHTS",
    "cgp_directory_integration": "DIRECTORY_INTEGRATION",
    "cgp_directory_records": "DIRECTORY_RECORDS",
    "cgp_directory_unit": "DIRECTORY_UNIT",
    "cgp_domain": "DOMAIN",
    "cgp_domain_certificate": "DOMAIN_CERTIFICATE",
    "cgp_domain_defaults": "DOMAIN_DEFAULTS",
    "cgp_domain_info": "DOMAIN_INFO",
    "cgp_export": "EXPORT",
    "cgp_file_subscription": "FILE_SUBSCRIPTION",
    "cgp_forwarder": "FORWARDER",
    "cgp_forwarder_info": "FORWARDER_INFO",
    "cgp_group": "GROUP",
    "cgp_group_info": "GROUP_INFO",
    "cgp_ip_list": "IP_LIST",
    "cgp_list_bounce": "LIST_BOUNCE",
    "cgp_list_subscriber": "LIST_SUBSCRIBER",
    "cgp_log": "LOG",
    "cgp_mailbox": "MAILBOX",
    "cgp_mailbox_acl": "MAILBOX_ACL",
    "cgp_mailbox_aliases": "MAILBOX_ALIASES",
    "cgp_mailbox_info": "MAILBOX_INFO",
    "cgp_mailbox_subscription": "MAILBOX_SUBSCRIPTION",
    "cgp_mailing_list": "MAILING_LIST",
    "cgp_mailing_list_info": "MAILING_LIST_INFO",
    "cgp_module": "MODULE",
    "cgp_named_task": "NAMED_TASK",
    "cgp_named_task_info": "NAMED_TASK_INFO",
    "cgp_pbx": "PBX",
    "cgp_pbx_files": "PBX_FILE",
    "cgp_pbx_info": "PBX_INFO",
    "cgp_pbx_task": "PBX_TASK",
    "cgp_probe": "PROBE",
    "cgp_queue": "QUEUE",
    "cgp_queue_info": "QUEUE_INFO",
    "cgp_roster": "ROSTER",
    "cgp_route_info": "ROUTE_INFO",
    "cgp_router_table": "ROUTER_TABLE",
    "cgp_rule": "ACCOUNT_RULE",
    "cgp_rules": "RULES",
    "cgp_scheduled_task": "SCHEDULED_TASK",
    "cgp_script": "SCRIPT",
    "cgp_server_action": "SERVER_ACTION",
    "cgp_server_info": "SERVER_INFO",
    "cgp_session": "SESSION",
    "cgp_session_info": "SESSION_INFO",
    "cgp_settings": "SERVER_SETTINGS",
    "cgp_skin": "SKIN",
    "cgp_skin_files": "SKIN_FILE",
    "cgp_skin_info": "SKIN_INFO",
    "cgp_stat": "STAT",
    "cgp_stat_info": "STAT_INFO",
    "cgp_storage": "STORAGE_MOUNT_POINT",
    "cgp_storage_file": "STORAGE_FILE",
    "cgp_storage_file_info": "STORAGE_FILE_INFO",
    "cgp_telnum_info": "TELNUM_INFO",
    "cgp_temp_ip": "TEMP_IP",
    "cgp_temp_ip_info": "TEMP_IP_INFO",
    "cgp_trusted_certificates": "TRUSTED_CERTIFICATES",
    "cgp_vacation": "VACATION",
}
"""Module: the name of what it serves. A test compares this with the module files."""


def noun_of(module: str) -> str:
    """The file of ``_resources`` that describes a module: cgp_X and cgp_X_info have one, X.py."""
    noun = module[len("cgp_") :]
    return noun[: -len("_info")] if noun.endswith("_info") else noun


def subject_of(module: str) -> Any:
    """The Resource, Info or Task of a module. Raises KeyError for a module that the router does not serve."""
    name = SUBJECTS[module]
    return getattr(import_module("._resources.%s" % noun_of(module), __package__), name)
