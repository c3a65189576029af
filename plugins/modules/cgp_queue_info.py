#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_queue_info
short_description: Read how many messages wait in queues
version_added: 1.0.0
description:
  - Reads the state of queues of one of the server's modules.
  - A queue that does not exist is no error. One without messages does not exist.
  - Reads with C(GETMESSAGEQUEUEINFO).
  - The manual tells no access right for it.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
options:
  module:
    description:
      - Name of the module whose queues are read.
    type: str
    default: SMTP
  names:
    description:
      - Names of the queues. Those of C(SMTP) are the Domains that messages go to.
    type: list
    elements: str
    required: true
seealso:
  - module: communigate.pro.cgp_queue
  - module: communigate.pro.cgp_server_info
    description: Tells the names of all modules with V(modules).
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Whether mail to some servers is stuck
  communigate.pro.cgp_queue_info:
    names: [partner.example, example.org]
  register: found

- name: Insist that it is not
  ansible.builtin.assert:
    that: found.queues | selectattr('exists') | selectattr('nTotal', '>', 100) | length == 0
"""

RETURN = r"""
queues:
  description: The queues, in the order of O(names).
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the queue.
      type: str
      sample: partner.example
    exists:
      description: Whether there is such a queue. If not, nothing else is told of it.
      type: bool
      sample: true
    nTotal:
      description: How many messages are in the queue.
      returned: if it exists
      type: int
      sample: 3
    size:
      description: Size of all messages in the queue.
      returned: if it exists
      type: int
      sample: 20480
    delayedTill:
      description: When the server tries again.
      returned: if it exists and is delayed
      type: raw
      sample: {$timestamp: T22-10-2026_10:15:30}
    lastError:
      description: The last problem.
      returned: if it exists and there was one
      type: str
      sample: connection refused
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.queue import QUEUE_INFO


def main():
    run_module(QUEUE_INFO)


if __name__ == "__main__":
    main()
