#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_group
short_description: Create, change, rename and delete Groups
version_added: 1.0.0
description:
  - Makes Groups as they are described, with their settings and members. Creates, renames and deletes them, and can
    purge a Domain of the Groups that are not listed.
  - A name that belongs to something else in its Domain (an Account, an alias, a Forwarder, a mailing list, a Named
    Task) is an error, and that object is not touched.
  - Reads with C(LISTGROUPS), C(LISTDOMAINOBJECTS), C(LISTLISTS), C(LISTDOMAINNAMEDTASKS) and C(GETGROUP). Writes with
    C(CREATEGROUP), C(RENAMEGROUP), C(DELETEGROUP) and C(SETGROUP). The last one replaces a whole Group, so what is to
    stay is written again, but for the defaults of a server that shows all of them.
  - Names are compared by all names of the Domain, which C(GETDOMAINALIASES) tells before any is written. Where the
    login may not see them, only the name that is given counts.
  - Needs the Server right All Domains, or the right C(CanCreateGroups) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.domain
  - communigate.pro.purge
  - communigate.pro.settings
options:
  name: &name
    description:
      - Name of the Group, such as V(support@example.com). Without a Domain it is completed, see O(domain).
    type: str
  state: &state
    description:
      - Whether there is to be such a Group; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Group exists and is as described.
      absent:
        - There is no such Group. Its members are not touched.
  rename_from: &rename_from
    description:
      - Former name of the Group. If there is a Group with that name, it is renamed to O(name).
      - When it has been renamed already nothing is done. When neither name exists the Group is created. When both
        exist that is an error.
    type: str
  members: &members
    description:
      - All members of the Group, in any order, those of its own Domain without the Domain. Others are removed, with
        an empty list all of them.
    type: list
    elements: str
  settings: &settings
    description:
      - Group settings, such as C(RealName), C(Expand) or C(RejectAutomatic).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed. So are the members unless O(members) is given.
  groups:
    description:
      - Several Groups. Each item takes the options that describe one Group.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      state: *state
      rename_from: *rename_from
      members: *members
      settings: *settings
      settings_mode: *settings_mode
      facts:
        description:
          - What M(communigate.pro.cgp_group_info) tells besides. It is ignored, so that what was read can be given as
            it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_forwarder
  - module: communigate.pro.cgp_domain_info
    description: Tells with V(groups) in O(communigate.pro.cgp_domain_info#module:include) the names of all Groups.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A group
  communigate.pro.cgp_group:
    name: support@example.com
    members: [alice, bob, carol@example.org]
    settings:
      RealName: Help desk
      RejectAutomatic: true
      SetReplyTo: true

- name: All groups of a domain, and no others
  communigate.pro.cgp_group:
    domain: example.com
    groups:
      - name: support
        members: [alice, bob]
      - name: board
        members: [carol]
        settings:
          EmailDisabled: false
    purge:
      limit: 3
  register: groups

- name: Tell what failed, if anything did
  ansible.builtin.debug:
    var: groups.failures

# files/groups.csv:
#   name,members,settings.RealName
#   support,alice bob,Help desk
#   board,carol,The board
- name: The groups of a table
  communigate.pro.cgp_group:
    domain: example.com
    source: groups.csv

- name: A new name
  communigate.pro.cgp_group:
    name: helpdesk@example.com
    rename_from: support@example.com
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [support@example.com]
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
    - name: support@example.com
      action: update
      changed: true
      before: {settings: {Members: [alice]}}
      after: {settings: {Members: [alice, bob]}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP


def main():
    run_module(GROUP)


if __name__ == "__main__":
    main()
