#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_report
short_description: Write what differs on the servers of a fleet as a page
version_added: 0.1.0
description:
  - Writes what M(communigate.pro.cgp_config) has found on several servers as a report, as a page of HTML, as JSON and
    as JUnit's XML. The playbook C(communigate.pro.drift) is the usual way to it.
  - The page is one file that loads nothing. It can be sorted, filtered and unfolded, and read on paper and without its
    script. Nothing that comes from a server can be more than text in it. Secrets are not in it, since they are not in
    the results.
  - The servers of the results should have been compared in check mode, with C(detail=changed). Of each noun the first
    hundred objects are told, and how many more there are. The page tells fewer of each if it would be of more than
    4000 objects.
  - It runs on the controller, whatever the connection of the task, and asks no server.
options:
  servers:
    description:
      - By name, the result of M(communigate.pro.cgp_config) for each server, failed ones included. A server whose
        result has no C(nouns) could not be compared, for the reason that its C(msg) tells.
    type: dict
    required: true
  title:
    description: Heading of the report.
    type: str
    default: Drift
  date:
    description:
      - Moment of the comparison in UTC, as in V(2026-11-30T15:20:00Z). The same results with the same date give the
        same bytes. Without it the report bears the present time.
    type: str
  html:
    description:
      - File on the controller for the page. A relative path begins at the playbook's directory.
      - It is written as a whole or not at all, and only its owner can read it. So are the others.
    type: path
  json:
    description:
      - File for the same data as JSON. It has C(title), C(date), C(summary) and C(counts), as the task returns them,
        and C(servers). Each of these has C(name), C(state), which is V(same), V(differs) or V(unknown), C(summary),
        C(msg), which tells why it could not be compared, C(warnings), and C(nouns).
      - Each noun has C(noun), C(looked_at), C(counts) by kind, C(msg), C(objects), and C(left_out), which is how many
        more there are. An object has C(name) and C(kind), which is V(different), V(missing) on the server, V(extra) on
        the server, or V(failed), and what differs as it is in C(server) and in C(directory), or C(msg) if it failed.
    type: path
  junit:
    description:
      - File for JUnit's XML, with a suite for each server and a case for each noun. What differs is a failure, what
        could not be compared is an error.
    type: path
attributes:
  check_mode:
    description: Tells which files it would write, and writes none.
    support: full
  diff_mode:
    description: Has no differences of its own to show.
    support: none
  idempotent:
    description: Writes the files again only if the results or the date are others.
    support: partial
    details: Without O(date) each report is a new one.
  async:
    description: Runs in Ansible's own process, and not in the background.
    support: none
  platform:
    description: Where Ansible itself can run.
    support: full
    platforms: posix
seealso:
  - module: communigate.pro.cgp_config
  - module: communigate.pro.cgp_export
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Find what differs from the directory, and change nothing
  communigate.pro.cgp_config:
    source: config
    state: replaced
    detail: changed
  check_mode: true
  failed_when: false
  register: compared

- name: Tell it as a page, for a pipeline, and for programs
  communigate.pro.cgp_report:
    title: Drift of the mail servers
    servers: "{{ {inventory_hostname: compared} }}"
    html: drift.html
    json: drift.json
    junit: drift.xml
"""

RETURN = r"""
summary:
  description: The report in one line.
  returned: success
  type: str
  sample: "3 of 10 servers differ: 14 objects of 5 nouns; 1 server could not be compared"
counts:
  description:
    - How many C(servers) there are, how many of them are the C(same), how many C(differs) tells of, and of how many it
      is C(unknown). How many C(objects) of how many C(nouns) differ, how many of them are C(different), C(missing) on
      the server and C(extra) on the server, and how many C(failed) to be compared.
  returned: success
  type: dict
  sample:
    servers: 10
    same: 6
    differs: 3
    unknown: 1
    nouns: 5
    objects: 14
    different: 9
    missing: 2
    extra: 3
    failed: 0
differing:
  description: The names of the servers that differ.
  returned: success
  type: list
  elements: str
  sample: [mail3.example.com]
unknown:
  description: The names of the servers that could not be compared, or of which no more is known than that.
  returned: success
  type: list
  elements: str
  sample: [mail9.example.com]
servers:
  description: By name, what there is to say of each server in one line.
  returned: success
  type: dict
  sample: {mail3.example.com: "2 objects of 1 noun differ (account 2)"}
files:
  description: The files that were written.
  returned: success
  type: list
  elements: str
  sample: [/home/alice/drift.html]
"""
