#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_skin_files
short_description: Upload the files of Skins
version_added: 1.0.0
description:
  - Makes the files of a custom Skin as they are described, or the whole Skin equal to a directory on the controller.
  - The Skin itself must exist. M(communigate.pro.cgp_skin) makes it.
  - Reads with C(LISTDOMAINSKINFILES) and C(READDOMAINSKINFILE), with C(LISTSERVERSKINFILES) and
    C(READSERVERSKINFILE), and with C(LISTCLUSTERSKINFILES) and C(READCLUSTERSKINFILE). Whether a Skin is missing is
    told by C(LISTDOMAINSKINS), C(LISTSERVERSKINS) and C(LISTCLUSTERSKINS). A purge of the server or the cluster asks
    with C(LISTSTOCKSKINFILES) what is built in.
  - Where the server refuses to answer in words that do not tell why, it is asked with C(LISTDOMAINS) and
    C(GETDOMAINALIASES) whether the Domain exists.
  - Writes and deletes with C(STOREDOMAINSKINFILE), C(STORESERVERSKINFILE) and C(STORECLUSTERSKINFILE), one command for
    each file that differs.
  - Needs the Server right All Domains, or the right C(CanModifySkins) of a Domain Administrator. The Skins of the
    server and of a cluster are for system administrators only.
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
  skin: &skin
    description:
      - Name of the Skin, with case. Without it, or with an empty string, the unnamed Skin is meant.
    type: str
  name: &name
    description:
      - Name of the file, with case, such as V(login.wssp).
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
      skin: *skin
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
  - O(purge) deletes the files that the task does not name. Without O(purge.within) it works in the Skins of the files
    that the task names, and nowhere else. With it, Skins are given as in
    RV(changed_names), such as V(domain example.com Corporate), V(domain example.com) for the unnamed Skin of a Domain,
    or V(server Corporate).
  - Differences show up to 4 KiB of a file; of a larger one its size and checksum.
seealso:
  - module: communigate.pro.cgp_skin
  - module: communigate.pro.cgp_skin_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The skin is exactly what the directory files/corporate holds
  communigate.pro.cgp_skin_files:
    domain: example.com
    skin: Corporate
    source: corporate
    purge:
      limit: 50

- name: A logo, and a style sheet that is made for the domain
  communigate.pro.cgp_skin_files:
    domain: example.com
    skin: Corporate
    files:
      - name: logo.png
        src: logo.png
      - name: style.css
        content: |
          body { background: {{ brand_color }}; }

- name: A file goes from the unnamed skin of the server
  communigate.pro.cgp_skin_files:
    scope: server
    name: banner.html
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com Corporate style.css]
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
    - name: domain example.com Corporate style.css
      action: update
      changed: true
      before: {content: "body { background: red; }"}
      after: {content: "body { background: navy; }"}
spared:
  description:
    - Names of objects that a purge left, since they came with the server; no more than 100 with O(detail=summary). See
      O(purge.also).
  returned: if there are any
  type: list
  elements: str
  sample: [server login.wssp]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.skin_files import SKIN_FILE


def main():
    run_module(SKIN_FILE)


if __name__ == "__main__":
    main()
