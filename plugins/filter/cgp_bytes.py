# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp_bytes
short_description: A size in bytes, or as a setting
version_added: 1.0.0
description:
  - Makes the number of bytes of a size as CommuniGate Pro has it in settings, such as C(5M), so that it can be
    calculated and compared; and the other way round.
  - The units are K, M, G and T, of 1024 each. A size without a unit is in bytes.
positional: unlimited, as_setting
options:
  _input:
    description: A size as in settings, or a number of bytes.
    type: raw
    required: true
  unlimited:
    description:
      - What is returned for C(unlimited) and C(-1), which is one more spelling of it.
      - With O(as_setting) this value, too, is taken for a size without limit.
    type: raw
    default: -1
  as_setting:
    description: Whether the size is returned as settings have it, in the largest of the units K, M and G that fits.
    type: bool
    default: false
seealso:
  - plugin: communigate.pro.cgp_seconds
    plugin_type: filter
  - plugin: communigate.pro.cgp_same
    plugin_type: test
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Calculate with sizes
  ansible.builtin.assert:
    that:
      - "'5M' | communigate.pro.cgp_bytes == 5242880"
      - "'unlimited' | communigate.pro.cgp_bytes == -1"
      - "used <= quota | communigate.pro.cgp_bytes(unlimited=used)"
  vars:
    used: 104857600
    quota: 1G

- name: Make a setting of a number of bytes
  ansible.builtin.assert:
    that:
      - 3 * 1073741824 | communigate.pro.cgp_bytes == 3221225472
      - (3 * 1073741824) | communigate.pro.cgp_bytes(as_setting=true) == '3G'
      - -1 | communigate.pro.cgp_bytes(as_setting=true) == 'unlimited'
"""

RETURN = r"""
_value:
  description: The number of bytes, or with O(as_setting) a text.
  type: raw
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._amounts import cgp_bytes
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class FilterModule:
    """The filter of this file's name."""

    def filters(self) -> dict[str, object]:
        return {"cgp_bytes": for_templates("cgp_bytes", cgp_bytes)}
