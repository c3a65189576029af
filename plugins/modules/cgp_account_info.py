#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_info
short_description: Read Accounts
version_added: 1.0.0
description:
  - Reads what is asked for of the Accounts that are named, or of all Accounts of a Domain. A Domain is listed page by
    page, however large it is.
  - An Account that does not exist is no error, and is named in RV(missing).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Lists with C(LISTDOMAINOBJECTS). Reads with the commands that O(include) tells, single settings with
    C(GETACCOUNTONESETTING), effective rights with C(GETACCOUNTACLRIGHTS). Asks the server to compare with
    C(VERIFYACCOUNTIDENTITY) and C(VERIFYACCOUNTPASSWORD).
  - Needs the Server right All Domains, or the rights of a Domain Administrator. Of O(include), V(location) and
    V(presence) are for system administrators. V(acl), and O(acl_for), are for the owner of the Account and for a
    Domain Administrator with C(CanImpersonate).
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  names:
    description:
      - The Accounts to read.
      - Without it, all Accounts of the O(domain) are read.
    type: list
    elements: str
  domain:
    description:
      - Domain whose Accounts are read, or with O(names) the Domain of all names that are given without one.
      - Needed without O(names).
    type: str
  domains:
    description:
      - Several Domains whose Accounts are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(names) or O(domain).
    type: list
    elements: str
  filter:
    description:
      - Part of a name. Only Accounts of the O(domain) whose names contain it are read.
      - Some servers may mind letter case here.
    type: str
  limit:
    description:
      - How many Accounts of the O(domain) are read at most; V(0) is no limit.
    type: int
    default: 0
  settings_keys:
    description:
      - Names of settings, with their case. The effective value of each is read by itself, which is less than reading
        them all. Every name is one more command for each Account.
      - Nothing else is read with an empty O(include).
    type: list
    elements: str
  acl_for:
    description:
      - Accounts whose effective access rights for the Account are read.
    type: list
    elements: str
  identities:
    description:
      - Values of a C(From:) header, such as V(Alice <alice@example.com>). The server tells of each whether the
        Account may use it.
    type: list
    elements: str
  verify_password:
    description:
      - Password in clear text. The server tells whether it is the CommuniGate Password of the Account.
    type: str
  include:
    description:
      - What is read of each Account. Every part but V(type) is one more command for each Account.
    type: list
    elements: str
    choices:
      settings:
        - Settings that are set for the Account itself (C(GETACCOUNTSETTINGS)).
      type:
        - Type of the Account, which the listing tells.
      aliases:
        - Aliases (C(GETACCOUNTALIASES)).
      telnums:
        - Telephone numbers (C(GETACCOUNTTELNUMS)).
      effective_settings:
        - The settings and the defaults that apply (C(GETACCOUNTEFFECTIVESETTINGS)).
      rights:
        - Server and Domain access rights (C(GETACCOUNTRIGHTS)).
      acl:
        - Rights that others have for the Account (C(GETACCOUNTACL)).
      info:
        - Statistics such as C(LastLogin) and C(StorageUsed) (C(GETACCOUNTINFO)).
      prefs:
        - Preferences that are set for the Account itself (C(GETACCOUNTPREFS)).
      effective_prefs:
        - Those and the defaults that apply (C(GETACCOUNTEFFECTIVEPREFS)).
      mail_rules:
        - Queue Rules (C(GETACCOUNTMAILRULES)).
      signal_rules:
        - Signal Rules (C(GETACCOUNTSIGNALRULES)).
      mailboxes:
        - Mailboxes, with information about each (C(LISTMAILBOXES)).
      location:
        - Where the Account's files are, relative to those of its Domain (C(GETACCOUNTLOCATION)).
      presence:
        - Presence status (C(GETACCOUNTPRESENCE)).
    default: [settings, type]
seealso:
  - module: communigate.pro.cgp_account
  - module: communigate.pro.cgp_domain_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Settings and aliases of two accounts
  communigate.pro.cgp_account_info:
    names:
      - alice@example.com
      - bob@example.com
    include: [settings, aliases]
  register: found

- name: Tell who does not exist
  ansible.builtin.debug:
    msg: "{{ found.missing }}"

- name: Later, have those that there were as they were
  communigate.pro.cgp_account:
    accounts: "{{ found.accounts }}"

- name: The first hundred accounts of a domain whose names contain "test", and when they were used last
  communigate.pro.cgp_account_info:
    domain: example.com
    filter: test
    limit: 100
    include: [info]
  register: tests

