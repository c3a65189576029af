#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_server_info
short_description: Read what a server tells of itself
version_added: 1.0.0
description:
  - Reads what is asked for of the server, with the commands that O(include) tells, and O(system_info) with
    C(GETSYSTEMINFO).
  - Any login may read V(version), V(time), V(commands), V(alive) and O(system_info). V(main_domain) needs the Server
    right All Domains, V(modules) the Server right Settings, V(controller) the Server right Can Monitor.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
options:
  system_info:
    description:
      - Names of pieces of information that the function C(SystemInfo) of CG/PL tells. Known are C(serverVersion),
        C(serverOS), C(serverCPU), C(mainDomainName), C(licenseDomainName), C(startTime), C(serverInstance) and
        C(clusterInstance).
    type: list
    elements: str
  include:
    description:
      - What is read.
    type: list
    elements: str
    choices:
      version:
        - Version of the server (C(GETVERSION)).
      main_domain:
        - Name of the main Domain (C(MAINDOMAINNAME)).
      time:
        - The server's time (C(GETCURRENTTIME)).
      modules:
        - Names of the server's modules (C(LISTMODULES)).
      commands:
        - Names of the CLI commands that this version supports (C(LISTCLICOMMANDS)).
      controller:
        - Address of the controller of the Dynamic Cluster (C(GETCURRENTCONTROLLER)); fails where there is none.
      alive:
        - That the server answers (C(NOOP)), which is always V(true). If it does not, the task fails.
    default: [version, main_domain, time]
seealso:
  - module: communigate.pro.cgp_domain_info
  - module: communigate.pro.cgp_command
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Which server this is
  communigate.pro.cgp_server_info:
  register: found

- name: Tell
  ansible.builtin.debug:
    msg: "CommuniGate Pro {{ found.server.version }}, main domain {{ found.server.main_domain }}"

- name: Whether the server is new enough
  communigate.pro.cgp_server_info:
    include: [commands]
  register: supported

- name: Insist on it
  ansible.builtin.assert:
    that: "'GETSMTPSENDPROFILES' in supported.server.commands"

- name: Wait until the server answers, after it was started
  communigate.pro.cgp_server_info:
    include: [alive]
  register: tried
  until: tried is succeeded
  retries: 10
  delay: 3

- name: The operating system it runs on, and since when it does
  communigate.pro.cgp_server_info:
    system_info: [serverOS, startTime]
  register: system

- name: Tell the operating system
  ansible.builtin.debug:
    msg: "{{ system.server.system_info.serverOS }}"
"""

RETURN = r"""
server:
  description: What the server told. Every part that is asked for stands here under its own name.
  returned: success
  type: dict
  contains:
    version:
      description: Version of the server.
      returned: when asked for
      type: str
      sample: 6.3.39
    main_domain:
      description: Name of the main Domain.
      returned: when asked for
      type: str
      sample: example.com
    time:
      description: The server's time.
      returned: when asked for
      type: raw
      sample: {$timestamp: T22-10-2026_10:15:30}
    system_info:
      description: The value of each of O(system_info), null where the server has none.
      returned: with O(system_info)
      type: dict
      sample: {serverOS: Linux, startTime: {$timestamp: T22-10-2026_08:00:00}}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.server import SERVER_INFO


def main():
    run_module(SERVER_INFO)


if __name__ == "__main__":
    main()
