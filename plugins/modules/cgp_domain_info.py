#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_domain_info
short_description: Read Domains
version_added: 1.0.0
description:
  - Reads what is asked for of the Domains that are named, or of all Domains of the server.
  - A Domain that does not exist is no error, and is named in RV(missing).
  - Lists with C(LISTDOMAINS). Reads with the commands that O(include) tells.
  - Needs the Server right All Domains, or with O(names) the rights of a Domain Administrator, but V(location) in
    O(include) is for system administrators.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
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
      aliases:
        - Aliases of the Domain (C(GETDOMAINALIASES)).
      effective_settings:
        - The settings and the defaults that apply (C(GETDOMAINEFFECTIVESETTINGS)).
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
    msg: "{{ item.name }}: {{ item.facts.counts.accounts }}"
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
      - domain.missing == []
      - domain.domains[0].facts.effective_settings.MailToUnknown == "Rejected"
"""

RETURN = r"""
domains:
  description:
    - The Domains, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_domain#module:domains), with RV(domains[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the Domain.
      type: str
      sample: example.com
    settings:
      description: What is set for the Domain itself, without secrets and without its certificate.
      returned: when asked for
      type: dict
      sample: {MailToUnknown: Rejected, AccountsLimit: "200"}
    aliases:
      description: Aliases of the Domain.
      returned: when asked for
      type: list
      elements: str
      sample: [www.example.com]
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_domain).
      type: dict
      contains:
        certificate:
          description:
            - The settings that are the Domain's certificate, which M(communigate.pro.cgp_domain_certificate) sets. The
              private key shows as V((hidden\)).
          returned: when V(settings) is asked for, of a Domain that has one
          type: dict
          sample: {SecureCertificate: "[MIIC]", PrivateSecureKey: (hidden)}
        effective_settings:
          description: The settings and the defaults that apply.
          returned: when asked for
          type: dict
          sample: {MailToUnknown: Rejected}
        account_defaults:
          description: Default settings of its Accounts. Secrets in it are V((hidden\)).
          returned: when asked for
          type: dict
          sample: {MaxAccountSize: 1G}
        account_template:
          description: Its Account Template.
          returned: when asked for
          type: dict
          sample: {RealName: somebody new}
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
        accounts:
          description: Names of its Accounts.
          returned: when asked for
          type: list
          elements: str
          sample: [alice, bob]
        groups:
          description: Names of its Groups.
          returned: when asked for
          type: list
          elements: str
          sample: [staff]
        forwarders:
          description: Names of its Forwarders.
          returned: when asked for
          type: list
          elements: str
          sample: [sales]
        lists:
          description: Names of its mailing lists.
          returned: when asked for
          type: list
          elements: str
          sample: [news]
        admin_domains:
          description: The Domains that its Domain Administrators administer.
          returned: when asked for
          type: list
          elements: str
          sample: [example.com]
        location:
          description: Where the Domain's files are.
          returned: when asked for
          type: str
          sample: Domains/example.com
        counts:
          description: The numbers of its C(accounts), C(aliases) and C(forwarders).
          returned: when asked for
          type: dict
          sample: {accounts: 50, aliases: 12, forwarders: 3}
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: settings, why: the server does not tell it}]
missing:
  description: What was asked for and is not there.
  returned: success
  type: list
  elements: str
  sample: [nowhere.example]
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
  sample: [{name: "a\nb.example", why: name holds a line break or another control character}]
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
