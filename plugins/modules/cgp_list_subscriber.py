#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_list_subscriber
short_description: Subscribe, change and unsubscribe the subscribers of mailing lists
version_added: 1.0.0
description:
  - Makes the subscribers of mailing lists as they are described, one or a whole list of them, and can purge a mailing
    list of the subscribers that are not listed.
  - O(purge) unsubscribes whoever is not listed from the mailing lists in O(purge.within), silently, but nobody who is
    banned.
  - Up to 32 subscribers of a mailing list are looked up one by one with C(GETSUBSCRIBERINFO). For more the whole list
    is read at once with C(READSUBSCRIBERS), and only those that it lacks are looked up. When a mailing list cannot be
    read C(LISTLISTS) tells whether it exists. Writes with C(LIST) and C(SETPOSTINGMODE).
  - Needs the login of the owner of the mailing list, the Server right All Domains, or the right C(CanAccessLists) of a
    Domain Administrator.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
  - communigate.pro.purge
options:
  list: &list
    description:
      - Mailing list that is subscribed to, such as V(news@example.com). A name without a Domain belongs to that of the
        O(login).
    type: str
  address: &address
    description:
      - E-mail address of the subscriber, with its Domain and without a name. Its case does not matter.
    type: str
  state: &state
    description:
      - Whether there is to be such a subscriber; V(present) if it is not given.
    type: str
    choices:
      present:
        - The address is subscribed and as described.
      absent:
        - The address is not subscribed, nor banned, and no subscription waits for a confirmation.
  mode: &mode
    description:
      - How the subscriber gets the postings. Without it a new subscriber gets them in the usual mode of the mailing
        list, and one who is there keeps the present mode.
    type: str
    choices:
      feed:
        - Each posting as it comes.
      digest:
        - Digests of several postings.
      index:
        - Lists of the subjects of several postings.
      "null":
        - Nothing, but the address may post. Write it with quotation marks, for without them it is no value in YAML.
      banned:
        - Nothing, and the address can neither post nor subscribe.
  real_name: &real_name
    description:
      - Real name of the subscriber. It can be set and changed, but not removed.
    type: str
  posting_mode: &posting_mode
    description:
      - What happens to the postings of the subscriber. This is read with one command for each subscriber.
      - V(unmoderated), V(moderateAll), V(prohibited), V(special), or a number of postings that are to be moderated
        before the others are not.
      - The server counts such a number down with every posting, and the next run of a task with the number sets it
        anew. It is meant for tasks that are run once.
    type: str
  confirm: &confirm
    description:
      - Whether a new subscriber is first sent a request to confirm the subscription; V(false) if it is not given.
      - While the answer is awaited that counts as subscribed, and nobody is asked twice. A later task with V(false)
        subscribes without waiting any longer.
      - Those who are subscribed are not asked when their O(mode) is changed.
    type: bool
  silently: &silently
    description:
      - Whether the server sends no message of welcome or farewell; V(true) if it is not given.
    type: bool
  subscribers:
    description:
      - Several subscribers. Each item takes the options that describe one subscriber.
    type: list
    elements: dict
    suboptions:
      list: *list
      address:
        <<: *address
        required: true
      state: *state
      mode: *mode
      real_name: *real_name
      posting_mode: *posting_mode
      confirm: *confirm
      silently: *silently
  addresses:
    description:
      - Addresses of several subscribers of whom nothing else is to be said, instead of O(subscribers), or besides. The
        options beside it go for all of them.
    type: list
    elements: str
seealso:
  - module: communigate.pro.cgp_mailing_list
  - module: communigate.pro.cgp_list_bounce
  - module: communigate.pro.cgp_mailing_list_info
    description: Tells with O(communigate.pro.cgp_mailing_list_info#module:subscribers) who is subscribed.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A subscriber, who is sent the message of welcome
  communigate.pro.cgp_list_subscriber:
    list: news@example.com
    address: bill.jones@example.org
    real_name: Bill Jones
    mode: digest
    silently: false

- name: All subscribers, and nobody else
  communigate.pro.cgp_list_subscriber:
    list: developers@example.com
    addresses:
      - alice@example.com
      - frank@example.org
    subscribers:
      - address: bob@example.com
        posting_mode: special
      - address: carol@example.org
        mode: digest
    purge:
      within: [developers@example.com]
      limit: 5

# files/news.csv:
#   address,real_name,mode
#   dave@example.org,Dave Miller,feed
#   erin@net.example,Erin O'Neill,digest
- name: The subscribers of a table
  communigate.pro.cgp_list_subscriber:
    list: news@example.com
    source: news.csv

- name: A subscriber who leaves
  communigate.pro.cgp_list_subscriber:
    list: news@example.com
    address: bill.jones@example.org
    state: absent
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [news@example.com bill.jones@example.org]
counts:
  description: How many objects were wanted, and how many of them ended in which way.
  returned: unless the task failed as a whole
  type: dict
  sample: {wanted: 3, unchanged: 2, created: 0, updated: 1, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
failures:
  description:
    - The objects that failed, each with its C(name), what went wrong (C(msg)), whether something was C(changed)
      before, and the C(code) of the server's answer if it refused a command; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: dict
  sample: []
not_attempted:
  description: Names of the objects that were not begun; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: []
objects:
  description:
    - Every object with its C(name), the C(action) that it needed (V(none), V(create), V(update), V(rename) or
      V(delete)), whether it was C(changed), and what differed C(before) and C(after).
  returned: with O(detail=all), unless the task failed as a whole
  type: list
  elements: dict
  sample:
    - name: news@example.com bill.jones@example.org
      action: update
      changed: true
      before: {subscription: {mode: feed}}
      after: {subscription: {mode: digest}}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.list_subscriber import LIST_SUBSCRIBER


def main():
    run_module(LIST_SUBSCRIBER)


if __name__ == "__main__":
    main()
