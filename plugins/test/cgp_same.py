# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp_same
short_description: Whether two values of a setting mean the same
version_added: 1.0.0
description:
  - Compares two values as the modules do when they decide whether anything is to be changed. By the type of the setting
    C(100M) and C(102400K) are the same size, C(1h) and C(3600) the same period, C(true) and C(Yes) the same flag. Texts
    are the same only to the letter.
  - Of a setting that is not known two values are the same when they are so to the letter, when one is the number of the
    other's digits, or when both have a unit and mean the same amount.
positional: other, scope, setting
options:
  _input:
    description: A value of a setting, in the form in which modules take and return it; or a dictionary of settings.
    type: raw
    required: true
  other:
    description: The value that it is compared with.
    type: raw
    required: true
  scope:
    description:
      - What the setting is one of, such as V(account), V(account-prefs), V(domain), V(group), V(list), V(rpop),
        V(rsip), V(module:HTTPU) or V(server:network).
      - Without it nothing is known of the setting.
    type: str
  setting:
    description:
      - The name of the setting, with dots for one in a dictionary, such as V(ServiceClasses.Basic.AccessModes).
      - A name that is nearly a known one is warned of.
      - Without it both values are all settings of an object together.
    type: str
notes:
  - The tables of settings in the collection's guides tell the scopes and the types.
seealso:
  - plugin: communigate.pro.cgp_bytes
    plugin_type: filter
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Compare values of one setting
  ansible.builtin.assert:
    that:
      - "'100M' is communigate.pro.cgp_same('102400K', scope='account', setting='MaxAccountSize')"
      - "true is communigate.pro.cgp_same('Yes', scope='account', setting='RPOPAllowed')"
      - "'yes' is not communigate.pro.cgp_same('YES', scope='account', setting='RealName')"

- name: Compare all settings of an object
  ansible.builtin.assert:
    that: wanted is communigate.pro.cgp_same(there, scope='account')
  vars:
    wanted: {MaxAccountSize: 1G, RPOPAllowed: false, MaxMailboxes: unlimited}
    there: {MaxAccountSize: 1024M, RPOPAllowed: "NO", MaxMailboxes: "-1"}
"""

RETURN = r"""
_value:
  description: Whether they mean the same.
  type: bool
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._equality import cgp_same
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class TestModule:
    """The test of this file's name."""

    def tests(self) -> dict[str, object]:
        return {"cgp_same": for_templates("cgp_same", cgp_same)}
