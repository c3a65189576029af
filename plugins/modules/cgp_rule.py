#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_rule
short_description: Set single mail and signal Rules of Accounts
version_added: 1.0.0
description:
  - Creates, changes and deletes single Queue Rules or Signal Rules of Accounts; their other Rules stay untouched. A
    Rule is switched off and on by its O(priority) alone.
  - All Rules at once, and those of Domains and the server, are set with M(communigate.pro.cgp_rules).
  - Reads with C(GETACCOUNTMAILRULES) or C(GETACCOUNTSIGNALRULES), writes with C(UPDATEACCOUNTMAILRULE) or
    C(UPDATEACCOUNTSIGNALRULE).
  - Needs the Server right All Domains, or the right C(RulesAllowed) or C(SignalRulesAllowed) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account that has the Rule, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  kind: &kind
    description:
      - Which Rule this is; V(mail) if it is not given.
    type: str
    choices:
      mail:
        - A Queue Rule, for mail.
      signal:
        - A Signal Rule, for calls and other signals.
  name: &name
    description:
      - Name of the Rule, with case. A name that begins with V(#) is one of those that the Web Interface keeps for its
        own forms, such as V(#Vacation) and V(#Redirect).
    type: str
  state: &state
    description:
      - Whether there is to be such a Rule; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Rule exists and is as described.
      absent:
        - There is no such Rule.
  priority: &priority
    description:
      - Of mail Rules, those with a higher priority are applied first. V(0) switches a Rule off, V(10) is the highest.
      - Signal Rules have numbers that tell the stage, too, such as V(100005).
      - Needed for a new Rule.
    type: int
  conditions: &conditions
    description:
      - When the Rule applies. Each condition is a list of what is looked at, an operation and a parameter, such as
        V(["From", "is", "*@example.com"]), or of a single word, such as V(["Human Generated"]).
      - With the operations V(in) and V(not in) several addresses, days, sources, methods or states may be a list, such
        as V(["Current Day", "in", ["Sat", "Sun"]]), which is written with commas.
      - With an empty list the Rule always applies, and so does a new one without this option.
    type: list
    elements: list
  actions: &actions
    description:
      - What is done. Each action is a list of its name and its parameter, such as V(["Store in", "Spam"]), or of its
        name alone, such as V(["Discard"]). Needed for a new Rule.
      - The addresses of C(Mirror to), C(Redirect to), C(Forward to) and C(Fork to) may be a list, which is written with
        commas. A list or a dictionary anywhere else is refused.
    type: list
    elements: list
  comment: &comment
    description:
      - Comment on the Rule. An empty string removes it.
    type: str
  rules:
    description:
      - Several Rules, of one or more Accounts. Each item takes the options that describe one Rule.
    type: list
    elements: dict
    suboptions:
      account: *account
      kind: *kind
      name:
        <<: *name
        required: true
      state: *state
      priority: *priority
      conditions: *conditions
      actions: *actions
      comment: *comment
notes:
  - The server writes C(---) where a condition or an action has no parameter. That is the same as none.
  - A Rule of which more than the priority changes is stored anew, which may move it behind other Rules of the same
    priority.
seealso:
  - module: communigate.pro.cgp_rules
  - module: communigate.pro.cgp_vacation
    description: Knows how to write the Rule C(#Vacation).
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Spam goes to its own mailbox
  communigate.pro.cgp_rule:
    account: alice@example.com
    name: spam
    priority: 4
    conditions:
      - [Header Field, is, "X-Spam-Flag: YES"]
    actions:
      - [Store in, Spam]
      - [Discard]

- name: Switch it off for a while
  communigate.pro.cgp_rule:
    account: alice@example.com
    name: spam
    priority: 0

- name: The same rule for several accounts
  communigate.pro.cgp_rule:
    priority: 1
    actions:
      - [Mirror to, archive@example.com]
    rules:
      - account: bob@example.com
        name: archive
      - account: carol@example.com
        name: archive

- name: An old one goes
  communigate.pro.cgp_rule:
    account: bob@example.com
    name: old archive
    state: absent

- name: No calls at night
  communigate.pro.cgp_rule:
    account: alice@example.com
    kind: signal
    name: night
    priority: 100005
    conditions:
      - [Time Of Day, greater than, "22:00"]
    actions:
      - [Reject with, "603"]
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com mail spam]
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
    - name: alice@example.com mail spam
      action: update
      changed: true
      before: {rule: {priority: 4}}
      after: {rule: {priority: 0}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.rule import ACCOUNT_RULE


def main():
    run_module(ACCOUNT_RULE)


if __name__ == "__main__":
    main()
