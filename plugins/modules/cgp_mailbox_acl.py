#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailbox_acl
short_description: Share Mailboxes
version_added: 1.0.0
description:
  - Sets who may do what with a Mailbox, its access control list.
  - Reads with C(LISTMAILBOXES) and C(GETMAILBOXACL), writes with C(SETMAILBOXACL) what differs.
  - Names are compared by all names of the Domain, which C(GETDOMAINALIASES) tells before any is written. Where the
    login may not see them, only the name that is given counts.
  - Needs the Server right All Domains, or the right C(CanAccessMailboxes) of a Domain Administrator, or the login of
    the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account whose Mailbox it is, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  mailbox: &mailbox
    description:
      - Name of an existing Mailbox, with case except for V(INBOX).
    type: str
  acl: &acl
    description:
      - Who may do what. A key names somebody, such as V(bob), V(carol@example.org), V(#support) for a Group, or
        V(anyone@) for everybody in the Domain of the Account. Its value is a string with the letters of the rights in
        any order.
      - V(l) look up, V(r) read, V(s) mark as seen, V(w) set other marks, V(d) delete, V(i) insert, V(p) post, V(c)
        create Mailboxes inside, V(a) administer.
      - Letters after V(+) are added to the rights that somebody has, those after V(-) are taken away. Without a sign
        they are all rights. An empty string takes away all of them.
    type: dict
  mode: &mode
    description:
      - What happens to the rights of those that O(acl) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are taken away.
  acls:
    description:
      - The lists of several Mailboxes. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      account: *account
      mailbox:
        <<: *mailbox
        required: true
      acl: *acl
      mode: *mode
seealso:
  - module: communigate.pro.cgp_mailbox
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Everybody in the domain may read, the help desk may do more, nobody else anything
  communigate.pro.cgp_mailbox_acl:
    account: office@example.com
    mailbox: Projects
    mode: replace
    acl:
      anyone@: lr
      "#support": lrswid

- name: One may delete as well, another may no longer
  communigate.pro.cgp_mailbox_acl:
    account: office@example.com
    mailbox: Projects
    acl:
      alice: +d
      bob: -d

- name: The same rights for several mailboxes
  communigate.pro.cgp_mailbox_acl:
    acl:
      anyone@: lr
    acls:
      - {account: office@example.com, mailbox: INBOX}
      - {account: office@example.com, mailbox: Archive/2026}
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [office@example.com Projects]
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
    - name: office@example.com Projects
      action: update
      changed: true
      before: {acl: {bob: lrd}}
      after: {acl: {bob: lr}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_acl import MAILBOX_ACL


def main():
    run_module(MAILBOX_ACL)


if __name__ == "__main__":
    main()
