#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_session_info
short_description: Find and read user sessions
version_added: 1.0.0
description:
  - Lists the sessions of an Account, of all Accounts of Domains, or the LITE sessions, as far as they match what is
    given. On request it reads what each of them tells of itself.
  - Lists with C(LISTACCOUNTSESSIONS), C(LISTLITESESSIONS) and C(FINDACCOUNTSESSION). Reads with C(GETSESSION).
  - Finds all Domains with C(LISTDOMAINS), where O(domains) asks for them, with C(GETDOMAINALIASES) which of several are
    the same, and their Accounts with C(LISTDOMAINOBJECTS).
  - Needs the Server right All Domains, or the right C(CanCreateWebUserSessions) of a Domain Administrator.
  - Where the server refuses to answer in words that do not tell why, it is asked with C(LISTDOMAINOBJECTS)
    whether the Account exists.
extends_documentation_fragment:
  - communigate.pro.connection
  - communigate.pro.attributes
  - communigate.pro.attributes.reading
  - communigate.pro.info
options:
  account:
    description:
      - Account whose sessions are listed. Exactly one of O(account), O(domains), O(lite) and O(sessions) is needed.
    type: str
  domains:
    description:
      - Domains of which the sessions of all Accounts are listed, or V(*) for all Domains of the server. It takes a
        command for each Account.
    type: list
    elements: str
  lite:
    description:
      - Whether the LITE sessions are listed, which have no Account.
    type: bool
    default: false
  sessions:
    description:
      - IDs of sessions. Each is read; one that has ended is an error, for servers do not tell it from others.
    type: list
    elements: str
  domain:
    description:
      - Domain of the sessions' Account. A Domain Administrator must give it to read sessions, or an O(account) with its
        Domain. Not together with O(domains).
    type: str
  address:
    description:
      - IP address of the client, or of the proxy that it comes through. Sessions that are bound to another address are
        not listed.
    type: str
  original_address:
    description:
      - IP address of the client behind the proxy O(address).
    type: str
  session_protocol:
    description:
      - Protocol of the sessions of the O(account) or O(domains), such as V(WebUser), V(XIMSS) or V(XMPP).
    type: str
  session_transport:
    description:
      - Transport of the sessions of the O(account) or O(domains), such as V(HTTP), V(XIMSS) or V(XMPP).
    type: str
  session_client:
    description:
      - Name that the client of the sessions of the O(account) or O(domains) has told.
    type: str
  first:
    description:
      - Whether one session of the O(account), or of each Account of the O(domains), is enough, if there is any.
    type: bool
    default: false
  data:
    description:
      - Whether the sessions that are listed are read as well. That makes each of them begin anew to wait for its user,
        so sessions that are read at regular intervals never end.
    type: bool
    default: false
notes:
  - Whoever knows the ID of a session is in that session. Treat IDs like passwords, and give the task the keyword
    C(no_log).
seealso:
  - module: communigate.pro.cgp_session
    description: Creates, changes and ends sessions.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: The sessions of an account
  communigate.pro.cgp_session_info:
    account: alice@example.com
  register: alice
  no_log: true

- name: Tell how many there are
  ansible.builtin.debug:
    msg: "{{ alice.sessions | length }}"

- name: Who of two domains has a session of the web interface
  communigate.pro.cgp_session_info:
    domains: [example.com, example.org]
    session_protocol: WebUser
    first: true
  register: at_work
  no_log: true

- name: Tell their names
  ansible.builtin.debug:
    msg: "{{ at_work.sessions | map(attribute='account') }}"

- name: Is there a session of the web interface for a browser that comes through a proxy, and what does it tell
  communigate.pro.cgp_session_info:
    account: alice@example.com
    session_protocol: WebUser
    address: 192.0.2.7
    original_address: 10.1.2.3
    first: true
    data: true
  no_log: true
"""

RETURN = r"""
sessions:
  description: The sessions, in the order of the server's listing or of O(sessions).
  returned: success
  type: list
  elements: dict
  contains:
    account:
      description: Account by which the session was found.
      returned: with O(account) or O(domains)
      type: str
      sample: alice@example.com
    session:
      description: ID of the session. It is a credential.
      type: str
      sample: 114-uFDKjqyfkGaHkGlmFnxb
    data:
      description: What the session tells of itself. One that was listed and has ended since is left out.
      returned: with O(data) or O(sessions)
      type: dict
      sample: {accountName: alice@example.com, protocol: WebUser}
statistics:
  description: What the task cost in commands, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 12, round_trips: 6, logins: 1, bytes_sent: 1210, bytes_received: 2042}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.session import SESSION_INFO


def main():
    run_module(SESSION_INFO)


if __name__ == "__main__":
    main()
