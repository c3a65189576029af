#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_list_bounce
short_description: Count bounces of mailing list subscribers
version_added: 1.0.0
description:
  - Does what the List Manager does when it receives a bounce message for a subscriber. This is an action. Depending on
    the settings of the mailing list, such as C(MaxBounces), the server unsubscribes an address that bounces too often.
  - An address that is not subscribed, perhaps because of an earlier bounce, is left out.
  - Up to 32 addresses are looked up one by one with C(GETSUBSCRIBERINFO). For more the whole list is read with
    C(READSUBSCRIBERS), and only those that it lacks are looked up. When a mailing list cannot be read C(LISTLISTS)
    tells whether it exists. Acts with C(PROCESSBOUNCE), once for each address.
  - Needs the login of the owner of the mailing list, the Server right All Domains, or the right C(CanAccessLists) of a
    Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  list:
    description:
      - Mailing list whose messages bounced, such as V(news@example.com). A name without a Domain belongs to that of
        the O(login).
    type: str
    required: true
  addresses:
    description:
      - Addresses of the subscribers whose messages bounced.
    type: list
    elements: str
    required: true
  fatal:
    description:
      - Whether the bounces are fatal ones, such as those of an address that does not exist.
    type: bool
    default: false
seealso:
  - module: communigate.pro.cgp_list_subscriber
  - module: communigate.pro.cgp_mailing_list_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Count the bounces that a relay has reported
  communigate.pro.cgp_list_bounce:
    list: news@example.com
    addresses:
      - dave@example.org
      - erin@net.example
    fatal: true
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [PROCESSBOUNCE, PROCESSBOUNCE]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.list_bounce import LIST_BOUNCE


def main():
    run_module(LIST_BOUNCE)


if __name__ == "__main__":
    main()
