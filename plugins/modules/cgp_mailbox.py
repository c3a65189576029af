#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailbox
short_description: Create, rename and delete Mailboxes
version_added: 1.0.0
description:
  - Makes Mailboxes of Accounts as they are described. Creates, renames and deletes them, and can purge an Account of
    the Mailboxes that are not listed.
  - O(purge) deletes any Mailbox of the Accounts in O(purge.within) that is not listed, with all mail in it, but never
    an INBOX. Keep those that an Account has anyway, such as C(Trash), by O(purge.keep).
  - Reads with C(LISTMAILBOXES), and with C(GETMAILBOXALIASES) whether a name that is not listed is an alias. A
    purge of several Accounts asks with C(GETACCOUNTALIASES) whether they are one. Writes with C(CREATEMAILBOX),
    C(RENAMEMAILBOX), C(DELETEMAILBOX) and C(SETMAILBOXCLASS).
  - Needs the Server right All Domains, or the right C(CanAccessMailboxes) of a Domain Administrator, or the login of
    the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
options:
  account: &account
    description:
      - Account whose Mailbox it is, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  name: &name
    description:
      - Name of the Mailbox, with case. A Mailbox inside another is named V(Archive/2026).
      - V(.mbox), V(.mdir) or V(.mslc) at its end chooses the type of a new Mailbox, and does not count when names are
        compared, since servers list it without. What is to be deleted is named as it is listed.
    type: str
  state: &state
    description:
      - Whether there is to be such a Mailbox; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Mailbox exists.
      absent:
        - There is no such Mailbox. Its mail is deleted with it.
  rename_from: &rename_from
    description:
      - Former name of the Mailbox. If there is a Mailbox with that name, it is renamed to O(name) with its mail.
      - When it has been renamed already nothing is done. When neither name exists the Mailbox is created. When both
        exist that is an error. An INBOX is not renamed, for there is always one.
    type: str
  mailbox_class: &mailbox_class
    description:
      - Class of the Mailbox, which tells what it is for, such as V(IPF.Contact).
    type: str
  nested: &nested
    description:
      - Whether Mailboxes inside this one are renamed and deleted with it; V(false) if it is not given.
    type: bool
  update_class: &update_class
    description:
      - When O(mailbox_class) of a Mailbox that exists is set; V(when_told) if it is not given.
    type: str
    choices:
      when_told:
        - When the server tells that it has another class. If it tells the class of no Mailbox of the Account, it may be
          that it tells none at all. Then a class is set at creation only, with a warning.
      always:
        - Then, too, and with such a server on every run. A warning says so.
  mailboxes:
    description:
      - Several Mailboxes. Each item takes the options that describe one Mailbox.
    type: list
    elements: dict
    suboptions:
      account: *account
      name:
        <<: *name
        required: true
      state: *state
      rename_from: *rename_from
      mailbox_class: *mailbox_class
      nested: *nested
      update_class: *update_class
      facts:
        description:
          - What M(communigate.pro.cgp_mailbox_info) tells besides. It is ignored, so that what was read can be given
            as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_mailbox_acl
  - module: communigate.pro.cgp_account_info
    description: Tells with V(mailboxes) in O(communigate.pro.cgp_account_info#module:include) what there is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A mailbox that several people will share
  communigate.pro.cgp_mailbox:
    account: office@example.com
    name: Projects

- name: A tree of mailboxes
  communigate.pro.cgp_mailbox:
    mailboxes:
      - {account: office@example.com, name: Archive}
      - {account: office@example.com, name: Archive/2025}
      - {account: office@example.com, name: Archive/2026}
      - {account: office@example.com, name: Customers, mailbox_class: IPF.Contact}

- name: A new name for the tree, with all that is in it
  communigate.pro.cgp_mailbox:
    account: office@example.com
    name: Former
    rename_from: Archive
    nested: true

- name: The mailboxes of a table, and besides the usual ones no others
  communigate.pro.cgp_mailbox:
    source: mailboxes.csv
    purge:
      within: [office@example.com]
      keep: [Trash, Sent*, Drafts, Junk]
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
    - name: office@example.com Customers
      action: update
      changed: true
      before: {mailbox_class: ""}
      after: {mailbox_class: IPF.Contact}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX


def main():
    run_module(MAILBOX)


if __name__ == "__main__":
    main()
