#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_probe
short_description: Learn the habits of a server
version_added: 1.0.0
description:
  - Finds out which of the ways that the manual leaves open are a server's own, as
    R(the guide to habits, ansible_collections.communigate.pro.docsite.guide_habits) tells them, and tells the result
    as a file of habits, with which the simulator answers as that server does.
  - Without O(probe_scratch_domain) it only reads, which tells a few habits. With it, the module makes that Domain,
    tries in it whatever has to be written to be seen, and deletes it again, also after a failure or a lost connection.
    It changes nothing outside that Domain.
  - The result and the file hold the server's version, and for each habit whether it was seen and a sentence about
    how. Nothing in them names the server, its Domains, its Accounts or its addresses.
  - Reads the whole server with C(GETVERSION), C(MAINDOMAINNAME), C(LISTDOMAINS), C(LISTDOMAINOBJECTS),
    C(LISTDIRECTORYUNITS), C(GETDIRECTORYUNIT), C(GETACCOUNTPREFS), C(GETTEMPBLACKLISTEDIPS), C(GETLANIPS),
    C(GETCLIENTIPS), C(GETBLACKLISTEDIPS), C(GETWHITEHOLEIPS), C(GETNATEDIPS), C(GETDEBUGIPS) and C(GETDENIEDIPS), and
    asks with C(GETDOMAINSETTINGS), C(GETACCOUNTSETTINGS), C(GETGROUP) and C(GETFORWARDER) for what does not exist,
    and with C(GETACCOUNTALIASES) for the login's own aliases, in two spellings.
  - In the scratch Domain, writes with C(CREATEDOMAIN), C(DELETEDOMAIN), C(UPDATEDOMAINSETTINGS),
    C(UPDATEACCOUNTDEFAULTS), C(CREATEACCOUNT), C(UPDATEACCOUNTSETTINGS), C(SETACCOUNTPASSWORD),
    C(SETACCOUNTMAILRULES), C(SETACCOUNTRPOPS), C(CREATEGROUP), C(SETGROUP), C(CREATEFORWARDER), C(DELETEFORWARDER),
    C(CREATELIST), C(UPDATELIST), C(SETACCOUNTRIGHTS), C(CREATEMAILBOX), C(RENAMEMAILBOX), C(CREATENAMEDTASK),
    C(DELETENAMEDTASK), C(CREATEDOMAINSKIN), C(STOREDOMAINSKINFILE), C(POSTDOMAINALERT) and C(BALANCE), and reads with
    C(GETACCOUNTMAILRULES), C(GETACCOUNTRPOPS), C(GETACCOUNTACL),
    C(GETACCOUNTALIASES), C(VERIFYACCOUNTPASSWORD), C(LISTACCOUNTS), C(LISTFORWARDERS), C(GETLIST), C(LISTMAILBOXES),
    C(GETACCOUNTRIGHTS), C(GETMAILBOXINFO), C(GETNAMEDTASK), C(LISTDOMAINSKINFILES) and C(GETDOMAINALERTS).
    It also tries C(GETACCOUNTPLAINPASSWORD), which no manual has.
  - Needs the Server rights Can Modify All Domains and Accounts Settings and Can Modify Server and Module Settings to
    tell all that can be told. Where a right is missing the habit is not tried.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
options:
  probe_scratch_domain:
    description:
      - Name of a Domain that does not exist, in lower case. It is made, tried in, and deleted with all that it holds.
      - A name that the server knows already, as a Domain or as an alias of one, is an error, and nothing is changed.
    type: str
  habits_file:
    description:
      - File on the controller to write the habits to, as the option O(communigate.pro.cgp_simulator#module:habits_file)
        and the simulator's C(--habits) read it. A relative path begins at the playbook's directory.
      - It is written as a whole or not at all, only its owner can read it, and it is not written in check mode.
      - Does not go together with C(async).
    type: path
attributes:
  check_mode:
    description: Reads what can be read, and tells all commands that it would send in RV(commands).
    support: full
  diff_mode:
    description: Has no differences to show.
    support: none
  idempotent:
    description:
      - Leaves the server as it was. With O(probe_scratch_domain) it counts as a change all the same, for it writes.
    support: partial
seealso:
  - module: communigate.pro.cgp_simulator
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: See what can be learnt without changing anything
  communigate.pro.cgp_probe:
  register: probe

- name: Learn all habits of the server, and keep them for the simulator
  communigate.pro.cgp_probe:
    probe_scratch_domain: probe.example.org
    habits_file: habits.yml
"""

RETURN = r"""
version:
  description: The server's version; empty if it was not to be learnt.
  returned: once the server was reached
  type: str
  sample: 6.3.39
habits:
  description:
    - Of each habit C(seen), which is null if it was not tried or not to be told, and C(how), a sentence that says how
      it was seen or why it was not.
  returned: once the server was reached
  type: dict
  sample: {"priority-order": {"seen": true, "how": "of two Rules the one with the higher priority came first"}}
commands:
  description:
    - The commands of the probe in the order of its questions, with C(verb), C(kind) and C(arguments), secrets as
      C(***). In check mode those of kind C(read) were sent, outside the scratch Domain, and no other.
  returned: once the server was reached
  type: list
  elements: dict
  sample: [{"verb": "GETLANIPS", "kind": "read", "arguments": {}}]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 130, writes: 69, round_trips: 131, logins: 1, bytes_sent: 7745, bytes_received: 5096}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.probe import PROBE


def main():
    run_module(PROBE)


if __name__ == "__main__":
    main()
