#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_queue
short_description: Release or reject messages that wait in queues
version_added: 1.0.0
description:
  - Lets the server try again to send what waits for other servers, and rejects messages. This is an action. What it
    does cannot be undone, and every message that is rejected leaves the queue.
  - A queue that the server does not have needs no release. It does not tell which messages wait, so a rejection is
    always sent and reported as a change.
  - Reads with C(GETMESSAGEQUEUEINFO). Writes with C(RELEASESMTPQUEUE), C(REJECTQUEUEMESSAGE) and
    C(REJECTQUEUEMESSAGES).
  - Needs the Server right Can Monitor to release, and the Server right Can Reject Queues to reject.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  release:
    description:
      - Names of queues of the module C(SMTP), which are the Domains that messages go to.
    type: list
    elements: str
  force:
    description:
      - Whether a queue is released even if this server does not have it. In a Dynamic Cluster a release goes to all
        members, and another one may have it.
    type: bool
    default: false
  reject:
    description:
      - Numbers of messages that are rejected. A message that is not there is an error.
    type: list
    elements: int
  reject_senders:
    description:
      - Names of Accounts. All messages that they sent after a login are rejected, in a Dynamic Cluster those in the
        queues of all members.
    type: list
    elements: str
  report:
    description:
      - Text of the error report that the sender of a rejected message gets. Without it the server chooses one.
    type: str
  bounce:
    description:
      - Whether the sender of a rejected message gets an error report at all.
    type: bool
    default: true
seealso:
  - module: communigate.pro.cgp_queue_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The other server is up again
  communigate.pro.cgp_queue:
    release: [partner.example, example.org]

- name: Messages that nobody can deliver
  communigate.pro.cgp_queue:
    reject: "{{ stuck_messages }}"
    report: The recipient asked us not to send this to him

- name: An account was used to send spam, nobody shall hear of that
  communigate.pro.cgp_queue:
    reject_senders: [alice@example.com]
    bounce: false
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [RELEASESMTPQUEUE]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.queue import QUEUE


def main():
    run_module(QUEUE)


if __name__ == "__main__":
    main()
