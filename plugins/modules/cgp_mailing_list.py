#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailing_list
short_description: Create, change, rename and delete mailing lists
version_added: 1.0.0
description:
  - Makes mailing lists as they are described, with their owner and settings. Creates, renames and deletes them, and
    can purge a Domain of the mailing lists that are not listed.
  - A name that belongs to something else in its Domain (an Account, an alias, a Forwarder, a Group, a Named Task) is
    an error, and that object is not touched.
  - Reads with C(LISTLISTS), C(LISTDOMAINOBJECTS), C(LISTGROUPS), C(LISTDOMAINNAMEDTASKS) and C(GETLIST). Writes with
    C(CREATELIST), C(RENAMELIST), C(DELETELIST) and C(UPDATELIST).
  - Needs the Server right All Domains, or the rights C(CanCreateLists) and C(CanAccessLists) of a Domain
    Administrator.
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
      - Name of the mailing list, such as V(news@example.com). Without a Domain it is completed, see O(domain).
    type: str
  state: &state
    description:
      - Whether there is to be such a mailing list; V(present) if it is not given.
    type: str
    choices:
      present:
        - The mailing list exists and is as described.
      absent:
        - There is no such mailing list. Its list of subscribers is deleted with it.
  rename_from: &rename_from
    description:
      - Former name of the mailing list, in the same Domain. If there is a mailing list with that name, it is renamed
        to O(name) with its subscribers.
      - When it has been renamed already nothing is done. When neither name exists the mailing list is created. When
        both exist that is an error.
    type: str
  owner: &owner
    description:
      - Account of the same Domain that owns the mailing list, with the Domain or without. Needed for a mailing list
        that does not exist yet.
      - Where the server does not tell it among the settings it is set at creation only. If its listing has another, or
        none, a warning says so.
    type: str
  settings: &settings
    description:
      - Settings of the mailing list, such as C(Subscribe), C(Postings), C(Distribution) or C(SizeLimit).
      - The manual does not promise that a setting can be removed. For one that is to go a null is sent, and where the
        server does not understand that the task fails and names the setting.
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
  lists:
    description:
      - Several mailing lists. Each item takes the options that describe one mailing list.
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
          - What M(communigate.pro.cgp_mailing_list_info) tells besides. It is ignored, so that what was read can be
            given as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_list_subscriber
  - module: communigate.pro.cgp_mailing_list_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A mailing list for announcements
  communigate.pro.cgp_mailing_list:
    name: news@example.com
    owner: alice
    settings:
      Subscribe: moderated
      Postings: from owner only
      FeedSubject: "[news]"
      SaveReports: unprocessed

- name: All mailing lists of a domain, and no others
  communigate.pro.cgp_mailing_list:
    domain: example.com
    owner: alice
    settings:
      Subscribe: this domain only
      SizeLimit: 10M
    lists:
      - name: news
        settings:
          Postings: from owner only
      - name: developers
        owner: bob
        settings:
          Postings: from subscribers
          Reply: to list
    purge:
      limit: 3

- name: A new name
  communigate.pro.cgp_mailing_list:
    name: announcements@example.com
    rename_from: news@example.com
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [news@example.com]
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
    - name: news@example.com
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
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import MAILING_LIST


def main():
    run_module(MAILING_LIST)


if __name__ == "__main__":
    main()
