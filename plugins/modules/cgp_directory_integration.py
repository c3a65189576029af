#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_directory_integration
short_description: Set how Domains and the Directory work together
version_added: 1.0.0
description:
  - Sets the Directory Integration settings of a server, or of a whole Dynamic Cluster.
  - Reads with C(GETDIRECTORYINTEGRATION) or C(GETCLUSTERDIRECTORYINTEGRATION). Writes with
    C(SETDIRECTORYINTEGRATION) or C(SETCLUSTERDIRECTORYINTEGRATION), which replace the whole, so what is to stay is
    written again.
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right All Domains.
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
        - Those of the whole Dynamic Cluster.
  settings: &settings
    description:
      - The settings, under the server's names.
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
  scopes:
    description:
      - The settings of the server and of the Cluster. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      settings: *settings
      settings_mode: *settings_mode
notes:
  - The manual does not list these settings. Look at the present ones first; the names in the examples only stand for
    them.
seealso:
  - module: communigate.pro.cgp_directory_records
    description: Puts records of a Domain's objects into the Directory.
  - module: communigate.pro.cgp_directory_unit
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Where the records of domains are kept
  communigate.pro.cgp_directory_integration:
    settings:
      baseDN: o=example
      DomainAttribute: cn

- name: The server and its cluster alike
  communigate.pro.cgp_directory_integration:
    settings:
      baseDN: o=example
    scopes:
      - scope: server
      - scope: cluster
        settings:
          DomainAttribute: cn
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server]
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
    - name: server
      action: update
      changed: true
      before: {settings: {}}
      after: {settings: {baseDN: o=example}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_integration import (
    DIRECTORY_INTEGRATION,
)


def main():
    run_module(DIRECTORY_INTEGRATION)


if __name__ == "__main__":
    main()
