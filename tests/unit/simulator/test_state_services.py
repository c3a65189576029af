# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--state: datasets, Rosters, Balances, statistics and Directory Units are there again."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

# What changes something, and the questions whose answers must survive.
CASES = {
    "datasets": (
        [
            b'DATASET * {what=setEntry;subsetName="Book/Friends";entryName=ann;data={a=1;};}',
            b"DATASET * {what=createSet;subsetName=Empty;}",
        ],
        [
            b'DATASET * {what=listSubsets;subsetName="";}', b"DATASET * {what=listSubsets;subsetName=Book;}",
            b'DATASET * {what=listEntries;subsetName="Book/Friends";}',
        ],
    ),
    "roster": (
        [
            b"ROSTER * {what=Update;peer=x@example.org;data={RealName=X;};}",
            b"ROSTER * {what=Presence;peer=y@example.org;type=subBoth;}",
        ],
        [b"ROSTER * {what=List;}"],
    ),
    "balance": (
        [
            b"BALANCE * {op=credit;amount=#100;reference=r;description=(d);}",
            b"BALANCE * {op=reserve;amount=#10;reserve=a;}",
            b"BALANCE * {op=reserve;amount=#20;reserve=b;expires=#TFUTURE;}",
        ],
        [b"BALANCE * {op=readAll;}", b"BALANCE * {op=history;}"],
    ),
    "statistics": (
        [b"RESETACCOUNTSTAT *", b"RESETDOMAINSTAT *"],
        [b"GETACCOUNTSTAT * KEY StatReset", b"GETACCOUNTSTAT * KEY CallsSent", b"GETDOMAINSTAT *"],
    ),
    "directory": (
        [
            b"CREATEDIRECTORYUNIT staff o=MyCompany", b"SETDIRECTORYUNIT staff {a=1;}",
            b"CREATEDIRECTORYUNIT far SHARED REMOTE o=Far", b"SETDIRECTORYACCESSRIGHTS ((a,b))",
            b"SETDIRECTORYACCESSRIGHTS SHARED ({c=d;})",
        ],
        [
            b"LISTDIRECTORYUNITS", b"GETDIRECTORYUNIT STAFF", b"LISTDIRECTORYUNITS SHARED",
            b"GETDIRECTORYUNIT far SHARED", b"GETDIRECTORYACCESSRIGHTS", b"GETDIRECTORYACCESSRIGHTS SHARED",
        ],
    ),
}


@pytest.mark.parametrize(("changes", "questions"), CASES.values(), ids=CASES)
def test_it_is_there_again(dial, tmp_path, changes, questions):
    options = Options(port=0, password="secret", state=str(tmp_path / "state.json"), cluster=True)
    with Embedded(options) as first:
        wire = dial(first.host, first.port)
        wire.login(b"postmaster", b"secret")
        wire.ask(b"INLINE")
        assert {wire.code(change) for change in changes} <= {200, 201}
        CONTROLS["STATISTICS"](first.service, {"account": "postmaster", "CallsSent": 7})
        before = [wire.ask(question) for question in questions]
    with Embedded(options) as second:
        wire = dial(second.host, second.port)
        wire.login(b"postmaster", b"secret")
        wire.ask(b"INLINE")
        assert [wire.ask(question) for question in questions] == before


def test_a_remote_unit_is_still_remote(dial, tmp_path):
    options = Options(port=0, password="secret", state=str(tmp_path / "state.json"))
    with Embedded(options) as first:
        wire = dial(first.host, first.port)
        wire.login(b"postmaster", b"secret")
        wire.do(b"CREATEDIRECTORYUNIT far REMOTE o=Far", b"CREATEDIRECTORYUNIT near o=Near")
    with Embedded(options) as second:
        units = second.service.server.local.directory_units
        assert [units.unit(name).remote for name in ("far", "near")] == [True, False]
