#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_telnum_pop
short_description: Take the next telephone number of a pool
version_added: 1.0.0
description:
  - An action. Takes the first telephone number away from an Account that serves as a pool, and gives it to another
    Account, or just returns it.
  - The server takes a number out of the pool atomically, so that two runs at the same time get two numbers.
  - An Account that has a number already gets none, so that the task can be repeated, unless O(always) is set.
  - Reads with C(GETACCOUNTTELNUMS), writes with C(MODIFYACCOUNTTELNUMS).
  - Needs the Server right All Domains, or the right C(CanCreateTelnums) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  pool:
    description:
      - Account whose numbers are there to be given away, such as V(pool@example.com). A name without a Domain belongs
        to that of the O(login).
      - The task fails when it has none left.
    type: str
    required: true
  account:
    description:
      - Account that gets the number. Without it the number is only taken out of the pool and returned.
    type: str
  always:
    description:
      - Whether the O(account) gets another number when it has one.
    type: bool
    default: false
seealso:
  - module: communigate.pro.cgp_account_telnum
    description: Fills the pool.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A new colleague gets the next free number
  communigate.pro.cgp_account_telnum_pop:
    pool: pool@example.com
    account: alice@example.com
  register: given

- name: Tell it
  ansible.builtin.debug:
    msg: "The number is {{ given.telnum }}"

- name: A number for something outside of CommuniGate Pro
  communigate.pro.cgp_account_telnum_pop:
    pool: pool@example.com
  register: taken
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [MODIFYACCOUNTTELNUMS, MODIFYACCOUNTTELNUMS]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
telnum:
  description:
    - The number that was taken out of the pool, also when the O(account) could not get it; or the first number that the
      O(account) had already.
  returned: when a number was taken, or the O(account) has one; in check mode only the latter
  type: str
  sample: "+15550150"
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_telnum_pop import ACCOUNT_TELNUM_POP


def main():
    run_module(ACCOUNT_TELNUM_POP)


if __name__ == "__main__":
    main()
