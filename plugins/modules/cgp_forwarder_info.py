#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_forwarder_info
short_description: Read Forwarders
version_added: 1.0.0
description:
  - Reads the Forwarders that are named, all Forwarders of a Domain, or those to one address.
  - A Forwarder that does not exist is no error, and is named in RV(missing).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Lists with C(LISTFORWARDERS) and C(FINDFORWARDERS). Reads with C(GETFORWARDER).
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
      - The Forwarders to read.
      - Without it, all Forwarders of the O(domain) are read.
    type: list
    elements: str
  domain:
    description:
      - Domain whose Forwarders are read, or with O(names) the Domain of all names that are given without one.
      - Needed without O(names).
    type: str
  domains:
    description:
      - Several Domains whose Forwarders are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(names) or O(domain).
    type: list
    elements: str
  forwards_to:
    description:
      - Only Forwarders of the O(domain) to this address are read. Not together with O(names).
    type: str
  include:
    description:
      - What is read of each Forwarder.
    type: list
    elements: str
    choices:
      to:
        - The address that it forwards to.
    default: [to]
seealso:
  - module: communigate.pro.cgp_forwarder
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: All forwarders of a domain
  communigate.pro.cgp_forwarder_info:
    domain: example.com
  register: found

- name: Tell them as a dictionary
  ansible.builtin.debug:
    msg: "{{ found.forwarders | items2dict(key_name='name', value_name='to') }}"

- name: Forwarders to somebody who leaves
  communigate.pro.cgp_forwarder_info:
    domain: example.com
    forwards_to: alice@example.com

- name: Read the Forwarders of all Domains
  communigate.pro.cgp_forwarder_info:
    domains: ["*"]
  register: everywhere
"""

RETURN = r"""
forwarders:
  description:
    - The Forwarders, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_forwarder#module:forwarders), with RV(forwarders[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Forwarder.
      type: str
      sample: sales@example.com
    to:
      description: Address that it forwards to.
      returned: when asked for
      type: str
      sample: alice@example.com
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_forwarder).
      type: dict
      contains:
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: to, why: the server does not tell it}]
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
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER_INFO


def main():
    run_module(FORWARDER_INFO)


if __name__ == "__main__":
    main()
