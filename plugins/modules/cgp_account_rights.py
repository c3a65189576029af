#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_rights
short_description: Set the access rights of Accounts
version_added: 1.0.0
description:
  - Sets what an Account may administer, the server or its own Domain. What others may do with an Account is set with
    M(communigate.pro.cgp_account_acl).
  - Reads with C(GETACCOUNTRIGHTS). Writes with C(SETACCOUNTRIGHTS), which replaces all rights, so what is to stay is
    written again.
  - Needs the Server right Master. For an Account of a secondary Domain the Server right All Domains is enough.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account that has the rights, such as V(admin@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  rights: &rights
    description:
      - The rights by their names, in any order. Needed.
      - Server rights such as V(Master), V(UserAccounts) or V(Settings) are for Accounts of the main Domain.
      - Domain rights such as V(Domain), V(BasicSettings), V(CanCreateAccounts), V(CanCreateAliases) or
        V(CanAccessMailboxes) are for the Domain of the Account. The name of an Account setting is a Domain right, too.
      - Any name is passed on to the server. The task warns of one that looks like a known name with a mistake in it.
    type: list
    elements: str
  mode: &mode
    description:
      - What happens with the O(rights); V(replace) if it is not given.
    type: str
    choices:
      replace:
        - The Account has exactly these. With an empty list it has none.
      update:
        - The Account gets them, and keeps what it has.
      remove:
        - They are taken away, and the others stay.
  allow_protected: &allow_protected
    description:
      - Whether the right V(Master) may be taken away, from whatever Account; V(false) if it is not given. Whoever takes
        it from the O(login) cannot give it back.
    type: bool
  accounts:
    description:
      - Several Accounts. Each item takes the options that describe the rights of one.
    type: list
    elements: dict
    suboptions:
      account:
        <<: *account
        required: true
      rights: *rights
      mode: *mode
      allow_protected: *allow_protected
seealso:
  - module: communigate.pro.cgp_account_acl
    description: What others may do with an Account.
  - module: communigate.pro.cgp_account_info
    description: Tells with V(rights) in O(communigate.pro.cgp_account_info#module:include) what there is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Exactly these rights for the administrator of a domain
  communigate.pro.cgp_account_rights:
    account: admin@example.com
    rights:
      - Domain
      - BasicSettings
      - CanCreateAccounts
      - CanCreateAliases

- name: Two more may look after the forwarders, and keep their other rights
  communigate.pro.cgp_account_rights:
    mode: update
    rights: [CanCreateForwarders]
    accounts:
      - account: bob@example.com
      - account: carol@example.com

- name: One of them may no longer read the mail of others
  communigate.pro.cgp_account_rights:
    account: bob@example.com
    rights: [CanAccessMailboxes, CanImpersonate]
    mode: remove

- name: No rights at all for somebody who has left
  communigate.pro.cgp_account_rights:
    account: dave@example.com
    rights: []
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [admin@example.com]
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
    - name: admin@example.com
      action: update
      changed: true
      before: {rights: [BasicSettings]}
      after: {rights: [BasicSettings, CanCreateAccounts]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_rights import ACCOUNT_RIGHTS


def main():
    run_module(ACCOUNT_RIGHTS)


if __name__ == "__main__":
    main()
