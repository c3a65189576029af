#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_domain_defaults
short_description: Set the default settings of Domains
version_added: 1.0.0
description:
  - Sets what Domains have where nothing is set for themselves, in the server or in the whole Dynamic Cluster.
  - Reads with C(GETDOMAINDEFAULTS) or C(GETCLUSTERDOMAINDEFAULTS). Writes with C(UPDATEDOMAINDEFAULTS) or
    C(UPDATECLUSTERDOMAINDEFAULTS) what differs. Where settings are to be removed, it writes what is to stay, too, with
    C(SETDOMAINDEFAULTS) or C(SETCLUSTERDOMAINDEFAULTS), which replace the whole.
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right All Domains.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.settings
options:
  scope: &scope
    description:
      - Whose defaults these are; V(server) if it is not given.
    type: str
    choices:
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
  settings: &settings
    description:
      - Domain settings, such as C(MailToUnknown) or C(AccountsLimit).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, so that the defaults of the product apply. Secrets stay.
  defaults:
    description:
      - Several sets of defaults. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      settings: *settings
      settings_mode: *settings_mode
seealso:
  - module: communigate.pro.cgp_domain
  - module: communigate.pro.cgp_account_defaults
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Mail for unknown names is refused, unless a domain says otherwise
  communigate.pro.cgp_domain_defaults:
    settings:
      MailToUnknown: Rejected
      MailToAllAction: Authenticated Domain Users

- name: The same limits for the domains of the server and of the cluster
  communigate.pro.cgp_domain_defaults:
    settings:
      AccountsLimit: 1000
    defaults:
      - scope: server
      - scope: cluster
        settings:
          ListsLimit: 20

- name: Exactly these defaults
  communigate.pro.cgp_domain_defaults:
    settings_mode: replace
    settings:
      MailToUnknown: Rejected
      AccountsLimit: unlimited
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server]
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
    - name: server
      action: update
      changed: true
      before: {settings: {AccountsLimit: "500"}}
      after: {settings: {AccountsLimit: "1000"}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain_defaults import DOMAIN_DEFAULTS


def main():
    run_module(DOMAIN_DEFAULTS)


if __name__ == "__main__":
    main()
