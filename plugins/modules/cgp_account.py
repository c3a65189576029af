#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account
short_description: Create, change, rename and delete Accounts
version_added: 1.0.0
description:
  - Makes Accounts as they are described, with their settings, type, password, aliases and telephone numbers. Creates,
    renames and deletes them, and can purge a Domain of the Accounts that are not listed.
  - A name that belongs to something else in its Domain (an alias, a Group, a Forwarder, a mailing list, a Named Task)
    is an error, and that object is not touched. Deleting the name of an alias never deletes the Account behind it.
  - Reads with C(LISTDOMAINOBJECTS), C(LISTGROUPS), C(LISTLISTS) and C(LISTDOMAINNAMEDTASKS) who has a name, and with
    C(GETACCOUNTSETTINGS), C(GETACCOUNTALIASES), C(GETACCOUNTTELNUMS) and C(VERIFYACCOUNTPASSWORD) what is to be
    compared; where a wanted setting does not show and may be the default also the effective ones.
    Writes with C(CREATEACCOUNT), C(RENAMEACCOUNT), C(DELETEACCOUNT), C(UPDATEACCOUNTSETTINGS),
    C(SETACCOUNTSETTINGS), C(SETACCOUNTTYPE), C(SETACCOUNTALIASES), C(SETACCOUNTTELNUMS) and C(SETACCOUNTPASSWORD).
  - A new Account is created without a password, and gets it next with C(SETACCOUNTPASSWORD), for only of that does the
    manual say that a password is stored as C(PasswordEncryption) says. If the server refuses the password the Account
    stays without one, which the failure says.
  - Needs the Server right All Domains, or the rights of a Domain Administrator. Creating, renaming, deleting and
    changing the type then takes C(CanCreateAccounts), a single-mailbox type or O(legacy) also
    C(CanCreateSpecialAccounts), aliases C(CanCreateAliases), telephone numbers C(CanCreateTelnums), a password
    C(BasicSettings). Of the settings a Domain Administrator changes only those that this Administrator may change;
    the others are reported as not kept.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.domain
  - communigate.pro.purge
  - communigate.pro.settings
