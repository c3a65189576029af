#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_mailing_list_info
short_description: Read mailing lists and their subscribers
version_added: 1.0.0
description:
  - Reads the mailing lists that are named, all mailing lists of a Domain, or those that an Account owns, and on
    request their subscribers.
  - A mailing list that does not exist is no error, and is named in RV(missing).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Lists with C(GETDOMAINLISTS) and C(GETACCOUNTLISTS). Reads settings with C(GETLIST), and subscribers with
    C(LISTSUBSCRIBERS), C(READSUBSCRIBERS) and C(GETSUBSCRIBERINFO).
  - Needs the Server right All Domains, or the rights of a Domain Administrator, with C(CanAccessLists) for settings and
    subscribers. The owner of a mailing list can read it by its name.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  names:
    description:
      - The mailing lists to read.
      - Without it, all mailing lists of the O(domain) or of the O(account) are read.
    type: list
    elements: str
  domain:
    description:
      - Domain whose mailing lists are read, or the Domain of all names that are given without one.
      - Needed without O(names) and O(account).
    type: str
  domains:
    description:
      - Several Domains whose mailing lists are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(names), O(domain) or O(account).
    type: list
    elements: str
  account:
    description:
      - Account whose mailing lists are read. Not together with O(names).
    type: str
  subscribers:
    description:
      - What is read of the subscribers of each mailing list.
    type: str
    choices:
      none:
        - Nothing.
      addresses:
        - Their addresses, with one command for each mailing list.
      summary:
        - What the server lists of each subscriber, with one command for each mailing list.
      full:
        - All that the server knows of each subscriber, such as the posting mode, with one command for each of them.
    default: none
  filter:
    description:
      - Only subscribers whose addresses contain this are read.
    type: str
  limit:
    description:
      - How many subscribers of each mailing list are read at most; V(0) is no limit.
    type: int
    default: 0
  addresses:
    description:
      - Addresses that are looked up with O(subscribers=full), instead of all subscribers. This also finds those that
        have not confirmed yet or have left.
    type: list
    elements: str
  include:
    description:
      - What is read of each mailing list.
    type: list
    elements: str
    choices:
      settings:
        - Settings of the mailing list, and its owner.
    default: [settings]
seealso:
  - module: communigate.pro.cgp_mailing_list
  - module: communigate.pro.cgp_list_subscriber
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: All mailing lists of a domain, and who is subscribed
  communigate.pro.cgp_mailing_list_info:
    domain: example.com
    subscribers: addresses
  register: found

- name: Tell the addresses of each
  ansible.builtin.debug:
    msg: "{{ item.name }} of {{ item.owner }}: {{ item.facts.subscribers | join(', ') }}"
  loop: "{{ found.lists }}"
  loop_control:
    label: "{{ item.name }}"

- name: Subscribers that bounce
  communigate.pro.cgp_mailing_list_info:
    names: [news@example.com]
    subscribers: summary
  register: news

- name: Tell which
  ansible.builtin.debug:
    msg: "{{ news.lists[0].facts.subscribers | selectattr('bounces', 'defined') | map(attribute='Sub') | list }}"

- name: All that is known of one subscriber
  communigate.pro.cgp_mailing_list_info:
    names: [news@example.com]
    subscribers: full
    addresses: [bill.jones@example.org]
"""

RETURN = r"""
lists:
  description:
    - The mailing lists, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_mailing_list#module:lists), with RV(lists[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: Name of the mailing list.
      type: str
      sample: news@example.com
    owner:
      description: Account that owns it.
      returned: when asked for
      type: str
      sample: alice
    settings:
      description: Settings of the mailing list, without its owner.
      returned: when asked for
      type: dict
      sample: {Subscribe: moderated}
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_mailing_list).
      type: dict
      contains:
        subscriber_count:
          description: Number of subscribers, or null when the server does not know it.
          returned: when the login may list the mailing lists of the Domain
          type: int
          sample: 42
        subscribers:
          description:
            - With O(subscribers=addresses) the addresses. Otherwise a dictionary for each subscriber with the names
              that the server uses, where C(Sub) is the address.
            - With O(subscribers=full) and O(addresses), an address that the mailing list does not know has no C(mode).
          returned: when asked for
          type: list
          elements: raw
          sample:
            - Sub: bill.jones@example.org
              RealName: Bill Jones
              mode: digest
              posts: 3
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: owner, why: the server does not tell it}]
missing:
  description: What was asked for and is not there.
  returned: success
  type: list
  elements: str
  sample: [none@example.com]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "a\nb@example.com", why: name holds a line break or another control character}]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import MAILING_LIST_INFO


def main():
    run_module(MAILING_LIST_INFO)


if __name__ == "__main__":
    main()
