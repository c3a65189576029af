#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailbox_aliases
short_description: Set Mailbox aliases
version_added: 1.0.0
description:
  - Sets the Mailbox aliases of Accounts. Each is another name for a Mailbox, often for one in another Account, under
    which it shows among the Account's own.
  - Names are compared with case, except for V(INBOX).
  - Reads with C(GETMAILBOXALIASES), writes with C(SETMAILBOXALIASES) all aliases of the Account.
  - Names are compared by all names of the Domain, which C(GETDOMAINALIASES) tells before any is written. Where the
    login may not see them, only the name that is given counts.
  - Needs the Server right All Domains, or the right C(CanAccessMailboxes) of a Domain Administrator, or the login of
    the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.domain
options:
  account: &account
    description:
      - Account that has the aliases, such as V(alice@example.com). Without a Domain it is completed, see O(domain).
    type: str
  aliases: &aliases
    description:
      - The Mailbox that each alias stands for. An alias whose value is null is removed.
    type: dict
  mode: &mode
    description:
      - What happens to aliases that O(aliases) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed.
  accounts:
    description:
      - The aliases of several Accounts. Each item takes the options that describe those of one Account.
    type: list
    elements: dict
    suboptions:
      account:
        <<: *account
        required: true
      aliases: *aliases
      mode: *mode
seealso:
  - module: communigate.pro.cgp_mailbox
  - module: communigate.pro.cgp_mailbox_info
    description: Tells with V(aliases) in O(communigate.pro.cgp_mailbox_info#module:include) what there is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A shared mailbox shows among the own ones of two accounts
  communigate.pro.cgp_mailbox_aliases:
    domain: example.com
    aliases:
      Projects: ~office/Projects
    accounts:
      - account: alice
      - account: bob

- name: One alias goes, another leads elsewhere
  communigate.pro.cgp_mailbox_aliases:
    account: alice@example.com
    aliases:
      Projects: null
      Customers: ~sales/Customers

- name: Nothing but this alias
  communigate.pro.cgp_mailbox_aliases:
    account: bob@example.com
    aliases:
      Customers: ~sales/Customers
    mode: replace
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
      before: {aliases: {Projects: ~former/Projects}}
      after: {aliases: {Projects: ~office/Projects}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_aliases import MAILBOX_ALIASES


def main():
    run_module(MAILBOX_ALIASES)


if __name__ == "__main__":
    main()
