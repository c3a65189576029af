# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp
short_description: CommuniGate Pro servers, their Domains, or Accounts as hosts
version_added: 1.0.0
description:
  - Makes hosts of what one or several servers have, over one login for each server, and groups of what is told of them.
  - The file's name ends with C(cgp.yml), C(cgp.yaml), C(communigate.yml) or C(communigate.yaml).
  - All variables begin with C(cgp_). C(cgp_kind) is C(server), C(domain) or C(account). Of its server each host has
    C(cgp_server), C(cgp_version), C(cgp_main_domain), C(cgp_controller), and the address in C(cgp_host), C(cgp_port),
    C(cgp_login) and C(cgp_transport), where P(communigate.pro.cgp#lookup) looks for it. C(cgp_controller) is the
    address of the controller of the Dynamic Cluster, and empty where there is none, or null where the login may not see
    it.
  - Domains have C(cgp_domain), with their effective settings C(cgp_suspended), and with their location C(cgp_shared),
    which says whether a Domain is one of the Dynamic Cluster.
  - Accounts have C(cgp_account), C(cgp_domain), C(cgp_type), which is null where a server does not tell it, and with
    their effective settings C(cgp_suspended).
  - C(cgp_suspended) says that no service is open, by the settings C(AccessModes) and C(DomainAccessModes). Servers do
    not tell whether C(SUSPENDDOMAIN) was used.
  - What O(include) names is in variables of these names, such as C(cgp_aliases), where secrets are hidden.
extends_documentation_fragment:
  - communigate.pro.connection.plugin
  - ansible.builtin.constructed
  - ansible.builtin.inventory_cache
options:
  plugin:
    description: The name of this plugin.
    type: str
    required: true
    choices: [communigate.pro.cgp]
  hosts:
    description: What becomes hosts.
    type: str
    choices:
      servers:
        - The servers themselves, such as the members of a Dynamic Cluster. A server cannot list the other members.
      domains:
        - Domains.
      accounts:
        - The Accounts of the O(domains).
    default: servers
  servers:
    description:
      - The servers, each a dictionary with the connection options that are its own. All others are the same for all of
        them, and stand beside this list.
      - C(name) is how the server is called, as a host and in C(cgp_server); it is its C(host) if that is not given.
      - Without the list there is one server, by the options beside it.
      - Values may be templates.
    type: list
    elements: dict
    default: []
  domains:
    description:
      - The names of Domains, or patterns with C(*) and C(?). Without any, O(hosts=domains) means all of them; with
        O(hosts=accounts) they are needed.
      - To list Domains takes a right that a Domain Administrator does not have, who can name them.
    type: list
    elements: str
    default: []
  filter:
    description: With O(hosts=accounts), only Accounts whose names contain this text.
    type: str
  include:
    description:
      - What is read of each host. These are the choices of C(include) of M(communigate.pro.cgp_server_info),
        M(communigate.pro.cgp_domain_info) or M(communigate.pro.cgp_account_info).
      - Without it nothing more is read of servers, C(effective_settings), C(aliases) and C(location) of Domains, and
        C(effective_settings) of Accounts.
    type: list
    elements: str
    default: []
  limit:
    description: How many hosts there may be. More are an error, for an inventory of a million Accounts is a mistake.
    type: int
    default: 10000
notes:
  - Nothing that comes from a server is ever evaluated as a template. Names that Ansible could take for patterns or
    templates are left out with a warning, and so are names that another server has had before.
  - Passwords are best given in the environment, or as templates that look them up.
  - The cache keeps what was read, names and settings among it, but no secrets.
seealso:
  - plugin: communigate.pro.cgp
    plugin_type: lookup
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
# The members of a Dynamic Cluster, by the name members.cgp.yml. The password is in CGP_PASSWORD.
plugin: communigate.pro.cgp
servers:
  - {name: backend1, host: 127.0.0.1}
  - {name: backend2, host: localhost}
compose:
  ansible_host: cgp_host
groups:
  controller: cgp_controller == cgp_host
keyed_groups:
  - {key: cgp_version, prefix: version}

---
# The Domains of these endings: those of the cluster, those that are shut, and those with a limit of Accounts.
plugin: communigate.pro.cgp
hosts: domains
domains: ["*.com", "*.org"]
groups:
  shared: cgp_shared
  suspended: cgp_suspended
  limited: "'unlimited' is not communigate.pro.cgp_same(limit, scope='domain', setting='AccountsLimit')"
compose:
  limit: cgp_effective_settings.AccountsLimit | default('unlimited')

---
# The Accounts of one Domain that are for sales, with their type and their quota.
plugin: communigate.pro.cgp
hosts: accounts
domains: [example.com]
filter: sales
password: "{{ lookup('ansible.builtin.env', 'CGP_PASSWORD') }}"
include: [effective_settings, aliases]
compose:
  quota: cgp_effective_settings.MaxAccountSize | default('unlimited') | communigate.pro.cgp_bytes
keyed_groups:
  - {key: cgp_type, prefix: type}
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._server_inventory import ServerInventory


class InventoryModule(ServerInventory):
    """The inventory of this file's name."""

    NAME = "communigate.pro.cgp"
