#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_remotes
short_description: Set the remote accounts that an Account collects mail and calls from
version_added: 1.0.0
description:
  - Sets the RPOP, RIMAP and RSIP records of Accounts. By them the server collects mail from accounts elsewhere, or
    registers at SIP servers elsewhere, on behalf of the Account.
  - Reads with C(GETACCOUNTRPOPS), C(GETACCOUNTRIMAPS) or C(GETACCOUNTRSIPS). Writes with C(SETACCOUNTRPOPS),
    C(SETACCOUNTRIMAPS) or C(SETACCOUNTRSIPS), which replace all records, so what is to stay is written again.
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right All Domains, or of a Domain Administrator the right C(CanModifyRPOP), for V(rsip) the right
    C(CanModifyRSIP).
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  account: &account
    description:
      - Account that has the records, such as V(alice@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  kind: &kind
    description:
      - Which records these are; V(rpop) if it is not given.
    type: str
    choices:
      rpop:
        - Accounts elsewhere from which mail is collected with POP3.
      rimap:
        - Accounts elsewhere from which mail is collected with IMAP.
      rsip:
        - Registrations at SIP servers elsewhere.
  records: &records
    description:
      - The records by their names. A record is a dictionary with the server's own keys, or null, which removes it.
        Needed.
      - For V(rpop) these are C(domain), C(authName), C(password), C(period), such as V(600s), and perhaps C(mailbox),
        C(leave), C(APOP) and C(TLS). For V(rsip) these are C(domain), C(authName), C(fromName), C(targetName),
        C(password) and C(period).
      - Null as the value of a key removes that key; as the C(password) of a record it also says that there is none.
        Numbers, booleans and periods are compared as settings are, so V(10m) and V(600s) are the same.
      - A C(password) shows as V((hidden\)) in results and differences.
    type: dict
  update_password: &update_password
    description:
      - When a C(password) in O(records) is set; V(on_change) if it is not given.
    type: str
    choices:
      on_change:
        - Whenever the server shows another one. One that it shows encoded, and one of a record that exists and of which
          it shows none, counts as the wanted one, since nobody can compare it; a warning says so.
      always:
        - On every run, too, where the server shows it encoded or not at all. A warning says so.
      on_create:
        - In a new record only. A record that exists keeps the one it has, if it has any.
  mode: &mode
    description:
      - What happens to what O(records) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - Other records stay, and so do the other keys of a record that is named.
      replace:
        - Other records are removed, and so are the other keys of a record that is named, except for its C(password).
  remotes:
    description:
      - Records of several Accounts, or of several kinds. Each item takes the options that describe the records of one
        kind.
    type: list
    elements: dict
    suboptions:
      account: *account
      kind: *kind
      records: *records
      update_password: *update_password
      mode: *mode
notes:
  - What is to stay is read from the server and written back to it, the passwords included. A server may not show them.
    Then nothing is written that would cost a record its password; the task fails and names the record. Give the
    C(password), too, of each that is to stay.
  - A user's setting C(RPOPAllowed) or C(RSIPAllowed) may stand against the use of records, see
    M(communigate.pro.cgp_account).
seealso:
  - module: communigate.pro.cgp_account
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Mail is collected from an account at a provider
  communigate.pro.cgp_account_remotes:
    account: alice@example.com
    records:
      provider:
        domain: pop.provider.example
        authName: alice.liddell
        password: "{{ provider_password }}"
        period: 10m
        leave: true
        TLS: true

- name: It is collected less often, and from another account no longer
  communigate.pro.cgp_account_remotes:
    account: alice@example.com
    records:
      provider: {period: 1h}
      former: null

- name: Everything that the office collects, and nothing else
  communigate.pro.cgp_account_remotes:
    account: office@example.com
    mode: replace
    update_password: on_create
    remotes:
      - kind: rimap
        records:
          archive: {domain: imap.partner.example, authName: office, password: "{{ archive_password }}", period: 30m}
      - kind: rsip
        records:
          trunk:
            domain: sip.carrier.example
            authName: "15550100"
            fromName: "15550100"
            targetName: reception
            password: "{{ trunk_password }}"
            period: 1h
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com rpop]
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
    - name: alice@example.com rpop
      action: update
      changed: true
      before: {records: {provider: {domain: pop.provider.example, period: 600s, password: (hidden)}}}
      after: {records: {provider: {domain: pop.provider.example, period: 1h, password: (hidden)}}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_remotes import ACCOUNT_REMOTES


def main():
    run_module(ACCOUNT_REMOTES)


if __name__ == "__main__":
    main()
