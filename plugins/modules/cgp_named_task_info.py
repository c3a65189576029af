#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_named_task_info
short_description: Read Named Tasks
version_added: 1.0.0
description:
  - Reads the Named Tasks that are named, all Named Tasks of a Domain, or those that an Account owns.
  - A Named Task that does not exist is no error, and is named in RV(missing).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Lists with C(LISTDOMAINNAMEDTASKS), or with C(LISTACCOUNTNAMEDTASKS) for an O(account). Reads with
    C(GETNAMEDTASK).
  - Needs the Server right All Domains, or the rights of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
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
        - All settings, and the owner (C(GETNAMEDTASK)).
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
    msg: "{{ item.name }}: {{ item.facts.summary }}"
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
  description:
    - The Named Tasks, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_named_task#module:named_tasks), with RV(named_tasks[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Named Task.
      type: str
      sample: conference@example.com
    owner:
      description: Account that owns it.
      returned: when asked for
      type: str
      sample: alice
    settings:
      description: Settings of the Named Task, without its owner.
      returned: when asked for
      type: dict
      sample: {RealName: Conference of the board, ProgramName: mediaConference}
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_named_task).
      type: dict
      contains:
        summary:
          description:
            - What the listing tells, which is the owner, the real name and the program, under the server's names.
          returned: when the login may list the Named Tasks of the Domain
          type: dict
          sample: {Owner: alice, RealName: Conference of the board, ProgramName: mediaConference}
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: owner, why: the server does not tell it}]
missing:
  description: What was asked for and is not there.
  returned: success
  type: list
  elements: str
  sample: [nobody@example.com]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "a\nb@example.com", why: name holds a line break or another control character}]
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
