#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_telnum
short_description: Give telephone numbers to Accounts and take them away
version_added: 1.0.0
description:
  - Adds single telephone numbers to Accounts or removes them; the other numbers of an Account stay. All numbers of an
    Account are set with M(communigate.pro.cgp_account).
  - Reads with C(GETACCOUNTTELNUMS), writes with C(MODIFYACCOUNTTELNUMS), which the server carries out atomically.
  - Needs the Server right All Domains, or the right C(CanCreateTelnums) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
options:
  account: &account
    description:
      - Account that has the number, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  telnum: &telnum
    description:
      - Telephone number, such as V("+15550100"). Write it in quotation marks, or YAML takes it for a sum without its
        C(+) and its first zeros.
    type: str
  state: &state
    description:
      - Whether the Account is to have the number; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Account has it. A number that another Account has is refused by the server.
      absent:
        - The Account does not have it.
  telnums:
    description:
      - Several numbers, of one or more Accounts. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      account: *account
      telnum:
        <<: *telnum
        required: true
      state: *state
seealso:
  - module: communigate.pro.cgp_account_telnum_pop
    description: Takes the next number of a pool.
  - module: communigate.pro.cgp_account
    description: Sets all numbers of an Account.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: One more number for an account
  communigate.pro.cgp_account_telnum:
    account: alice@example.com
    telnum: "+15550101"

- name: A number moves from one account to another
  communigate.pro.cgp_account_telnum:
    telnums:
      - account: alice@example.com
        telnum: "+15550101"
        state: absent
      - account: bob@example.com
        telnum: "+15550102"

- name: Numbers of many accounts, from a table with the columns account and telnum
  communigate.pro.cgp_account_telnum:
    source: telnums.csv

- name: The pool holds these numbers and no others
  communigate.pro.cgp_account_telnum:
    account: pool@example.com
    telnums:
      - telnum: "+15550150"
      - telnum: "+15550151"
    purge:
      within: [pool@example.com]
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com +15550101]
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
    - name: alice@example.com +15550101
      action: create
      changed: true
      before: {state: absent}
      after: {state: present}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_telnum import ACCOUNT_TELNUM


def main():
    run_module(ACCOUNT_TELNUM)


if __name__ == "__main__":
    main()
