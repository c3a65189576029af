#!/usr/bin/python
# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
module: cgp_session
short_description: Create, change and end user sessions
version_added: 1.0.0
description:
  - Creates WebUser, XIMSS and LITE sessions, so that a portal can take its users into them without a second login.
    Changes attributes of sessions, ends them, completes two-factor logins, and stores uploaded files.
  - This is an action. A session is created, a login completed and a file stored on every run. Attributes that a
    session has already are not written, and a session that is not listed any more is not ended.
  - Reads with C(GETSESSION), C(LISTACCOUNTSESSIONS) and C(LISTLITESESSIONS). Writes with C(CREATEWEBUSERSESSION),
    C(CREATEXIMSSSESSION), C(CREATELITESESSION), C(UPDATESESSION), C(KILLSESSION), C(KILLACCOUNTSESSIONS),
    C(BLESSSESSION) and C(STORESESSIONFILE).
  - Needs the Server right All Domains, or the right C(CanCreateWebUserSessions) of a Domain Administrator. Storing a
    file needs C(CanAccessWebSites) as well. V(kill_all) is for every Domain Administrator. For V(bless) see
    O(secret).
  - Where the server refuses to answer in words that do not tell why, it is asked with C(LISTDOMAINS) and
    C(GETDOMAINALIASES) whether the Domain exists.
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
      create:
        - A session of a O(kind) is created. RV(session) is its ID.
      update:
        - The session has the O(attributes).
      kill:
        - The session is ended. With O(account) or O(kind=lite) one that has ended already is no error.
      kill_all:
        - All sessions of the O(account) are interrupted, those of POP, IMAP, FTP and other clients included.
      bless:
        - The second stage of the session's two-factor login is completed.
      store_file:
        - A file that was uploaded in the session is stored in the File Storage of its Account.
  session:
    description:
      - ID of the session. Needed with all operations but V(create) and V(kill_all).
    type: str
  account:
    description:
      - Account of the session. Needed with O(operation=kill_all), and to create a session, except a LITE session,
        which has none.
    type: str
  domain:
    description:
      - Domain of the session's Account. A Domain Administrator must give it, or an O(account) with its Domain.
    type: str
  kind:
    description:
      - What kind of session it is. Needed with O(operation=create).
      - With O(operation=kill), V(lite) says that the session is one of no Account.
    type: str
    choices:
      web:
        - A session of the WebUser Interface.
      ximss:
        - A XIMSS session, for HTTP Binding.
      lite:
        - A LITE session, which has no Account.
  address:
    description:
      - IP address of the user's browser, or of the proxy that it comes through. Needed with O(operation=create).
      - For an Account with the Preference Fixed IP, the session can be used from this address only.
    type: str
  original_address:
    description:
      - IP address of the browser behind the proxy O(address).
    type: str
  skin:
    description:
      - Skin of a new WebUser session.
    type: str
  attributes:
    description:
      - Custom attributes of the session, by name. A value of null removes one.
    type: dict
  secret:
    description:
      - One-time secret of the two-factor login. Without it the login must have the Server right Master. With
        O(account), it must have the right C(CanImpersonate) for the Domain of that Account. With the secret of a
        session of its own it needs no right.
    type: str
  file:
    description:
      - Name for the file in the File Storage.
    type: str
  upload_id:
    description:
      - ID of the uploaded file in the session's uploaded file set.
    type: str
  offset:
    description:
      - Where the data goes. Without it, or with V(0), an old file is replaced.
      - A number is a position in a file that exists. V(BEG) overwrites the beginning of a file that exists, V(END)
        appends to a file, and V(NEW) is refused if there is such a file.
    type: str
notes:
  - Whoever knows the ID of a session is in that session. Treat IDs like passwords, and give a task that takes or
    returns one the keyword C(no_log). They never show in differences or messages.
  - Codes of refusals differ between servers. Without O(account) or O(kind=lite), ending a session that has ended
    already is therefore an error.
seealso:
  - module: communigate.pro.cgp_session_info
    description: Finds and reads sessions.
author:
  - communigate.pro authors (@communigate-pro)
"""

EXAMPLES = r"""
- name: A user of the portal enters the web interface without another login
  communigate.pro.cgp_session:
    operation: create
    kind: web
    account: alice@example.com
    address: 192.0.2.7
    original_address: 10.1.2.3
  register: portal
  no_log: true

- name: The session knows where the user came from
  communigate.pro.cgp_session:
    operation: update
    session: "{{ portal.session }}"
    account: alice@example.com
    attributes:
      cameFrom: portal
  no_log: true

- name: The session ends, if it has not ended
  communigate.pro.cgp_session:
    operation: kill
    session: "{{ portal.session }}"
    account: alice@example.com
  no_log: true

- name: Throw everybody out who uses two accounts
  communigate.pro.cgp_session:
    operation: kill_all
    account: "{{ item }}"
  loop:
    - alice@example.com
    - bob@example.com
"""

RETURN = r"""
actions:
  description:
    - The commands that changed something and were accepted, in their order; in check mode those that would be sent.
  returned: once the server was reached
  type: list
  elements: str
  sample: [CREATEWEBUSERSESSION]
session:
  description: ID of the session that was created. It is a credential.
  returned: with O(operation=create), unless in check mode
  type: str
  sample: 114-uFDKjqyfkGaHkGlmFnxb
statistics:
  description: What the task cost in commands, writes among them, round trips, logins and bytes.
  returned: once the server was reached
  type: dict
  sample: {commands: 3, writes: 1, round_trips: 4, logins: 1, bytes_sent: 210, bytes_received: 342}
"""

from ansible_collections.communigate.pro.plugins.module_utils._host import run_module
from ansible_collections.communigate.pro.plugins.module_utils._resources.session import SESSION


def main():
    run_module(SESSION)


if __name__ == "__main__":
    main()
