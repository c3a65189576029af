#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_password
short_description: Set the passwords of Accounts
version_added: 1.0.0
description:
  - Sets the CommuniGate password of Accounts, their passwords for single applications, and their alternative passwords
    for SIP and RADIUS. Removes the passwords of applications.
  - The server compares the CommuniGate password, so it is set, and reported as changed, only when it differs.
  - What the other passwords are cannot be read, nor whether there are any. They are set or removed, and reported as
    changed, on every run, with a warning that says so, and what was before is shown as V((unknown\)); let such tasks
    run only when there is a new password.
  - Compares with C(VERIFYACCOUNTPASSWORD), writes with C(SETACCOUNTPASSWORD).
  - Needs the Server right All Domains, or the right C(BasicSettings) of a Domain Administrator.
  - Where the server refuses a comparison, it is asked with C(LISTDOMAINOBJECTS) whether the Account exists.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
attributes:
  idempotent:
    description: A second run with the same options changes nothing.
    support: partial
    details: Only for the CommuniGate password. The others cannot be compared.
options:
  account: &account
    description:
      - Account that has the password, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  method: &method
    description:
      - Access for which there is an alternative password. Without it and without O(tag), the CommuniGate password is
        meant.
    type: str
    choices:
      SIP:
        - The Alternative SIP Password.
      RADIUS:
        - The Alternative RADIUS Password.
  tag: &tag
    description:
      - Tag of a password for an application. Not together with O(method).
    type: str
  state: &state
    description:
      - Whether there is to be such a password; V(present) if it is not given.
    type: str
    choices:
      present:
        - The password is O(new_password).
      absent:
        - There is no such password. The server can remove the password of an application only, so this needs a O(tag).
  new_password: &new_password
    description:
      - The password. Needed unless O(state=absent).
      - It is not O(password), which is that of the O(login). It never shows in results, messages or logs.
    type: str
  check_policy: &check_policy
    description:
      - Whether the server holds a new password against the size and complexity that it demands of the users' own
        changes, and refuses it for an Account whose setting C(CanModifyPassword) is off; V(false) if it is not given.
      - The password of the O(login)'s own Account is always checked like that.
    type: bool
  accounts:
    description:
      - Several passwords, of one or more Accounts. Each item takes the options that describe one password.
    type: list
    elements: dict
    suboptions:
      account: *account
      method: *method
      tag: *tag
      state: *state
      new_password: *new_password
      check_policy: *check_policy
notes:
  - C(VERIFYACCOUNTPASSWORD) is for administrators. Users without any right cannot use this module for their own
    CommuniGate password.
  - Check mode does not notice that an Account is missing whose password cannot be compared.
seealso:
  - module: communigate.pro.cgp_account
    description: Creates Accounts with a password.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The password of one account
  communigate.pro.cgp_account_password:
    account: alice@example.com
    new_password: "{{ passwords.alice }}"

- name: Passwords of many accounts, from a vaulted table with the columns account and new_password
  communigate.pro.cgp_account_password:
    source: passwords.csv
    check_policy: true

- name: A telephone that registers with a password of its own
  communigate.pro.cgp_account_password:
    account: alice@example.com
    method: SIP
    new_password: "{{ passwords.telephone }}"

- name: A scanner gets a password of its own, a lost mobile phone has one no longer
  communigate.pro.cgp_account_password:
    account: office@example.com
    accounts:
      - tag: scanner
        new_password: "{{ passwords.scanner }}"
      - tag: mobile phone
        state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com]
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
    - name: alice@example.com
      action: update
      changed: true
      before: {}
      after: {new_password: (hidden)}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_password import ACCOUNT_PASSWORD


def main():
    run_module(ACCOUNT_PASSWORD)


if __name__ == "__main__":
    main()
