#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_directory_access_rights
short_description: Set who may do what in the Directory
version_added: 1.0.0
description:
  - Sets the access rights of the Directory, of one server or of a whole Dynamic Cluster.
  - Reads with C(GETDIRECTORYACCESSRIGHTS), and writes the whole list with C(SETDIRECTORYACCESSRIGHTS).
  - Needs the Server right Directory.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose rights these are; V(server) if it is not given.
    type: str
    choices:
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
  access_rights: &access_rights
    description:
      - All access rights, in the order in which the server is to apply them. What is not listed is removed.
      - The manual does not say what an element is made of. Look at the present ones first, with
        C(GETDIRECTORYACCESSRIGHTS) and M(communigate.pro.cgp_command); the elements in the examples only stand for
        them.
      - Numbers and booleans are sent as the server writes them, V(true) as C(YES).
    type: list
    elements: raw
  scopes:
    description:
      - The rights of the server and of the Cluster. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      access_rights: *access_rights
seealso:
  - module: communigate.pro.cgp_directory_unit
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Everybody may search, and nobody else may change anything
  communigate.pro.cgp_directory_access_rights:
    access_rights:
      - name: administrators
        bindDN: uid=*,cn=example.com
        target: "*"
        access: all
      - name: search
        bindDN: anyone
        target: "*"
        access: search

- name: The same rights on a server and in its cluster
  communigate.pro.cgp_directory_access_rights:
    access_rights:
      - name: search
        bindDN: anyone
        target: "*"
        access: search
    scopes:
      - scope: server
      - scope: cluster
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server]
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
    - name: server
      action: update
      changed: true
      before: {access_rights: []}
      after: {access_rights: [{name: search, bindDN: anyone, access: search}]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_access_rights import (
    DIRECTORY_ACCESS_RIGHTS,
)


def main():
    run_module(DIRECTORY_ACCESS_RIGHTS)


if __name__ == "__main__":
    main()
