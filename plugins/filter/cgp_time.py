# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp_time
short_description: A moment of CommuniGate Pro in another form, and the other way round
version_added: 1.0.0
description:
  - Turns time stamps of CommuniGate Pro into what other filters and people read, and such moments into time stamps.
  - In which form a moment is given is seen. All moments are in UTC, as servers tell theirs.
positional: form
options:
  _input:
    description:
      - A time stamp such as C(#T22-10-2009_15:24:45), with or without C(#), or in its tagged form.
      - Or a moment in ISO 8601 such as C(2009-10-22T15:24:45+02:00) or C(2009-10-22 15:24), a date, a date of YAML, a
        number of seconds since 1970, C(past) or C(future). What does not name its time zone is in UTC.
    type: raw
    required: true
  form:
    description: The form in which the moment is returned.
    type: str
    choices:
      iso:
        - C(2009-10-22T15:24:45Z), or C(2009-10-22) for a date alone. The remote past and future are C(past) and
          C(future).
      datetime:
        - C(2009-10-22 15:24:45), which P(ansible.builtin.to_datetime#filter) takes. The remote ones are words, too.
      epoch:
        - The number of seconds since 1970. The remote past and future have none, and are an error.
      cgp:
        - C(#T22-10-2009_15:24:45), as servers write it.
      tagged:
        - 'C({$timestamp: T22-10-2009_15:24:45}), as modules take it among settings.'
    default: iso
seealso:
  - plugin: communigate.pro.cgp_seconds
    plugin_type: filter
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Read a time stamp
  ansible.builtin.assert:
    that:
      - "'#T22-10-2009_15:24:45' | communigate.pro.cgp_time == '2009-10-22T15:24:45Z'"
      - "'#TFUTURE' | communigate.pro.cgp_time == 'future'"
      - "{'$timestamp': 'T22-10-2009'} | communigate.pro.cgp_time == '2009-10-22'"

- name: See whether something is over
  ansible.builtin.assert:
    that: expires | communigate.pro.cgp_time('epoch') < now().timestamp()
  vars:
    expires: "#T22-10-2009_15:24:45"

- name: Make a time stamp of a moment
  ansible.builtin.assert:
    that:
      - "'2009-10-22T17:24:45+02:00' | communigate.pro.cgp_time('cgp') == '#T22-10-2009_15:24:45'"
      - "1256225085 | communigate.pro.cgp_time('tagged') == {'$timestamp': 'T22-10-2009_15:24:45'}"
"""

RETURN = r"""
_value:
  description: The moment in the form that was asked for.
  type: raw
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._moments import cgp_time
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class FilterModule:
    """The filter of this file's name."""

    def filters(self) -> dict[str, object]:
        return {"cgp_time": for_templates("cgp_time", cgp_time)}
