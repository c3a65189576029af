#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_balance
short_description: Book on the Billing Balances of an Account, and read them
version_added: 1.0.0
description:
  - Credits and charges the Billing Balances of an Account, reserves funds and releases them, removes Balances, and
    reads what there is.
  - This is an action. A booking is made on every run, unless O(unless_booked) says otherwise. A Balance that is not
    there is not removed.
  - After a lost connection nothing is sent again. The task fails and reports a change, because nobody can tell whether
    the booking was made; the history of the Balance can.
  - Everything is done with C(BALANCE).
  - Needs the right C(CanCreditAccounts) of a Domain Administrator, or the login of the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  operation:
    description:
      - What is to be done. The answer is RV(result).
    type: str
    required: true
    choices:
      list:
        - The names of all Balances are read.
      read:
        - A Balance is read.
      read_all:
        - All Balances are read.
      history:
        - The bookings of a Balance are read.
      credit:
        - The O(amount) is added. This makes the Balance if it does not exist.
      charge:
        - The O(amount) is taken.
      reserve:
        - The O(amount) is set aside.
      release:
        - A O(reservation) is given back.
      remove:
        - The Balance is removed, with what is in it.
  account:
    description:
      - Account whose Balances these are, such as V(alice@example.com). Needed with every operation.
    type: str
  balance:
    description:
      - Name of the Balance. Without it the generic one is meant, which has no name.
    type: str
  amount:
    description:
      - How much, in the smallest unit of the currency; not negative. Needed to credit, charge and reserve.
    type: int
  reference:
    description:
      - What the booking is about, such as the number of an invoice. It goes into the history.
    type: str
  description:
    description:
      - Words for the history.
    type: str
  unless_booked:
    description:
      - Whether nothing is to be booked when the history of the Balance has a booking with the same O(reference), unless
        that was plainly another operation. This makes a booking safe to repeat.
      - Where the Balance exists and its history cannot be read, or has no record with a reference, nobody can tell.
        Then nothing is booked, and the task fails.
    type: bool
  reservation:
    description:
      - Name of a reservation. Funds are reserved under it, charged from it, or released. Without a name the server
        makes one up for new reservations.
    type: str
  release_rest:
    description:
      - Whether what is left of the O(reservation) after the charge is given back.
    type: bool
  expires:
    description:
      - After how many seconds the reserved funds are given back.
    type: int
  parameters:
    description:
      - Other elements of the command, under the names of the manual's Billing section.
    type: dict
notes:
  - The manual's chapter on the CLI names the operations and leaves their elements to its Billing section. The options
    O(reservation), O(release_rest) and O(expires) send the elements C(reserve), C(release) and C(expires), which are
    not verified; where a server knows others, give those in O(parameters).
seealso:
  - module: communigate.pro.cgp_account
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A payment has come in
  communigate.pro.cgp_balance:
    operation: credit
    account: alice@example.com
    amount: 2500
    reference: payment 2026-0117
    description: Thank you
    unless_booked: true

- name: The monthly fee, from the balance for calls
  communigate.pro.cgp_balance:
    operation: charge
    account: alice@example.com
    balance: calls
    amount: 990
    reference: fee 2026-02
    unless_booked: true

- name: What is left
  communigate.pro.cgp_balance:
    operation: read_all
    account: alice@example.com
  register: balances

- name: Tell it
  ansible.builtin.debug:
    var: balances.result
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [BALANCE]
result:
  description: What the server answered. Its keys are those of the manual's Billing section.
  returned: unless nothing was sent, or in check mode only
  type: dict
  sample: {amount: 3490}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.balance import BALANCE


def main():
    run_module(BALANCE)


if __name__ == "__main__":
    main()
