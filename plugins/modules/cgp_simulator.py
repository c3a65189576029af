#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_simulator
short_description: Start, stop and disturb a simulated CommuniGate Pro server
version_added: 1.0.0
description:
  - Starts and stops the simulator of this collection as a background process on the machine that runs the task. It is
    a stateful server that speaks the CLI over the PWD protocol, for trying playbooks and for testing them without a
    licence.
  - A simulator is known by its O(pid_file). If one is running with that file, its O(clock), its O(faults) and its
    O(habits) are set when they are given, and O(control) is said to it. All other options count only when it is
    started; but a different O(port), O(http_port) or O(https_port) is an error.
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
        - It is not running. Its state has been saved when the task ends; the task fails if it could not be.
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
      - Setting O(clock), O(faults) and O(habits) of a running simulator, and O(control), need it too.
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
  cluster_state:
    description:
      - Directory with the state of a Dynamic Cluster. Simulators that are started with the same directory are members
        of one cluster, what one of them changes in a shared Domain or a cluster-wide setting is seen through all.
      - Implies O(cluster).
    type: path
  state_file:
    description:
      - File that the server is loaded from when it starts, if it exists, and saved to when it is stopped.
      - One simulator uses it at a time. Another one that is given it does not start.
    type: path
  seed:
    description:
      - How many Accounts a new server has besides its administrator, spread over several Domains. The same number
        always makes the same Accounts.
    type: int
    default: 0
  clock:
    description:
      - The server's time, V(real) when a simulator is started without it. V(fixed:2030-01-31T12:00:00) stands still,
        V(scaled:60) runs 60 times as fast, V(scaled:60@2030-01-31T12:00:00) does so from then on. All times are UTC.
      - A running simulator's clock is set if it is set to something else, or was put forward since.
    type: str
  faults:
    description:
      - What is to go wrong, as R(the guide, ansible_collections.communigate.pro.docsite.guide_simulator) tells, for
        example V(drop-after:verb=CREATEACCOUNT,nth=3).
      - In a running simulator these take the place of the faults in force. Nothing is changed if they are the same and
        none of them has been met by a command since, or they strike always. V([]) ends all faults.
    type: list
    elements: str
  habits:
    description:
      - Ways in which the server is to differ where the manual is silent, as
        R(the guide to habits, ansible_collections.communigate.pro.docsite.guide_habits) tells them, for example
        V(priority-order). V(any) stands for a set that O(random) decides.
      - A running simulator has these and those of O(habits_file) from then on, and no others. V([]) ends all habits.
      - The members of a cluster have the same habits. One that is started with others does not start.
    type: list
    elements: str
  habits_file:
    description:
      - File with habits as they were seen on a server, which the simulator is to have. It has a line for each,
        with its name, a colon and V(true), or is a JSON object that says the same.
    type: path
  random:
    description:
      - Which habits V(any) in O(habits) stands for. The same number always stands for the same ones.
    type: int
  control:
    description:
      - Lines of the simulator's control language, as R(the guide,
        ansible_collections.communigate.pro.docsite.guide_simulator) tells, which are said to it one after the other
        once it is running, and after its clock, its faults and its habits are set. This always counts as a change.
    type: list
    elements: str
  journal_file:
    description:
      - File that each command is appended to as one JSON object, with its time, session, user, verb, arguments
        without secrets, and the code of the answer.
      - If it cannot be written, all goes on without it, see RV(journal_error). When it can be again, a line tells how
        many entries are missing.
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
  stls:
    description:
      - Whether the PWD port begins in clear text and offers C(STLS) instead of TLS from the first byte. Needs
        O(tls_cert).
    type: bool
    default: false
  http_port:
    description:
      - Port to serve the CLI over HTTP, too, for tasks with C(transport=http). V(0) takes a
        free one, which RV(http_port) tells.
    type: int
  https_port:
    description:
      - The same over HTTPS, with O(tls_cert). V(0) takes a free one, which RV(https_port) tells.
    type: int
attributes:
  check_mode:
    description:
      - Reports whether it would start or stop the simulator, or set its clock, its faults or its habits, and does not.
    support: full
  diff_mode:
    description: Has no differences to show.
    support: none
  idempotent:
    description:
      - A second run with the same options changes nothing. O(control) always counts as a change, and O(faults) that
        were used in between are put in force again.
    support: partial
  platform:
    description: Where the module can run.
    support: full
    platforms: posix
requirements:
  - Python 3.7 or newer on the machine that runs the task
notes:
  - On a local connection, without C(become) and C(async), the work is done in Ansible's own process and the simulator
    runs with its Python. Otherwise the module takes the whole simulator to the target, and starts a second later.
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

    - name: A network that loses the reply to the next Account that is made
      communigate.pro.cgp_simulator:
        port: 0
        pid_file: "{{ simulator_files }}/pid"
        password: "{{ simulator_password }}"
        faults: ["drop-after:verb=CREATEACCOUNT"]

    - name: What survives that
      communigate.pro.cgp_account:
        host: "{{ simulator.host }}"
        port: "{{ simulator.port }}"
        password: "{{ simulator_password }}"
        name: anna@example.org

    - name: Two days later, without faults
      communigate.pro.cgp_simulator:
        port: 0
        pid_file: "{{ simulator_files }}/pid"
        password: "{{ simulator_password }}"
        faults: []
        control: ['CLOCK "+2d"']

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
http_port:
  description: Port that it serves the CLI on over HTTP, null if it does not.
  returned: with O(state=started), but not in check mode before it is running
  type: int
  sample: 8100
https_port:
  description: Port that it serves the CLI on over HTTPS, null if it does not.
  returned: with O(state=started), but not in check mode before it is running
  type: int
  sample: 9100
journal_error:
  description: Why O(journal_file) of the running or stopped simulator could not be written.
  returned: if the last command could not be noted
  type: str
  sample: "[Errno 28] No space left on device"
control:
  description:
    - What the lines of O(control) were answered with, in their order, as JSON data; null for a bare success.
  returned: with O(control), but not in check mode
  type: list
  elements: raw
  sample: [{"clock": "real+172800", "time": {"$timestamp": "T02-02-2030_12:00:00"}}]
"""

from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.ansible_task import run_module


def main():
    run_module()


if __name__ == "__main__":
    main()
