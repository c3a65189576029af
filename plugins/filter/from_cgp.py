# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: from_cgp
short_description: Data from a text in CommuniGate's own notation
version_added: 1.0.0
description:
  - Reads one data object in the notation of CommuniGate Pro, such as a server's own file C(Main.settings), and makes of
    it the data that the modules of this collection take and return.
  - YAML has no type for datablocks, time stamps, network addresses and XML. They become dictionaries with one key, such
    as C({"$datablock":"HcqHfHI="}), so that nothing is lost and P(communigate.pro.to_cgp#filter) writes them as they
    were. The options tell some of them as text, which is easier to use, and is written as text.
  - White space and comments may stand between any two elements.
positional: numbers, datablocks, timestamps, addresses, xml
options:
  _input:
    description: A text in CommuniGate's notation.
    type: str
    required: true
  numbers:
    description: What a number is, such as C(#5). A text of digits, as most settings have, is always text.
    type: str
    choices:
      number:
        - A number.
      tagged:
        - 'C({$number: 5}), as modules tell the numbers among settings, where a number alone means its digits.'
      text:
        - A text of digits.
    default: number
  datablocks:
    description: What a datablock is, such as C([aGVsbG8=]).
    type: str
    choices:
      tagged:
        - 'C({$datablock: aGVsbG8=}).'
      base64:
        - The Base64 text of its bytes.
      text:
        - Its bytes as UTF-8 text, which they must be.
    default: tagged
  timestamps:
    description: What a time stamp is, such as C(#T22-10-2009_15:24:45).
    type: str
    choices:
      tagged:
        - 'C({$timestamp: T22-10-2009_15:24:45}).'
      iso:
        - C(2009-10-22T15:24:45Z), a date alone as C(2009-10-22), and C(past) or C(future) for the remote ones.
    default: tagged
  addresses:
    description: What a network address is, such as C(#I[10.0.44.55]:25).
    type: str
    choices:
      tagged:
        - 'C({$address: "[10.0.44.55]:25"}).'
      text:
        - C(10.0.44.55:25).
    default: tagged
  xml:
    description: What an XML object is.
    type: str
    choices:
      tagged:
        - 'C({$xml: "<a/>"}).'
      text:
        - Its text.
    default: tagged
notes:
  - A null object, C(#NULL#), is null.
  - Nothing in the result is ever evaluated as a template.
seealso:
  - plugin: communigate.pro.to_cgp
    plugin_type: filter
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Read a file of the server
  ansible.builtin.slurp:
    src: "{{ settings_directory }}/Main.settings"
  register: file

- name: Look at one of its settings
  ansible.builtin.assert:
    that: settings.DomainName == 'mail.example.com'
  vars:
    settings: "{{ file.content | b64decode | communigate.pro.from_cgp }}"

- name: Take what has no type in YAML as text
  ansible.builtin.assert:
    that:
      - plain.LicenseAccepted == '2026-11-07T16:53:05Z'
      - plain.Client == '10.0.44.55:25'
      - plain.Weight == 5
  vars:
    text: "{LicenseAccepted=#T07-11-2026_16:53:05; Client=#I[10.0.44.55]:25; Weight=#5;}"
    plain: "{{ text | communigate.pro.from_cgp(timestamps='iso', addresses='text') }}"
"""

RETURN = r"""
_value:
  description: The data of the text.
  type: raw
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._notation import from_cgp
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class FilterModule:
    """The filter of this file's name."""

    def filters(self) -> dict[str, object]:
        return {"from_cgp": for_templates("from_cgp", from_cgp)}
