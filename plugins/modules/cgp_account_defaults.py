#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_defaults
short_description: Set the default settings of Accounts
version_added: 1.0.0
description:
  - Sets what Accounts have where nothing is set for themselves, in one Domain, or in the whole server or Cluster for
    Domains that do not say either.
  - Reads with C(GETACCOUNTDEFAULTS), C(GETSERVERACCOUNTDEFAULTS) or C(GETCLUSTERACCOUNTDEFAULTS). Writes what
    differs with C(UPDATEACCOUNTDEFAULTS), C(UPDATESERVERACCOUNTDEFAULTS) or C(UPDATECLUSTERACCOUNTDEFAULTS). The
    whole is written with C(SETACCOUNTDEFAULTS) where that is asked for, and with C(SETSERVERACCOUNTDEFAULTS) or
    C(SETCLUSTERACCOUNTDEFAULTS) where a setting is removed.
  - Where a wanted setting of a Domain does not show, and may be the default, those of the server and of the Cluster are
    read, too.
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right All Domains. A Domain Administrator may do this for a Domain, but changes only those
    settings that this Administrator may change; the others are reported as not kept.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.settings
options:
  scope: &scope
    description:
      - Whose defaults these are; V(domain) if it is not given.
    type: str
    choices:
      domain:
        - Those of the O(domain).
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
  domain: &domain
    description:
      - Name of an existing Domain. Needed with O(scope=domain), and only there.
    type: str
  settings: &settings
    description:
      - Account settings, such as C(MaxAccountSize) or C(AccessModes).
      - Without C(PWD) among the services of C(AccessModes), no Account that these defaults are for can use the CLI
        any more, the O(login) included.
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, so that the defaults of the server or the product apply. Secrets stay.
      overwrite:
        - If anything differs, all settings are written at once, and whatever O(settings) does not name goes, secrets as
          well. Only for server administrators.
  defaults:
    description:
      - Several sets of defaults. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      domain: *domain
      settings: *settings
      settings_mode: *settings_mode
seealso:
  - module: communigate.pro.cgp_account_template
    description: Settings that new Accounts are created with.
  - module: communigate.pro.cgp_account
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Limits of all accounts in a domain that have none of their own
  communigate.pro.cgp_account_defaults:
    domain: example.com
    settings:
      MaxAccountSize: 1G
      MaxMessageSize: 50M
      RulesAllowed: Any

- name: The server's own defaults, and those of two domains
  communigate.pro.cgp_account_defaults:
    defaults:
      - scope: server
        settings:
          MaxAccountSize: 100M
      - domain: example.com
        settings:
          MaxAccountSize: 1G
      - domain: example.org
        settings:
          MaxAccountSize: default

- name: Exactly these defaults, in the whole cluster
  communigate.pro.cgp_account_defaults:
    scope: cluster
    settings_mode: replace
    settings:
      MaxAccountSize: 500M
      PWDAllowed: true
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com]
counts:
  description: How many objects were wanted, and how many of them ended in which way.
  returned: unless the task failed as a whole
  type: dict
  sample: {wanted: 3, unchanged: 2, created: 0, updated: 1, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
failures:
  description:
    - The objects that failed, each with its C(name), what went wrong (C(msg)), whether something was C(changed)
      before, and the C(code) of the server's answer if it refused a command; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: dict
  sample: []
not_attempted:
  description: Names of the objects that were not begun; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: []
objects:
  description:
    - Every object with its C(name), the C(action) that it needed (V(none), V(create), V(update), V(rename) or
      V(delete)), whether it was C(changed), and what differed C(before) and C(after).
  returned: with O(detail=all), unless the task failed as a whole
  type: list
  elements: dict
  sample:
    - name: domain example.com
      action: update
      changed: true
      before: {settings: {MaxAccountSize: 500M}}
      after: {settings: {MaxAccountSize: 1G}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_defaults import ACCOUNT_DEFAULTS


def main():
    run_module(ACCOUNT_DEFAULTS)


if __name__ == "__main__":
    main()
