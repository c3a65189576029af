#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_domain_info
short_description: Read Domains
version_added: 0.1.0
description:
  - Reads what is asked for of the Domains that are named, or of all Domains of the server.
  - A Domain that does not exist is no error.
  - Lists with C(LISTDOMAINS). Reads with the commands that O(include) tells.
  - Needs the Server right All Domains, or with O(names) the rights of a Domain Administrator, but V(location) in
    O(include) is for system administrators.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.info
  - communigate.pro.info
options:
  names:
    description:
      - The Domains to read. Without it, all Domains are read.
    type: list
    elements: str
  include:
    description:
      - What is read of each Domain. Every part is one more command for each Domain.
    type: list
    elements: str
    choices:
      settings:
        - Settings that are set for the Domain itself (C(GETDOMAINSETTINGS)).
      effective_settings:
        - Those and the defaults that apply (C(GETDOMAINEFFECTIVESETTINGS)).
      aliases:
        - Aliases of the Domain (C(GETDOMAINALIASES)).
      account_defaults:
        - Default settings of its Accounts (C(GETACCOUNTDEFAULTS)).
      account_template:
        - Its Account Template (C(GETACCOUNTTEMPLATE)).
      mail_rules:
        - Queue Rules (C(GETDOMAINMAILRULES)).
      signal_rules:
        - Signal Rules (C(GETDOMAINSIGNALRULES)).
      accounts:
        - Names of its Accounts, all in one reply (C(LISTACCOUNTS)). M(communigate.pro.cgp_account_info) reads a Domain
          with very many of them page by page.
      groups:
        - Names of its Groups (C(LISTGROUPS)).
      forwarders:
        - Names of its Forwarders (C(LISTFORWARDERS)).
      lists:
        - Names of its mailing lists (C(LISTLISTS)).
      admin_domains:
        - The Domains that its Domain Administrators administer (C(LISTADMINDOMAINS)).
      location:
        - Where the Domain's files are, relative to those of the server (C(GETDOMAINLOCATION)).
      counts:
        - The numbers of its C(accounts), C(aliases) and C(forwarders) (C(LISTDOMAINOBJECTS)).
    default: [settings, aliases]
seealso:
  - module: communigate.pro.cgp_domain
  - module: communigate.pro.cgp_account_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: How many accounts each domain has
  communigate.pro.cgp_domain_info:
    include: [counts]
  register: found

- name: Tell them
  ansible.builtin.debug:
    msg: "{{ item.name }}: {{ item.counts.accounts }}"
  loop: "{{ found.domains }}"
  loop_control:
    label: "{{ item.name }}"

- name: Whether a domain exists, and what applies to it
  communigate.pro.cgp_domain_info:
    names: [example.com]
    include: [effective_settings]
  register: domain

- name: Insist on it
  ansible.builtin.assert:
    that:
      - domain.domains[0].exists
      - domain.domains[0].effective_settings.MailToUnknown == "Rejected"
"""

RETURN = r"""
domains:
  description: The Domains, in the order of O(names) or of the server's listing.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Domain.
      type: str
      sample: example.com
    exists:
      description: Whether there is such a Domain. If not, nothing else is told of it.
      type: bool
      sample: true
    settings:
      description:
        - What V(settings) in O(include) asks for. Every other part that is asked for stands beside it under its own
          name.
      returned: when asked for
      type: dict
      sample: {MailToUnknown: Rejected, AccountsLimit: "200"}
    counts:
      description: The numbers that V(counts) in O(include) asks for.
      returned: when asked for
      type: dict
      sample: {accounts: 50, aliases: 12, forwarders: 3}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN_INFO


def main():
    run_module(DOMAIN_INFO)


if __name__ == "__main__":
    main()
