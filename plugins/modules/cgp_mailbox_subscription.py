#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailbox_subscription
short_description: Subscribe Accounts to Mailboxes
version_added: 1.0.0
description:
  - Sets the Mailboxes that Accounts subscribe to, which is what many mail clients show.
  - Their order does not matter. Names are compared with case, except for V(INBOX). Whether a Mailbox exists does not
    matter to the server.
  - Reads with C(GETMAILBOXSUBSCRIPTION), writes with C(SETMAILBOXSUBSCRIPTION) the whole list.
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
      - Account that subscribes, such as V(alice@example.com). Without a Domain it is completed, see O(domain).
    type: str
  mailboxes: &mailboxes
    description:
      - The Mailboxes to subscribe to. One in another Account is named as mail clients name it, such as
        V(~office/Projects).
    type: list
    elements: str
  mode: &mode
    description:
      - What happens to subscriptions that O(mailboxes) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed.
  subscriptions:
    description:
      - The subscriptions of several Accounts. Each item takes the options that describe those of one Account.
    type: list
    elements: dict
    suboptions:
      account:
        <<: *account
        required: true
      mailboxes: *mailboxes
      mode: *mode
seealso:
  - module: communigate.pro.cgp_mailbox_acl
  - module: communigate.pro.cgp_mailbox_info
    description: Tells with V(subscription) in O(communigate.pro.cgp_mailbox_info#module:include) what there is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Everybody in the office sees the shared mailboxes, beside their own
  communigate.pro.cgp_mailbox_subscription:
    domain: example.com
    mailboxes:
      - ~office/Projects
      - ~office/Customers
    subscriptions:
      - account: alice
      - account: bob
      - account: carol

- name: Exactly these
  communigate.pro.cgp_mailbox_subscription:
    account: alice@example.com
    mailboxes: [INBOX, Archive, ~office/Projects]
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
      before: {mailboxes: [INBOX]}
      after: {mailboxes: [INBOX, ~office/Projects]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_subscription import (
    MAILBOX_SUBSCRIPTION,
)


def main():
    run_module(MAILBOX_SUBSCRIPTION)


if __name__ == "__main__":
    main()
