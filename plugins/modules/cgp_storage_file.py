#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_storage_file
short_description: Write, rename and delete files in the File Storage of Accounts
version_added: 1.0.0
description:
  - Makes files and directories in the File Storage of Accounts as they are described, among them the Account's
    personal Web Site. A name that ends with C(/) is a directory.
  - A file is written as a whole in one command. Files in directories that are not there yet need the directory first,
    in the same list if you like.
  - Reads with C(LISTSTORAGEFILES), C(READSTORAGEFILE) and C(READSTORAGEFILEATTR). Writes with C(WRITESTORAGEFILE),
    C(UPDATESTORAGEFILEATTR), C(RENAMESTORAGEFILE) and C(DELETESTORAGEFILE).
  - Needs the Server right All Domains, or the right C(WebSite) of a Domain Administrator, or the login of the Account
    itself, or a File Access Right for the file.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account whose file it is, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  name: &name
    description:
      - Name of the file with its directories, with case and without a C(/) in front, such as V(private/notes.txt). A
        directory ends with V(/).
    type: str
  state: &state
    description:
      - Whether there is to be such a file or directory; V(present) if it is not given.
    type: str
    choices:
      present:
        - The file or directory exists, the file with the content that is given. A new file is empty if none is given.
      absent:
        - There is no such file or directory.
  rename_from: &rename_from
    description:
      - Former name. If there is a file or directory with that name, it is renamed to O(name).
      - When it has been renamed already nothing is done. When neither name exists the file or directory is created.
        When both exist that is an error.
    type: str
  content: &content
    description:
      - What the file holds, as text, which is stored in UTF-8. Not together with O(content_base64).
    type: str
  content_base64: &content_base64
    description:
      - What the file holds, as Base64, for anything that is no text.
    type: str
  attributes: &attributes
    description:
      - Attributes of the file or directory. Each is an XML element, such as V(<note>Draft</note>), which takes the
        place of those with its name. Others stay, and the server has no command to remove one.
    type: list
    elements: str
  files:
    description:
      - Several files. Each item takes the options that describe one file.
    type: list
    elements: dict
    suboptions:
      account: *account
      name:
        <<: *name
        required: true
      state: *state
      rename_from: *rename_from
      content: *content
      content_base64: *content_base64
      attributes: *attributes
      facts:
        description:
          - What M(communigate.pro.cgp_storage_file_info) tells besides. It is ignored, so that what was read can be
            given as it is.
        type: dict
notes:
  - Differences show up to 4 KiB of a file; of a larger one its size and checksum.
seealso:
  - module: communigate.pro.cgp_storage_file_info
  - module: communigate.pro.cgp_file_subscription
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The home page of an account
  communigate.pro.cgp_storage_file:
    account: alice@example.com
    name: default.html
    content: "{{ lookup('ansible.builtin.file', 'alice.html') }}"

- name: A directory with a picture
  communigate.pro.cgp_storage_file:
    files:
      - account: alice@example.com
        name: pictures/
      - account: alice@example.com
        name: pictures/portrait.png
        content_base64: "{{ lookup('ansible.builtin.file', 'portrait.png.b64') }}"

- name: An attribute of a directory
  communigate.pro.cgp_storage_file:
    account: alice@example.com
    name: pictures/
    attributes:
      - <note>Portraits only</note>

- name: A new name
  communigate.pro.cgp_storage_file:
    account: alice@example.com
    name: index.html
    rename_from: default.html

- name: A file goes
  communigate.pro.cgp_storage_file:
    account: alice@example.com
    name: pictures/portrait.png
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com default.html]
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
    - name: alice@example.com default.html
      action: update
      changed: true
      before: {content: Under construction}
      after: {content: Welcome}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import STORAGE_FILE


def main():
    run_module(STORAGE_FILE)


if __name__ == "__main__":
    main()
