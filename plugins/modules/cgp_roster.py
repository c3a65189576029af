#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_roster
short_description: Keep the contacts in the Roster of Accounts
version_added: 1.0.0
description:
  - Makes contacts of an Account as they are described, with what is known of them, and who watches whose presence.
  - Everything is read and written with C(ROSTER).
  - Needs the right C(BasicSettings) of a Domain Administrator, or the login of the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
options:
  account: &account
    description:
      - Account whose contact it is, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  contact: &contact
    description:
      - Address of the contact with its Domain, without regard to case.
    type: str
  state: &state
    description:
      - Whether there is to be such a contact; V(present) if it is not given.
    type: str
    choices:
      present:
        - The contact is in the Roster.
      absent:
        - The contact is not in the Roster.
  real_name: &real_name
    description:
      - Name of the contact, its element C(RealName). An empty string removes it.
    type: str
  details: &details
    description:
      - Other elements of what is known of the contact, such as its groups, under the server's names. One with the value
        null is removed, and what is not named stays.
    type: dict
  allow_watching: &allow_watching
    description:
      - Whether the contact may watch the presence of the Account. V(false) also rejects a request that waits.
    type: bool
  watch: &watch
    description:
      - Whether the Account watches the presence of the contact. V(true) sends a request. That the contact has not
        answered yet is no difference.
    type: bool
  contacts:
    description:
      - Several contacts. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      account: *account
      contact:
        <<: *contact
        required: true
      state: *state
      real_name: *real_name
      details: *details
      allow_watching: *allow_watching
      watch: *watch
notes:
  - The manual names the operations of C(ROSTER) and not their elements. Those used here are the ones of the functions
    C(ReadRoster) and C(SetRoster) of the server's language CG/PL. That a request for presence is told by an element
    C(type) is not verified.
  - In O(purge), C(within) takes the names of Accounts, and is needed.
seealso:
  - module: communigate.pro.cgp_dataset
    description: Keeps address books.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Alice and Bob see each other's presence
  communigate.pro.cgp_roster:
    allow_watching: true
    watch: true
    contacts:
      - {account: alice@example.com, contact: bob@example.com, real_name: Bob Brown}
      - {account: bob@example.com, contact: alice@example.com, real_name: Alice Liddell}

- name: A contact with more details
  communigate.pro.cgp_roster:
    account: alice@example.com
    contact: carol@example.org
    real_name: Carol Green
    details:
      Phone: "+1 555 0100"

- name: These contacts, and no others
  communigate.pro.cgp_roster:
    account: alice@example.com
    contacts:
      - contact: bob@example.com
    purge:
      within: [alice@example.com]
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com bob@example.com]
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
    - name: alice@example.com bob@example.com
      action: update
      changed: true
      before: {details: {RealName: Bob}}
      after: {details: {RealName: Bob Brown}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.roster import ROSTER


def main():
    run_module(ROSTER)


if __name__ == "__main__":
    main()
