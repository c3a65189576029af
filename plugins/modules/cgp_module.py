#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_module
short_description: Set the settings of a server module
version_added: 1.0.0
description:
  - Sets the settings of a module of the server, such as the listener of C(PWD) or the limits of C(SMTP).
  - A module that the server does not have is an error, which suggests the name that was meant.
  - Reads with C(LISTMODULES) and C(GETMODULE). Writes what differs with C(UPDATEMODULE). When a setting is to be
    removed, the whole is written with C(SETMODULE).
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right Settings.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.settings
options:
  name: &name
    description:
      - Name of the module, spelt as the server does. M(communigate.pro.cgp_server_info) tells all names.
    type: str
  settings: &settings
    description:
      - Settings of the module, such as C(LogLevel) or C(Listener).
      - A list, such as the C(Ports) of a C(Listener), is given as a whole.
      - The module C(PWD) is the one that answers to this collection. Take care not to close the port in use.
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to settings that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, so that the defaults of the product apply. Secrets stay.
  modules:
    description:
      - Several modules. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      name:
        <<: *name
        required: true
      settings: *settings
      settings_mode: *settings_mode
seealso:
  - module: communigate.pro.cgp_settings
    description: Settings of the server that belong to no module.
  - module: communigate.pro.cgp_server_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Two ports for the web interface of users, the second one with TLS from the start
  communigate.pro.cgp_module:
    name: HTTPU
    settings:
      Listener:
        Ports:
          - {PortNumber: 8100}
          - {PortNumber: 9100, InitialSecurity: "on"}

- name: More connections at once; its ports stay
  communigate.pro.cgp_module:
    name: HTTPU
    settings:
      Listener:
        MaxInputChannels: 300

- name: How much several modules log
  communigate.pro.cgp_module:
    settings:
      LogLevel: 3
    modules:
      - name: SMTP
      - name: IMAP
      - name: SIP
        settings:
          LogLevel: 5
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [SMTP, SIP]
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
    - name: SMTP
      action: update
      changed: true
      before: {settings: {LogLevel: "2"}}
      after: {settings: {LogLevel: "3"}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.module import MODULE


def main():
    run_module(MODULE)


if __name__ == "__main__":
    main()
