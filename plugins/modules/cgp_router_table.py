#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_router_table
short_description: Set the Router Table
version_added: 1.0.0
description:
  - Sets the Router Table of the server, or of the whole Dynamic Cluster, as a whole or as a block of lines within a
    table that people edit by hand, too.
  - Reads with C(GETROUTERTABLE) or C(GETCLUSTERROUTERTABLE). Writes with C(SETROUTERTABLE) or
    C(SETCLUSTERROUTERTABLE), which are sent the whole table, with the lines that stay.
  - Needs the Server right Settings.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
  - communigate.pro.bulk
options:
  scope: &scope
    description:
      - Whose table it is; V(server) if it is not given.
    type: str
    choices:
      server:
        - That of the server.
      cluster:
        - That of the whole Dynamic Cluster.
  lines: &lines
    description:
      - The lines, comments among them, in the order in which the Router goes through them.
      - Lines are equal when they differ in nothing but the number of spaces. Neither do the kind of line ends and
        empty lines at the end of the table matter.
      - Not together with O(text).
    type: list
    elements: str
  text: &text
    description:
      - The lines as one text, such as the content of a file.
      - Not together with O(lines).
    type: str
  mode: &mode
    description:
      - What the lines are; V(replace) if it is not given.
    type: str
    choices:
      replace:
        - The whole table. Lines that are not given are removed.
      block:
        - A block between two lines with the O(marker). What is outside of it stays as it is. The block is added if
          there is none; without lines it is removed, with its markers.
  place: &place
    description:
      - Where in the table a block is added; V(end) if it is not given. The Router takes the first line that fits an
        address. A block that is there already stays where it is.
    type: str
    choices:
      start:
        - Before all other lines.
      end:
        - Behind all other lines.
  marker: &marker
    description:
      - The comment before and behind a block, in which C({mark}) stands for C(BEGIN) and C(END);
        V(; {mark} managed by Ansible) if it is not given.
      - Several blocks of one table need markers of their own, and tasks of their own.
    type: str
  tables:
    description:
      - Several tables. Each item takes the options that describe one of them.
    type: list
    elements: dict
    suboptions:
      scope: *scope
      lines: *lines
      text: *text
      mode: *mode
      place: *place
      marker: *marker
seealso:
  - module: communigate.pro.cgp_route_info
    description: Tells where an address leads.
  - module: communigate.pro.cgp_settings
    description: Sets the settings of the Router, which are the section V(router).
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The whole table of a server
  communigate.pro.cgp_router_table:
    lines:
      - ; managed by Ansible, changes made by hand get lost
      - old.example.com = example.com
      - <sales@example.com> = alice@example.com
      - "S:<+(7-20d)@*> = gateway#pbx"

- name: The same from a file
  communigate.pro.cgp_router_table:
    text: "{{ lookup('ansible.builtin.file', 'router.txt') }}"

- name: A block in a table that the postmaster edits, too
  communigate.pro.cgp_router_table:
    mode: block
    place: start
    marker: "; {mark} of the customer example.org"
    lines:
      - <info@example.org> = bob@example.com
      - "*.example.org = example.org"

- name: The block is not needed any more
  communigate.pro.cgp_router_table:
    mode: block
    marker: "; {mark} of the customer example.org"
    lines: []

- name: Tables of the server and of the cluster
  communigate.pro.cgp_router_table:
    tables:
      - scope: server
        lines: []
      - scope: cluster
        lines:
          - old.example.com = example.com
"""

RETURN = r"""
changed_names:
  description:
    - Names of the objects that were changed, or in check mode would be; no more than 100 with O(detail=summary).
  returned: unless the task failed as a whole
  type: list
  elements: str
  sample: [server]
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
    - name: server
      action: update
      changed: true
      before: {table: []}
      after: {table: [old.example.com = example.com]}
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, writes: 2, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.router_table import ROUTER_TABLE


def main():
    run_module(ROUTER_TABLE)


if __name__ == "__main__":
    main()
