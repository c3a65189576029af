#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_directory_unit
short_description: Create, relocate, set and delete Directory Units
version_added: 1.0.0
description:
  - Makes Directory Units as they are described. A unit keeps the records of the Directory below a distinguished name
    (DN), its mount point, in files of the server or on an LDAP server.
  - Reads with C(LISTDIRECTORYUNITS) and C(GETDIRECTORYUNIT). Writes with C(CREATEDIRECTORYUNIT),
    C(RELOCATEDIRECTORYUNIT), C(SETDIRECTORYUNIT) and C(DELETEDIRECTORYUNIT).
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right Directory.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
  - communigate.pro.settings
options:
  scope: &scope
    description:
      - Whose unit it is; V(server) if it is not given.
    type: str
    choices:
      server:
        - That of the server.
      cluster:
        - One of the whole Dynamic Cluster.
  name: &name
    description:
      - Name of the unit, without regard to case.
    type: str
  state: &state
    description:
      - Whether there is to be such a unit; V(present) if it is not given.
    type: str
    choices:
      present:
        - The unit exists and is as the other options say.
      absent:
        - There is no such unit.
  mount_point: &mount_point
    description:
      - DN of the unit's place in the Directory, such as V(o=partners,c=us). An empty string is the root. Neither case
        nor spaces around its separators matter.
      - Needed for a new unit. An existing unit is relocated.
    type: str
  type: &type
    description:
      - What kind of unit a new one is; V(local) if it is not given. It cannot be changed later.
    type: str
    choices:
      local:
        - Its records are kept in files of the server.
      remote:
        - Its records are kept on an LDAP server, which O(settings) tells.
  settings: &settings
    description:
      - Settings of the unit, under the server's names.
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed. Secrets stay.
  units:
    description:
      - Several units. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      name:
        <<: *name
        required: true
      state: *state
      mount_point: *mount_point
      type: *type
      settings: *settings
      settings_mode: *settings_mode
notes:
  - The manual does not say whether the settings of a unit are replaced or updated when they are set. What is to stay
    is therefore sent again.
  - The manual does not list the settings of a unit either. Look at those of an existing one first; the names in the
    examples only stand for them.
  - In O(purge), C(within) takes V(server) and V(cluster), and is needed.
seealso:
  - module: communigate.pro.cgp_directory_access_rights
  - module: communigate.pro.cgp_directory_integration
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A unit for the records of partners
  communigate.pro.cgp_directory_unit:
    name: Partners
    mount_point: o=partners,c=us

- name: The same records elsewhere in the tree
  communigate.pro.cgp_directory_unit:
    name: Partners
    mount_point: o=partners,c=de

- name: Two units of a cluster, one of them on an LDAP server
  communigate.pro.cgp_directory_unit:
    scope: cluster
    units:
      - name: Staff
        mount_point: o=staff
      - name: Company
        mount_point: o=company
        type: remote
        settings:
          serverName: ldap.example.com
          remotePort: 389
          bindDN: cn=reader,o=company
          bindPassword: "{{ ldap_password }}"

- name: These units of the server, and no others
  communigate.pro.cgp_directory_unit:
    units:
      - name: Partners
        mount_point: o=partners,c=de
    purge:
      within: [server]
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server Partners]
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
    - name: server Partners
      action: update
      changed: true
      before: {mount_point: "o=partners,c=us"}
      after: {mount_point: "o=partners,c=de"}
spared:
  description:
    - Names of objects that a purge left, since they came with the server; no more than 100 with O(detail=summary). See
      O(purge.also).
  returned: if there are any
  type: list
  elements: str
  sample: [server Main]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_unit import DIRECTORY_UNIT


def main():
    run_module(DIRECTORY_UNIT)


if __name__ == "__main__":
    main()
