#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_route_info
short_description: Read where addresses lead, and what kind of IP address one is
version_added: 1.0.0
description:
  - Asks the Router of the server where mail, calls or logins for addresses go, and the server in which of its sets IP
    addresses are.
  - An address that leads nowhere is no error of the task. The server's refusal is returned, which may have another
    reason, such as a missing access right.
  - Reads with C(ROUTE) and C(GETIPSTATE).
  - Needs the Server right Settings or User.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
options:
  addresses:
    description:
      - Addresses, with or without a Domain.
    type: list
    elements: str
    default: []
  modes:
    description:
      - For what purposes each of the O(addresses) is routed.
    type: list
    elements: str
    choices:
      mail:
        - For mail.
      access:
        - For logins.
      signal:
        - For calls and other Signals.
    default: [access]
  ips:
    description:
      - IP addresses.
    type: list
    elements: str
    default: []
  temporary:
    description:
      - Whether the set of temporary Client IP Addresses counts, too.
    type: bool
    default: false
seealso:
  - module: communigate.pro.cgp_router_table
  - module: communigate.pro.cgp_ip_list
  - module: communigate.pro.cgp_temp_ip_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Where mail and calls for some addresses go
  communigate.pro.cgp_route_info:
    addresses:
      - postmaster@example.com
      - info@partner.example
    modes: [mail, signal]
  register: found

- name: Insist that mail to another domain leaves the server
  ansible.builtin.assert:
    that: >-
      (found.routes | selectattr('address', '==', 'info@partner.example')
      | selectattr('mode', '==', 'mail') | first).module == 'SMTP'

- name: Whether the server takes the web server for a client
  communigate.pro.cgp_route_info:
    ips: [192.0.2.10]
  register: state

- name: Tell
  ansible.builtin.debug:
    msg: "{{ state.ip_states[0].state }}"
"""

RETURN = r"""
routes:
  description: One entry for each of O(addresses) and each of O(modes), in this order.
  returned: success
  type: list
  elements: dict
  contains:
    address:
      description: The address that was asked for.
      type: str
      sample: alice@example.com
    mode:
      description: The purpose that it was routed for.
      type: str
      sample: mail
    routed:
      description: Whether it leads anywhere.
      type: bool
      sample: true
    module:
      description: Module that takes what is sent to it, or C(SYSTEM) for a built-in destination.
      returned: if it leads anywhere
      type: str
      sample: Local
    host:
      description: Queue or object of that module, such as another server or an Account.
      returned: if it leads anywhere
      type: str
      sample: alice@example.com
    routed_address:
      description: The address within that queue.
      returned: if it leads anywhere
      type: str
      sample: alice@example.com
    code:
      description: Code of the server's refusal.
      returned: if it leads nowhere
      type: int
      sample: 513
    msg:
      description: Text of the server's refusal.
      returned: if it leads nowhere
      type: str
      sample: unknown user account
ip_states:
  description:
    - One entry for each of O(ips), with the address (C(ip)) and what the server calls its kind (C(state)), or the
      C(code) and the text (C(msg)) of its refusal.
  returned: success
  type: list
  elements: dict
  sample:
    - {ip: 192.0.2.10, state: Client}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.route import ROUTE_INFO


def main():
    run_module(ROUTE_INFO)


if __name__ == "__main__":
    main()
