#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_simulator
short_description: Start and stop a simulated CommuniGate Pro server
version_added: 0.1.0
description:
  - Starts and stops the simulator of this collection as a background process on the machine that runs the task. It is
    a stateful server that speaks the CLI over the PWD protocol, for trying playbooks and for testing them without a
    licence.
  - A simulator is known by its O(pid_file). If one is running with that file it is left alone, whatever else is asked
    for, but a different O(port) is an error.
  - What it holds is gone when it is stopped, unless it has a O(state_file).
options:
  state:
    description:
      - Whether the simulator is to be running.
    type: str
    choices:
      started:
        - It is running, and listens when the task ends.
      stopped:
        - It is not running. Its state has been saved when the task ends.
    default: started
  pid_file:
    description:
      - File that tells which process the simulator is and where it listens. The file goes when the simulator ends.
    type: path
    required: true
  host:
    description:
      - Address to listen on. On any other than one of this machine's loopback addresses a O(password) is needed.
    type: str
    default: 127.0.0.1
  port:
    description:
      - Port to listen on. V(0) takes a free one, which RV(port) tells.
    type: int
    default: 10106
  main_domain:
    description:
      - Name of the main Domain of a new server. One from a O(state_file) keeps its own.
    type: str
    default: example.com
  login:
    description:
      - Name of an administrator's Account in the main Domain, which is made if it does not exist.
    type: str
    default: postmaster
  password:
    description:
      - Password of O(login). Without it a new server has the password V(simulator), and one from a O(state_file)
        keeps its own.
    type: str
  version:
    description:
      - Version that the server claims to be.
    type: str
    default: 6.3.39
  cluster:
    description:
      - Whether the server is a member of a Dynamic Cluster, so that the commands for one are available.
    type: bool
    default: false
  state_file:
    description:
      - File that the server is loaded from when it starts, if it exists, and saved to when it is stopped.
    type: path
  journal_file:
    description:
      - File that each command is appended to as one JSON object, with its time, session, user, verb, arguments
        without secrets, and the code of the answer.
    type: path
  latency_ms:
    description:
      - How many milliseconds each answer is kept back, which is what a distance does.
    type: float
    default: 0.0
  tls_cert:
    description:
      - File with a certificate in PEM format, to speak TLS from the first byte. Needs O(tls_key).
    type: path
  tls_key:
    description:
      - File with the private key of O(tls_cert).
    type: path
attributes:
  check_mode:
    description: Reports whether it would start or stop the simulator, and does not.
    support: full
  diff_mode:
    description: Has no differences to show.
    support: none
  idempotent:
    description: A second run with the same options changes nothing.
    support: full
  platform:
    description: Where the module can run.
    support: full
    platforms: posix
requirements:
  - Python 3.7 or newer on the machine that runs the task
notes:
  - This module is not in the action group C(communigate.pro.cgp), because its options say how a server is started and
    not how one is reached.
seealso:
  - module: communigate.pro.cgp_server_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Try a playbook without a server
  hosts: localhost
  gather_facts: false
  vars:
    simulator_files: "{{ lookup('ansible.builtin.env', 'HOME') }}/simulator"
  tasks:
    - name: A place for its files
      ansible.builtin.file:
        path: "{{ simulator_files }}"
        state: directory
        mode: "0700"

    - name: A server on any free port, which remembers what it is told
      communigate.pro.cgp_simulator:
        port: 0
        pid_file: "{{ simulator_files }}/pid"
        state_file: "{{ simulator_files }}/state"
        journal_file: "{{ simulator_files }}/journal"
        password: "{{ simulator_password }}"
      register: simulator

    - name: What is to be tried
      communigate.pro.cgp_domain:
        host: "{{ simulator.host }}"
        port: "{{ simulator.port }}"
        password: "{{ simulator_password }}"
        name: example.org

    - name: No server any more
      communigate.pro.cgp_simulator:
        state: stopped
        pid_file: "{{ simulator_files }}/pid"
"""

RETURN = r"""
host:
  description: Address that the simulator listens on.
  returned: with O(state=started), but not in check mode before it is running
  type: str
  sample: 127.0.0.1
port:
  description: Port that it listens on.
  returned: with O(state=started), but not in check mode before it is running
  type: int
  sample: 10106
pid:
  description: Number of its process.
  returned: with O(state=started), but not in check mode before it is running
  type: int
  sample: 4711
"""

from ansible_collections.communigate.pro.plugins.module_utils.simulator.task import run_module


def main():
    run_module()


if __name__ == "__main__":
    main()
