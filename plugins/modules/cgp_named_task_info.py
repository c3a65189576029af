#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_named_task_info
short_description: Read Named Tasks
version_added: 0.1.0
description:
  - Reads the Named Tasks that are named, all Named Tasks of a Domain, or those that an Account owns.
  - A Named Task that does not exist is no error.
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them.
  - Lists with C(LISTDOMAINNAMEDTASKS), or with C(LISTACCOUNTNAMEDTASKS) for an O(account). Reads with
    C(GETNAMEDTASK).
  - Needs the Server right All Domains, or the rights of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.info
  - communigate.pro.info
options:
  names:
    description:
      - The Named Tasks to read.
      - Without it, all Named Tasks of the O(domain) or the O(account) are read.
    type: list
    elements: str
  domain:
    description:
      - Domain whose Named Tasks are read, or with O(names) and O(account) the Domain of all names that are given
        without one.
      - Needed without O(names) and O(account).
    type: str
  domains:
    description:
      - Several Domains whose Named Tasks are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(names), O(domain) or O(account).
    type: list
    elements: str
  account:
    description:
      - Account whose Named Tasks are read. Not together with O(names).
    type: str
  include:
    description:
      - What is read of each Named Task beside what the listing tells.
    type: list
    elements: str
    choices:
      settings:
        - All settings (C(GETNAMEDTASK)).
    default: [settings]
seealso:
  - module: communigate.pro.cgp_named_task
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: All named tasks of a domain
  communigate.pro.cgp_named_task_info:
    domain: example.com
  register: found

- name: Tell what the listing says of each
  ansible.builtin.debug:
    msg: "{{ item.name }}: {{ item.summary }}"
  loop: "{{ found.named_tasks }}"
  loop_control:
    label: "{{ item.name }}"

- name: What would lose its owner if this account went
  communigate.pro.cgp_named_task_info:
    account: alice@example.com
  register: owned

- name: One named task, if it exists
  communigate.pro.cgp_named_task_info:
    names: [conference@example.com]
"""

RETURN = r"""
named_tasks:
  description: The Named Tasks, in the order of O(names) or of the server's listing.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Named Task.
      type: str
      sample: conference@example.com
    exists:
      description: Whether there is such a Named Task. If not, nothing else is told of it.
      type: bool
      sample: true
    summary:
      description: What the listing tells, which is the owner, the real name and the program, under the server's names.
      returned: for a Named Task that exists
      type: dict
      sample: {Owner: alice, RealName: Conference of the board, ProgramName: mediaConference}
    settings:
      description: Settings of the Named Task.
      returned: for a Named Task that exists
      type: dict
      sample: {Owner: alice, RealName: Conference of the board, ProgramName: mediaConference}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.named_task import NAMED_TASK_INFO


def main():
    run_module(NAMED_TASK_INFO)


if __name__ == "__main__":
    main()
