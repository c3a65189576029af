#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_handover
short_description: Write the secrets of Domains to an encrypted file for another server
version_added: 1.0.0
description:
  - Writes the passwords and keys that documents do not tell to a file on the controller, encrypted as a vault is, so
    that M(communigate.pro.cgp_config) can make the Domains on another server with them. The playbook
    C(communigate.pro.move_domain) is the usual way to it.
  - The password of an Account is taken where the server hands it on. That is what it answers to
    C(GETACCOUNTPLAINPASSWORD), a command that is in no manual, or shows among the settings, if it says with
    C(VERIFYACCOUNTPASSWORD) that it is the password. A password that is shown in another form is not taken.
  - Every other Account gets a new password, of 16 letters and digits. Where there is one in the file, it stays however
    often the module runs, for somebody may have been given it. So does what was filled in by hand, as a text in
    quotation marks, and what is of other Domains. Comments do not stay when the file is written anew.
  - Other passwords, as those of remote accounts, and private keys are taken as the server shows them. What it does not
    show is told, and is missing in the file. Passwords for single methods and applications are never told by a server.
  - No secret is in the result, in a process of its own, on a target or in a file that is not encrypted.
  - Sends the commands that M(communigate.pro.cgp_config_info) sends, and those above. Changes nothing on the server.
    Needs the rights that M(communigate.pro.cgp_config_info) needs.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
options:
  domains:
    description: The Domains whose secrets are written. They may not be named by their aliases.
    type: list
    elements: str
    required: true
  dest:
    description:
      - File on the controller. A relative path begins at the playbook's directory. It is written as a whole or not at
        all, only its owner can read it, and it is written again only if there is something else to write.
      - Loaded as variables it has C(cgp_secrets), for the option C(secrets) of M(communigate.pro.cgp_config), and
        C(cgp_new_passwords), the names of the Accounts whose password is a new one. One that exists must be encrypted.
    type: path
    required: true
  vault_id:
    description:
      - Identity of the vault whose secret encrypts the file, if Ansible was given several. Otherwise that is taken
        which C(ansible-vault encrypt) would take. Without any secret nothing is asked and nothing is written.
    type: str
attributes:
  check_mode:
    description: Reads all, tells what it would write, and writes nothing.
    support: full
  diff_mode:
    description: Shows no differences, which would be secrets.
    support: none
  idempotent:
    description: Writes nothing if the server hands on what the file has.
    support: full
  async:
    description: Runs in Ansible's own process, and not in the background.
    support: none
  platform:
    description: Where Ansible itself can run. The server that it asks can be on any platform.
    support: full
    platforms: posix
notes:
  - It runs on the controller, whatever the connection of the task.
seealso:
  - module: communigate.pro.cgp_export
  - module: communigate.pro.cgp_config
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Write what belongs to a Domain beside what an export has written of it
  communigate.pro.cgp_handover:
    domains: [example.org]
    dest: "{{ playbook_dir }}/secrets.yml"
  register: handed

- name: See what nobody knows
  ansible.builtin.debug:
    var: handed.missing
"""

RETURN = r"""
counts:
  description:
    - How many C(secrets) the file has, how many of them the server has C(told), how many C(new_passwords) are among
      them and how many of these were C(made_now), and how many secrets are C(missing) of which it is certain that there
      are such.
  returned: success
  type: dict
  sample: {secrets: 12, told: 9, new_passwords: 3, made_now: 3, missing: 1}
new_passwords:
  description: The Accounts whose password is a new one, the first hundred of them.
  returned: success
  type: list
  elements: str
  sample: [alice@example.org]
missing:
  description:
    - Where secrets belong that are not in the file, the first hundred places. Each has C(noun), C(name) and C(place)
      as the option C(secrets) of M(communigate.pro.cgp_config), and C(certain), which is false where there need not be
      one.
  returned: success
  type: list
  elements: dict
  sample:
    - {noun: account_remotes, name: alice@example.org rpop, place: records.home, certain: false}
dest:
  description: The file.
  returned: success
  type: str
  sample: /home/alice/example.org/secrets.yml
"""
