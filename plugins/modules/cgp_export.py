#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_export
short_description: Write a server to a directory as a document
version_added: 1.0.0
description:
  - Writes what there is on a server, or in some of its Domains, to a directory of files that
    M(communigate.pro.cgp_config) takes, ready to be put under version control. Given back to the server it changes
    nothing, and it makes an equal one of an empty server.
  - The same server gives the same bytes, so that the difference of two exports is that of two servers. Only what was
    set is written, not what has the value of its default.
  - The directory is written where the module runs, as a whole, beside its place first. What is the same is not touched,
    and a file of which there is nothing to tell any more is removed. All files are for their owner only. A
    C(secrets.yml) of your own stays as it is.
  - Passwords and keys are not written. Where there are some, or may be, stands in C(secrets.yml.example), as the option
    C(secrets) of M(communigate.pro.cgp_config) takes them. What is not told stands in C(untold.yml) with the reason.
  - Not told are the messages in Mailboxes, temporary addresses that run out, national subsets of environments, which no
    command lists, and storages and types that Accounts and Domains were created with.
  - Sends the commands that M(communigate.pro.cgp_config_info) sends, and needs the same rights.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
options:
  dest:
    description:
      - The directory. It is made if it is not there. One with files that no export has written is an error.
    type: path
    required: true
  domains:
    description:
      - The Domains that are written, with all that they hold. Without this option all are, and what the server and the
        cluster have besides. With it there is no C(server.yml), so that whatever else the server has stays, also with
        C(state=overridden) of M(communigate.pro.cgp_config).
    type: list
    elements: str
  only:
    description:
      - What is written. These are the names of modules without C(cgp_), such as V(account) or V(list_subscriber).
      - Without this option all nouns are written but V(account_telnum), V(rule) and V(vacation), whose rows say again
        what V(account) and V(rules) say.
    type: list
    elements: str
  except:
    description:
      - What is not written of that.
    type: list
    elements: str
seealso:
  - module: communigate.pro.cgp_config
  - module: communigate.pro.cgp_config_info
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Write a server, and commit what has changed since yesterday
  communigate.pro.cgp_export:
    dest: fleet/mail.example.com/config

- name: Write a Domain without its files
  communigate.pro.cgp_export:
    dest: example.org
    domains: [example.org]
    except: [skin_files, pbx_files, storage_file]
"""

RETURN = r"""
order:
  description: The nouns that were written, each behind those that must be there before it.
  returned: success
  type: list
  elements: str
  sample: [domain, account, group]
counts:
  description: Of each noun, how many objects were written.
  returned: success
  type: dict
  sample: {account: 51, domain: 3}
files:
  description: The first hundred files that are new, other than they were, or gone.
  returned: success
  type: list
  elements: str
  sample: [domains/example.org/accounts.jsonl, server.yml]
secrets:
  description: How many places of secrets C(secrets.yml.example) has.
  returned: success
  type: int
  sample: 51
untold:
  description: What is not told, once for each reason.
  returned: success
  type: list
  elements: dict
  contains:
    noun:
      description: The noun.
      type: str
      sample: domain
    place:
      description: The option, and what is below it. Empty if nothing is told of the objects at all.
      type: str
      sample: suspended
    why:
      description: The reason.
      type: str
      sample: the server does not tell it
    number:
      description: Of how many objects it is not told.
      type: int
      sample: 1
    names:
      description: The first of them, or what they would be in where they cannot be listed.
      type: list
      elements: str
      sample: [example.org]
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 148, round_trips: 48, logins: 1, bytes_sent: 6079, bytes_received: 4994}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.export import EXPORT


def main():
    run_module(EXPORT)


if __name__ == "__main__":
    main()
