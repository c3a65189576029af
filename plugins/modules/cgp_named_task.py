#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_named_task
short_description: Create, change, rename and delete Named Tasks
version_added: 1.0.0
description:
  - Makes Named Tasks as they are described, with their owner and settings. A Named Task is a name in a Domain behind
    which a Real-Time Application runs on behalf of an Account. Creates, renames and deletes them, and can purge a
    Domain of the Named Tasks that are not listed.
  - A name that belongs to something else in its Domain (an Account, an alias, a Forwarder, a Group, a mailing list)
    is an error, and that object is not touched.
  - Reads with C(LISTDOMAINNAMEDTASKS), C(LISTDOMAINOBJECTS), C(LISTGROUPS), C(LISTLISTS) and C(GETNAMEDTASK). Writes
    with C(CREATENAMEDTASK), C(RENAMENAMEDTASK), C(DELETENAMEDTASK) and C(UPDATENAMEDTASK).
  - Needs the Server right All Domains, or the right C(CanCreateNamedTasks) of a Domain Administrator.
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
      - Name of the Named Task, such as V(conference@example.com). Without a Domain it is completed, see O(domain).
    type: str
  state: &state
    description:
      - Whether there is to be such a Named Task; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Named Task exists and is as described.
      absent:
        - There is no such Named Task. Its owner is not touched.
  rename_from: &rename_from
    description:
      - Former name of the Named Task. If there is a Named Task with that name, it is renamed to O(name), which must be
        in the same Domain.
      - When it has been renamed already nothing is done. When neither name exists the Named Task is created. When both
        exist that is an error.
    type: str
  owner: &owner
    description:
      - Account that owns the Named Task and on whose behalf it runs. It belongs to the same Domain and is named without
        that. Needed for a new Named Task.
      - It is the setting C(Owner), and shows as that in differences.
      - Where the server does not tell it among the settings it is set at creation only. If its listing has another, or
        none, a warning says so.
    type: str
  settings: &settings
    description:
      - Settings of the Named Task, such as its real name and the program that it runs. Their names are the server's
        own; M(communigate.pro.cgp_named_task_info) shows those of a Named Task that exists.
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, but for the owner.
  named_tasks:
    description:
      - Several Named Tasks. Each item takes the options that describe one Named Task.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      state: *state
      rename_from: *rename_from
      owner: *owner
      settings: *settings
      settings_mode: *settings_mode
      facts:
        description:
          - What M(communigate.pro.cgp_named_task_info) tells besides. It is ignored, so that what was read can be
            given as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_named_task_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A conference behind a name of its own
  communigate.pro.cgp_named_task:
    name: conference@example.com
    owner: alice
    settings:
      RealName: Conference of the board
      ProgramName: mediaConference

- name: All named tasks of a domain, and no others
  communigate.pro.cgp_named_task:
    domain: example.com
    owner: pbx
    named_tasks:
      - name: conference
        settings: {ProgramName: mediaConference}
      - name: attendant
        settings: {ProgramName: attendant}
    purge:
      limit: 3

- name: A new name
  communigate.pro.cgp_named_task:
    name: reception@example.com
    rename_from: attendant@example.com

- name: A named task goes
  communigate.pro.cgp_named_task:
    name: conference@example.com
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [conference@example.com]
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
    - name: conference@example.com
      action: update
      changed: true
      before: {settings: {Owner: alice}}
      after: {settings: {Owner: bob}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK


def main():
    run_module(NAMED_TASK)


if __name__ == "__main__":
    main()
