# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: cgp
short_description: Read anything that the CLI of a CommuniGate Pro server tells
version_added: 1.0.0
description:
  - Asks a server any command of the CLI that only reads, and returns what it tells. Several commands take one login,
    and go out together.
  - All commands are checked against the manual before anything is sent. What changes anything is refused; for that
    there are the modules.
  - In most playbooks the C(_info) modules are the better choice. They say in words what they read, and do it once,
    while a lookup in a variable reads each time when that is used. A lookup is at hand where no task can be, as in a
    template, in C(when) or in C(vars).
extends_documentation_fragment:
  - communigate.pro.connection.plugin
options:
  _terms:
    description:
      - The commands. Each is a line as the manual has it, such as C(GETACCOUNTSETTINGS ann@example.com), or a
        dictionary of C(verb) and C(arguments), which are named as in the manual's syntax. Arguments need no quotation
        marks there, and are never taken for more than that, whatever is in them.
      - Or a dictionary of C(noun), the name of a module without C(cgp_), and C(domains), or all if it has none. Its
        result is the list of what M(communigate.pro.cgp_config_info) tells of that noun, without secrets.
      - With O(arguments) each term is a verb.
    type: list
    elements: raw
    required: true
  arguments:
    description: The arguments of all verbs that O(_terms) names, by their names in the manual.
    type: dict
  default:
    description:
      - What is returned for a command about an object that does not exist. Without it that is an error.
      - Every other refusal is an error in any case, such as a missing access right.
    type: raw
  numbers:
    description: What a number is in the results, such as C(#5).
    type: str
    choices:
      number:
        - A number.
      tagged:
        - C({"$number":5}), as modules take the numbers among settings, where a number alone means its digits.
    default: number
notes:
  - A lookup runs on the controller, in its environment. What the keyword C(environment) of a task or play sets is not
    for lookups; take variables such as C(cgp_host) for that.
  - What was asked for is returned, secrets included. Where a command may tell one, give the task C(no_log=true).
    Nothing that is returned is ever evaluated as a template.
  - As with every lookup, an error ends the task unless C(errors) says C(warn) or C(ignore).
seealso:
  - module: communigate.pro.cgp_command
  - plugin: communigate.pro.from_cgp
    plugin_type: filter
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Say what the server has
  ansible.builtin.debug:
    msg: "{{ lookup('communigate.pro.cgp', 'MAINDOMAINNAME') }} has {{ names | length }} Domains"
  vars:
    names: "{{ query('communigate.pro.cgp', 'LISTDOMAINS') | first }}"

- name: Ask several commands at once, about an Account whose name may hold anything
  ansible.builtin.assert:
    that:
      - settings.RealName == 'Ann Other'
      - aliases == ['other']
  vars:
    name: ann@example.com
    asked: [GETACCOUNTSETTINGS, GETACCOUNTALIASES]
    answers: "{{ query('communigate.pro.cgp', asked, arguments={'accountName': name}) }}"
    settings: "{{ answers[0] }}"
    aliases: "{{ answers[1] }}"

- name: Take something else for what does not exist
  ansible.builtin.assert:
    that: lookup('communigate.pro.cgp', 'GETFORWARDER sales@example.com', default='nobody') == 'nobody'

- name: Take what there is of a noun, as its module takes it
  ansible.builtin.debug:
    msg: "{{ lookup('communigate.pro.cgp', {'noun': 'account', 'domains': ['example.com']}) | map(attribute='name') }}"

- name: Ask another server
  ansible.builtin.debug:
    msg: "{{ lookup('communigate.pro.cgp', 'GETDOMAINALIASES example.com') }}"
  vars:
    cgp_host: "{{ other_host }}"
    cgp_port: "{{ other_port }}"
    cgp_password: "{{ other_password }}"
"""

RETURN = r"""
_raw:
  description: What each command told, in their order, in the form in which modules return and take it.
  type: list
  elements: raw
"""

from ansible_collections.communigate.pro.plugins.plugin_utils._server_lookup import ServerLookup


class LookupModule(ServerLookup):
    """The lookup of this file's name."""
