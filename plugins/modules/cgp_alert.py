#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_alert
short_description: Post and remove alerts
version_added: 1.0.0
description:
  - Posts and removes the alerts that users of an Account, of a Domain, of the server or of a whole Dynamic Cluster
    see. An alert whose text is there already is not posted again.
  - Reads with C(GETACCOUNTALERTS), C(GETDOMAINALERTS), C(GETSERVERALERTS) and C(GETCLUSTERALERTS). Posts with
    C(POSTACCOUNTALERT), C(POSTDOMAINALERT), C(POSTSERVERALERT) and C(POSTCLUSTERALERT). Removes single alerts with
    C(REMOVEACCOUNTALERT), C(REMOVEDOMAINALERT), C(REMOVESERVERALERT) and C(REMOVECLUSTERALERT). When all are replaced
    and none of them stays, they are removed at once with C(SETACCOUNTALERTS), C(SETDOMAINALERTS), C(SETSERVERALERTS)
    and C(SETCLUSTERALERTS).
  - Needs the Server right All Domains for Accounts and Domains, or the right C(CanPostAlerts) of a Domain
    Administrator. The alerts of the server and of a Cluster are for system administrators.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose alerts these are; V(server) if it is not given.
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
  alerts: &alerts
    description:
      - Texts of the alerts that there are to be.
    type: list
    elements: str
  absent: &absent
    description:
      - Alerts that there are not to be, each by its text or by its time stamp, V(20260131120000) or
        V(#T31-01-2026_12:00:00). One that is not there needs nothing.
    type: list
    elements: str
  mode: &mode
    description:
      - What happens to alerts that neither O(alerts) nor O(absent) names; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, if O(alerts) is given.
  alert_sets:
    description:
      - Several sets of alerts. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      name: *name
      alerts: *alerts
      absent: *absent
      mode: *mode
      facts:
        description:
          - What M(communigate.pro.cgp_alert_info) tells besides. It is ignored, so that what was read can be given as
            it is.
        type: dict
seealso:
  - module: communigate.pro.cgp_alert_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Announce that the server will be down
  communigate.pro.cgp_alert:
    alerts:
      - On Saturday from 20:00 to 22:00 UTC there is no access to mail.

- name: Tell that this is over
  communigate.pro.cgp_alert:
    absent:
      - On Saturday from 20:00 to 22:00 UTC there is no access to mail.

- name: The only alerts of two domains
  communigate.pro.cgp_alert:
    scope: domain
    mode: replace
    alert_sets:
      - name: example.com
        alerts:
          - Please change your password until the end of the month.
      - name: example.org
        alerts: []
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [domain example.com]
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
    - name: domain example.com
      action: update
      changed: true
      before: {alerts: []}
      after: {alerts: [{text: Please change your password.}]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.alert import ALERT


def main():
    run_module(ALERT)


if __name__ == "__main__":
    main()
