#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_prefs
short_description: Set the Preferences of Accounts
version_added: 1.0.0
description:
  - Sets the Preferences of existing Accounts, which their users can choose themselves, too.
  - Reads with C(GETACCOUNTPREFS), and where a wanted one does not show and may be the default also the effective
    ones. Writes with C(UPDATEACCOUNTPREFS) what differs, or with O(settings_mode=replace) the
    whole with C(SETACCOUNTPREFS).
  - Needs the Server right All Domains, or the right C(WebUserSettings) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.domain
  - communigate.pro.settings
options:
  name: &name
    description:
      - Name of the Account, such as V(alice@example.com).
    type: str
  settings: &settings
    description:
      - Preferences, such as C(Language) or C(TimeZone).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to Preferences that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, whatever the user chose, so that the defaults of the Domain apply.
  accounts:
    description:
      - Several Accounts. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      settings: *settings
      settings_mode: *settings_mode
seealso:
  - module: communigate.pro.cgp_account_default_prefs
    description: Preferences of all who did not choose others.
  - module: communigate.pro.cgp_account_info
    description: Reads Preferences, with C(effective_prefs) in C(include) also those that come from defaults.
  - module: communigate.pro.cgp_account
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Language and character set of one account
  communigate.pro.cgp_account_prefs:
    name: alice@example.com
    settings:
      Language: French
      Charset: utf-8

- name: The same mailboxes for several accounts, one of which empties its trash sooner
  communigate.pro.cgp_account_prefs:
    domain: example.com
    settings:
      SentBox: Sent Items
      TrashBox: Trash
    accounts:
      - name: alice
      - name: bob
        settings:
          EmptyTrash: 7d

- name: Back to the defaults of the domain
  communigate.pro.cgp_account_prefs:
    name: bob@example.com
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
  sample: [alice@example.com]
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
    - name: alice@example.com
      action: update
      changed: true
      before: {settings: {Language: English}}
      after: {settings: {Language: French}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_prefs import ACCOUNT_PREFS


def main():
    run_module(ACCOUNT_PREFS)


if __name__ == "__main__":
    main()
