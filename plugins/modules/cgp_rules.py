#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_rules
short_description: Set the mail and signal Rules
version_added: 1.0.0
description:
  - Sets the Queue Rules or the Signal Rules of an Account, of a Domain, of the server or of a whole Dynamic Cluster.
  - Reads with C(GETACCOUNTMAILRULES), C(GETDOMAINMAILRULES), C(GETSERVERMAILRULES), C(GETCLUSTERMAILRULES),
    C(GETACCOUNTSIGNALRULES), C(GETDOMAINSIGNALRULES), C(GETSERVERSIGNALRULES) and C(GETCLUSTERSIGNALRULES).
  - Writes with C(SETACCOUNTMAILRULES), C(SETDOMAINMAILRULES), C(SETSERVERMAILRULES), C(SETCLUSTERMAILRULES),
    C(SETACCOUNTSIGNALRULES), C(SETDOMAINSIGNALRULES), C(SETSERVERSIGNALRULES) and C(SETCLUSTERSIGNALRULES), which
    replace all Rules, so what is to stay is written again.
  - Needs the Server right All Domains for Accounts and Domains, or the right C(RulesAllowed) or C(SignalRulesAllowed)
    of a Domain Administrator; for the server and a Cluster the Server right Settings. Users may set the mail Rules of
    their own Account, as far as they are allowed the actions.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose Rules these are; V(account) if it is not given.
    type: str
    choices:
      account:
        - Those of the Account O(name).
      domain:
        - Those of the Domain O(name).
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
  name: &name
    description:
      - Name of an existing Account or Domain. Needed with O(scope=account) and O(scope=domain), and only there.
    type: str
  kind: &kind
    description:
      - Which Rules these are; V(mail) if it is not given.
    type: str
    choices:
      mail:
        - Queue Rules, for mail.
      signal:
        - Signal Rules, for calls and other signals.
  rules: &rules
    description:
      - The Rules, in the order in which the server is to keep them.
    type: list
    elements: dict
    suboptions:
      priority:
        description:
          - Of mail Rules, those with a higher priority are applied first. V(0) switches a Rule off, V(10) is the
            highest.
          - Signal Rules have numbers that tell the stage, too, such as V(100005).
        type: int
        required: true
      name:
        description:
          - Name of the Rule. A name that begins with V(#) is one of those that the Web Interface keeps for its own
            forms, such as V(#Vacation) and V(#Redirect).
        type: str
        required: true
      conditions:
        description:
          - When the Rule applies. Each condition is a list of what is looked at, an operation and a parameter, such
            as V(["From", "is", "*@example.com"]), or of a single word, such as V(["Human Generated"]).
          - With the operations V(in) and V(not in) several addresses, days, sources, methods or states may be a list,
            such as V(["Current Day", "in", ["Sat", "Sun"]]), which is written with commas.
          - Without any condition the Rule always applies.
        type: list
        elements: list
        default: []
      actions:
        description:
          - What is done. Each action is a list of its name and its parameter, such as V(["Store in", "Spam"]), or of
            its name alone, such as V(["Discard"]).
          - The addresses of C(Mirror to), C(Redirect to), C(Forward to) and C(Fork to) may be a list, which is written
            with commas. A list or a dictionary anywhere else is refused.
        type: list
        elements: list
        default: []
      comment:
        description:
          - Comment on the Rule.
        type: str
  mode: &mode
    description:
      - What happens to Rules that O(rules) does not name; V(replace) if it is not given.
    type: str
    choices:
      update:
        - They stay. A Rule that is given takes the place of the one with its name, or comes last.
      replace:
        - They are removed.
  rule_sets:
    description:
      - Several sets of Rules. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      name: *name
      kind: *kind
      rules: *rules
      mode: *mode
notes:
  - The server writes C(---) where a condition or an action has no parameter. That is the same as none.
seealso:
  - module: communigate.pro.cgp_account_info
    description: Tells with V(mail_rules) in O(communigate.pro.cgp_account_info#module:include) what there is.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Spam goes to its own mailbox, other rules of the account stay
  communigate.pro.cgp_rules:
    name: alice@example.com
    mode: update
    rules:
      - name: spam
        priority: 4
        conditions:
          - [Header Field, is, "X-Spam-Flag: YES"]
        actions:
          - [Store in, Spam]
          - [Discard]

- name: Exactly these rules for the whole domain
  communigate.pro.cgp_rules:
    scope: domain
    name: example.com
    rules:
      - name: no bulk mail to the board
        priority: 9
        comment: asked for by the secretary
        conditions:
          - [Any Recipient, is, board@example.com]
          - [Header Field, is, "Precedence: bulk"]
        actions:
          - [Discard]

- name: No rules for the server's mail, and one for its calls
  communigate.pro.cgp_rules:
    scope: server
    rule_sets:
      - kind: mail
        rules: []
      - kind: signal
        rules:
          - name: no calls at night
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
  sample: [account alice@example.com mail]
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
    - name: account alice@example.com mail
      action: update
      changed: true
      before: {rules: []}
      after: {rules: [["4", spam, [[Header Field, is, "X-Spam-Flag: YES"]], [[Store in, Spam], [Discard]]]]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.rules import RULES


def main():
    run_module(RULES)


if __name__ == "__main__":
    main()
