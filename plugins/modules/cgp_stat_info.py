#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_stat_info
short_description: Read statistics of the server, of Accounts, Domains and Signal Dialogs
version_added: 1.0.0
description:
  - Reads elements of the server's statistics by their names, or all whose names begin alike; what was counted for
    Accounts and Domains; and the status of Signal Dialogs.
  - Reads with C(GETNEXTSTATNAME), C(GETSTATELEMENT), C(GETACCOUNTSTAT), C(GETDOMAINSTAT) and C(GETDIALOGINFO).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them.
  - Needs the Server right Monitoring for elements and Dialogs. Accounts and Domains need the rights of a Domain
    Administrator; every user can read the own statistics.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
options:
  elements:
    description:
      - Object IDs of elements to read. One that does not exist is an error.
    type: list
    elements: str
  prefix:
    description:
      - What the object IDs of elements to read begin with; an empty string stands for all elements.
      - The server tells one name at a time, so this takes as many round trips as it has elements.
    type: str
  limit:
    description:
      - How many elements with the O(prefix) are read at most; V(0) is no limit.
    type: int
    default: 0
  accounts:
    description:
      - Accounts whose statistics to read. V(*) is that of the O(login). The server must collect them, see its option
        Account Statistics.
    type: list
    elements: str
  domains:
    description:
      - Domains whose statistics to read, or V(all) for all Domains of the server. V(*) is the Domain of the O(login)
        here, as the server has it.
    type: list
    elements: str
  dialogs:
    description:
      - Numbers of Signal Dialogs. One that does not exist is an error.
    type: list
    elements: int
seealso:
  - module: communigate.pro.cgp_stat
    description: Sets and resets statistics.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: What the SMTP module does at the moment, and the traffic of a domain
  communigate.pro.cgp_stat_info:
    prefix: smtp
    domains: [example.com]
  register: found

- name: Tell how many connections come in
  ansible.builtin.debug:
    msg: "{{ found.elements.smtpInputActive }}"

- name: Tell how many messages the domain has received since the last reset
  ansible.builtin.debug:
    msg: "{{ found.domains[0].statistics.MessagesReceived }}"

- name: One element, and the statistics of two accounts
  communigate.pro.cgp_stat_info:
    elements: [smtpInputTotal]
    accounts: [alice@example.com, bob@example.com]
"""

RETURN = r"""
elements:
  description: Values of the elements by their object IDs.
  returned: with O(elements) or O(prefix)
  type: dict
  sample: {smtpInputActive: 3}
accounts:
  description: What was counted for each of the O(accounts).
  returned: with O(accounts)
  type: list
  elements: dict
  contains: &counted
    name:
      description: The name that was given.
      type: str
      sample: alice@example.com
    exists:
      description: Whether there is such an object. If not, nothing else is told of it.
      type: bool
      sample: true
    statistics:
      description: The counters, and as C(StatReset) when all of them were reset last.
      returned: if it exists
      type: dict
      sample: {MessagesReceived: 7, BytesReceived: 20480}
domains:
  description: What was counted for each of the O(domains).
  returned: with O(domains)
  type: list
  elements: dict
  contains: *counted
dialogs:
  description: Each of the O(dialogs).
  returned: with O(dialogs)
  type: list
  elements: dict
  contains:
    id:
      description: Number of the Dialog.
      type: int
      sample: 7
    info:
      description: Status of the Dialog.
      type: dict
      sample: {state: connected}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.stat import STAT_INFO


def main():
    run_module(STAT_INFO)


if __name__ == "__main__":
    main()
