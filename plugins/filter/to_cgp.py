# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: to_cgp
short_description: Data as a text in CommuniGate's own notation
version_added: 1.0.0
description:
  - Writes data in the notation of CommuniGate Pro. It is the reverse of P(communigate.pro.from_cgp#filter), and for all
    data objects one undoes the other.
  - Dictionaries with one key such as C($datablock), C($timestamp), C($address), C($xml) and C($number) are data objects
    of that type. True and false become C(YES) and C(NO), null becomes C(#NULL#), and dates become time stamps.
  - The members of a dictionary keep their order, and the same data are always the same text.
positional: numbers, layout, sort_keys, like
options:
  _input:
    description: Any data, as the modules take and return them.
    type: raw
    required: true
  numbers:
    description: What a number without a tag is.
    type: str
    choices:
      number:
        - A number, C(#5), which is what P(communigate.pro.from_cgp#filter) tells as one.
      text:
        - A text of its digits, C(5), which is what settings are made of.
    default: number
  layout:
    description: How the text is laid out. The layouts for files leave bare what servers leave bare in theirs.
    type: str
    choices:
      line:
        - In one line, as in a command of the CLI.
      file:
        - The members of the outermost dictionary on a line each, and what is in them in one line, as servers write most
          of their files.
      indented:
        - Everything on lines of its own, but for short arrays.
    default: line
  sort_keys:
    description: Whether the members of all dictionaries are sorted by their keys. Their order means nothing to servers.
    type: bool
    default: false
  like:
    description:
      - A text that holds a data object, such as the file before it was changed. It is what results, and wherever the
        value is the same it stays to the letter, with its order, its spelling and its comments. What is new is written
        as its neighbours are.
      - The other options of P(communigate.pro.from_cgp#filter) would change types, and so what is written. In a file of
        settings, where a number means its digits, take O(communigate.pro.from_cgp#filter:numbers=tagged) to read it,
        and O(numbers=text) here.
      - It does not go together with O(layout) and O(sort_keys).
    type: str
notes:
  - A line end in a text is written as the system independent one, C(\e), so CR LF is read as LF.
  - Numbers with a fraction are refused, as servers may not know them.
seealso:
  - plugin: communigate.pro.from_cgp
    plugin_type: filter
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Write data in one line
  ansible.builtin.assert:
    that: line == '{Enabled=YES;Limit=100M;Ports=(#25,#587);Since=#T22-10-2009;}'
  vars:
    helper:
      Enabled: true
      Limit: 100M
      Ports: [25, 587]
      Since: {$timestamp: T22-10-2009}
    line: "{{ helper | communigate.pro.to_cgp }}"

- name: Write a file as servers do
  ansible.builtin.copy:
    content: "{{ helper | communigate.pro.to_cgp(numbers='text', layout='file') }}"
    dest: "{{ settings_directory }}/New.settings"
    mode: "0600"
  vars:
    helper:
      Enabled: true
      Timeout: 10

- name: Change one setting in a file, and nothing else
  ansible.builtin.copy:
    content: "{{ after | communigate.pro.to_cgp(like=before) }}"
    dest: "{{ settings_directory }}/Main.settings"
    mode: "0600"
  vars:
    after: "{{ before | communigate.pro.from_cgp | combine({'LogLevel': '4'}) }}"
    before: "{{ lookup('ansible.builtin.file', settings_directory ~ '/Main.settings', rstrip=false) }}"
"""

RETURN = r"""
_value:
  description: The text.
  type: str
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._notation import to_cgp
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import for_templates


class FilterModule:
    """The filter of this file's name."""

    def filters(self) -> dict[str, object]:
        return {"to_cgp": for_templates("to_cgp", to_cgp)}
