#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_script
short_description: Run Synchronous Scripts
version_added: 1.0.0
description:
  - Runs a Synchronous Script and returns what it returns. This is an action. What the script changes is not known, so
    every run is reported as a change; C(changed_when) in the task says better.
  - Writes with C(RUNSCRIPT).
  - The manual states no right that is needed.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  account:
    description:
      - Account on whose behalf the script runs, such as V(pbx@example.com). A name without a Domain belongs to that of
        the O(login).
    type: str
    required: true
  program:
    description:
      - Name of the script, a file of the environment, without C(.scgp).
    type: str
    required: true
  entry:
    description:
      - Entry point of the script, the main one if this is not given.
    type: str
  parameter:
    description:
      - What is handed to the script.
      - It may be a string, a number, a list or a dictionary. V(true) and V(false) become V(YES) and V(NO).
      - The server's other types are given as a dictionary with one key. C($datablock) is followed by Base64,
        C($timestamp), C($address), C($xml) and C($object) by what the server writes.
    type: raw
seealso:
  - module: communigate.pro.cgp_pbx_files
  - module: communigate.pro.cgp_pbx_task
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Ask a script that changes nothing
  communigate.pro.cgp_script:
    account: postmaster@example.com
    program: echo
    parameter:
      domain: example.com
      limit: 5
  register: told
  changed_when: false

- name: Tell what it says
  ansible.builtin.debug:
    var: told.value
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [RUNSCRIPT]
value:
  description: What the script returns.
  returned: not in check mode
  type: raw
  sample: {domain: example.com, limit: 5}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.script import SCRIPT


def main():
    run_module(SCRIPT)


if __name__ == "__main__":
    main()
