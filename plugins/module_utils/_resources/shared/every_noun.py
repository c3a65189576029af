# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All nouns of which there are rows, by the names of their modules without the prefix."""

from __future__ import annotations

from ..._engine.model import Resource
from ..account import ACCOUNT
from ..account_acl import ACCOUNT_ACL
from ..account_default_prefs import ACCOUNT_DEFAULT_PREFS
from ..account_defaults import ACCOUNT_DEFAULTS
from ..account_prefs import ACCOUNT_PREFS
from ..account_remotes import ACCOUNT_REMOTES
from ..account_rights import ACCOUNT_RIGHTS
from ..account_telnum import ACCOUNT_TELNUM
from ..account_template import ACCOUNT_TEMPLATE
from ..alert import ALERT
from ..dataset import DATASET
from ..directory_access_rights import DIRECTORY_ACCESS_RIGHTS
from ..directory_integration import DIRECTORY_INTEGRATION
from ..directory_unit import DIRECTORY_UNIT
from ..domain import DOMAIN
from ..domain_certificate import DOMAIN_CERTIFICATE
from ..domain_defaults import DOMAIN_DEFAULTS
from ..file_subscription import FILE_SUBSCRIPTION
from ..forwarder import FORWARDER
from ..group import GROUP
from ..ip_list import IP_LIST
from ..list_subscriber import LIST_SUBSCRIBER
from ..mailbox import MAILBOX
from ..mailbox_acl import MAILBOX_ACL
from ..mailbox_aliases import MAILBOX_ALIASES
from ..mailbox_subscription import MAILBOX_SUBSCRIPTION
from ..mailing_list import MAILING_LIST
from ..module import MODULE
from ..named_task import NAMED_TASK
from ..pbx import PBX
from ..pbx_files import PBX_FILE
from ..roster import ROSTER
from ..router_table import ROUTER_TABLE
from ..rule import ACCOUNT_RULE
from ..rules import RULES
from ..settings import SERVER_SETTINGS
from ..skin import SKIN
from ..skin_files import SKIN_FILE
from ..storage import STORAGE_MOUNT_POINT
from ..storage_file import STORAGE_FILE
from ..temp_ip import TEMP_IP
from ..trusted_certificates import TRUSTED_CERTIFICATES
from ..vacation import VACATION

NOUNS: dict[str, Resource] = {
    "account": ACCOUNT,
    "account_acl": ACCOUNT_ACL,
    "account_default_prefs": ACCOUNT_DEFAULT_PREFS,
    "account_defaults": ACCOUNT_DEFAULTS,
    "account_prefs": ACCOUNT_PREFS,
    "account_remotes": ACCOUNT_REMOTES,
    "account_rights": ACCOUNT_RIGHTS,
    "account_telnum": ACCOUNT_TELNUM,
    "account_template": ACCOUNT_TEMPLATE,
    "alert": ALERT,
    "dataset": DATASET,
    "directory_access_rights": DIRECTORY_ACCESS_RIGHTS,
    "directory_integration": DIRECTORY_INTEGRATION,
    "directory_unit": DIRECTORY_UNIT,
    "domain": DOMAIN,
    "domain_certificate": DOMAIN_CERTIFICATE,
    "domain_defaults": DOMAIN_DEFAULTS,
    "file_subscription": FILE_SUBSCRIPTION,
    "forwarder": FORWARDER,
    "group": GROUP,
    "ip_list": IP_LIST,
    "list_subscriber": LIST_SUBSCRIBER,
    "mailbox": MAILBOX,
    "mailbox_acl": MAILBOX_ACL,
    "mailbox_aliases": MAILBOX_ALIASES,
    "mailbox_subscription": MAILBOX_SUBSCRIPTION,
    "mailing_list": MAILING_LIST,
    "module": MODULE,
    "named_task": NAMED_TASK,
    "pbx": PBX,
    "pbx_files": PBX_FILE,
    "roster": ROSTER,
    "router_table": ROUTER_TABLE,
    "rule": ACCOUNT_RULE,
    "rules": RULES,
    "settings": SERVER_SETTINGS,
    "skin": SKIN,
    "skin_files": SKIN_FILE,
    "storage": STORAGE_MOUNT_POINT,
    "storage_file": STORAGE_FILE,
    "temp_ip": TEMP_IP,
    "trusted_certificates": TRUSTED_CERTIFICATES,
    "vacation": VACATION,
}
"""A test compares this with the registry, which a module on a target has no use for: it imports by name."""
