#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_storage
short_description: Create storage mount points
version_added: 1.0.0
description:
  - Makes sure that there are storage mount points, which are directories where new Domains, or new Accounts of a
    Domain, can be kept.
  - The CLI makes and lists mount points. It cannot rename or delete them, so this module cannot either.
  - Reads with C(LISTDOMAINSTORAGE) or C(LISTACCOUNTSTORAGE). Writes with C(CREATEDOMAINSTORAGE) or
    C(CREATEACCOUNTSTORAGE).
  - Needs the Server right All Domains. For Accounts the rights of a Domain Administrator do, too.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - What is kept there; V(server) if it is not given.
    type: str
    choices:
      server:
        - Domains of the server.
      cluster:
        - Shared Domains of the Dynamic Cluster.
      domain:
        - Accounts of the O(domain).
  domain: &domain
    description:
      - Name of an existing Domain. Needed with O(scope=domain), and only there.
    type: str
  name: &name
    description:
      - Name of the storage mount point, with case and without C(.mnt), which the server adds to the directory's name.
    type: str
  mount_points:
    description:
      - Several storage mount points. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      domain: *domain
      name:
        <<: *name
        required: true
seealso:
  - module: communigate.pro.cgp_domain
    description: Its option C(storage) says where a new Domain is kept.
  - module: communigate.pro.cgp_account
    description: Its option C(storage) says where a new Account is kept.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A mount point for domains on fast disks
  communigate.pro.cgp_storage:
    name: fast01

- name: Three mount points for the accounts of a large domain
  communigate.pro.cgp_storage:
    scope: domain
    domain: example.com
    mount_points:
      - name: disk1
      - name: disk2
      - name: disk3
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com disk1]
counts:
  description: How many objects were wanted, and how many of them ended in which way.
  returned: unless the task failed as a whole
  type: dict
  sample: {wanted: 3, unchanged: 2, created: 1, updated: 0, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
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
    - name: domain example.com disk1
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
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage import STORAGE_MOUNT_POINT


def main():
    run_module(STORAGE_MOUNT_POINT)


if __name__ == "__main__":
    main()
