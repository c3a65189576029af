#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_settings
short_description: Set the settings of a server or a Dynamic Cluster
version_added: 1.0.0
description:
  - Sets one section, or several, of the settings that are kept for the server or for a whole Dynamic Cluster.
  - Reads with C(GETQUEUESETTINGS), C(GETSIGNALSETTINGS), C(GETMEDIASERVERSETTINGS), C(GETSESSIONSETTINGS),
    C(GETCLUSTERSETTINGS), C(GETNETWORK), C(GETDNRSETTINGS), C(GETBANNED), C(GETROUTERSETTINGS),
    C(GETSMTPSENDPROFILES), C(GETSERVERINTERCEPT), C(GETLOGSETTINGS), C(GETSERVERSETTINGS), C(GETCLUSTERNETWORK),
    C(GETCLUSTERBANNED), C(GETCLUSTERROUTERSETTINGS) and C(GETCLUSTERINTERCEPT).
  - Writes with C(SETQUEUESETTINGS), C(SETSIGNALSETTINGS), C(SETMEDIASERVERSETTINGS), C(SETSESSIONSETTINGS),
    C(SETCLUSTERSETTINGS), C(SETNETWORK), C(SETDNRSETTINGS), C(SETBANNED), C(SETROUTERSETTINGS),
    C(SETSMTPSENDPROFILES), C(SETSERVERINTERCEPT), C(SETCLUSTERNETWORK), C(SETCLUSTERBANNED),
    C(SETCLUSTERROUTERSETTINGS) and C(SETCLUSTERINTERCEPT), which take the whole section, so what is to stay is
    written again. V(log) and V(server) are told what differs, with C(UPDATELOGSETTINGS) and
    C(UPDATESERVERSETTINGS).
  - Needs the Server right Settings, and for V(intercept) the Server right Master.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.settings
options:
  scope: &scope
    description:
      - Whose settings these are; V(server) if it is not given.
    type: str
    choices:
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster, which has the sections V(network), V(banned), V(router) and
          V(intercept).
  section: &section
    description:
      - Which settings these are.
    type: str
    choices:
      queue:
        - Queue (C(GETQUEUESETTINGS)).
      signal:
        - Signal component (C(GETSIGNALSETTINGS)).
      media_server:
        - Media Server component (C(GETMEDIASERVERSETTINGS)).
      session:
        - User sessions (C(GETSESSIONSETTINGS)).
      cluster:
        - What this server has to know to be a member of a Cluster (C(GETCLUSTERSETTINGS)).
      network:
        - Network (C(GETNETWORK)).
      dnr:
        - Domain Name Resolver (C(GETDNRSETTINGS)).
      banned:
        - Banned message lines (C(GETBANNED)).
      router:
        - Router (C(GETROUTERSETTINGS)); the Router Table is not among them.
      smtp_send_profiles:
        - Target host profiles of the SMTP module (C(GETSMTPSENDPROFILES)).
      intercept:
        - Lawful interception (C(GETSERVERINTERCEPT)).
      log:
        - Main log (C(GETLOGSETTINGS)).
      server:
        - Other settings (C(GETSERVERSETTINGS)).
  settings: &settings
    description:
      - The settings.
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed. Secrets stay.
  sections:
    description:
      - Several sections. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      section:
        <<: *section
        required: true
      settings: *settings
      settings_mode: *settings_mode
notes:
  - For these settings the manual does not say how one is removed. The sections are written as a whole without it. For
    V(log) and V(server), which cannot be, a null is sent, and where the server does not understand that the task fails
    and names the setting.
seealso:
  - module: communigate.pro.cgp_ip_list
    description: The lists of network addresses.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Ask these servers who sends spam
  communigate.pro.cgp_settings:
    section: network
    settings:
      UseRBL: true
      RBLDomain: [dnsbl.net.example, rbl.example.org]

- name: An external filter beside the others, and more than one section at a time
  communigate.pro.cgp_settings:
    sections:
      - section: server
        settings:
          ExternalFilters:
            $records:
              Name:
                scanner:
                  Enabled: true
                  ProgramName: /opt/scanner/filter
                  Timeout: 2m
      - section: network
        scope: cluster
        settings:
          UseRBL: false
  register: sections

- name: Tell which differed
  ansible.builtin.debug:
    var: sections.changed_names
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server network]
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
    - name: server network
      action: update
      changed: true
      before: {settings: {UseRBL: "NO"}}
      after: {settings: {UseRBL: "YES"}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.settings import SERVER_SETTINGS


def main():
    run_module(SERVER_SETTINGS)


if __name__ == "__main__":
    main()
