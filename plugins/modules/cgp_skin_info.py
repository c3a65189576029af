#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_skin_info
short_description: Read Skins
version_added: 1.0.0
description:
  - Reads which Skins there are, which files they have, and what those hold, of a Domain, of the server, of a Dynamic
    Cluster, or of what is built into the server.
  - A Skin that does not exist is no error, and is named in RV(missing).
  - Lists Skins with C(LISTDOMAINSKINS), C(LISTSERVERSKINS) and C(LISTCLUSTERSKINS). Lists files with
    C(LISTDOMAINSKINFILES), C(LISTSERVERSKINFILES), C(LISTCLUSTERSKINFILES) and C(LISTSTOCKSKINFILES). Reads them with
    C(READDOMAINSKINFILE), C(READSERVERSKINFILE), C(READCLUSTERSKINFILE) and C(READSTOCKSKINFILE).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, and with C(GETDOMAINALIASES) which of several
    are the same.
  - Needs the Server right All Domains, or the right C(CanModifySkins) of a Domain Administrator. Skins that are not
    those of a Domain are for system administrators only.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
  - communigate.pro.info.rows
options:
  scope:
    description:
      - Whose Skins to read.
    type: str
    choices:
      domain:
        - Those of a Domain.
      server:
        - Those of the server.
      cluster:
        - Those of the whole Dynamic Cluster.
      stock:
        - Those that are built into the server. They cannot be listed, so O(names) is needed.
    default: domain
  domain:
    description:
      - Name of the Domain, with O(scope=domain) and only with that.
    type: str
  domains:
    description:
      - Several Domains whose Skins are read, one Domain after the other, or V(*) for all Domains of the server.
      - Not together with O(domain), and only with O(scope=domain).
    type: list
    elements: str
  names:
    description:
      - The Skins to read. An empty string is the unnamed Skin.
      - Without it, all Skins are read.
    type: list
    elements: str
  contents:
    description:
      - Patterns of file names, such as V(*.css), with case. The files with such names are read.
    type: list
    elements: str
    default: []
seealso:
  - module: communigate.pro.cgp_skin
  - module: communigate.pro.cgp_skin_files
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Which skins a domain has, and which files are in them
  communigate.pro.cgp_skin_info:
    domain: example.com
  register: found

- name: Tell how many files each has
  ansible.builtin.debug:
    msg: "{{ item.name | default('unnamed', true) }} has {{ item.facts.files | length }} files"
  loop: "{{ found.skins }}"
  loop_control:
    label: "{{ item.name }}"

- name: The built-in style sheets, to begin with
  communigate.pro.cgp_skin_info:
    scope: stock
    names: [""]
    contents: ["*.css"]
"""

RETURN = r"""
skins:
  description:
    - The Skins, in the order of O(names) or of the server's listing, each as an item of
      O(communigate.pro.cgp_skin#module:skins), with RV(skins[].facts) besides.
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
    name:
      description: Name of the Skin; an empty string is the unnamed one.
      type: str
      sample: Corporate
    facts:
      description: What is only told, and no option of M(communigate.pro.cgp_skin).
      type: dict
      contains:
        files:
          description:
            - The files, each with its C(name) and the attributes that the server tells of it. Those that O(contents)
              asks for have their C(content), too.
          type: list
          elements: dict
          sample:
            - name: style.css
              Size: 34
              Modified: {$timestamp: T01-01-2026_00:00:00}
              content: "body { font-family: sans-serif; }"
        untold:
          description:
            - What the row does not say, each C(place) with C(why). These are secrets, and what the server does not tell
              or no module takes.
          returned: when there is any
          type: list
          elements: dict
          sample: [{place: name, why: the server does not tell it}]
missing:
  description: What was asked for and is not there, with its scope and Domain.
  returned: success
  type: list
  elements: str
  sample: [domain example.com Nowhere]
foreseen:
  description:
    - Of what is C(missing), that which earlier tasks of the run would have made. With C(ansible-playbook --check),
      where the task runs on the controller.
  returned: in check mode
  type: list
  elements: str
  sample: []
stock:
  description: What is built in, which no module can make, each with its C(name) and its C(files).
  returned: with O(scope=stock)
  type: list
  elements: dict
  sample: [{name: Pronto-, files: [{name: login.wssp, Size: 43}]}]
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
from ansible_collections.communigate.pro.plugins.module_utils._resources.skin import SKIN_INFO


def main():
    run_module(SKIN_INFO)


if __name__ == "__main__":
    main()
