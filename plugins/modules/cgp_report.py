#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_report
short_description: Write what was found on the servers of a fleet as a page
version_added: 1.0.0
description:
  - Writes what M(communigate.pro.cgp_config) or M(communigate.pro.cgp_audit) has found on several servers as a report,
    as a page of HTML, as JSON, as CSV and as JUnit's XML. The playbooks C(communigate.pro.drift) and
    C(communigate.pro.audit) are the usual way to it.
  - The page is one file that loads nothing. It can be sorted, filtered and unfolded, and read on paper and without its
    script. Nothing that comes from a server can be more than text in it. Secrets are not in it, since they are not in
    the results.
  - For O(kind=drift) the servers should have been compared in check mode, with C(detail=changed). Of each noun the
    first hundred objects are told, and how many more there are. For O(kind=audit) of each check the first thousand
    findings are, the gravest first. The page tells fewer of each if it would be of more than 4000 objects.
  - It runs on the controller, whatever the connection of the task, and asks no server.
options:
  servers:
    description:
      - By name, the result of M(communigate.pro.cgp_config) or M(communigate.pro.cgp_audit) for each server, failed
        ones included. A server whose result has no C(nouns), or no C(counts), could not be compared or read, for the
        reason that its C(msg) tells.
    type: dict
    required: true
  kind:
    description:
      - Of what the results are, V(drift) of M(communigate.pro.cgp_config), V(audit) of M(communigate.pro.cgp_audit).
    type: str
    choices: [drift, audit]
    default: drift
  title:
    description: Heading of the report. Without it that is V(Drift) or V(Audit).
    type: str
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
      - For O(kind=audit) a server has C(checks) instead, the C(state) is V(clean), V(found) or V(unknown), and a check
        has C(check) and C(findings). A finding has as C(kind) its severity, V(critical), V(warning) or V(notice), or
        V(unread), and C(domain), C(what) and C(detail) as M(communigate.pro.cgp_audit) returns them, or C(msg).
    type: path
  csv:
    description:
      - File for a table, with a line for each finding, or for each place that differs. It is in UTF-8, with commas, and
        all values are in quotation marks. Before a value that a spreadsheet would take for a formula, since it begins
        with V(=), V(+), V(-) or V(@), stands an apostrophe.
    type: path
  junit:
    description:
      - File for JUnit's XML, with a suite for each server and a case for each noun or check. What differs, or is more
        than a notice, is a failure, what could not be compared or read is an error.
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
  - module: communigate.pro.cgp_audit
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

- name: Look at everything
  communigate.pro.cgp_audit:
  register: audited

- name: Tell what was found as a page, and for a spreadsheet
  communigate.pro.cgp_report:
    kind: audit
    title: Audit of the mail servers
    servers: "{{ {inventory_hostname: audited} }}"
    html: audit.html
    csv: audit.csv
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
    - For O(kind=audit) how many servers are C(clean), how many have something C(found) that is more than a notice, and
      of how many it is C(unknown). How many such C(findings) of how many C(checks) there are, how many findings are
      C(critical), C(warning) and C(notice), and how much is C(unread).
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
  description: The names of the servers that differ, or have findings that are more than notices.
  returned: success
  type: list
  elements: str
  sample: [mail3.example.com]
unknown:
  description: The names of the servers that could not be compared or read, or of which no more is known than that.
  returned: success
  type: list
  elements: str
  sample: [mail9.example.com]
silent:
  description: The names of the servers whose results tell nothing, because they could not be reached for example.
  returned: success
  type: list
  elements: str
  sample: [mail9.example.com]
kinds:
  description: By name of the server, how much there is of each kind, or of each severity.
  returned: success
  type: dict
  sample: {mail3.example.com: {different: 2, missing: 0, extra: 0, failed: 0}}
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
