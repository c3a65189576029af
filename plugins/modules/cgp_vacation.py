#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_vacation
short_description: Set vacation messages
version_added: 1.0.0
description:
  - Sets the message that an Account replies with while its user is away, in the form that the Web Interface uses, so
    that users see it there and can change it. The other Rules of the Account stay untouched.
  - A message that is there is read back into the options below, whoever wrote it. What it holds beyond them, such as
    another condition or a header field C(From), stays.
  - Reads with C(GETACCOUNTMAILRULES) and C(DATASET). Writes the Rule C(#Vacation) with C(UPDATEACCOUNTMAILRULE), and
    forgets who has got a reply with C(REMOVEACCOUNTSUBSET).
  - Needs the Server right All Domains, or the right C(RulesAllowed) of a Domain Administrator, and C(BasicSettings) too
    unless O(reset_memory=never).
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account that replies, such as V(alice@example.com). A name without a Domain belongs to that of the O(login).
    type: str
  enabled: &enabled
    description:
      - Whether the Account replies; V(true) if it is not given.
      - With V(false) the message is switched off and kept for the next time. To remove it altogether, remove the Rule
        C(#Vacation) with M(communigate.pro.cgp_rule).
    type: bool
  text: &text
    description:
      - What the Account replies with, in one or more lines. Needed if there is no message yet that could be enabled.
      - Line ends at the end of the text do not count.
    type: str
  subject: &subject
    description:
      - Subject of the reply. Without it the subject stays as it is, and for a new message the server chooses it. An
        empty string lets the server choose again.
    type: str
  starts: &starts
    description:
      - When the vacation begins, a date such as V("2026-04-20"), with or without a time such as V("2026-04-20 17:30").
        The time is the server's own. A date alone is its first second.
      - Until then there is no reply, although the message is enabled. Without it nothing is changed; an empty string
        removes the date.
    type: str
  ends: &ends
    description:
      - When the vacation ends, in the same forms. A date alone is its last second, so the day belongs to the vacation.
      - Without it nothing is changed; an empty string removes the date.
    type: str
  reply_once: &reply_once
    description:
      - Whether each sender gets one reply only. Without it nothing is changed; for a new message it is V(true).
    type: bool
  reset_memory: &reset_memory
    description:
      - When it is forgotten who has got a reply, so that everybody gets the new one; V(on_enable) if it is not given.
    type: str
    choices:
      on_enable:
        - When a message that was switched off is switched on.
      always:
        - On every run, if anybody is remembered.
      never:
        - Not at all.
  vacations:
    description:
      - The messages of several Accounts. Each item takes the options that describe one message.
    type: list
    elements: dict
    suboptions:
      account:
        <<: *account
        required: true
      enabled: *enabled
      text: *text
      subject: *subject
      starts: *starts
      ends: *ends
      reply_once: *reply_once
      reset_memory: *reset_memory
notes:
  - Mail that no human has written, such as that of mailing lists, gets no reply.
  - Write dates in quotation marks in a file for O(source), where YAML takes them for something else than text.
seealso:
  - module: communigate.pro.cgp_rule
  - module: communigate.pro.cgp_rules
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Alice is away for two weeks
  communigate.pro.cgp_vacation:
    account: alice@example.com
    subject: I am on vacation
    text: |
      Thank you for your mail. I am back on Monday, 4 May.

      In urgent cases please write to office@example.com.
    starts: "2026-04-20"
    ends: "2026-05-03"

- name: Alice is back
  communigate.pro.cgp_vacation:
    account: alice@example.com
    enabled: false

- name: The whole team closes over the holidays, with one message
  communigate.pro.cgp_vacation:
    text: Our office is closed until 4 January.
    starts: "2026-12-24 12:00"
    ends: "2027-01-03"
    vacations:
      - account: bob@example.com
      - account: carol@example.com
      - account: support@example.com
        text: Our office is closed. The hotline takes your calls.
        reply_once: false

- name: What is important has changed, so everybody gets another reply
  communigate.pro.cgp_vacation:
    account: support@example.com
    text: Our office is closed until 11 January.
    ends: "2027-01-10"
    reset_memory: always
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com]
counts:
  description: How many objects were wanted, and how many of them ended in which way.
  returned: unless the task failed as a whole
  type: dict
  sample: {wanted: 3, unchanged: 2, created: 0, updated: 1, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
failures:
  description:
    - The objects that failed, each with its C(name), what went wrong (C(msg)), whether something was C(changed)
      before, and the C(code) of the server's answer if it refused a command; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: dict
  sample: []
not_attempted:
  description: Names of the objects that were not begun; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: []
objects:
  description:
    - Every object with its C(name), the C(action) that it needed (V(none), V(create), V(update), V(rename) or
      V(delete)), whether it was C(changed), and what differed C(before) and C(after).
  returned: with O(detail=all), unless the task failed as a whole
  type: list
  elements: dict
  sample:
    - name: alice@example.com
      action: update
      changed: true
      before: {vacation: {enabled: false}}
      after: {vacation: {enabled: true}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.vacation import VACATION


def main():
    run_module(VACATION)


if __name__ == "__main__":
    main()
