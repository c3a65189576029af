#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_acl
short_description: Share Accounts
version_added: 1.0.0
description:
  - Sets who else may do what with an Account as a whole, its access control list. The rights for single Mailboxes are
    set with M(communigate.pro.cgp_mailbox_acl).
  - Reads with C(GETACCOUNTACL), writes with C(SETACCOUNTACL) what differs.
  - Names are compared by all names of the Domain, which C(GETDOMAINALIASES) tells before any is written. Where the
    login may not see them, only the name that is given counts.
  - Needs the login of the Account itself, or the right C(CanImpersonate) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account whose list it is, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  acl: &acl
    description:
      - Who may do what. A key names somebody, such as V(bob), V(carol@example.org), V(#support) for a Group, or
        V(anyone@) for everybody in the Domain of the Account. Its value is a string with the letters of the rights in
        any order.
      - Which letters there are the CLI manual does not say, but for the Admin right V(a). They are passed on as they
        are.
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
      - The lists of several Accounts. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      account:
        <<: *account
        required: true
      acl: *acl
      mode: *mode
seealso:
  - module: communigate.pro.cgp_mailbox_acl
  - module: communigate.pro.cgp_account_rights
    description: What an Account may administer.
  - module: communigate.pro.cgp_account_info
    description: Tells with V(acl) in O(communigate.pro.cgp_account_info#module:include) what there is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: An assistant administers the account of the director
  communigate.pro.cgp_account_acl:
    account: director@example.com
    acl:
      assistant: +a

- name: Nobody but the help desk has rights for the shared accounts
  communigate.pro.cgp_account_acl:
    mode: replace
    acl:
      "#support": a
    acls:
      - account: info@example.com
      - account: jobs@example.com
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [director@example.com]
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
    - name: director@example.com
      action: update
      changed: true
      before: {acl: {}}
      after: {acl: {assistant: a}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_acl import ACCOUNT_ACL


def main():
    run_module(ACCOUNT_ACL)


if __name__ == "__main__":
    main()