- name: Tell the last login of each
  ansible.builtin.debug:
    msg: "{{ item.name }} {{ item.facts.info.LastLogin | default('never') }}"
  loop: "{{ tests.accounts }}"
  loop_control:
    label: "{{ item.name }}"

- name: The quota and the language of an account, whether they are its own or defaults
  communigate.pro.cgp_account_info:
    names: [alice@example.com]
    settings_keys: [MaxAccountSize, Language]
    include: []
  register: chosen

- name: Tell the quota
  ansible.builtin.debug:
    msg: "{{ chosen.accounts[0].facts.chosen_settings.MaxAccountSize }}"

- name: Who still has the password that everybody gets first
  communigate.pro.cgp_account_info:
    domain: example.com
    verify_password: "{{ first_password }}"
    include: []
  register: checked

- name: Tell their names
  ansible.builtin.debug:
    msg: "{{ checked.accounts | selectattr('facts.password_matches') | map(attribute='name') | list }}"
"""

RETURN = r"""
accounts:
  description:
    - The Accounts, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_account#module:accounts), with RV(accounts[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Account.
      type: str
      sample: alice@example.com
    settings:
      description: What is set for the Account itself, without secrets.
      returned: when asked for
      type: dict
      sample: {RealName: Alice Liddell, MaxAccountSize: 2G}
    type:
      description: Type of the Account.
      returned: when asked for
      type: str
      sample: MultiMailbox
    aliases:
      description: Aliases.
      returned: when asked for
      type: list
      elements: str
      sample: [al]
    telnums:
      description: Telephone numbers.
      returned: when asked for
      type: list
      elements: str
      sample: ["+15551234567"]
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_account).
      type: dict
      contains:
        chosen_settings:
          description: The effective value of each of O(settings_keys), null where there is none.
          returned: with O(settings_keys)
          type: dict
          sample: {MaxAccountSize: 2G, Language: null}
        acl_rights:
          description: The effective access rights of each of O(acl_for), as letters.
          returned: with O(acl_for)
          type: dict
          sample: {bob@example.com: lr}
        identities:
          description:
            - Whether each of O(identities) is C(allowed). If not, the C(code) and the text (C(msg)) of the server's
              refusal, which may have another reason, such as a missing right.
          returned: with O(identities)
          type: dict
          sample: {"Alice <alice@example.com>": {allowed: true}}
        password_matches:
          description: Whether O(verify_password) is the Account's password.
          returned: with O(verify_password)
          type: bool
          sample: false
        effective_settings:
          description: The settings and the defaults that apply. Secrets in it are V((hidden\)).
          returned: when asked for
          type: dict
          sample: {RealName: Alice Liddell, MaxAccountSize: 2G, Password: (hidden)}
        rights:
          description: Server and Domain access rights.
          returned: when asked for
          type: list
          elements: str
          sample: [Domain]
        acl:
          description: Rights that others have for the Account.
          returned: when asked for
          type: dict
          sample: {bob: lr}
        info:
          description: Statistics.
          returned: when asked for
          type: dict
          sample: {StorageUsed: 1024}
        prefs:
          description: Preferences that are set for the Account itself.
          returned: when asked for
          type: dict
          sample: {Language: English}
        effective_prefs:
          description: Those and the defaults that apply.
          returned: when asked for
          type: dict
          sample: {Language: English}
        mail_rules:
          description: Queue Rules, as the server writes them.
          returned: when asked for
          type: list
          elements: list
          sample: [["5", Spam, [], [[Discard]]]]
        signal_rules:
          description: Signal Rules, as the server writes them.
          returned: when asked for
          type: list
          elements: list
          sample: [["5", Night, [], [[Reject with, "603"]]]]
        mailboxes:
          description: Mailboxes, with information about each.
          returned: when asked for
          type: dict
          sample: {INBOX: [{Messages: 12}]}
        location:
          description: Where the Account's files are.
          returned: when asked for
          type: str
          sample: alice.macnt
        presence:
          description: Presence status.
          returned: when asked for
          type: str
          sample: online
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: account_password, why: the server does not tell it}]
missing:
  description: What was asked for and is not there.
  returned: success
  type: list
  elements: str
  sample: [nobody@example.com]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "a\nb@example.com", why: name holds a line break or another control character}]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT_INFO


def main():
    run_module(ACCOUNT_INFO)


if __name__ == "__main__":
    main()
