#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_directory_records
short_description: Put a Domain's objects into the Directory, or take them out
version_added: 1.0.0
description:
  - Inserts records of a Domain's Accounts, Groups, mailing lists and Forwarders into the Directory, deletes them, or
    has the server look for Directory-based Domains.
  - This is an action. The server does not tell which records there are, so that the command is sent on every run.
  - Sends C(INSERTDIRECTORYRECORDS), C(DELETEDIRECTORYRECORDS) or C(RELOADDIRECTORYDOMAINS).
  - Needs the Server right All Domains, or the right C(CentralDirectory) of a Domain Administrator. V(reload_domains)
    is for system administrators.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.action
options:
  operation:
    description:
      - What is to be done.
    type: str
    required: true
    choices:
      insert:
        - Records for the objects of the O(domains) are inserted.
      delete:
        - The records of the objects of the O(domains) are deleted. The objects stay.
      reload_domains:
        - The server finds the Directory-based Domains that were made in the Directory without its knowledge. Only
          where Directory-based Domains are enabled.
  domains:
    description:
      - Names of the Domains. Needed with O(operation=insert) and O(operation=delete). They are done one after the
        other, up to the first that the server refuses.
    type: list
    elements: str
seealso:
  - module: communigate.pro.cgp_directory_integration
  - module: communigate.pro.cgp_domain
    description: Creates Directory-based Domains.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The people of two domains can be found in the directory
  communigate.pro.cgp_directory_records:
    operation: insert
    domains: [example.com, example.org]

- name: Those of one no longer
  communigate.pro.cgp_directory_records:
    operation: delete
    domains: [example.org]

- name: Serve the domains that another program has written into the directory
  communigate.pro.cgp_directory_records:
    operation: reload_domains
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [INSERTDIRECTORYRECORDS]
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.directory_records import DIRECTORY_RECORDS


def main():
    run_module(DIRECTORY_RECORDS)


if __name__ == "__main__":
    main()
