#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_storage_file_info
short_description: Read the File Storage of Accounts
version_added: 1.0.0
description:
  - Reads what is in the File Storage of Accounts, among it the Accounts' personal Web Sites. Lists a directory, with
    those inside if you like, or looks for certain files; and reads what is asked for of each.
  - An Account, a directory or a file that does not exist is no error, and is named in RV(missing).
  - Lists with C(LISTSTORAGEFILES). Reads what O(include) asks for with C(READSTORAGEFILE), C(READSTORAGEFILEATTR),
    C(GETSTORAGEFILEINFO) and C(GETFILESUBSCRIPTION).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, with C(GETDOMAINALIASES) which of several are
    the same, and their Accounts with C(LISTDOMAINOBJECTS).
  - Needs the Server right All Domains, or the right C(WebSite) of a Domain Administrator, or the login of the Account
    itself, or a File Access Right for what is read.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  accounts:
    description:
      - Accounts whose files are read, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
      - Exactly one of O(accounts) and O(domains) is needed.
    type: list
    elements: str
  domains:
    description:
      - Domains of which the files of all Accounts are read, or V(*) for all Domains of the server.
    type: list
    elements: str
  path:
    description:
      - Directory that is listed, such as V(private/reports). Without it the top is.
    type: str
    default: ""
  recursive:
    description:
      - Whether the directories inside are listed as well. Each is one more command.
    type: bool
    default: false
  names:
    description:
      - The files or directories to read, instead of a whole directory, with their directories and with case.
    type: list
    elements: str
  include:
    description:
      - What is read beside what the listing tells. V(content) and V(attributes) are one more command for each file,
        V(totals) and V(subscription) one for each Account.
    type: list
    elements: str
    choices:
      content:
        - What each file holds, its size and when it was modified (C(READSTORAGEFILE)).
      attributes:
        - Attributes of each file and directory (C(READSTORAGEFILEATTR)).
      totals:
        - Number and size of all files (C(GETSTORAGEFILEINFO)), with O(path) of those in that directory. The manual
          does not explain the latter.
      subscription:
        - The files that the Account subscribes to (C(GETFILESUBSCRIPTION)).
    default: []
  max_content:
    description:
      - How many bytes a file may have for its content to be returned.
    type: int
    default: 65536
seealso:
  - module: communigate.pro.cgp_storage_file
  - module: communigate.pro.cgp_file_subscription
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: How much is in the file storage of two accounts
  communigate.pro.cgp_storage_file_info:
    accounts: [alice@example.com, bob@example.com]
    names: []
    include: [totals]
  register: found

- name: Tell it
  ansible.builtin.debug:
    msg: "{{ item.name }}: {{ item.totals.files }} files, {{ item.totals.size }} bytes"
  loop: "{{ found.accounts }}"
  loop_control:
    label: "{{ item.name }}"

- name: Everything below a directory
  communigate.pro.cgp_storage_file_info:
    accounts: [alice@example.com]
    path: pictures
    recursive: true

- name: What the home page holds
  communigate.pro.cgp_storage_file_info:
    accounts: [alice@example.com]
    names: [default.html]
    include: [content, attributes]
    max_content: 1000000
"""

RETURN = r"""
files:
  description:
    - The files and directories of each Account, in the order of O(names) or of their names, each as an item of
      O(communigate.pro.cgp_storage_file#module:files), with RV(files[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    account:
      description: Account in whose File Storage the file is.
      type: str
      sample: alice@example.com
    name:
      description: Name with its directories. That of a directory ends with C(/).
      type: str
      sample: private/notes.txt
    content:
      description:
        - What the file holds, if that is text. Of a file larger than O(max_content) there is neither this nor
          RV(files[].content_base64), which RV(files[].facts.untold) says.
      returned: when asked for
      type: str
      sample: Remember
    content_base64:
      description: What the file holds, as Base64, if that is no text.
      returned: when asked for
      type: str
      sample: AAH/
    attributes:
      description: Attributes, each an XML element.
      returned: when asked for
      type: list
      elements: str
      sample: ["<accessRights><right key='bob'>lr</right></accessRights>"]
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_storage_file).
      type: dict
      contains:
        directory:
          description: Whether it is a directory.
          type: bool
          sample: false
        summary:
          description: What the listing tells of the file, under the server's names.
          returned: for a file
          type: dict
          sample: {Size: 12}
        modified:
          description: When the file was modified.
          returned: with V(content) in O(include), for a file
          type: dict
          sample: {$timestamp: T01-02-2026_03:04:05}
        size:
          description: How many bytes the file has.
          returned: with V(content) in O(include), for a file
          type: int
          sample: 12
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: content, why: the server does not tell it}]
missing:
  description:
    - What was asked for and is not there, Accounts, and files and directories behind the name of their Account.
  returned: success
  type: list
  elements: str
  sample: [alice@example.com nowhere.txt]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
accounts:
  description: What is told of each Account that there is, in the order of O(accounts).
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Account.
      type: str
      sample: alice@example.com
    totals:
      description: Number and size of all files, as C(files) and C(size).
      returned: when asked for
      type: dict
      sample: {files: 3, size: 4711}
    subscription:
      description: The files that the Account subscribes to.
      returned: when asked for
      type: list
      elements: str
      sample: [~office/private/prices.csv]
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "alice@example.com a\nb", why: name holds a line break or another control character}]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import STORAGE_FILE_INFO


def main():
    run_module(STORAGE_FILE_INFO)


if __name__ == "__main__":
    main()
