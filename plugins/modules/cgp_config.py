#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_config
short_description: Make a server as a document says
version_added: 1.0.0
description:
  - Makes the objects of many nouns as they are listed, in one task and over one session, each behind what it needs. A
    document is what M(communigate.pro.cgp_config_info) returns, written by hand or changed.
  - What is wrong with any part of the document is told, with its place, before anything is changed. So are more
    deletions than the limits allow.
  - Does what the modules of the nouns do with the same rows, and sends the commands that their pages name. With
    O(state=overridden) and a C(server) in the document it asks with C(GETCURRENTCONTROLLER) whether there is a cluster.
  - Needs the rights that the pages of these modules tell.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.state
options:
  config:
    description:
      - What there is to be. Its keys are C(server), for what is the server's or the cluster's, and C(domains), whose
        keys are the names of Domains. Below each stands, by the name of a module without C(cgp_), such as C(account),
        a list of objects with the options of that module.
      - Below a Domain stands the Domain itself, as C(domain), and all that is in it. The names of Accounts, Groups,
        Forwarders, mailing lists and named tasks need no Domain there. All else is named in full.
    type: dict
  source:
    description:
      - Directory that holds the document, instead of the task, as M(communigate.pro.cgp_export) writes it. It is looked
        for on the controller. Files in it that are encrypted with a vault are decrypted, and nothing is templated.
      - C(server.yml) has what the server and the cluster have, by noun. It can be divided among files such as
        C(server/settings.yml). C(domains/NAME) is a Domain, with C(domain.yml) for itself and a file for each noun,
        such as C(accounts.csv), C(groups.yml) or C(mailing_lists.json), in the formats of the option C(source) of other
        modules. The files of Skins stand as they are in C(skins/SKIN), C(server/skins/SKIN) and C(cluster/skins/SKIN),
        those of environments in C(pbx), C(server/pbx) and C(cluster/pbx). The unnamed Skin is C(%). What has a name
        that no file can have is a row in C(skin_files.yml) or C(pbx_files.yml).
      - In the names of files and directories C(%) and two hexadecimal digits are a byte that file systems may not take.
      - A file by whose name nobody can tell what it holds is an error. What begins with a dot is passed over, as are
        C(untold.yml), C(secrets.yml) and C(secrets.yml.example).
    type: path
  state:
    description:
      - How much of the server the document speaks of.
    type: str
    choices:
      merged:
        - What is said is made so, and nothing else is touched. Each noun is as with its own module.
      replaced:
        - In the objects that are named, what is not said is not to be set. Their options such as C(settings_mode) are
          V(replace) where they do not say more.
      overridden:
        - Besides, what is not named goes, of the nouns that the document has in any place, an empty list counting, or
          that O(only) names. In a Domain that the document names these are its objects, in an Account that has a row
          there the Mailboxes and whatever else is in it, and in the server, if C(server) is there, all that is the
          server's or the cluster's. What cannot be deleted, such as the preferences of an Account, is emptied.
        - What O(keep) names stays, what came with the server stays unless O(also) names it, and what a document does
          not tell stays as well, such as secrets. Storages stay, for no command removes them. A Domain that is not
          empty is not deleted, which is told as a failure. Delete it with M(communigate.pro.cgp_domain).
    default: merged
  domains:
    description:
      - The Domains of the document that are looked at, with all that stands below them. What stands below C(server) is
        not looked at then. Without this option all of it is.
      - A Domain stands in a document once. With O(state=overridden) it is an error if some of the document goes by
        another name of a Domain or an Account than the rest, where that would cost what the object has.
    type: list
    elements: str
  only:
    description:
      - The nouns that are looked at. These are the names of modules without C(cgp_).
      - Without this option these are all that the document has.
    type: list
    elements: str
  except:
    description:
      - The nouns that are not looked at.
    type: list
    elements: str
  secrets:
    description:
      - The secrets of the document, which M(communigate.pro.cgp_config_info) does not tell, but where they belong.
      - Those of nouns and Domains that are not looked at are passed over. What belongs to no object is an error, and so
        is a place where no secret goes.
    type: list
    elements: dict
    suboptions:
      noun:
        description: The noun.
        type: str
        required: true
      name:
        description: The object, as results name it.
        type: str
        required: true
      place:
        description: The option, and what is below it, with dots between.
        type: str
        required: true
      value:
        description:
          - The secret. An empty one is none. One that is no text is a data object as JSON, such as
            V({"$datablock":"AQID"}).
        type: raw
  limit:
    description:
      - How many objects of each noun may be deleted at most with O(state=overridden).
    type: int
    default: 10
  limits:
    description:
      - By noun, how many may be deleted where that is not O(limit).
    type: dict
  keep:
    description:
      - By noun, a list of patterns of names that are kept, as C(purge.keep) of the modules has them.
    type: dict
  also:
    description:
      - By noun, a list of names of what came with the server and is to go all the same, as C(purge.also) of the modules
        has them.
    type: dict
  render:
    description:
      - Whether to return the commands that would be sent, and to send none that changes anything.
    type: bool
    default: false
  on_error:
    description:
      - What happens when an object cannot be made as it should be.
    type: str
    choices:
      continue:
        - The others are made, of all nouns, and the task fails at the end.
      stop:
        - Nothing more is begun, of any noun.
    default: continue
  detail:
    description:
      - How much of each noun is returned.
    type: str
    choices:
      summary:
        - Counts, and the first names and failures.
      changed:
        - Besides, an entry for each of the first hundred objects of a noun that are other than they should be, with
          what differs before and after.
      all:
        - An entry for each object, and every name.
    default: summary
