#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_template
short_description: Set the Account Template of Domains
version_added: 1.0.0
description:
  - Sets with which settings new Accounts of a Domain are created. Accounts that exist are not changed.
  - Reads with C(GETACCOUNTTEMPLATE), writes with C(UPDATEACCOUNTTEMPLATE) what differs, or with
    C(SETACCOUNTTEMPLATE) the whole where that is asked for.
  - Needs the Server right All Domains. A Domain Administrator may do this as well, but changes only those settings
    that this Administrator may change; the others are reported as not kept.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.settings
options:
  domain: &domain
    description:
      - Name of an existing Domain.
    type: str
  settings: &settings
    description:
      - Account settings, such as C(MaxAccountSize) or C(AccessModes).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed. Secrets stay.
      overwrite:
        - If anything differs, all settings are written at once, and whatever O(settings) does not name goes, secrets as
          well. Only for server administrators.
  templates:
    description:
      - The templates of several Domains. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      domain:
        <<: *domain
        required: true
      settings: *settings
      settings_mode: *settings_mode
seealso:
  - module: communigate.pro.cgp_account_defaults
    description: Settings of Accounts that have none of their own.
  - module: communigate.pro.cgp_account
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: What new accounts of a domain start with
  communigate.pro.cgp_account_template:
    domain: example.com
    settings:
      ServiceClass: standard
      PasswordEncryption: A-crpt

- name: The same for several domains
  communigate.pro.cgp_account_template:
    settings:
      ServiceClass: standard
    templates:
      - domain: example.com
      - domain: example.org
        settings:
          ServiceClass: premium

- name: A template that sets nothing
  communigate.pro.cgp_account_template:
    domain: shop.example
    settings: {}
    settings_mode: replace
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [example.com]
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
    - name: example.com
      action: update
      changed: true
      before: {settings: {}}
      after: {settings: {ServiceClass: standard}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_template import ACCOUNT_TEMPLATE


def main():
    run_module(ACCOUNT_TEMPLATE)


if __name__ == "__main__":
    main()
