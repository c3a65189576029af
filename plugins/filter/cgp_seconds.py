# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp_seconds
short_description: A period in seconds, or as a setting
version_added: 1.0.0
description:
  - Makes the number of seconds of a period as CommuniGate Pro has it in settings, such as C(1h), so that it can be
    calculated and compared; and the other way round.
  - The units are s, m, h, d and w. A period without a unit is in seconds.
positional: never, as_setting
options:
  _input:
    description: A period as in settings, or a number of seconds.
    type: raw
    required: true
  never:
    description:
      - What is returned for C(never), C(unlimited) and C(-1).
      - With O(as_setting) this value, too, is taken for a period that does not end.
    type: raw
    default: -1
  as_setting:
    description: Whether the period is returned as settings have it, in the largest of the units s, m, h, d that fits.
    type: bool
    default: false
seealso:
  - plugin: communigate.pro.cgp_bytes
    plugin_type: filter
  - plugin: communigate.pro.cgp_time
    plugin_type: filter
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Calculate with periods
  ansible.builtin.assert:
    that:
      - "'1h' | communigate.pro.cgp_seconds == 3600"
      - "'15' | communigate.pro.cgp_seconds == 15"
      - "'never' | communigate.pro.cgp_seconds == -1"

- name: Make a setting of a number of seconds
  ansible.builtin.assert:
    that:
      - 7200 | communigate.pro.cgp_seconds(as_setting=true) == '2h'
      - 90 | communigate.pro.cgp_seconds(as_setting=true) == '90s'
"""

RETURN = r"""
_value:
  description: The number of seconds, or with O(as_setting) a text.
  type: raw
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._amounts import cgp_seconds
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class FilterModule:
    """The filter of this file's name."""

    def filters(self) -> dict[str, object]:
        return {"cgp_seconds": for_templates("cgp_seconds", cgp_seconds)}
