#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_domain
short_description: Create, change, suspend, rename and delete Domains
version_added: 1.0.0
description:
  - Makes Domains as they are described, with their settings and aliases. Creates, suspends, renames and deletes them,
    and can purge the server of the Domains that are not listed.
  - A name that is an alias of a Domain is an error, and that Domain is not touched. The main Domain is never deleted.
  - O(purge) works on all Domains of the server. It deletes empty ones only; one that holds anything is reported as
    failed.
  - Reads with C(GETDOMAINALIASES) and C(GETDOMAINSETTINGS), where a wanted setting does not show and may be
    the default also the effective ones; for a purge with C(LISTDOMAINS), before a deletion with
    C(MAINDOMAINNAME), C(LISTDOMAINOBJECTS), C(LISTGROUPS) and C(LISTLISTS). Writes with C(CREATEDOMAIN),
    C(CREATEDIRECTORYDOMAIN), C(RENAMEDOMAIN), C(DELETEDOMAIN), C(UPDATEDOMAINSETTINGS), C(SETDOMAINSETTINGS),
    C(SETDOMAINALIASES), C(SUSPENDDOMAIN) and C(RESUMEDOMAIN).
  - Needs the Server right All Domains. A Domain Administrator may use it for O(settings) of a Domain that exists, but
    changes only those that this Administrator may change; the others are reported as not kept.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
  - communigate.pro.settings
attributes:
  idempotent:
    support: partial
    details: Whether a Domain is suspended cannot be read, see O(suspended).
options:
  name: &name
    description:
      - Name of the Domain.
    type: str
  state: &state
    description:
      - Whether there is to be such a Domain; V(present) if it is not given.
    type: str
    choices:
      present:
        - The Domain exists and is as described.
      absent:
        - There is no such Domain. One that is not empty is deleted only with O(force=true).
  rename_from: &rename_from
    description:
      - Former name of the Domain. If there is a Domain with that name, it is renamed to O(name) with all that it
        holds.
      - When it has been renamed already nothing is done. When neither name exists the Domain is created. When both
        exist that is an error.
    type: str
  settings: &settings
    description:
      - Domain settings, such as C(MailToUnknown) or C(AccountsLimit).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, one by one, so that their defaults apply. Secrets such as C(PrivateSecureKey) stay.
      overwrite:
        - If anything differs, all settings are written at once, and whatever O(settings) does not name goes, secrets
          such as C(PrivateSecureKey) as well. Only for server administrators.
  aliases: &aliases
    description:
      - All aliases of the Domain, in any order. Others are removed, with an empty list all of them.
    type: list
    elements: str
  suspended: &suspended
    description:
      - Whether the Domain is suspended, so that none of its Accounts can be opened.
      - It cannot be read. For a Domain that exists this is therefore set, and reported as changed, whenever it is
        given, with a warning that says so, and what was before is shown as V((unknown\)); leave it out unless it is
        the purpose of the task.
    type: bool
  storage: &storage
    description:
      - Storage mount point for the data of a new or renamed Domain, without the suffix C(.mnt). The data of any other
        Domain is not moved.
    type: str
  shared: &shared
    description:
      - Whether a new Domain is one of the whole Dynamic Cluster; V(false) if it is not given. It cannot be changed
        later.
    type: bool
  directory_based: &directory_based
    description:
      - Whether a new Domain keeps its Accounts in the Directory; V(false) if it is not given. It cannot be changed
        later. O(shared) and O(storage) have no meaning for such a Domain.
    type: bool
  force: &force
    description:
      - Whether a Domain may be deleted with all that it holds; V(false) if it is not given.
    type: bool
  domains:
    description:
      - Several Domains. Each item takes the options that describe one Domain.
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
      aliases: *aliases
      suspended: *suspended
      storage: *storage
      shared: *shared
      directory_based: *directory_based
      force: *force
      facts:
        description:
          - What M(communigate.pro.cgp_domain_info) tells besides. It is ignored, so that what was read can be given
            as it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_domain_info
  - module: communigate.pro.cgp_account
  - module: communigate.pro.cgp_account_defaults
  - module: communigate.pro.cgp_account_template
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A domain
  communigate.pro.cgp_domain:
    name: example.org
    settings:
      MailToUnknown: Rejected
      AccountsLimit: 200
    aliases:
      - mail.example.org
      - www.example.org

- name: Two domains with the same policy, one with a limit of its own
  communigate.pro.cgp_domain:
    settings:
      MailToUnknown: Rejected
      ForceSMTPAUTH: clients
    domains:
      - name: example.com
        settings:
          AccountsLimit: 1000
      - name: example.org
  register: domains

- name: Tell which were new or differed
  ansible.builtin.debug:
    var: domains.changed_names

- name: A new name, all accounts move along
  communigate.pro.cgp_domain:
    name: shop.example
    rename_from: old-shop.example
    aliases:
      - old-shop.example

- name: A domain of the whole cluster, on its own storage
  communigate.pro.cgp_domain:
    name: hosted.example
    shared: true
    storage: fast

- name: No accounts can be opened while they are moved
  communigate.pro.cgp_domain:
    name: example.org
    suspended: true

- name: A domain goes with everything in it
  communigate.pro.cgp_domain:
    name: former.example
    state: absent
    force: true

- name: The domains of a file, and no other empty ones
  communigate.pro.cgp_domain:
    source: domains.yaml
    purge:
      keep: ["*.test"]
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [example.com]
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
    - name: example.com
      action: update
      changed: true
      before: {settings: {AccountsLimit: "200"}}
      after: {settings: {AccountsLimit: "1000"}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN


def main():
    run_module(DOMAIN)


if __name__ == "__main__":
    main()
