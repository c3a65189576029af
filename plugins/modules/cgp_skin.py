#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_skin
short_description: Create, rename and delete Skins
version_added: 1.0.0
description:
  - Makes the custom Skins of the WebUser Interface as they are described, those of a Domain, of the server or of a
    Dynamic Cluster.
  - A Skin that goes takes its files with it. What the Skins hold is the business of
    M(communigate.pro.cgp_skin_files).
  - Reads with C(LISTDOMAINSKINS), C(LISTSERVERSKINS) and C(LISTCLUSTERSKINS). The unnamed Skin is looked for with
    C(LISTDOMAINSKINFILES), C(LISTSERVERSKINFILES) and C(LISTCLUSTERSKINFILES), too, where no Skin is listed,
    or only named ones of the server or of the cluster.
  - Writes with C(CREATEDOMAINSKIN), C(RENAMEDOMAINSKIN) and C(DELETEDOMAINSKIN), with C(CREATESERVERSKIN),
    C(RENAMESERVERSKIN) and C(DELETESERVERSKIN), and with C(CREATECLUSTERSKIN), C(RENAMECLUSTERSKIN) and
    C(DELETECLUSTERSKIN).
  - Needs the Server right All Domains, or the right C(CanModifySkins) of a Domain Administrator. The Skins of the
    server and of a cluster are for system administrators only.
  - Where the server refuses to answer in words that do not tell why, it is asked with C(LISTDOMAINS) and
    C(GETDOMAINALIASES) whether the Domain exists.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
options:
  scope: &scope
    description:
      - Whose Skin it is; V(domain) if it is not given.
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
  name: &name
    description:
      - Name of the Skin, with case. Without it, or with an empty string, the unnamed Skin is meant.
      - A named Skin of a Domain needs the unnamed one beside it. The manual does not say so of those of the server and
        of the cluster, but a server may. Skins are made and deleted in the order of the list, so list the unnamed one
        first, and last where all of them go.
    type: str
  state: &state
    description:
      - Whether there is to be such a Skin; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Skin exists. A new one has no files.
      absent:
        - There is no such Skin.
  rename_from: &rename_from
    description:
      - Former name. If there is a Skin with that name, it is renamed to O(name) and keeps its files.
      - When it has been renamed already nothing is done. When neither name exists the Skin is created. When both exist
        that is an error.
    type: str
  skins:
    description:
      - Several Skins. Each item takes the options that describe one Skin.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      domain: *domain
      name: *name
      state: *state
      rename_from: *rename_from
      facts:
        description:
          - What M(communigate.pro.cgp_skin_info) tells besides. It is ignored, so that what was read can be given as
            it is.
        type: dict
notes:
  - O(purge) deletes named Skins and spares the unnamed one. Without O(purge.within) it works where the Skins are that
    the task names. With it, places are given as in RV(changed_names), such as V(domain example.com), V(server) or
    V(cluster).
seealso:
  - module: communigate.pro.cgp_skin_files
  - module: communigate.pro.cgp_skin_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A look of its own for a domain
  communigate.pro.cgp_skin:
    domain: example.com
    skins:
      - name: ""
      - name: Corporate

- name: The same skins for several domains
  communigate.pro.cgp_skin:
    domain: "{{ item }}"
    skins:
      - name: ""
      - name: Corporate
  loop:
    - example.com
    - example.org

- name: A better name, and no other named skin
  communigate.pro.cgp_skin:
    domain: example.com
    name: Company
    rename_from: Corporate
    purge:
      limit: 3

- name: The unnamed skin of the server
  communigate.pro.cgp_skin:
    scope: server

- name: A skin goes with all its files
  communigate.pro.cgp_skin:
    domain: example.org
    name: Corporate
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com Corporate]
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
    - name: domain example.com Corporate
      action: create
      changed: true
      before: {state: absent}
      after: {state: present}
spared:
  description:
    - Names of objects that a purge left, since they came with the server; no more than 100 with O(detail=summary). See
      O(purge.also).
  returned: if there are any
  type: list
  elements: str
  sample: [server XChange]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.skin import SKIN


def main():
    run_module(SKIN)


if __name__ == "__main__":
    main()
