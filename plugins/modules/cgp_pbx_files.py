#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_pbx_files
short_description: Upload Real-Time Applications
version_added: 1.0.0
description:
  - Makes the files of a Real-Time Application Environment as they are described, or the whole environment equal to a
    directory on the controller. They are programs, scripts, announcements and other files.
  - The environment and its national subsets must exist. M(communigate.pro.cgp_pbx) makes them.
  - Reads with C(LISTDOMAINPBXFILES) and C(READDOMAINPBXFILE), with C(LISTSERVERPBXFILES) and C(READSERVERPBXFILE), and
    with C(LISTCLUSTERPBXFILES) and C(READCLUSTERPBXFILE). A purge of the server or the cluster asks with
    C(LISTSTOCKPBXFILES) what is built in.
  - Writes and deletes with C(STOREDOMAINPBXFILE), C(STORESERVERPBXFILE) and C(STORECLUSTERPBXFILE), one command for
    each file that differs.
  - Needs the Server right All Domains, or the right C(CanModifyPBXApps) of a Domain Administrator. The environments of
    the server and of a cluster are for system administrators only.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
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
  name: &name
    description:
      - Name of the file, with case, such as V(gateway.sppr). In a national subset it is the name of the subset, a
        slash, and the name there, such as V(french/welcome.wav).
    type: str
  state: &state
    description:
      - Whether there is to be such a file; V(present) if it is not given.
    type: str
    choices:
      present:
        - The file exists, with the content that is given. A new file is empty if none is given.
      absent:
        - There is no such file.
  content: &content
    description:
      - What the file holds, as text, which is stored in UTF-8. Not together with O(content_base64) or O(src).
    type: str
  content_base64: &content_base64
    description:
      - What the file holds, as Base64, for anything that is no text.
    type: str
  src: &src
    description:
      - File on the controller that holds the same, text or not. It is looked for as the files of
        M(ansible.builtin.copy) are, in the directories C(files) of the role and of the playbook, and decrypted if it is
        encrypted with a vault.
    type: path
  files:
    description:
      - Several files. Each item takes the options that describe one file.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      domain: *domain
      name:
        <<: *name
        required: true
      state: *state
      content: *content
      content_base64: *content_base64
      src: *src
notes:
  - O(source) may be a directory. Then each file in it and below it is wanted, under its name relative to the directory,
    with what it holds. What begins with a dot is left out, and links to directories are not followed.
    A directory without any file is an error.
  - Files are compared by what they hold. Only those that differ are sent.
  - Everything that O(source) and O(src) name is read on the controller, also when the task runs elsewhere.
  - Subdirectories of O(source) are national subsets.
  - O(purge) deletes the files that the task does not name. Without O(purge.within) it works in the environments and
    the subsets of the files that the task names, and nowhere else. With it, they are given
    as V(domain example.com) for the environment of a Domain without its subsets, V(domain example.com french) for a
    subset, or V(server) and V(server french).
  - Differences show up to 4 KiB of a file; of a larger one its size and checksum.
seealso:
  - module: communigate.pro.cgp_pbx
  - module: communigate.pro.cgp_pbx_info
  - module: communigate.pro.cgp_pbx_task
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The environment holds what the directory files/pbx holds, with its languages as subdirectories
  communigate.pro.cgp_pbx_files:
    domain: example.com
    source: pbx
    purge:
      keep: ["*.settings"]
      limit: 20

- name: A program and two announcements
  communigate.pro.cgp_pbx_files:
    domain: example.com
    files:
      - name: reception.sppr
        src: reception.sppr
      - name: welcome.wav
        src: welcome.wav
      - name: french/welcome.wav
        src: bienvenue.wav

- name: A program of the server goes
  communigate.pro.cgp_pbx_files:
    scope: server
    name: old.sppr
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com reception.sppr]
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
    - name: domain example.com reception.sppr
      action: update
      changed: true
      before: {content: "entry Main is end entry;"}
      after: {content: "entry Main is AcceptCall(); end entry;"}
spared:
  description:
    - Names of objects that a purge left, since they came with the server; no more than 100 with O(detail=summary). See
      O(purge.also).
  returned: if there are any
  type: list
  elements: str
  sample: [server gateway.sppr]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx_files import PBX_FILE


def main():
    run_module(PBX_FILE)


if __name__ == "__main__":
    main()
