#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_account_default_prefs
short_description: Set the default Preferences of Accounts
version_added: 1.0.0
description:
  - Sets the Preferences that Accounts have where their users chose nothing themselves, in one Domain, or in the whole
    server or Dynamic Cluster for Domains that do not say either.
  - Reads with C(GETACCOUNTDEFAULTPREFS), C(GETSERVERACCOUNTPREFS) or C(GETCLUSTERACCOUNTPREFS). Writes with
    C(UPDATEACCOUNTDEFAULTPREFS), C(UPDATESERVERACCOUNTPREFS) or C(UPDATECLUSTERACCOUNTPREFS) what differs. With
    O(settings_mode=replace) it writes the whole with C(SETACCOUNTDEFAULTPREFS), C(SETSERVERACCOUNTPREFS) or
    C(SETCLUSTERACCOUNTPREFS), and the latter two also where Preferences are to be removed.
  - Where a wanted one of a Domain does not show, and may be the default, those of the server and of the Cluster are
    read, too.
  - Where no password is shown, the settings of the login's own Account, read with C(GETACCOUNTSETTINGS), tell whether
    the server shows any.
  - Needs the Server right All Domains, or for a Domain the right C(WebUserSettings) of a Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.settings
options:
  scope: &scope
    description:
      - Whose defaults these are; V(domain) if it is not given.
    type: str
    choices:
      domain:
        - Those of the O(domain).
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
  domain: &domain
    description:
      - Name of an existing Domain. Needed with O(scope=domain), and only there.
    type: str
  settings: &settings
    description:
      - Preferences, such as C(Language) or C(TimeZone).
    type: dict
  settings_mode: &settings_mode
    description:
      - What happens to Preferences that O(settings) does not name; V(update) if it is not given.
    type: str
    choices:
      update:
        - They stay.
      replace:
        - They are removed, so that the defaults of the server or the product apply.
  defaults:
    description:
      - Several sets of defaults. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      domain: *domain
      settings: *settings
      settings_mode: *settings_mode
seealso:
  - module: communigate.pro.cgp_account_prefs
    description: Preferences of single Accounts.
  - module: communigate.pro.cgp_account_defaults
    description: Default settings, which users do not choose.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Language and working days of everybody in a domain who did not choose others
  communigate.pro.cgp_account_default_prefs:
    domain: example.com
    settings:
      Language: German
      TimeZone: Europe/Central
      WorkDays: [Mon, Tue, Wed, Thu, Fri]
      WorkDayStart: 8:00
      WorkDayEnd: "17:00"

- name: Deleted mail goes to the trash everywhere, and one domain has no skin of its own any more
  communigate.pro.cgp_account_default_prefs:
    defaults:
      - scope: server
        settings:
          DeleteMode: Move To Trash
      - domain: example.org
        settings:
          SkinName: default
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
      before: {settings: {Language: English}}
      after: {settings: {Language: German}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_default_prefs import (
    ACCOUNT_DEFAULT_PREFS,
)


def main():
    run_module(ACCOUNT_DEFAULT_PREFS)


if __name__ == "__main__":
    main()