seealso:
  - module: communigate.pro.cgp_config_info
  - module: communigate.pro.cgp_export
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: Two Domains as they are listed
  communigate.pro.cgp_config:
    config:
      domains:
        example.com:
          domain: [{name: example.com, settings: {MailToUnknown: Rejected}}]
          account: [{name: alice, settings: {RealName: Alice}}, {name: bob}]
          group: [{name: team, members: [alice, bob]}]
        example.org:
          domain: [{name: example.org}]
          forwarder: [{name: sales, to: team@example.com}]

- name: Read a server
  communigate.pro.cgp_config_info:
  register: found

- name: Make it so again, or another one that the connection options name
  communigate.pro.cgp_config:
    config: "{{ found.config }}"
    state: overridden
    limits: {account: 100, mailbox: 1000}
    keep: {account: ["test-*"]}
    secrets:
      - {noun: account, name: alice@example.com, place: account_password, value: "{{ vault_alice }}"}

- name: Make a server as a directory says, and foresee it with --check --diff
  communigate.pro.cgp_config:
    source: config
    state: replaced
    secrets: "{{ cgp_secrets }}"

- name: See the commands for a part of it
  communigate.pro.cgp_config:
    config: "{{ found.config }}"
    domains: [example.com]
    only: [group, forwarder]
    state: replaced
    render: true
  register: rendered
"""

RETURN = r"""
counts:
  description: How many objects were wanted of all nouns, and what became of them.
  returned: success
  type: dict
  sample: {wanted: 7, unchanged: 5, created: 1, updated: 1, renamed: 0, deleted: 0, failed: 0, not_attempted: 0}
nouns:
  description:
    - The result of each noun, in the order in which they were made. Each has C(changed), C(counts), C(changed_names),
      C(failures) and C(not_attempted), and C(objects) unless O(detail=summary), as the module of the noun returns
      them, and C(msg) if it failed. With O(state=overridden) the objects that were deleted are among them, and
      C(spared) names what came with the server and stayed for that. Of what was to be deleted and could not be, the
      entry in C(failures) has C(purged).
  returned: success
  type: dict
  sample: {group: {changed: false, counts: {wanted: 1, unchanged: 1}, changed_names: [], failures: []}}
commands:
  description: The commands that would be sent, with V(***) in the place of secrets.
  returned: with O(render=true)
  type: list
  elements: str
  sample: ["CREATEGROUP \"team@example.com\" {Members=(alice,bob);}"]
statistics:
  description: What the task cost in commands, round trips, logins and bytes, and how many commands changed something.
  returned: once the server was reached
  type: dict
  sample: {commands: 148, round_trips: 48, logins: 1, bytes_sent: 6079, bytes_received: 4994, writes: 2}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG


def main():
    run_module(CONFIG)


if __name__ == "__main__":
    main()
