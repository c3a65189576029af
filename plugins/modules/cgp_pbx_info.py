#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_pbx_info
short_description: Read Real-Time Application Environments
version_added: 1.0.0
description:
  - Reads which files a Real-Time Application Environment and its national subsets have, and what those hold, of a
    Domain, of the server, of a Dynamic Cluster, or of what is built into the server.
  - An environment or subset that does not exist is no error, and is named in RV(missing). The CLI has no listing of
    them. One whose files the server refuses to list counts as missing.
  - Lists files with C(LISTDOMAINPBXFILES), C(LISTSERVERPBXFILES), C(LISTCLUSTERPBXFILES) and C(LISTSTOCKPBXFILES).
    Reads them with C(READDOMAINPBXFILE), C(READSERVERPBXFILE), C(READCLUSTERPBXFILE) and C(READSTOCKPBXFILE).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Needs the Server right All Domains, or the right C(CanModifyPBXApps) of a Domain Administrator. Environments
    that are not those of a Domain are for system administrators only.
  - Where the server refuses to answer in words that do not tell why, it is asked with C(LISTDOMAINS) and
    C(GETDOMAINALIASES) whether the Domain exists.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  scope:
    description:
      - Whose environment to read.
    type: str
    choices:
      domain:
        - That of a Domain.
      server:
        - That of the server.
      cluster:
        - That of the whole Dynamic Cluster.
      stock:
        - The one that is built into the server.
    default: domain
  domain:
    description:
      - Name of the Domain, with O(scope=domain) and only with that.
    type: str
  domains:
    description:
      - Several Domains whose Environments are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(domain), and only with O(scope=domain).
    type: list
    elements: str
  languages:
    description:
      - The national subsets to read. An empty string is the environment itself.
    type: list
    elements: str
    default: [""]
  contents:
    description:
      - Patterns of file names, such as V(*.css), with case. The files with such names are read.
    type: list
    elements: str
    default: []
seealso:
  - module: communigate.pro.cgp_pbx
  - module: communigate.pro.cgp_pbx_files
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The environment of a domain, and whether it speaks French
  communigate.pro.cgp_pbx_info:
    domain: example.com
    languages: ["", french]
  register: found

- name: Tell the languages that are there
  ansible.builtin.debug:
    msg: "{{ found.environments | map(attribute='language') | list }}"

- name: The programs that are built in
  communigate.pro.cgp_pbx_info:
    scope: stock
    contents: ["*.sppr"]
"""

RETURN = r"""
environments:
  description:
    - The environment and its subsets, in the order of O(languages), each as an item of
      O(communigate.pro.cgp_pbx#module:environments), with RV(environments[].facts) besides.
  returned: success
  type: list
  elements: dict
  contains:
    scope:
      description: Whose it is.
      type: str
      sample: domain
    domain:
      description: Name of the Domain.
      returned: with O(scope=domain)
      type: str
      sample: example.com
    language:
      description: Name of the national subset; an empty string is the environment itself.
      type: str
      sample: french
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_pbx).
      type: dict
      contains:
        files:
          description:
            - The files, each with its C(name) and the attributes that the server tells of it. Those that O(contents)
              asks for have their C(content), too.
          type: list
          elements: dict
          sample:
            - name: welcome.txt
              Size: 10
              Modified: {$timestamp: T01-01-2026_00:00:00}
              content: Bienvenue
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: language, why: the server does not tell it}]
missing:
  description: What was asked for and is not there, with its scope and Domain.
  returned: success
  type: list
  elements: str
  sample: [domain example.com french]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
stock:
  description: What is built in, which no module can make, each with its C(language) and its C(files).
  returned: with O(scope=stock)
  type: list
  elements: dict
  sample: [{language: french, files: [{name: welcome.txt, Size: 10}]}]
untold:
  description:
    - Objects that are there and are not told, for a task cannot name them, each with its C(name) and C(why).
  returned: when there are any
  type: list
  elements: dict
  sample: [{name: "domain example.com a\nb", why: name holds a line break or another control character}]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.pbx import PBX_INFO


def main():
    run_module(PBX_INFO)


if __name__ == "__main__":
    main()
