#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_group_info
short_description: Read Groups
version_added: 0.1.0
description:
  - Reads the Groups that are named, or all Groups of a Domain, with their settings and members.
  - A Group that does not exist is no error.
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them.
  - Lists with C(LISTGROUPS). Reads with C(GETGROUP).
  - Needs the Server right All Domains, or the rights of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.info
  - communigate.pro.info
options:
  names:
    description:
      - The Groups to read.
      - Without it, all Groups of the O(domain) are read.
    type: list
    elements: str
  domain:
    description:
      - Domain whose Groups are read, or with O(names) the Domain of all names that are given without one.
      - Needed without O(names).
    type: str
  domains:
    description:
      - Several Domains whose Groups are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(names) or O(domain).
    type: list
    elements: str
  include:
    description:
      - What is read of each Group.
    type: list
    elements: str
    choices:
      settings:
        - All settings of the Group. Its members are the setting C(Members).
    default: [settings]
seealso:
  - module: communigate.pro.cgp_group
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: All groups of a domain
  communigate.pro.cgp_group_info:
    domain: example.com
  register: found

- name: Tell the members of each
  ansible.builtin.debug:
    msg: "{{ item.name }}: {{ item.settings.Members | default([]) | join(', ') }}"
  loop: "{{ found.groups }}"
  loop_control:
    label: "{{ item.name }}"

- name: One group, if it exists
  communigate.pro.cgp_group_info:
    names: [support@example.com]
"""

RETURN = r"""
groups:
  description: The Groups, in the order of O(names) or of the server's listing.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Group.
      type: str
      sample: support@example.com
    exists:
      description: Whether there is such a Group. If not, nothing else is told of it.
      type: bool
      sample: true
    settings:
      description: Settings of the Group, with its members.
      returned: for a Group that exists
      type: dict
      sample: {RealName: Help desk, Members: [alice, bob]}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP_INFO


def main():
    run_module(GROUP_INFO)


if __name__ == "__main__":
    main()
