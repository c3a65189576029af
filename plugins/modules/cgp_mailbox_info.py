#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailbox_info
short_description: Read Mailboxes
version_added: 1.0.0
description:
  - Reads the Mailboxes of Accounts, all of them or some, with what is asked for of each; and the subscriptions and
    Mailbox aliases of these Accounts.
  - An Account or a Mailbox that does not exist is no error, and is named in RV(missing). A folder that holds Mailboxes
    without being one is none.
  - Lists with C(LISTMAILBOXES). Reads what O(include) asks for with C(GETMAILBOXINFO), C(GETMAILBOXACL),
    C(GETMAILBOXSUBSCRIPTION) and C(GETMAILBOXALIASES), and what O(rights_of) asks for with C(GETMAILBOXRIGHTS).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, with C(GETDOMAINALIASES) which of several are
    the same, and their Accounts with C(LISTDOMAINOBJECTS).
  - Needs the Server right All Domains, or the right C(CanAccessMailboxes) of a Domain Administrator, or the login of
    the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  accounts:
    description:
      - Accounts whose Mailboxes are read, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
      - Exactly one of O(accounts) and O(domains) is needed.
    type: list
    elements: str
  domains:
    description:
      - Domains of which the Mailboxes of all Accounts are read, or V(*) for all Domains of the server.
    type: list
    elements: str
  names:
    description:
      - The Mailboxes to read, with case except for V(INBOX).
      - Without it, all Mailboxes are read, or those that the O(filter) lets through.
    type: list
    elements: str
  filter:
    description:
      - Pattern of Mailbox names, as the server takes it. V(*) stands for anything, V(%) for anything without a V(/).
        Not together with O(names).
    type: str
  include:
    description:
      - What is read beside what the listing tells. V(info) and V(acl) are one more command for each Mailbox,
        V(subscription) and V(aliases) one for each Account.
    type: list
    elements: str
    choices:
      mailbox_class:
        - Class of each Mailbox, which the listing may tell.
      info:
        - Internal information about the Mailbox (C(GETMAILBOXINFO)).
      acl:
        - Who may do what with the Mailbox (C(GETMAILBOXACL)).
      subscription:
        - The Mailboxes that the Account subscribes to (C(GETMAILBOXSUBSCRIPTION)).
      aliases:
        - Other names for Mailboxes in the Account (C(GETMAILBOXALIASES)).
    default: [mailbox_class]
  rights_of:
    description:
      - Accounts whose effective rights for each Mailbox are read (C(GETMAILBOXRIGHTS)). These follow from the access
        control list, including what it grants to Groups or to everybody.
    type: list
    elements: str
seealso:
  - module: communigate.pro.cgp_mailbox
  - module: communigate.pro.cgp_mailbox_acl
  - module: communigate.pro.cgp_mailbox_subscription
  - module: communigate.pro.cgp_mailbox_aliases
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The mailboxes of two accounts
  communigate.pro.cgp_mailbox_info:
    accounts: [alice@example.com, bob@example.com]
  register: found

- name: Tell their names
  ansible.builtin.debug:
    msg: "{{ found.mailboxes | groupby('account') | map('last') | map('map', attribute='name') | map('list') | list }}"

- name: Who may do what with the shared mailboxes, and what may Carol do after all
  communigate.pro.cgp_mailbox_info:
    accounts: [office@example.com]
    filter: "Projects*"
    include: [acl]
    rights_of: [carol@example.com]
  register: shared

- name: What an account subscribes to
  communigate.pro.cgp_mailbox_info:
    accounts: [alice@example.com]
    names: []
    include: [subscription, aliases]
"""

RETURN = r"""
mailboxes:
  description:
    - The Mailboxes of each Account, by their names, each as an item of
      O(communigate.pro.cgp_mailbox#module:mailboxes), with RV(mailboxes[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    account:
      description: Account that the Mailbox is in.
      type: str
      sample: alice@example.com
    name:
      description: Name of the Mailbox, as the server spells it.
      type: str
      sample: Archive/2026
    mailbox_class:
      description: Class of the Mailbox.
      returned: when asked for, of a Mailbox that has one
      type: str
      sample: IPF.Task
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_mailbox).
      type: dict
      contains:
        folder:
          description: Whether there are Mailboxes inside.
          type: bool
          sample: false
        summary:
          description: What the listing tells of the Mailbox, under the server's names.
          type: dict
          sample: {Messages: 12, Unseen: 2}
        info:
          description: What V(info) in O(include) asks for.
          returned: when asked for
          type: dict
          sample: {Messages: 12, Unseen: 2}
        acl:
          description: What V(acl) in O(include) asks for, rights by whom they are granted to.
          returned: when asked for
          type: dict
          sample: {anyone@: lr}
        rights:
          description: The letters of the effective rights of each Account in O(rights_of).
          returned: with O(rights_of)
          type: dict
          sample: {carol@example.com: lr}
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: mailbox_class, why: the server does not tell it}]
missing:
  description: What was asked for and is not there, Accounts, and Mailboxes behind the name of their Account.
  returned: success
  type: list
  elements: str
  sample: [alice@example.com Nowhere]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
accounts:
  description: What is told of each Account that there is, in the order of O(accounts).
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Account.
      type: str
      sample: alice@example.com
    folders:
      description: What holds Mailboxes and is none itself.
      type: list
      elements: str
      sample: [Archive]
    subscription:
      description: The Mailboxes that the Account subscribes to.
      returned: when asked for
      type: list
      elements: str
      sample: [INBOX, ~office/Projects]
    aliases:
      description: The Mailbox that each Mailbox alias of the Account stands for.
      returned: when asked for
      type: dict
      sample: {Projects: ~office/Projects}
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "alice@example.com a\nb", why: name holds a line break or another control character}]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox import MAILBOX_INFO


def main():
    run_module(MAILBOX_INFO)


if __name__ == "__main__":
    main()
