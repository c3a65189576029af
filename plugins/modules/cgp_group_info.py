#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_group_info
short_description: Read Groups
version_added: 1.0.0
description:
  - Reads the Groups that are named, or all Groups of a Domain, with their settings and members.
  - A Group that does not exist is no error, and is named in RV(missing).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Lists with C(LISTGROUPS). Reads with C(GETGROUP).
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
        - Settings of the Group, and its members.
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
    msg: "{{ item.name }}: {{ item.members | join(', ') }}"
  loop: "{{ found.groups }}"
  loop_control:
    label: "{{ item.name }}"

- name: One group, if it exists
  communigate.pro.cgp_group_info:
    names: [support@example.com]
"""

RETURN = r"""
groups:
  description:
    - The Groups, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_group#module:groups), with RV(groups[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Group.
      type: str
      sample: support@example.com
    settings:
      description: Settings of the Group, without its members.
      returned: when asked for
      type: dict
      sample: {RealName: Help desk}
    members:
      description: Its members.
      returned: when asked for
      type: list
      elements: str
      sample: [alice, bob]
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_group).
      type: dict
      contains:
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: settings, why: the server does not tell it}]
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
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP_INFO


def main():
    run_module(GROUP_INFO)


if __name__ == "__main__":
    main()