options:
  name: &name
    description:
      - Name of the Account, such as V(alice@example.com). Without a Domain it is completed, see O(domain).
    type: str
  state: &state
    description:
      - Whether there is to be such an Account; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Account exists and is as described.
      absent:
        - There is no such Account. Its mail and its files are deleted with it.
  rename_from: &rename_from
    description:
      - Former name of the Account. If there is an Account with that name, it is renamed to O(name) and keeps what it
        holds.
      - When it has been renamed already nothing is done. When neither name exists the Account is created. When both
        exist that is an error.
    type: str
  settings: &settings
    description:
      - Account settings, such as C(RealName), C(MaxAccountSize) or C(AccessModes).
      - The password is not among them, see O(account_password).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, one by one, so that their defaults apply. Secrets such as C(Password) stay.
      overwrite:
        - If anything differs, all settings are written at once, and whatever O(settings) does not name goes, secrets as
          well. Therefore O(account_password) must be given, and is set again. Only for server administrators.
  type: &type
    description:
      - Type of a new Account; the server makes a V(MultiMailbox) without it.
      - The type of an Account that exists is left alone unless O(update_type=always).
    type: str
    choices:
      - MultiMailbox
      - TextMailbox
      - MailDirMailbox
      - SlicedMailbox
      - AGrade
      - BGrade
      - CGrade
  update_type: &update_type
    description:
      - When O(type) is set; V(on_create) if it is not given.
    type: str
    choices:
      always:
        - On an Account that exists, too. The server changes V(MultiMailbox), V(AGrade), V(BGrade) and V(CGrade) into
          each other. Listings tell the type by the Account's file extension; where a server does
          not tell it, the type is set, and reported as changed, on every run, with a warning that says so.
      on_create:
        - On a new Account only.
  account_password: &account_password
    description:
      - Password of the Account. The server itself compares it, so it is set, and reported as changed, only when it
        differs.
      - It is not O(password), which is that of the O(login).
    type: str
  update_password: &update_password
    description:
      - When O(account_password) is set; V(always) if it is not given.
    type: str
    choices:
      always:
        - Whenever the Account has another one.
      on_create:
        - On a new Account only, so that users may change theirs. An Account that was left without a password, since the
          server refused it, needs V(always) once.
  aliases: &aliases
    description:
      - All aliases of the Account, in any order, without their Domain. Others are removed, with an empty list all of
        them.
    type: list
    elements: str
  telnums: &telnums
    description:
      - All telephone numbers of the Account, in any order. Others are removed, with an empty list all of them.
    type: list
    elements: str
  storage: &storage
    description:
      - Storage mount point for the data of a new or renamed Account, without the suffix C(.mnt). The data of any
        other Account is not moved.
    type: str
  legacy: &legacy
    description:
      - Whether a new Account gets an INBOX that legacy mailers can see; V(false) if it is not given.
    type: bool
  allow_protected: &allow_protected
    description:
      - Whether an Account named C(postmaster) may be deleted; V(false) if it is not given. O(purge) deletes one only if
        O(purge.also) names it.
    type: bool
  accounts:
    description:
      - Several Accounts. Each item takes the options that describe one Account.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      state: *state
      rename_from: *rename_from
      settings: *settings
      settings_mode: *settings_mode
      type: *type
      update_type: *update_type
      account_password: *account_password
      update_password: *update_password
      aliases: *aliases
      telnums: *telnums
      storage: *storage
      legacy: *legacy
      allow_protected: *allow_protected
      facts:
        description:
          - What M(communigate.pro.cgp_account_info) tells besides. It is ignored, so that what was read can be given
            as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_account_info
  - module: communigate.pro.cgp_account_template
  - module: communigate.pro.cgp_account_defaults
  - module: communigate.pro.cgp_rules
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Keep the accounts of example.com
  hosts: localhost
  gather_facts: false
  module_defaults:
    group/communigate.pro.cgp:
      host: "{{ mail_server }}"
      login: postmaster
      password: "{{ vault_postmaster_password }}"
  tasks:
    - name: One account
      communigate.pro.cgp_account:
        name: alice@example.com
        account_password: "{{ vault_alice_password }}"
        update_password: on_create
        settings:
          RealName: Alice Liddell
          MaxAccountSize: 2G
        aliases:
          - a.liddell
          - wonderland

    - name: A list, with what all of them have in common said once
      communigate.pro.cgp_account:
        domain: example.com
        settings:
          MaxAccountSize: 500M
        accounts:
          - name: bob
            settings:
              RealName: Bob Marshall
          - name: carol
            settings:
              RealName: Carol Danvers
              MaxAccountSize: 5G
          - name: mallory
            state: absent

    - name: A new name for an account, its mail stays
      communigate.pro.cgp_account:
        name: alice.hargreaves@example.com
        rename_from: alice@example.com

    - name: Back to the defaults of the domain for one setting
      communigate.pro.cgp_account:
        name: bob@example.com
        settings:
          MaxAccountSize: default

    # files/accounts.csv:
    #   name,settings.RealName,settings.MaxAccountSize,aliases
    #   dave,Dave Bowman,500M,d.bowman hal
    #   erin,"Brockovich, Erin",,
    - name: All accounts of the domain, and no others
      communigate.pro.cgp_account:
        domain: example.com
        source: accounts.csv
        purge:
          keep:
            - test-*
          limit: 5
      register: accounts

    - name: Tell what was done
      ansible.builtin.debug:
        msg: "{{ accounts.counts.created }} created, {{ accounts.counts.deleted }} deleted"
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [alice@example.com, bob@example.com]
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
    - name: bob@example.com
      action: update
      changed: true
      before: {settings: {MaxAccountSize: 200M}}
      after: {settings: {MaxAccountSize: 500M}}
spared:
  description:
    - Names of objects that a purge left, since they came with the server; no more than 100 with O(detail=summary). See
      O(purge.also).
  returned: if there are any
  type: list
  elements: str
  sample: [pbx@example.com]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT


def main():
    run_module(ACCOUNT)


if __name__ == "__main__":
    main()
