# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The option that deletes what is not listed."""

from __future__ import annotations


class ModuleDocFragment:
    """``communigate.pro.purge``."""

    DOCUMENTATION = r"""
options:
  purge:
    description:
      - Delete what is there beyond the objects that the task names. An empty dictionary purges with the defaults
        below; without this option nothing is purged.
      - If more would go than O(purge.limit) allows, the task fails before anything is changed. Check mode with
        C(--diff) shows what would go.
      - What the task names by any name stays, whatever its letter case. If the task uses several names of Domains or
        Accounts, their aliases are read with C(GETDOMAINALIASES), C(GETACCOUNTALIASES) and C(MAINDOMAINNAME), to know
        which of them are one. A name in the list that is an alias of something fails the task before anything is
        changed.
    type: dict
    suboptions:
      within:
        description:
          - The Domains to purge. Everything that the task names must belong to one of them. Without it, the Domain of
            the names that are given without one is purged.
          - M(communigate.pro.cgp_mailbox) purges Accounts, M(communigate.pro.cgp_list_subscriber) purges mailing lists,
            and both need their names here. M(communigate.pro.cgp_domain) purges the server and takes nothing here.
          - Modules for what a Domain, the server and a cluster have alike tell in their notes what they take here, and
            where they purge without it.
        type: list
        elements: str
      keep:
        description:
          - Patterns of names that are kept, without regard to case, such as V(test-*). They are compared with the
            name alone and with the full name, by every name of its Domain or Account. A pattern that matches an
            alias of an Account keeps the Account.
        type: list
        elements: str
        default: []
      also:
        description:
          - Names of objects that came with the server, which are to go all the same; each alone or in full, without
            regard to case, and no patterns. Without it they stay, and the result names them as C(spared).
          - These are the Accounts C(postmaster), C(pbx) and C(ivr), the Directory Unit C(Main), the Skins of the server
            and the cluster that have names of built-in ones, such as C(XChange), and in the Skins and Real-Time
            Application Environments of the server and the cluster the files that C(LISTSTOCKSKINFILES) and
            C(LISTSTOCKPBXFILES) have, too. Of all other objects none is spared for that.
        type: list
        elements: str
        default: []
      limit:
        description:
          - How many objects may be purged at most.
        type: int
        default: 10
"""
