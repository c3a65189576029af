#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_dataset
short_description: Keep the datasets of Accounts
version_added: 1.0.0
description:
  - Makes datasets of an Account as they are described. A dataset holds named entries, each with attributes. An address
    book is one, and C(RepliedAddresses) remembers who got an automatic answer.
  - Reads with C(DATASET), and writes with it, too. Removes datasets with C(REMOVEACCOUNTSUBSET).
  - Needs the right C(BasicSettings) of a Domain Administrator, or the login of the Account itself.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account whose dataset it is, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  name: &name
    description:
      - Name of the dataset, with case. A slash leads to a subset.
    type: str
  state: &state
    description:
      - Whether there is to be such a dataset; V(present) if it is not given.
    type: str
    choices:
      present:
        - The dataset exists, with the entries that the other options say.
      absent:
        - There is no such dataset.
  entries: &entries
    description:
      - Entries by their names. Each is a dictionary of attributes, or null if there is to be no such entry.
      - An attribute with the value null is taken away. Numbers and booleans are sent as the server writes them,
        V(true) as C(YES).
    type: dict
  addresses: &addresses
    description:
      - Entries that are known by their address, the attribute C(addressbook.Email). The server gives them names of its
        own.
    type: list
    elements: dict
    suboptions:
      email:
        description:
          - The address, without regard to case.
        type: str
        required: true
      attributes:
        description:
          - Other attributes of the entry. One with the value null is taken away.
        type: dict
  mode: &mode
    description:
      - What happens to entries that the task does not name, and to other attributes of those that it names; V(update)
        if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, but for secrets in an entry that is named. With this, O(entries) and O(addresses) do not go
          together.
  datasets:
    description:
      - Several datasets. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      account: *account
      name:
        <<: *name
        required: true
      state: *state
      entries: *entries
      addresses: *addresses
      mode: *mode
notes:
  - The server only adds and changes attributes. An entry that is to lose one is deleted and made anew. If that is
    refused, the former entry is made again.
  - Datasets are not purged, for the server keeps some of its own among them.
seealso:
  - module: communigate.pro.cgp_rules
    description: Rules can remember addresses in a dataset.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Two colleagues are in the address book of a new account
  communigate.pro.cgp_dataset:
    account: alice@example.com
    name: Contacts
    addresses:
      - email: bob@example.com
        attributes:
          addressbook.RealName: Bob Brown
      - email: carol@example.org

- name: What an application keeps for two accounts, and nothing else
  communigate.pro.cgp_dataset:
    mode: replace
    entries:
      layout: {columns: 3, theme: dark}
    datasets:
      - {account: alice@example.com, name: portal}
      - {account: bob@example.com, name: portal}

- name: One entry goes, the others stay
  communigate.pro.cgp_dataset:
    account: alice@example.com
    name: portal
    entries:
      greeting:

- name: Everybody gets the vacation message once more
  communigate.pro.cgp_dataset:
    account: alice@example.com
    name: RepliedAddresses
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com portal]
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
    - name: alice@example.com portal
      action: update
      changed: true
      before: {entries: {layout: {columns: "2"}}}
      after: {entries: {layout: {columns: "3"}}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.dataset import DATASET


def main():
    run_module(DATASET)


if __name__ == "__main__":
    main()
