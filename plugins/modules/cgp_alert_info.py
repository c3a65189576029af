#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_alert_info
short_description: Read alerts
version_added: 1.0.0
description:
  - Reads the alerts of Accounts, of Domains, of the server or of a whole Dynamic Cluster.
  - An Account or a Domain that does not exist is no error, and is named in RV(missing).
  - Reads with C(GETACCOUNTALERTS), C(GETDOMAINALERTS), C(GETSERVERALERTS) and C(GETCLUSTERALERTS).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, with C(GETDOMAINALIASES) which of several are
    the same, and their Accounts with C(LISTDOMAINOBJECTS).
  - Needs the Server right All Domains for Accounts and Domains, or the right C(CanPostAlerts) of a Domain
    Administrator. The alerts of the server and of a Cluster are for system administrators.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  scope:
    description:
      - Whose alerts are read.
    type: str
    choices:
      account:
        - Those of the Accounts in O(names), or of all Accounts of the O(domains).
      domain:
        - Those of the Domains in O(names) or O(domains).
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
    default: server
  names:
    description:
      - Names of Accounts or Domains. Exactly one of O(names) and O(domains) is needed with O(scope=account) and
        O(scope=domain), and neither elsewhere.
    type: list
    elements: str
  domains:
    description:
      - Domains whose alerts are read with O(scope=domain), or those of all their Accounts with O(scope=account), or
        V(*) for all Domains of the server.
    type: list
    elements: str
  include:
    description:
      - What is read.
    type: list
    elements: str
    choices:
      alerts:
        - The alerts, and when each was posted.
    default: [alerts]
seealso:
  - module: communigate.pro.cgp_alert
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The alerts of the server
  communigate.pro.cgp_alert_info:
  register: found

- name: Tell their texts
  ansible.builtin.debug:
    msg: "{{ found.alert_sets[0].alerts }}"

- name: The alerts of two domains
  communigate.pro.cgp_alert_info:
    scope: domain
    names: [example.com, example.org]

- name: The alerts of every account of the server
  communigate.pro.cgp_alert_info:
    scope: account
    domains: ["*"]
"""

RETURN = r"""
alert_sets:
  description:
    - The alerts of each Account or Domain in the order of O(names), or the one set of the server or Cluster, each
      as an item of O(communigate.pro.cgp_alert#module:alert_sets), with RV(alert_sets[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    scope:
      description: Whose alerts these are.
      type: str
      sample: domain
    name:
      description: Name of the Account or Domain. Empty for the server and the Cluster.
      type: str
      sample: example.com
    alerts:
      description: Texts of the alerts.
      returned: when asked for
      type: list
      elements: str
      sample: [Please change your password.]
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_alert).
      type: dict
      contains:
        posted:
          description: The alerts, each with its C(time) stamp as the server writes it and its C(text).
          returned: when asked for
          type: list
          elements: dict
          sample: [{time: "20260131120000", text: Please change your password.}]
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: alerts, why: the server does not tell it}]
missing:
  description: What was asked for and is not there, with its scope.
  returned: success
  type: list
  elements: str
  sample: [domain nowhere.example]
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
  sample: [{name: "account a\nb@example.com", why: name holds a line break or another control character}]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.alert import ALERT_INFO


def main():
    run_module(ALERT_INFO)


if __name__ == "__main__":
    main()
