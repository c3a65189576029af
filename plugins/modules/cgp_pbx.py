#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_pbx
short_description: Create Real-Time Application Environments and their national subsets
version_added: 1.0.0
description:
  - Makes the Real-Time Application Environment of a Domain, of the server or of a Dynamic Cluster, and its national
    subsets, as they are described. What they hold is the business of M(communigate.pro.cgp_pbx_files).
  - A national subset that goes takes its files with it. The CLI has no command that deletes an environment itself.
  - The CLI has no listing of environments either. One whose files the server refuses to list counts as missing.
  - Reads with C(LISTDOMAINPBXFILES), C(LISTSERVERPBXFILES) and C(LISTCLUSTERPBXFILES). Writes with C(CREATEDOMAINPBX)
    and C(DELETEDOMAINPBX), with C(CREATESERVERPBX) and C(DELETESERVERPBX), and with C(CREATECLUSTERPBX) and
    C(DELETECLUSTERPBX).
  - Needs the Server right All Domains, or the right C(CanModifyPBXApps) of a Domain Administrator. The environments of
    the server and of a cluster are for system administrators only.
  - Where the server refuses to answer in words that do not tell why, it is asked with C(LISTDOMAINS) and
    C(GETDOMAINALIASES) whether the Domain exists.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose environment it is; V(domain) if it is not given.
    type: str
    choices:
      domain:
        - That of a Domain.
      server:
        - That of the server.
      cluster:
        - That of the whole Dynamic Cluster.
  domain: &domain
    description:
      - Name of the Domain, with O(scope=domain) and only with that.
    type: str
  language: &language
    description:
      - Name of a national subset, such as V(french). Without it, or with an empty string, the environment itself is
        meant.
      - A server may make a subset only beside the environment. List the environment first.
    type: str
  state: &state
    description:
      - Whether there is to be such an environment or subset; V(present) if it is not given.
    type: str
    choices:
      present:
        - It exists. A new one has no files.
      absent:
        - There is no such national subset.
  environments:
    description:
      - Several environments and subsets. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      domain: *domain
      language: *language
      state: *state
      facts:
        description:
          - What M(communigate.pro.cgp_pbx_info) tells besides. It is ignored, so that what was read can be given as
            it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_pbx_files
  - module: communigate.pro.cgp_pbx_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: An environment with announcements in two more languages
  communigate.pro.cgp_pbx:
    domain: example.com
    environments:
      - language: ""
      - language: french
      - language: german

- name: The environment of the server
  communigate.pro.cgp_pbx:
    scope: server

- name: A language is no longer spoken
  communigate.pro.cgp_pbx:
    domain: example.com
    language: german
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com french]
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
    - name: domain example.com french
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
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx import PBX


def main():
    run_module(PBX)


if __name__ == "__main__":
    main()
