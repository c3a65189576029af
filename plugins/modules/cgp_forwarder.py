#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_forwarder
short_description: Create, change, rename and delete Forwarders
version_added: 1.0.0
description:
  - Makes Forwarders as they are described. A Forwarder is a name in a Domain whose mail and calls go to another
    address. Creates, renames and deletes them, and can purge a Domain of the Forwarders that are not listed.
  - A name that belongs to something else in its Domain (an Account, an alias, a Group, a mailing list, a Named Task)
    is an error, and that object is not touched.
  - The server cannot change where a Forwarder leads. It is deleted and created anew, and if the server refuses the
    new address, the old Forwarder is created again.
  - Reads with C(LISTDOMAINOBJECTS), C(LISTGROUPS), C(LISTLISTS), C(LISTDOMAINNAMEDTASKS) and C(GETFORWARDER). Writes
    with C(CREATEFORWARDER), C(RENAMEFORWARDER) and C(DELETEFORWARDER).
  - Names are compared by all names of the Domain, which C(GETDOMAINALIASES) tells before any is written. Where the
    login may not see them, only the name that is given counts.
  - Needs the Server right All Domains, or the right C(CanCreateForwarders) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.domain
  - communigate.pro.purge
options:
  name: &name
    description:
      - Name of the Forwarder, such as V(sales@example.com). Without a Domain it is completed, see O(domain).
    type: str
  state: &state
    description:
      - Whether there is to be such a Forwarder; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Forwarder exists and leads to the address O(to).
      absent:
        - There is no such Forwarder.
  rename_from: &rename_from
    description:
      - Former name of the Forwarder. If there is a Forwarder with that name, it is renamed to O(name).
      - When it has been renamed already nothing is done. When neither name exists the Forwarder is created. When both
        exist that is an error.
    type: str
  to: &to
    description:
      - Address that the Forwarder leads to. Needed for a new Forwarder.
    type: str
  forwarders:
    description:
      - Several Forwarders. Each item takes the options that describe one Forwarder.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      state: *state
      rename_from: *rename_from
      to: *to
      facts:
        description:
          - What M(communigate.pro.cgp_forwarder_info) tells besides. It is ignored, so that what was read can be
            given as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_group
    description: Leads to several addresses.
  - module: communigate.pro.cgp_account
    description: Has aliases.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Mail for sales goes to a partner
  communigate.pro.cgp_forwarder:
    name: sales@example.com
    to: sales@partner.example

- name: All forwarders of a domain, and no others
  communigate.pro.cgp_forwarder:
    domain: example.com
    forwarders:
      - name: sales
        to: sales@partner.example
      - name: jobs
        to: hr@example.com
    purge: {}

- name: What would be purged from two domains, with "ansible-playbook --check --diff"
  communigate.pro.cgp_forwarder:
    source: forwarders.csv
    purge:
      within: [example.com, example.org]
      limit: 50

- name: A new name
  communigate.pro.cgp_forwarder:
    name: careers@example.com
    rename_from: jobs@example.com
    to: hr@example.com

- name: A forwarder goes
  communigate.pro.cgp_forwarder:
    name: fax@example.com
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [sales@example.com]
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
    - name: sales@example.com
      action: update
      changed: true
      before: {to: sales@former.example}
      after: {to: sales@partner.example}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER


def main():
    run_module(FORWARDER)


if __name__ == "__main__":
    main()
