#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_command
short_description: Run any command of the CLI
version_added: 1.0.0
description:
  - Runs one command, or several in their order, as a line in the manual's syntax or as a verb with its arguments.
  - Every command is checked against the syntax of all commands of the manual before the first one is sent. A value
    can never end a command early or become another one.
  - What the manual does not have is sent with O(allow_unknown=true). Such commands are V(LISTCONTROLLEDDOMAINS) (no
    arguments, tells the shared Domains), V(UPDATEMAILBOXINFO) (an account, V(MAILBOX) with a name, and a dictionary
    such as V({Lock=YES;})), V(UPDATEDEVICETOKEN) (an account and a dictionary with C(appName), C(id) and C(type)),
    V(GETACCOUNTRULES) (an account) and V(GETACCOUNTPLAINPASSWORD) (an account). Which of them a server has depends on
    its version, and V(LISTCLICOMMANDS) tells.
  - The module knows which commands only read. Any other is a change. There is no telling whether it is needed, so
    prefer the module that is made for the object where there is one.
  - Reaches all commands, among them C(ECHO), which only returns what it is given, and which no other module needs.
  - Needs the access rights that the manual tells for each command.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
options:
  line: &line
    description:
      - The command as one line, such as V(GETACCOUNTINFO "alice@example.com" Key LastLogin).
      - Values must be written as the manual says. It is easier and safer to give those that come from variables in
        O(arguments).
    type: str
  verb: &verb
    description:
      - The command's first word, in any case.
    type: str
  arguments: &arguments
    description:
      - The arguments of the O(verb) under the manual's names, such as C(accountName), with C(_) for C(-).
      - Optional ones may be left out. A keyword without a value, such as C(FORCE), is V(true) or V(false).
      - Values are strings, numbers, lists and dictionaries. The server keeps numbers in settings as strings, so quote
        them there. Other types of the server are given as a dictionary with one key. C($datablock) is followed by
        Base64, C($timestamp), C($address), C($xml) and C($object) by what the server writes.
    type: dict
  allow_unknown: &allow_unknown
    description:
      - Whether a command is sent that the manual does not have, or not with such arguments. It counts as a change,
        unless O(read_only=true). Nobody checks whether its arguments fit.
      - Of a O(verb) that is not known the O(arguments) are sent in the order in which they are given. A name in
        capitals is a keyword. It stands before its value, or alone where that is V(true), and neither is sent where
        that is V(false). Other names are not sent. Text is put in quotation marks.
      - What logs in, ends the session or changes how it works is not sent.
      - For O(commands), it is what goes for those that do not say it themselves.
    type: bool
  read_only: &read_only
    description:
      - That a command which the manual does not have changes nothing. Then it is sent in check mode, too, asked for
        again after a lost connection, and no change. The manual's word counts more where it has the verb.
      - Needs O(allow_unknown=true).
    type: bool
  commands:
    description:
      - Several commands. Each is either O(commands[].line), or O(commands[].verb) with O(commands[].arguments).
    type: list
    elements: dict
    suboptions:
      line: *line
      verb: *verb
      arguments: *arguments
      allow_unknown: *allow_unknown
      read_only: *read_only
  on_error:
    description:
      - What happens when the server refuses one of several commands. The task fails in either case.
    type: str
    choices:
      continue:
        - The other commands are sent all the same, without waiting for the answer to the one before.
      stop:
        - No other command is sent.
    default: stop
attributes:
  check_mode:
    description: Sends what only reads, and reports anything else as a change.
    support: full
  diff_mode:
    description: Shows the verbs of the commands that change something.
    support: partial
    details: What a command changes is not known. Its arguments, which may hold secrets, are not shown.
  idempotent:
    description: A second run with the same options changes nothing.
    support: none
    details: Commands that change something are sent on every run.
notes:
  - Secrets among the values that commands return show as V((hidden\)). The arguments of commands are never returned.
  - What a command tells that the manual does not have, and whose name speaks of a password or another secret, shows as
    V((hidden\)), too.
  - V(GETACCOUNTONESETTING) and other commands that return a value by itself show it, even if it is a secret; use
    C(no_log) for a task that asks for one.
seealso:
  - module: communigate.pro.cgp_server_info
    description: Tells with V(commands) in O(communigate.pro.cgp_server_info#module:include) what the server supports.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Where mail to an address goes
  communigate.pro.cgp_command:
    line: ROUTE alice@example.com mail
  register: route

- name: Tell the module that takes it
  ansible.builtin.debug:
    msg: "{{ route.value[0] }}"

- name: The same with arguments, which need no quoting
  communigate.pro.cgp_command:
    verb: ROUTE
    arguments:
      address: "{{ address }}"
      MAIL: true

- name: Leave an alert for everybody, then look at all of them
  communigate.pro.cgp_command:
    commands:
      - verb: POSTSERVERALERT
        arguments:
          newAlert: The server restarts at noon
      - line: GETSERVERALERTS
  register: alerts

- name: Shared Domains, from a command that is newer than the manual
  communigate.pro.cgp_command:
    line: LISTCONTROLLEDDOMAINS
    allow_unknown: true
    read_only: true
  register: shared
  failed_when: shared.code | default(200) not in [200, 500]   # 500: the server does not have it

- name: Lock a mailbox, with another
  communigate.pro.cgp_command:
    verb: UPDATEMAILBOXINFO
    arguments:
      accountName: alice@example.com
      MAILBOX: INBOX
      info: {Lock: "YES"}
    allow_unknown: true
  register: locked
  failed_when: locked.code | default(200) not in [200, 500]

- name: End all sessions of two accounts, as far as they have any
  communigate.pro.cgp_command:
    on_error: continue
    commands:
      - verb: KILLACCOUNTSESSIONS
        arguments: {accountName: alice@example.com}
      - verb: KILLACCOUNTSESSIONS
        arguments: {accountName: bob@example.com}
"""

RETURN = r"""
value:
  description: What a single command returned; null if that is nothing, or if it was not sent.
  returned: with O(line) or O(verb)
  type: raw
  sample: [LOCAL, alice, alice@example.com]
results:
  description: What became of each command, in their order.
  returned: always, once the server was reached
  type: list
  elements: dict
  contains:
    verb:
      description: The command's first word.
      type: str
      sample: GETSERVERALERTS
    kind:
      description: What it does. V(read) changes nothing.
      type: str
      sample: read
    sent:
      description: Whether it was sent. It is not in check mode unless it only reads, nor after an error.
      type: bool
      sample: true
    value:
      description: What it returned.
      returned: if it was sent and accepted
      type: raw
      sample: []
    code:
      description: Code of the server's refusal.
      returned: if it was refused
      type: int
      sample: 513
    msg:
      description: Text of the server's refusal.
      returned: if it was refused
      type: str
      sample: GETACCOUNTSETTINGS was answered 513 unknown user account
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND


def main():
    run_module(COMMAND)


if __name__ == "__main__":
    main()
